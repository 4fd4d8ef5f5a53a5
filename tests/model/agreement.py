"""Whether the database says what the plain model says, after each step."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from core.db import db
from fund.meetings.life import PENDING
from fund.meetings.models import Item
from fund.models import Decision
from fund.queries import stands
from intake.requests.models import Request, RequestEvent
from payout.models import Voucher
from tests.faults.afterwards import money_is_right
from tests.model.household import shares_of
from tests.model.plain import CAP_CENTS, TERM_DAYS, Plain, PlainRequest
from tests.model.plain_session import PlainCentre
from tests.model.told import told_once


def agree(plain: PlainCentre, ids: list[int]) -> None:
    """All of it."""
    requests = {
        one.id: one
        for one in db.session.scalars(
            select(Request)
            .where(Request.id.in_(ids))
            .options(
                selectinload(Request.events),
                selectinload(Request.pauses),
                selectinload(Request.versions),
            )
        )
    }
    standing = _standing(ids)
    proofs = _newest_proofs(ids)
    for request_id, one in zip(ids, plain.requests, strict=True):
        request = requests[request_id]
        _same_card(request, one)
        _same_way(request.events, one)
        _same_pauses(request, one)
        _same_proof(proofs.get(request_id), one)
        assert (request_id in standing) == (one.outcome is not None)
    _same_agenda(plain, ids)
    told_once(plain, ids, standing)
    _caps_hold(list(requests.values()), plain)
    _same_money(plain)


def _same_card(request: Request, one: PlainRequest) -> None:
    assert request.status == one.status
    assert request.outcome == one.outcome
    assert request.proposed_cents == one.proposed_cents
    assert (request.granted_cents, request.freed_cents) == (one.granted_cents, one.freed_cents)
    assert (request.left_at is not None) == one.has_left
    assert len(request.versions) == one.versions
    assert request.legal_due_on == one.asked_on + dt.timedelta(days=TERM_DAYS)
    assert request.waited_days == one.waited_days


def _same_way(events: list[RequestEvent], one: PlainRequest) -> None:
    assert [(event.verb, event.from_status, event.to_status) for event in events] == one.moves
    assert [event.at for event in events] == sorted(event.at for event in events)


def _same_pauses(request: Request, one: PlainRequest) -> None:
    assert len(request.pauses) == one.pauses
    waits = [pause for pause in request.pauses if pause.ended_at is None]
    assert len(waits) == (one.status == "waiting")


def _same_proof(voucher: Voucher | None, one: PlainRequest) -> None:
    assert (voucher is None) == (one.proof is None)
    if voucher is None or one.proof is None:
        return
    assert (voucher.revoked_at is not None) == one.proof.is_revoked
    assert (voucher.handed_over_at is not None) == one.proof.is_handed_over
    assert voucher.valid_until_on == one.proof.valid_until


def _standing(ids: list[int]) -> dict[int, int]:
    found = select(Decision.request_id, Decision.id).where(Decision.request_id.in_(ids), stands())
    rows = db.session.execute(found).all()
    standing = {row.request_id: row.id for row in rows}
    assert len(standing) == len(rows), "two decisions on one request stand"
    return standing


def _newest_proofs(ids: list[int]) -> dict[int, Voucher]:
    of_these = select(Voucher).where(Voucher.request_id.in_(ids)).order_by(Voucher.id)
    found = list(db.session.scalars(of_these))
    standing = [proof.request_id for proof in found if proof.revoked_at is None]
    assert len(standing) == len(set(standing)), "two proofs of one request are worth something"
    return {proof.request_id: proof for proof in found}


def _caps_hold(requests: list[Request], plain: Plain) -> None:
    """Granted and kept, by person and year: never above the cap."""
    given: dict[tuple[str, int], int] = {}
    for request, one in zip(sorted(requests, key=lambda r: r.id), plain.requests, strict=True):
        if request.kind == "fund":
            key = one.who, request.cost_on.year
            given[key] = given.get(key, 0) + request.granted_cents - request.freed_cents
    assert all(cents <= CAP_CENTS[who] for (who, _year), cents in given.items()), given


def _same_agenda(plain: PlainCentre, ids: list[int]) -> None:
    """What waits for the session that runs, and for no other."""
    waits = select(Item.request_id, Item.kind).where(
        Item.request_id.in_(ids), Item.stage == PENDING
    )
    agenda = [(one.one, one.kind) for one in plain.agenda if one.stage == "pending"]
    expected = {(ids[plain.requests.index(one)], kind) for one, kind in agenda}
    assert {(row.request_id, row.kind) for row in db.session.execute(waits)} == expected


def _same_money(plain: Plain) -> None:
    for year, shares in plain.budgets.items():
        real = [(one.amount_cents, one.committed_cents) for one in shares_of(year)]
        assert real == [(one.amount_cents, one.committed_cents) for one in shares]
    money_is_right()
