"""The verb of revising: a new decision in the place of one that has left. It commits nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.models import Account
from accounts.same_person.queries import persons_of
from books import actions as books
from core import audit
from core.clock import brussels, long_date
from core.errors import RuleBroken
from core.letters.letters import LANGUAGE
from core.money import show_cents
from fund.actions import commit_cause, decide, set_aside
from fund.bodies.ruling import spoken
from fund.models import Decision
from fund.queries import decision_needed, hold_caps
from fund.record import Judged, Ruling, judged, new_decision, note_posting
from fund.records.canonical import seal
from fund.ruling import granting, refusing
from fund.wording import OUTCOME_WORDS
from intake.hearing.actions import heard_first
from intake.requests import actions as intake
from intake.requests.life import GRANTED, PARTLY_GRANTED, REFUSED, allowed
from intake.requests.models import Request

VERBS: Final[Mapping[str, str]] = {
    GRANTED: "revise_grant",
    PARTLY_GRANTED: "revise_partly",
    REFUSED: "revise_refuse",
}
GRANT, REFUSE = "grant", "refuse"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the new decision is to say. `seen` are proofs that were seen since the old one."""

    ruling: str
    amount_cents: int = 0
    reason_code: str = ""
    reasons: str
    seen: tuple[str, ...] = ()


def revise(request: Request, wanted: Wanted, *, by: Account) -> Decision:
    """Decide anew, in the client's favour or not; the old decision stays, and holds no more.

    The caps are judged with the old grant out of them. The money moves within the budget that gave
    it; what was paid above the new grant stays set aside, and is due back.
    """
    allowed(request, VERBS[GRANTED], by=by)
    if not wanted.reasons:
        raise RuleBroken(_("Say why the decision is revised."), field="reasons")
    hold_caps(request)
    old = decision_needed(request)
    intake.record_seen_since(request, wanted.seen, by=by)
    case = judged(request)
    ruled = _ruled(case, wanted)
    if (ruled.outcome, ruled.granted_cents) == (old.outcome, old.granted_cents):
        raise RuleBroken(_("This is what was decided already."), field="ruling")
    if ruled.outcome != GRANTED:
        heard_first(request)
    ruled = replace(ruled, reasons=f"{_named(old)}\n{ruled.reasons}")
    new = _decided(case, ruled, old, by=by)
    decide(case, new, VERBS[ruled.outcome], by=by, revises=old)
    intake.record_recovery_due(request)
    _move_money(request, old, new)
    seal(new)
    audit.record("request.revise", kind="request", object_id=request.id)
    return new


def _decided(case: Judged, ruled: Ruling, old: Decision, *, by: Account) -> Decision:
    """The new record. Above the amount that asks two persons, the second is not who decided before."""
    amount_cents = ruled.granted_cents or case.assessment.amount_cents
    found, capacity = spoken(case, amount_cents, by)
    before = {old.decided_by_id, old.second_by_id}
    if found.needs_a_second(ruled.granted_cents) and persons_of(by) & before:
        raise RuleBroken(_("You decided on this before. For this amount a second person revises."))
    return new_decision(case, ruled, by=by.person_id, body=found.body, capacity=capacity)


def _ruled(case: Judged, wanted: Wanted) -> Ruling:
    if wanted.ruling == REFUSE:
        return refusing(case, reason_code=wanted.reason_code, reasons=wanted.reasons)
    if not wanted.amount_cents:
        raise RuleBroken(_("Fill in an amount."), field="amount")
    return granting(case, wanted.amount_cents, reasons=wanted.reasons)


def _named(old: Decision) -> str:
    """Which decision it replaces, in the administrative language: the client reads it."""
    with force_locale(LANGUAGE):
        said = str(OUTCOME_WORDS[old.outcome]).lower()
        if old.outcome != REFUSED:
            said = f"{said}, {show_cents(old.granted_cents)}"
        on = long_date(brussels(old.decided_at).date())
        return str(_("This decision replaces that of %(day)s (%(said)s).", day=on, said=said))


def _move_money(request: Request, old: Decision, new: Decision) -> None:
    """One exchange in the books; where nothing was set aside before, a grant like any other."""
    if not old.set_aside_cents:
        set_aside(request, new)
        return
    kept_cents = max(new.granted_cents, request.paid_cents)
    posting = books.replace(
        *(commit_cause(old), kept_cents), freed_as=f"revise:{old.id}", cause=commit_cause(new)
    )
    if posting.shares:
        note_posting(new, posting)
    else:
        new.budget = posting.as_dict()
