"""The page of who sits in which body. It reads input, calls and answers."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core.blame import done
from core.clock import today
from core.pages.page import go, page
from fund.meetings import access, queries, seats
from fund.meetings.blueprint import bp
from fund.meetings.forms import SeatForm, SeenForm


@bp.get("/meetings/members")
@needs(Permission.MEETINGS)
def members() -> Response:
    """Who sits in which body."""
    return _members()


@bp.post("/meetings/members")
@needs(Permission.MEETINGS)
def give_seat() -> Response:
    """From today on somebody sits there."""
    form = _offered(SeatForm())

    def act() -> None:
        person = form.person.data or 0
        seats.give_seat(form.body.data or "", person, is_chair=form.is_chair.data, by=me())

    if not done(form, act):
        return _members(form, 422)
    flash(_("Noted."), "success")
    return go(url_for(".members"))


@bp.post("/meetings/members/<int:seat_id>/end")
@needs(Permission.MEETINGS)
def end_seat(seat_id: int) -> Response:
    """From today on no longer."""
    form = SeenForm()
    if not done(form, lambda: seats.end_seat(access.seat_for(me(), seat_id), by=me())):
        return _members(None, 422)
    flash(_("Noted."), "success")
    return go(url_for(".members"))


def _members(form: SeatForm | None = None, status: int = 200) -> Response:
    bodies = queries.bodies_with_seats(today())
    return page(
        "meetings/members.html",
        status=status,
        bodies=bodies,
        seat=form or _offered(SeatForm(formdata=None)),
        form=form,
    )


def _offered(form: SeatForm) -> SeatForm:
    form.person.offer([(one.person_id, one.person.name) for one in queries.may_sit()])
    return form
