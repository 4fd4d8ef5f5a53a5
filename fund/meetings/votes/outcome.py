"""What a vote does to a request: the decision, its undoing, ratification. It commits nothing and counts no vote."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from fund.actions import free_what_was_not_paid, give, turn_down, undo
from fund.bodies.deciding import BY_VOTE, Capacity
from fund.bodies.queries import deciding
from fund.letters.actions import to_be_told
from fund.meetings.drafting import draft_of, ruling_of
from fund.meetings.models import Item, UrgentGrant
from fund.models import Decision
from fund.queries import decision_needed, hold_caps
from fund.record import Judged, Ruling, judged, new_decision
from fund.revising.actions import must_differ, take_the_place
from intake.hearing.actions import heard_first
from intake.requests import actions as intake
from intake.requests.life import GRANTED, PARTLY_GRANTED, REFUSED, advance, allowed
from intake.requests.models import Request
from intake.requests.queries import held_now

VERBS: Final = {GRANTED: "vote_grant", PARTLY_GRANTED: "vote_partly", REFUSED: "vote_refuse"}


def hold_all(request_ids: Iterable[int]) -> None:
    """Many are decided in one go: all their rows and caps are held before the first takes from the budget.
    Who decides on one of them meanwhile waits, and neither for the other."""
    found = [held_now(one) for one in sorted(request_ids)]
    for request in sorted(found, key=lambda one: (one.household_id, one.client_id)):
        hold_caps(request)


def carry_out(
    item: Item, request: Request, *, by: Account, at: dt.datetime | None = None
) -> Decision:
    """The body voted for the draft: it becomes the decision, of the moment `at` where that is not now.
    `by` records it and decides nothing.

    RuleBroken where the draft was written on what is no longer so: nothing is decided then.
    """
    verb = VERBS[item.outcome]
    allowed(request, verb, by=by)
    hold_caps(request)
    case = judged(request, at)
    ruled, decision = _decided(item, case, by=by)
    becomes = turn_down if ruled.outcome == REFUSED else give
    item.decision = becomes(case, decision, by=by, verb=verb)
    to_be_told(item.decision)  # not from the end of the session, which may stay open
    return item.decision


def revise(
    item: Item,
    request: Request,
    *,
    by: Account,
    ground: str = "",
    at: dt.datetime | None = None,
) -> Decision:
    """The same for a decision that has left: a new one takes its place, with a letter of its own. What was
    paid above it must come back, on a ground of the list."""
    allowed(request, f"vote_revise_{VERBS[item.outcome].removeprefix('vote_')}", by=by)
    hold_caps(request)
    old, case = decision_needed(request), judged(request, at)
    ruled, new = _decided(item, case, by=by)
    must_differ(request, ruled, old)
    item.decision = take_the_place(case, new, old, by=by, by_vote=True, ground=ground)
    return item.decision


def _decided(item: Item, case: Judged, *, by: Account) -> tuple[Ruling, Decision]:
    """The draft as a record, by the body of this meeting and of no other."""
    request = case.request
    still_as_drafted(item, case)
    ruled = ruling_of(case, draft_of(item))
    if ruled.outcome != GRANTED:
        heard_first(request)
    amount_cents = ruled.granted_cents or case.assessment.amount_cents
    found = deciding(
        request, case.rule, case.decided_on(amount_cents), deviates=_deviates(case, item)
    )
    if found.body != item.meeting.body:
        raise RuleBroken(_("Another body decides on %(number)s.", number=request.number))
    capacity = Capacity(BY_VOTE)
    made = new_decision(case, ruled, by=by.person_id, body=found.body, capacity=capacity)
    return ruled, made


def still_as_drafted(item: Item, case: Judged) -> None:
    """RuleBroken when the request or what the rule gives has changed since the draft was written."""
    cents = case.assessment.amount_cents
    if case.version.id != item.request_version_id or cents != item.assessed_cents:
        raise RuleBroken(
            _(
                "%(number)s has changed since its draft was written. Write the draft anew.",
                number=case.request.number,
            )
        )


def _deviates(case: Judged, item: Item) -> bool:
    return item.outcome != REFUSED and case.deviates(item.granted_cents)


def take_back(item: Item, request: Request, *, by: Account) -> None:
    """The vote was written down wrongly: the decision is undone, and the money is free again."""
    undo(request, by=by, verb="retract_vote")
    item.decision = None


def ratify(urgent: UrgentGrant, request: Request, *, by: Account) -> None:
    """The body stands behind what its chair granted."""
    _waits(urgent)
    advance(request, "ratify", by=by)
    _settle(urgent, "ratified", by=by)
    audit.record("request.ratify", kind="request", object_id=request.id)


def not_ratify(
    urgent: UrgentGrant,
    request: Request,
    *,
    by: Account,
    reasons: str,
    recover_cents: int = 0,
    ground: str = "",
) -> None:
    """The body does not: what was not spent is free again. What was spent stays, unless the same
    session reasons that it must come back, wholly or in part, on a ground of the list."""
    _waits(urgent)
    if not reasons:
        raise RuleBroken(_("Say in plain words why."), "reasons")
    heard_first(request)
    hold_caps(request)
    spent_cents = request.paid_cents
    if recover_cents > spent_cents:
        raise RuleBroken(_("No more can be asked back than was spent."), "recover")
    if recover_cents and not ground:
        raise RuleBroken(_("Choose on what ground it is asked back."), "ground")
    advance(request, "not_ratify", by=by, why=reasons)
    freed_as = f"not_ratified:{urgent.decision.id}"
    free_what_was_not_paid(request, urgent.decision, freed_as=freed_as)
    intake.record_recovery(request, recover_cents)
    _settle(urgent, "not_ratified", by=by)
    urgent.reasons, urgent.spent_cents = reasons, spent_cents
    urgent.recover_cents, urgent.ground = recover_cents, ground if recover_cents else ""
    audit.record("request.not_ratify", kind="request", object_id=request.id)


def _waits(urgent: UrgentGrant) -> None:
    if urgent.outcome is not None:
        raise Conflict(_("The body has spoken on this already."))


def _settle(urgent: UrgentGrant, outcome: str, *, by: Account) -> None:
    urgent.outcome = outcome
    urgent.settled_at, urgent.settled_by_id = clock.now(), by.person_id
    db.session.flush()
