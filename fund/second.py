"""Verbs of the second person: confirm what the first one ruled, or send it back. They commit nothing."""

from flask_babel import gettext as _

from accounts.models import Account
from core import audit
from core.errors import Conflict, RuleBroken
from fund.actions import give
from fund.bodies.actions import forget_first
from fund.bodies.deciding import Capacity
from fund.bodies.models import FirstRuling
from fund.bodies.queries import first_ruling, firsts_of
from fund.bodies.ruling import spoken
from fund.models import Decision
from fund.queries import hold_caps
from fund.record import Ruling, judged, new_decision
from fund.ruling import may_be_granted, still_as_shown
from intake.hearing.actions import heard_first
from intake.requests.life import GRANTED, advance, allowed
from intake.requests.models import Request


def confirm(request: Request, *, by: Account) -> Decision:
    """The second person makes the decision of what the first one ruled; the money is set aside now.

    Conflict when the rule gives something else by now: then it goes back for a new ruling.
    """
    ruling = _ruling_needed(request)
    allowed(request, "grant" if ruling.outcome == GRANTED else "grant_partly", by=by)
    hold_caps(request)
    case = judged(request)
    still_as_shown(case, ruling.assessed_cents)
    may_be_granted(case, ruling.granted_cents, ruling.reasons)
    if ruling.outcome != GRANTED:
        heard_first(request)
    _found, capacity = spoken(case, ruling.granted_cents, by, besides=firsts_of(request))
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
    give(case, decision, by=by)
    forget_first(request)
    return decision


def send_back(request: Request, *, by: Account, why: str) -> None:
    """Not confirmed: somebody decides anew. The first one takes it back in the same way."""
    if not why:
        raise RuleBroken(_("Say in plain words why."), field="why")
    _ruling_needed(request)
    advance(request, "send_back", by=by, why=why)
    forget_first(request)
    audit.record("request.send_back", kind="request", object_id=request.id)


def _ruling_needed(request: Request) -> FirstRuling:
    ruling = first_ruling(request)
    if ruling is None:
        raise Conflict(_("Nothing waits here for a second person."))
    return ruling
