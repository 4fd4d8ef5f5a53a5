"""Withdrawing, answering, adding, and what upper rooms write on a request. Commits nothing."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.clock import brussels
from core.db import db
from core.errors import Conflict
from intake.asking.told import Told
from intake.requests.history import held_cents
from intake.requests.judging import bookings_for, judge, most_of
from intake.requests.life import OPEN, advance
from intake.requests.look_back.when import look_back_day
from intake.requests.models import (
    Pause,
    Request,
    RequestVersion,
)
from intake.requests.queries import latest_version, open_pause
from regulation.findings.assessment import Assessment, Outcome
from regulation.vocabulary.facts import Facts
from terms.lists import EVIDENCE


def withdraw(request: Request, *, by: Account, why: str) -> None:
    """Take the request back; what it gave is freed and revoked by the upper rooms' listeners."""
    end_question(request)
    advance(request, "withdraw", by=by, why=why)
    audit.record("request.withdraw", kind="request", object_id=request.id)


def answer(
    request: Request,
    *,
    by: Account,
    text: str,
    evidence_seen: Iterable[str],
    told: Told | None = None,
) -> None:
    """Answer the question that waits: the clock shown runs on, the facts get a new version.

    `told` is all that the worker tells now of what the rule asks; without it nothing changes.
    What was seen before stays seen.
    """
    pause = end_question(request)
    if pause is None:
        raise Conflict(_("This question has been answered already."))
    pause.answer, pause.answered_by_id = text, by.person_id
    before = latest_version(request)
    known = Facts.from_json(before.facts)
    seen = known.evidence_seen | (frozenset(evidence_seen) & frozenset(EVIDENCE))
    facts = replace(known, evidence_seen=seen)
    earlier = Told.of(facts, before.told or ())
    told = earlier if told is None else told
    facts = told.on(earlier.off(facts))
    add_version(request, before.number + 1, by, before.rule_version_id, facts, told)
    note_facts(request, facts)
    propose(request)
    advance(request, "answer", by=by, why=text)
    audit.record("request.answer", kind="request", object_id=request.id)


def add_information(request: Request, *, by: Account, text: str) -> None:
    """A sentence more for who decides; what is asked stays as it is."""
    advance(request, "add", by=by, why=text)
    request.added_to_at = clock.now()
    audit.record("request.add", kind="request", object_id=request.id)


def propose(request: Request) -> None:
    """What its newest version gives now: the proposal, and what it holds under caps meanwhile."""
    judged = judge(request)
    request.proposed_cents, request.proposed_most_cents = judged.amount_cents, most_of(judged)
    request.body = request.sent_to or judged.body
    request.pieces = judged.pieces
    request.bookings = bookings_for(request, held_cents(request))
    request.cap_reached = judged.outcome is Outcome.PARTLY


def record_evidence(request: Request, kind: str, *, by: Account, seen: bool) -> None:
    """For evidence: a proof came, or went. While it is open that is a new version of what is known."""
    if request.status in OPEN:
        known = Facts.from_json(latest_version(request).facts).evidence_seen
        _note_seen(request, known | {kind} if seen else known - {kind}, by=by)


def record_seen_since(request: Request, kinds: Iterable[str], *, by: Account) -> None:
    """For fund: proofs that were seen after the decision, for a revision of it."""
    known = Facts.from_json(latest_version(request).facts).evidence_seen
    _note_seen(request, known | (frozenset(kinds) & frozenset(EVIDENCE)), by=by)


def _note_seen(request: Request, now: frozenset[str], *, by: Account) -> None:
    before = latest_version(request)
    facts = Facts.from_json(before.facts)
    if now != facts.evidence_seen:
        told = Told.of(facts, before.told or ())
        facts = replace(facts, evidence_seen=now)
        add_version(
            *(request, before.number + 1, by, before.rule_version_id, facts, told), by_paper=True
        )


def record_first(request: Request, *, by: Account | None) -> None:
    """For fund: who decided first, while a second person must confirm; None when that is over.

    A question that was still open ends with it: nobody could answer it meanwhile.
    """
    end_question(request)
    request.first_by_id = by.person_id if by else None


def record_sent_to(request: Request, body: str) -> None:
    """For fund: another body decides from now on; what is corrected or answered later changes that not."""
    request.sent_to = request.body = body


