"""Verbs of who decides: stepping back, and letting somebody back. They commit nothing and render nothing."""

from flask_babel import gettext as _

from accounts.models import Account
from accounts.same_person.queries import persons_of, same_as
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from fund.bodies.queries import first_ruling
from intake.requests.actions import record_first
from intake.requests.life import CONFIRMING, advance
from intake.requests.models import Request
from intake.requests.recusal.models import Recusal


def step_back(request: Request, *, by: Account) -> Recusal:
    """Family or acquaintance: decide no more on it, and read it no more. Why is not asked.

    What this one ruled as the first of two falls with it.
    """
    if request.first_by_id in persons_of(by):
        advance(request, "send_back" if request.status == CONFIRMING else "revise_back", by=by)
        forget_first(request)
    advance(request, "recuse", by=by)
    recusal = Recusal(request_id=request.id, person_id=by.person_id, at=clock.now())
    db.session.add(recusal)
    audit.record("request.recuse", kind="request", object_id=request.id)
    return recusal


def let_back(recusal: Recusal, *, by: Account) -> None:
    """The head lifts it, after a talk; never one's own."""
    if recusal.lifted_at is not None:
        raise Conflict(_("This was lifted already."))
    if persons_of(by) & same_as(recusal.person_id):
        raise RuleBroken(_("You stepped back yourself. Another head of the service lifts it."))
    advance(recusal.request, "lift_recusal", by=by, why=recusal.person.name)
    recusal.lifted_at, recusal.lifted_by_id = clock.now(), by.person_id
    audit.record("request.lift_recusal", kind="request", object_id=recusal.request_id)


def forget_first(request: Request) -> None:
    """What the first approver ruled counts no more: it was confirmed, sent back or withdrawn."""
    ruling = first_ruling(request)
    if ruling is not None:
        db.session.delete(ruling)
    record_first(request, by=None)
