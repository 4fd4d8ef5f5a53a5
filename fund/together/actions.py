"""Verbs of deciding together: look for clean requests, leave some out, decide the rest. They commit nothing."""

from collections.abc import Iterable
from typing import Any, Final

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from core import audit, clock
from core.db import db
from core.errors import Conflict, NotThere, RuleBroken
from core.letters.letters import LANGUAGE
from core.work import jobs
from fund import actions as fund
from fund.bodies.queries import deciding
from fund.record import Judged, judged
from fund.together.cleanness import is_clean
from fund.together.life import (
    CLEAN,
    DECIDED,
    DECIDING,
    FAILED,
    GATHERING,
    LEFT_OUT,
    READY,
    move,
)
from fund.together.models import Batch, BatchLine
from fund.together.queries import lines_of
from intake.requests.life import possible
from intake.requests.models import Request
from intake.requests.queries import for_update, other_parts_of

GATHER: Final = "together.gather"
DECIDE: Final = "together.decide"
# What keeps a request from being decided without anything having gone wrong.
FORESEEN: Final = (RuleBroken, Conflict, NotThere)


def gather(filters: dict[str, str], *, by: Account) -> Batch:
    """Have the worker look which requests need no more than one look."""
    if not may(by, Permission.DECIDE):
        raise NotThere
    batch = Batch(
        account_id=by.id,
        person_id=by.person_id,
        asked_at=clock.now(),
        stage=GATHERING,
        filters=filters,
    )
    db.session.add(batch)
    db.session.flush()
    batch.job = jobs.start(GATHER, owner_id=by.person_id, batch_id=batch.id)
    audit.record("batch.gather", kind="batch", object_id=batch.id)
    return batch


def line_if_clean(request: Request, account: Account) -> BatchLine | None:
    """A line for this request, if this person may grant it and one look is enough."""
    if "grant" not in possible(request, account):
        return None
    case = judged(request)
    if not is_clean(case, other_parts_of(request)):
        return None
    found = deciding(request, case.rule, case.assessment)
    return None if found.needs_a_second(case.assessment.amount_cents) else _line(case)


def keep_found(batch: Batch, lines: Iterable[BatchLine]) -> None:
    """These are the clean ones: now somebody looks at each."""
    for line in lines:
        line.batch_id = batch.id
        db.session.add(line)
    move(batch, READY)


def decide(batch: Batch, kept: Iterable[int], *, by: Account) -> None:
    """Grant those that are ticked, by their lines' numbers, and leave the others as they are."""
    chosen = set(kept)
    lines = lines_of(batch)
    if not chosen & {line.id for line in lines}:
        raise RuleBroken(_("Tick at least one request."), "kept")
    move(batch, DECIDING)
    for line in lines:
        if line.id not in chosen:
            move(line, LEFT_OUT)
    batch.job = jobs.start(DECIDE, owner_id=by.person_id, batch_id=batch.id)
    audit.record("batch.decide", kind="batch", object_id=batch.id)


def again(batch: Batch, *, by: Account) -> None:
    """Go on after the worker stopped halfway."""
    if batch.job is None or batch.job.state != "failed":
        raise Conflict(_("This list has changed meanwhile."))
    kind = GATHER if batch.stage == GATHERING else DECIDE
    batch.job = jobs.start(kind, owner_id=by.person_id, batch_id=batch.id)
    audit.record("batch.again", kind="batch", object_id=batch.id)


def decide_line(line: BatchLine, account: Account) -> None:
    """One request, as its own page would have done it: what changed meanwhile is not decided."""
    if line.stage != CLEAN:
        return  # before the worker was stopped
    request = for_update(line.request_id, line.seen_version)
    fund.grant(request, by=account, amount_cents=line.amount_cents, shown_cents=line.amount_cents)
    move(line, DECIDED)


def note_failed(line: BatchLine, error: Exception) -> None:
    """Why not, for who looks at the outcome; of what nobody foresaw no more than that it was."""
    with force_locale(LANGUAGE):
        foreseen = isinstance(error, RuleBroken | Conflict) and str(error)
        why = foreseen or _("This request has changed meanwhile. Open it and decide there.")
    line.why = str(why)[:300]
    move(line, FAILED)


def _line(case: Judged) -> BatchLine:
    plain: dict[str, Any] = case.assessment.to_json()
    return BatchLine(
        request_id=case.request.id,
        seen_version=case.request.lock_version,
        amount_cents=case.assessment.amount_cents,
        lines=plain["lines"],
        stage=CLEAN,
    )
