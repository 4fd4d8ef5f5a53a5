"""Verbs of the fund: grant, refuse, ask, undo, mark as sent. They commit nothing and render nothing.

The caller holds the request's row (`intake.requests.queries.for_update`). Then come the rows that
caps are shared by, the budget, and as the last statements of the transaction the audit chain.
"""

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.models import Account
from books import actions as books
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from core.letters.letters import LANGUAGE
from core.money import show_cents
from fund.bodies.models import FirstRuling
from fund.bodies.ruling import rule_first, spoken
from fund.letters import actions as letters
from fund.letters.actions import Sending
from fund.models import Decision
from fund.queries import budget_for, budget_needed, decision_needed, hold_caps
from fund.reasons import REASONS, article_of
from fund.record import Judged, Ruling, judged, new_decision, note_budget, note_posting
from intake.asking.asked import DISCOUNT
from intake.requests import actions as intake
from intake.requests.life import (
    CONFIRMING,
    GRANTED,
    PARTLY_GRANTED,
    REFUSED,
    advance,
    allowed,
)
from intake.requests.models import Request
from regulation.findings.assessment import Outcome
from regulation.versions.queries import rule_set


def grant(
    request: Request,
    *,
    by: Account,
    amount_cents: int,
    reasons: str = "",
    reason_code: str = "",
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
    may_be_granted(case, amount_cents, reasons)
    is_whole = amount_cents == (
        case.most_cents if case.sets_amount else case.assessment.amount_cents
    )
    decided = Ruling(
        outcome=GRANTED if is_whole else PARTLY_GRANTED,
        granted_cents=amount_cents,
        reason_code=reason_code,
        reasons=reasons,
    )
    found, capacity = spoken(case, amount_cents, by)
    if found.needs_a_second(amount_cents):
        return rule_first(case, decided, found.body, capacity, by=by)
    decision = new_decision(case, decided, by=by.person_id, body=found.body, capacity=capacity)
    return give(case, decision, by=by)


def refuse(request: Request, *, by: Account, reason_code: str, reasons: str) -> Decision:
    """Refuse, for a reason of the list and in the client's own situation."""
    if reason_code not in REASONS:
        raise RuleBroken(_("Choose a reason from the list."), field="reason_code")
    if not reasons:
        raise RuleBroken(_("Say in plain words why."), field="reasons")
    allowed(request, "refuse", by=by)
    hold_caps(request)
    case = judged(request)
    article = _article(case, reason_code)
    decided = Ruling(
        outcome=REFUSED,
        reason_code=reason_code,
        article=article,
        reasons=_for_the_client(reason_code, article, reasons),
    )
    found, capacity = spoken(case, case.assessment.amount_cents, by)
    decision = new_decision(case, decided, by=by.person_id, body=found.body, capacity=capacity)
    _decide(case, decision, "refuse", by=by)
    note_budget(decision, budget_for(request.scheme, decision.decided_at))
    audit.record("request.refuse", kind="request", object_id=request.id)
    return decision


def ask(request: Request, *, by: Account, question: str) -> None:
    """Ask the worker for more: the clock shown stops until the answer."""
    if not question:
        raise RuleBroken(_("Write your question."), field="question")
    intake.record_question(request, by=by, question=question)
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


def mark_sent(request: Request, *, by: Account, sending: Sending | None = None) -> None:
    """The letter has left: from now on no undo."""
    letters.mark_sent(request, by=by, sending=sending)


def commit_cause(decision: Decision) -> str:
    """The name in the ledger of what a decision set aside."""
    return f"grant:{decision.id}"


def still_as_shown(case: Judged, shown_cents: int | None) -> None:
    now_cents = case.assessment.amount_cents
    if shown_cents is not None and shown_cents != now_cents:
        raise Conflict(
            _(
                "The rule now gives %(now)s instead of %(shown)s. Something else was decided "
                "for this household meanwhile.",
                now=show_cents(now_cents),
                shown=show_cents(shown_cents),
            )
        )


def may_be_granted(case: Judged, amount_cents: int, reasons: str) -> None:
    assessed = case.assessment
    if assessed.outcome in {Outcome.NOT, Outcome.NEEDS}:
        raise RuleBroken(_("The rule gives nothing here. Ask something, or refuse."), "amount")
    if amount_cents > case.most_cents:
        raise RuleBroken(
            _("No more than %(most)s can be granted.", most=show_cents(case.most_cents)), "amount"
        )
    if amount_cents == assessed.amount_cents and not case.sets_amount:
        return
    if case.request.kind == DISCOUNT and assessed.split:
        raise RuleBroken(_("A discount is given as agreed, or refused."), "amount")
    if amount_cents <= 0:
        raise RuleBroken(_("Grant more than nothing, or refuse."), "amount")
    if not reasons:
        raise RuleBroken(_("Say why you grant another amount."), "reasons")


def _not_confirming(request: Request) -> None:
    if request.status == CONFIRMING:
        raise Conflict(_("Somebody decided on it first. Confirm it, or send it back."))


def give(case: Judged, decision: Decision, *, by: Account, verb: str = "") -> Decision:
    """A grant becomes a decision, with its money."""
    usual = "grant" if decision.outcome == GRANTED else "grant_partly"
    _decide(case, decision, verb or usual, by=by)
    _set_aside(case.request, decision)
    audit.record(f"request.{verb or 'grant'}", kind="request", object_id=case.request.id)
    return decision


def _decide(case: Judged, decision: Decision, verb: str, *, by: Account) -> None:
    """Write the record and move the request: `advance()` asks again whether this person may."""
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


def _set_aside(request: Request, decision: Decision) -> None:
    """Post to the ledger; a discount that costs the network nothing posts nothing."""
    if not decision.granted_cents:
        note_budget(decision, budget_for(request.scheme, decision.decided_at))
        return
    budget = budget_needed(request.scheme, decision.decided_at)
    cause = commit_cause(decision)
    note_posting(decision, books.commit(budget.id, decision.granted_cents, cause=cause))


def _article(case: Judged, reason_code: str) -> str:
    scheme = rule_set(case.rule).schemes[case.request.scheme]
    return article_of(reason_code, scheme, case.assessment)


def _for_the_client(reason_code: str, article: str, reasons: str) -> str:
    """The reason in rule and in fact, in the administrative language: the client reads it."""
    if reason_code == "other":
        return reasons
    with force_locale(LANGUAGE):
        said = str(REASONS[reason_code].words)
    return f"{said} ({article})\n{reasons}" if article else f"{said}\n{reasons}"
