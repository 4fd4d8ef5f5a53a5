"""Verbs of seats: who sits in a body, who chairs it, until when. They commit nothing and render nothing."""

from flask_babel import gettext as _

from accounts.models import Account
from accounts.same_person.queries import same_as
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from fund.bodies.deciding import BY_MEETING
from fund.meetings.models import Seat
from fund.meetings.queries import may_sit, seats_of


def give_seat(body: str, person_id: int, *, is_chair: bool, by: Account) -> Seat:
    """From today on this person sits in the body, once; a new chair takes the place of the one before."""
    if body not in BY_MEETING:
        raise RuleBroken(_("Choose something from the list."), "body")
    if person_id not in {one.person_id for one in may_sit()}:
        raise RuleBroken(_("Choose a member or an approver from the list."), "person")
    on = clock.today()
    now = seats_of(body, on)
    for seat in now:
        if is_chair and seat.is_chair:
            seat.is_chair = False
    mine = same_as(person_id)
    known = next((one for one in now if one.person_id in mine), None)
    if known is not None:
        if not is_chair or known.is_chair:
            raise RuleBroken(_("This person sits there already."), "person")
        known.is_chair = True
        audit.record("meeting.chair", kind="person", object_id=known.person_id)
        return known
    seat = Seat(
        body=body,
        person_id=person_id,
        is_chair=is_chair,
        from_on=on,
        given_by_id=by.person_id,
    )
    db.session.add(seat)
    db.session.flush()
    audit.record("meeting.seat", kind="person", object_id=person_id)
    return seat


def end_seat(seat: Seat, *, by: Account) -> None:
    """From today on no longer; what was convened stays as it was."""
    if seat.until_on is not None:
        raise Conflict(_("This seat has ended already."))
    seat.until_on, seat.is_chair = clock.today(), False
    audit.record("meeting.seat_ended", kind="person", object_id=seat.person_id)
