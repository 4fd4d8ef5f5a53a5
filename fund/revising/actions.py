"""The verb of revising: a new decision in the place of one that has left. It commits nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.models import Account
from books import actions as books
from books.queries import is_held
from core import audit
from core.clock import brussels, long_date
from core.errors import Conflict, RuleBroken
from core.letters.letters import LANGUAGE
from core.money import show_cents
from fund.actions import by_one_person, commit_cause, decide, set_aside, spent_cause
from fund.bodies.models import FirstRuling
from fund.bodies.ruling import rule_first, spoken
from fund.letters.actions import to_be_told
from fund.letters.later import ask_nothing_back, issue_recovery
from fund.models import Decision
from fund.queries import decision_needed, hold_caps
from fund.record import Judged, Ruling, judged, new_decision, note_posting
from fund.records.canonical import seal
from fund.ruling import granting, refusing
from fund.wording import OUTCOME_WORDS
from intake.hearing.actions import heard_first
from intake.requests import actions as intake
from intake.requests.life import GRANTED, NOT_RATIFIED, PARTLY_GRANTED, REFUSED, allowed
from intake.requests.models import Request

VERBS: Final[Mapping[str, str]] = {
    GRANTED: "revise_grant",
    PARTLY_GRANTED: "revise_partly",
    REFUSED: "revise_refuse",
}
GRANT, REFUSE = "grant", "refuse"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the new decision is to say. `seen` are proofs that were seen since the old one, `ground` is why
    what was paid above it must come back: a code of terms.rule_lists.RECOVERY_GROUNDS."""

    ruling: str
    amount_cents: int = 0
    reason_code: str = ""
    reasons: str
    seen: tuple[str, ...] = ()
    ground: str = ""


def revise(request: Request, wanted: Wanted, *, by: Account) -> Decision | FirstRuling:
    """Decide anew, in the client's favour or not; the old decision stays, and holds no more. Above the
    amount that asks two persons this is the first of two rulings: until the second the old one holds.

    The caps are judged with the old grant out of them. The money moves within the budget that gave
    it; what was paid above the new grant stays set aside, and is due back, on a ground of the list. Of
    two rulings the second names the ground.
    """
    may_revise(request, by=by)
    if not wanted.reasons:
        raise RuleBroken(_("Say why the decision is revised."), field="reasons")
    hold_caps(request)
    old = decision_needed(request)
    intake.record_seen_since(request, wanted.seen, by=by)
    case = judged(request)
    ruled = _ruled(case, wanted)
    must_differ(request, ruled, old)
    if ruled.outcome != GRANTED:
        heard_first(request)
    found, capacity = spoken(case, ruled.granted_cents or case.assessment.amount_cents, by)
    by_one_person(found)
    if found.needs_a_second(ruled.granted_cents):
        return rule_first(case, ruled, found.body, capacity, by=by, verb="revise_first")
    new = new_decision(case, ruled, by=by.person_id, body=found.body, capacity=capacity)
    return take_the_place(case, new, old, by=by, ground=wanted.ground)


def must_differ(request: Request, ruled: Ruling, old: Decision) -> None:
    """RuleBroken where it says what was decided already, and still holds: what was not ratified may be
    granted as it was."""
    if request.status == NOT_RATIFIED:
        return
    if (ruled.outcome, ruled.granted_cents) == (old.outcome, old.granted_cents):
        raise RuleBroken(_("This is what was decided already."), field="ruling")


def may_revise(request: Request, *, by: Account) -> None:
    """Raises what `allowed()` raises, and Conflict while a revision waits for its second person."""
    allowed(request, "revise_first", by=by)
    if request.first_by_id is not None:
        raise Conflict(_("Somebody ruled on a revision first. Confirm it, or send it back."))


def take_the_place(
    case: Judged,
    new: Decision,
    old: Decision,
    *,
    by: Account,
    by_vote: bool = False,
    ground: str = "",
) -> Decision:
    """The new decision names the old one and holds from now on, with its money and its seal; by a vote its
    letters wait until the session closes.

    RuleBroken where it lies below what was paid, and nobody says on what ground the rest comes back.
    """
    request = case.request
    if request.paid_cents > new.granted_cents and not ground:
        raise RuleBroken(_("Choose on what ground it is asked back."), field="ground")
    new.reasons = f"{_named(old)}\n{new.reasons}"
    verb = VERBS[new.outcome]
    decide(case, new, f"vote_{verb}" if by_vote else verb, by=by, revises=old)
    intake.record_recovery_due(request)
    new.recovery_cents = request.recovery_due_cents
    new.recovery_ground = ground if new.recovery_cents else ""
    _move_money(request, old, new)
    seal(new)
    if by_vote:  # its letters leave with the others, when the session closes
        to_be_told(new)
    else:
        ask_back(new)
    audit.record("request.revise", kind="request", object_id=request.id)
    return new


def ask_back(new: Decision) -> None:
    """The letter that asks back what was paid leaves beside that of the new decision."""
    request, paid_cents = new.request, new.request.paid_cents
    if not new.recovery_cents:
        ask_nothing_back(request)
        return
    issue_recovery(
        new,
        total_cents=new.recovery_cents,
        spent_cents=paid_cents,
        finding=new.reasons,
        ground=new.recovery_ground,
        revises=_paid_by(new.revises, paid_cents),
    )


def _paid_by(old: Decision | None, paid_cents: int) -> Decision | None:
    """The newest decision, of those that replaced one another, that gave what was paid."""
    one = old
    while one is not None and one.granted_cents < paid_cents:
        one = one.revises
    return one or old


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
    """One exchange in the books; where nothing is set aside any more, a grant like any other."""
    held_as = next(filter(is_held, (commit_cause(old), spent_cause(old))), None)
    if held_as is None:
        set_aside(request, new)
        return
    kept_cents = max(new.granted_cents, request.paid_cents)
    posting = books.replace(
        *(held_as, kept_cents), freed_as=f"revise:{old.id}", cause=commit_cause(new)
    )
    if posting.shares:
        note_posting(new, posting)
    else:
        new.budget = posting.as_dict()
