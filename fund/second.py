"""Verbs of the second person: confirm what the first one ruled, or send it back. They commit nothing."""

from flask_babel import gettext as _

from accounts.models import Account
from core import audit
from core.errors import Conflict, RuleBroken
from fund.actions import by_one_person, give
from fund.bodies.actions import forget_first
from fund.bodies.deciding import Capacity
from fund.bodies.models import FirstRuling
from fund.bodies.queries import first_ruling, firsts_of
from fund.bodies.ruling import spoken
from fund.models import Decision
from fund.queries import hold_caps, standing_decision
from fund.record import Ruling, judged, new_decision
from fund.revising.actions import VERBS, take_the_place
from fund.ruling import may_be_granted, still_as_shown
from intake.hearing.actions import heard_first
from intake.requests.life import GRANTED, advance, allowed
from intake.requests.models import Request


def confirm(request: Request, *, by: Account, ground: str = "") -> Decision:
    """The second person makes the decision of what the first one ruled, or revises what had been decided;
    the money moves now. `ground`: why what was paid above a revision must come back.

    Conflict when the rule gives something else by now: then it goes back for a new ruling.
    """
    ruling, old = _ruling_needed(request), standing_decision(request)
    allowed(request, _verb_of(ruling, old), by=by)
    hold_caps(request)
    case = judged(request)
    still_as_shown(case, ruling.assessed_cents)
    may_be_granted(case, ruling.granted_cents, ruling.reasons)
    if ruling.outcome != GRANTED:
        heard_first(request)
    found, capacity = spoken(case, ruling.granted_cents, by, besides=firsts_of(request))
    by_one_person(found)
    decided = Ruling(
        outcome=ruling.outcome,
        granted_cents=ruling.granted_cents,
        reason_code=ruling.reason_code,
        reasons=ruling.reasons,
        deviates_from=ruling.deviates_from,
    )
    first = Capacity(ruling.capacity, ruling.on_behalf_of_id)
    decision = new_decision(
        case, decided, by=ruling.decided_by_id, body=ruling.body, capacity=first
    )
    decision.second_by_id = by.person_id
    decision.second_on_behalf_of_id = capacity.on_behalf_of_id
    if old is None:
        give(case, decision, by=by)
    else:
        take_the_place(case, decision, old, by=by, ground=ground)
    forget_first(request)
    return decision


def send_back(request: Request, *, by: Account, why: str) -> None:
    """Not confirmed: somebody decides anew. The first one takes it back in the same way."""
    if not why:
        raise RuleBroken(_("Say in plain words why."), field="why")
    _ruling_needed(request)
    verb = "send_back" if standing_decision(request) is None else "revise_back"
    advance(request, verb, by=by, why=why)
    forget_first(request)
    audit.record(f"request.{verb}", kind="request", object_id=request.id)


def _verb_of(ruling: FirstRuling, old: Decision | None) -> str:
    if old is not None:
        return VERBS[ruling.outcome]
    return "grant" if ruling.outcome == GRANTED else "grant_partly"


def _ruling_needed(request: Request) -> FirstRuling:
    ruling = first_ruling(request)
    if ruling is None:
        raise Conflict(_("Nothing waits here for a second person."))
    return ruling
