"""Verbs of the fund: grant, refuse, ask, undo, mark as sent. They commit nothing and render nothing.

The caller holds the request's row (`intake.requests.queries.for_update`). Then come the rows that
caps are shared by, the budget, and as the last statements of the transaction the audit chain.
"""

import datetime as dt

from flask_babel import gettext as _

from accounts.models import Account
from books import actions as books
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from fund.bodies.deciding import Deciding
from fund.bodies.models import FirstRuling
from fund.bodies.ruling import rule_first, spoken
from fund.letters import actions as letters
from fund.letters.actions import Sending
from fund.meetings.choices import is_for_a_meeting
from fund.models import Decision
from fund.queries import budget_for, budget_needed, decision_needed, hold_caps
from fund.record import Judged, judged, new_decision, note_budget, note_posting
from fund.records.canonical import seal
from fund.ruling import granting, known_reason, refusing, still_as_shown
from intake.hearing.actions import heard_first
from intake.questions.clock import CLIENT, WORKER, checked_answer_day
from intake.requests import actions as intake
from intake.requests.life import CONFIRMING, GRANTED, advance, allowed
from intake.requests.models import Request


def grant(
    request: Request,
    *,
    by: Account,
    amount_cents: int,
    reasons: str = "",
    reason_code: str = "",
    deviates_from: str = "",
    shown_cents: int | None = None,
) -> Decision | FirstRuling:
    """Grant what the rule gives, or less with a reason; the money is set aside at once.

    Above the amount that the rule names this is the first of two rulings: no money moves yet.
    Conflict when the rule gives another amount by now than the approver was shown. RuleBroken when
    more is granted than the rule gives or than is left to pay, and when the budget has no room.
    """
    _not_confirming(request)
    allowed(request, "grant", by=by)
    hold_caps(request)
    case = judged(request)
    still_as_shown(case, shown_cents)
    decided = granting(
        *(case, amount_cents),
        reasons=reasons,
        reason_code=reason_code,
        deviates_from=deviates_from,
    )
    if decided.outcome != GRANTED:
        heard_first(request)
    found, capacity = spoken(case, amount_cents, by)
    by_one_person(found)
    if found.needs_a_second(amount_cents):
        return rule_first(case, decided, found.body, capacity, by=by)
    decision = new_decision(case, decided, by=by.person_id, body=found.body, capacity=capacity)
    return give(case, decision, by=by)


def refuse(request: Request, *, by: Account, reason_code: str, reasons: str) -> Decision:
    """Refuse, for a reason of the list and in the client's own situation."""
    known_reason(reason_code, reasons)
    allowed(request, "refuse", by=by)
    heard_first(request)
    hold_caps(request)
    case = judged(request)
    decided = refusing(case, reason_code=reason_code, reasons=reasons)
    found, capacity = spoken(case, case.assessment.amount_cents, by)
    by_one_person(found)
    decision = new_decision(case, decided, by=by.person_id, body=found.body, capacity=capacity)
    return turn_down(case, decision, by=by)


def ask(
    request: Request,
    *,
    by: Account,
    question: str,
    to_whom: str = WORKER,
    answer_by_on: dt.date | None = None,
) -> None:
    """Ask the worker or the client for more: the clock shown stops until the answer, the law's not.

    Without an answer by that day it is shown as overdue; nothing is ever refused by itself.
    """
    if not question:
        raise RuleBroken(_("Write your question."), field="question")
    if to_whom not in (WORKER, CLIENT):
        raise RuleBroken(_("Choose something from the list."), field="to_whom")
    day = checked_answer_day(answer_by_on, clock.today())
    intake.record_question(request, by=by, question=question, to_whom=to_whom, answer_by_on=day)
    advance(request, "ask", by=by, why=question)
    audit.record("request.ask", kind="request", object_id=request.id)


def undo(request: Request, *, by: Account, verb: str = "undo") -> Decision:
    """Take the decision back while nothing has left the house; the money is free again."""
    decision = decision_needed(request)
    advance(request, verb, by=by)
    if decision.granted_cents:
        books.free(commit_cause(decision), cause=f"undo:{decision.id}")
    decision.undone_at, decision.undone_by_id = clock.now(), by.person_id
    intake.record_undone(request)
    audit.record(f"request.{verb}", kind="request", object_id=request.id)
    return decision


def mark_sent(request: Request, *, by: Account, sending: Sending | None = None) -> None:
    """The letter has left: from now on no undo."""
    letters.mark_sent(request, by=by, sending=sending)


def commit_cause(decision: Decision) -> str:
    """The name in the ledger of what a decision set aside."""
    return f"grant:{decision.id}"


def spent_cause(decision: Decision) -> str:
    """The same of what was paid of a grant that holds no more, with none in its place."""
    return f"spent:{decision.id}"


def free_what_was_not_paid(request: Request, decision: Decision, *, freed_as: str) -> None:
    """A grant holds no more, and no decision takes its place: what was paid of it stays set aside.

    `freed_as` is the name in the ledger of what goes back.
    """
    kept_cents, cause = request.paid_cents, commit_cause(decision)
    if decision.set_aside_cents > kept_cents:
        books.replace(cause, kept_cents, freed_as=freed_as, cause=spent_cause(decision))
    intake.record_freed(request, max(0, request.granted_cents - request.freed_cents - kept_cents))


def by_one_person(found: Deciding) -> None:
    """RuleBroken where a meeting decides, with its votes here or in another tool."""
    if is_for_a_meeting(found.body):
        raise RuleBroken(_("A meeting decides on this request. Put it on an agenda."))


def _not_confirming(request: Request) -> None:
    if request.status == CONFIRMING:
        raise Conflict(_("Somebody decided on it first. Confirm it, or send it back."))


def give(case: Judged, decision: Decision, *, by: Account, verb: str = "") -> Decision:
    """A grant becomes a decision, with its money and its seal."""
    usual = "grant" if decision.outcome == GRANTED else "grant_partly"
    decide(case, decision, verb or usual, by=by)
    set_aside(case.request, decision)
    seal(decision)
    audit.record(f"request.{verb or 'grant'}", kind="request", object_id=case.request.id)
    return decision


def turn_down(case: Judged, decision: Decision, *, by: Account, verb: str = "refuse") -> Decision:
    """A refusal becomes a decision, with the budget as it stayed and its seal."""
    decide(case, decision, verb, by=by)
    note_budget(decision, budget_for(case.request.scheme, decision.decided_at))
    seal(decision)
    audit.record(f"request.{verb}", kind="request", object_id=case.request.id)
    return decision


def decide(
    case: Judged, decision: Decision, verb: str, *, by: Account, revises: Decision | None = None
) -> None:
    """Write the record and move the request: `advance()` asks again whether this person may."""
    if revises is not None:
        decision.revises_id, revises.revised_at = revises.id, decision.decided_at
        db.session.flush()  # one decision stands at a time: the old one steps back first
    db.session.add(decision)
    db.session.flush()
    intake.record_decision(
        case.request,
        outcome=decision.outcome,
        granted_cents=decision.granted_cents,
        reasons=decision.reasons,
        at=decision.decided_at,
        assessment=case.assessment,
    )
    advance(case.request, verb, by=by, why=decision.reasons)


def set_aside(request: Request, decision: Decision) -> None:
    """Post to the ledger; a discount that costs the network nothing posts nothing."""
    if not decision.granted_cents:
        note_budget(decision, budget_for(request.scheme, decision.decided_at))
        return
    budget = budget_needed(request.scheme, decision.decided_at)
    cause = commit_cause(decision)
    note_posting(decision, books.commit(budget.id, decision.granted_cents, cause=cause))
