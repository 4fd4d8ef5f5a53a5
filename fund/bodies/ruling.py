"""In which capacity somebody rules on a request, and the first of two rulings. It decides nothing itself."""

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import RuleBroken
from fund.bodies.deciding import Capacity, Deciding
from fund.bodies.models import FirstRuling
from fund.bodies.queries import capacity_of, deciding, unfit_for
from fund.bodies.wording import body_in_words
from fund.record import Judged, Ruling
from intake.requests import actions as intake
from intake.requests.life import advance


def spoken(
    case: Judged, amount_cents: int, by: Account, *, besides: frozenset[int] = frozenset()
) -> tuple[Deciding, Capacity]:
    """Which body decides on this amount, and in which capacity this person does; else RuleBroken."""
    found = deciding(
        case.request,
        case.rule,
        case.decided_on(amount_cents),
        deviates=case.deviates(amount_cents),
    )
    unfit = unfit_for(case.request) | besides
    capacity = capacity_of(by, found.body, unfit=unfit)
    if capacity is None:
        raise RuleBroken(_("Only this body decides here: %(body)s.", body=body_in_words(found)))
    return found, capacity


def rule_first(
    case: Judged,
    decided: Ruling,
    body: str,
    capacity: Capacity,
    *,
    by: Account,
    verb: str = "give_first",
) -> FirstRuling:
    """The first of two: nothing is decided, set aside or given; the term runs on, or the old decision
    stands."""
    request = case.request
    ruling = FirstRuling(
        request=request,
        decided_by=by.person,
        on_behalf_of_id=capacity.on_behalf_of_id,
        body=body,
        capacity=capacity.word,
        decided_at=clock.now(),
        outcome=decided.outcome,
        granted_cents=decided.granted_cents,
        assessed_cents=case.assessment.amount_cents,
        reason_code=decided.reason_code,
        reasons=decided.reasons,
        deviates_from=decided.deviates_from,
    )
    db.session.add(ruling)
    advance(request, verb, by=by, why=decided.reasons)
    intake.record_first(request, by=by)
    audit.record(f"request.{verb}", kind="request", object_id=request.id)
    return ruling
