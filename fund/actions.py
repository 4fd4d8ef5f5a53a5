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
from core.errors import RuleBroken
from fund.models import Decision
from fund.queries import budget_for, budget_needed, decision_needed, hold_caps
from fund.record import Judged, Ruling, judged, new_decision, note_budget, note_posting
from fund.records.canonical import seal
from fund.ruling import granting, known_reason, refusing, still_as_shown
from intake.hearing.actions import heard_first
from intake.questions.clock import CLIENT, WORKER, checked_answer_day
from intake.requests import actions as intake
from intake.requests.life import GRANTED, advance, allowed
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
) -> Decision:
    """Grant what the rule gives, or less with a reason; the money is set aside at once.

    Conflict when the rule gives another amount by now than the approver was shown. RuleBroken when
    more is granted than the rule gives or than is left to pay, and when the budget has no room.
    """
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
    decision = decide(
        case, decided, "grant" if decided.outcome == GRANTED else "grant_partly", by=by
    )
    set_aside(request, decision)
    seal(decision)
    audit.record("request.grant", kind="request", object_id=request.id)
    return decision


def refuse(request: Request, *, by: Account, reason_code: str, reasons: str) -> Decision:
    """Refuse, for a reason of the list and in the client's own situation."""
    known_reason(reason_code, reasons)
    allowed(request, "refuse", by=by)
    heard_first(request)
    hold_caps(request)
    case = judged(request)
    decided = refusing(case, reason_code=reason_code, reasons=reasons)
    decision = decide(case, decided, "refuse", by=by)
    note_budget(decision, budget_for(request.scheme, decision.decided_at))
    seal(decision)
    audit.record("request.refuse", kind="request", object_id=request.id)
    return decision


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


def undo(request: Request, *, by: Account) -> Decision:
    """Take the decision back while nothing has left the house; the money is free again."""
    decision = decision_needed(request)
    advance(request, "undo", by=by)
    if decision.granted_cents:
        books.free(commit_cause(decision), cause=f"undo:{decision.id}")
    decision.undone_at, decision.undone_by_id = clock.now(), by.person_id
    intake.record_undone(request)
    audit.record("request.undo", kind="request", object_id=request.id)
    return decision


def mark_sent(request: Request, *, by: Account) -> None:
    """The letter has left, by hand: from now on no undo."""
    advance(request, "notify", by=by)
    intake.mark_left(request, clock.now())
    audit.record("letter.sent", kind="request", object_id=request.id)


def commit_cause(decision: Decision) -> str:
    """The name in the ledger of what a decision set aside."""
    return f"grant:{decision.id}"


def decide(
    case: Judged, decided: Ruling, verb: str, *, by: Account, revises: Decision | None = None
) -> Decision:
    """Write the record and move the request: `advance()` asks again whether this person may."""
    decision = new_decision(case, decided, by=by)
    if revises is not None:
        decision.revises_id, revises.revised_at = revises.id, decision.decided_at
        db.session.flush()  # one decision stands at a time: the old one steps back first
    db.session.add(decision)
    db.session.flush()
    intake.record_decision(
        case.request,
        outcome=decided.outcome,
        granted_cents=decided.granted_cents,
        reasons=decided.reasons,
        at=decision.decided_at,
        assessment=case.assessment,
    )
    advance(case.request, verb, by=by, why=decided.reasons)
    return decision


def set_aside(request: Request, decision: Decision) -> None:
    """Post to the ledger; a discount that costs the network nothing posts nothing."""
    if not decision.granted_cents:
        note_budget(decision, budget_for(request.scheme, decision.decided_at))
        return
    budget = budget_needed(request.scheme, decision.decided_at)
    cause = commit_cause(decision)
    note_posting(decision, books.commit(budget.id, decision.granted_cents, cause=cause))