def record_question(
    request: Request,
    *,
    by: Account,
    question: str,
    to_whom: str = "worker",
    answer_by_on: dt.date | None = None,
) -> Pause:
    """For fund: the question that the clock shown stops for. The move itself is `advance()`."""
    pause = Pause(
        request_id=request.id,
        to_whom=to_whom,
        question=question,
        answer_by_on=answer_by_on,
        asked_by_id=by.person_id,
        asked_at=clock.now(),
    )
    db.session.add(pause)
    return pause


def record_decision(
    request: Request,
    *,
    outcome: str,
    granted_cents: int,
    reasons: str,
    at: dt.datetime,
    assessment: Assessment,
) -> None:
    """For fund: what was decided, in words that the client may read; an open question ends.

    The calculation stays on the request: who filed it reads the lines that the approver saw.
    """
    end_question(request)
    request.decided_at = at
    request.assessed_cents = assessment.amount_cents
    request.assessed_lines = assessment.to_json()["lines"]
    request.outcome = outcome
    request.first_by_id = None
    request.granted_cents = granted_cents
    request.pieces = assessment.pieces
    request.bookings = bookings_for(request, granted_cents)
    request.freed_cents = 0
    request.reasons = reasons


def record_recovery_due(request: Request) -> None:
    """For fund: what was paid above what is granted now must come back."""
    request.recovery_due_cents = max(0, request.paid_cents - request.granted_cents)


def record_recovery(request: Request, cents: int) -> None:
    """For fund: so much of what was paid must come back, by a decision with its reasons."""
    request.recovery_due_cents = cents


def record_undone(request: Request) -> None:
    """For fund: as if nothing had been decided yet."""
    request.outcome = None
    request.granted_cents = request.freed_cents = 0
    request.reasons = ""
    request.decided_at = None
    request.assessed_cents = request.assessed_lines = None
    request.notify_due_on = None
    request.bookings = bookings_for(request, held_cents(request))


def record_freed(request: Request, cents: int) -> None:
    """For fund: so much of the grant counts no longer, under caps or budget."""
    request.freed_cents += cents


def mark_left(request: Request, at: dt.datetime) -> None:
    """For fund and payout: something has left the house; the first time is what counts."""
    request.left_at = request.left_at or at


def record_notify_due(request: Request, on: dt.date) -> None:
    """For fund: by this day the letter with the decision must have left; no other letter has told it."""
    request.notify_due_on = on
    request.notified_on = request.appeal_until_on = None
    request.notified_way = ""


def record_notified(
    request: Request, *, on: dt.date, way: str, appeal_until_on: dt.date | None
) -> None:
    """For fund: the client was told, on which day and how; from there the term of appeal runs."""
    request.notified_on, request.notified_way = on, way
    request.appeal_until_on = appeal_until_on


def note_facts(request: Request, facts: Facts) -> None:
    """What later requests must know of this one, as it was told."""
    for name in ("strand", "payment_on", "invoice_on", "activity_on", "instalment_of"):
        setattr(request, name, getattr(facts, name))
    happens_on = facts.activity_on or request.cost_on
    request.look_back_on = look_back_day(request.number, happens_on)


def add_version(
    request: Request,
    number: int,
    by: Account,
    rule_version_id: int,
    facts: Facts,
    told: Told,
    *,
    former: dict[str, Any] | None = None,
    by_paper: bool = False,
) -> None:
    """Freeze what is known now; of a correction also what stood on the request before it.

    `by_paper`: a proof came or went, and the request did not move.
    """
    db.session.add(
        RequestVersion(
            request_id=request.id,
            number=number,
            made_by_id=by.person_id,
            made_at=clock.now(),
            rule_version_id=rule_version_id,
            facts=facts.to_json(),
            evidence_seen=sorted(facts.evidence_seen),
            told=told.to_json(),
            former=former,
            by_paper=by_paper,
        )
    )
    db.session.flush()


def end_question(request: Request) -> Pause | None:
    """Nobody waits for an answer any more: the clock shown runs on, and the days that were waited are
    added, by the Brussels calendar; a clock that was set back meanwhile takes none away."""
    pause = open_pause(request)
    if pause is not None:
        pause.ended_at = clock.now()
        waited = brussels(pause.ended_at).date() - brussels(pause.asked_at).date()
        request.waited_days += max(0, waited.days)
    return pause
