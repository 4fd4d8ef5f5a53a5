"""The page of hearings of one request. It reads input, calls and answers; no rule stands here."""

from collections.abc import Callable

from flask import Response, flash, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.pages.page import go, page
from intake.hearing import actions
from intake.hearing.actions import Invitation
from intake.hearing.forms import HoldForm, InviteForm, WaiveForm, WishForm
from intake.hearing.queries import hearings_of
from intake.hearing.wording import STATES, rows_of
from intake.people.identity import identity_of
from intake.requests.blueprint import bp
from intake.requests.in_hand import request_in_hand


@bp.get("/requests/<int:request_id>/hearing")
@needs(Permission.HEAR)
def hearing(request_id: int) -> Response:
    """What the client asked, what came of it, and the next step."""
    return _page(request_id)


@bp.post("/requests/<int:request_id>/hearing")
@needs(Permission.HEAR)
def hearing_wish(request_id: int) -> Response:
    """The client asked in writing to be heard."""
    form, found = WishForm(), request_in_hand(me(), request_id)
    words = _("Noted: the client asks to be heard.")
    return _done(
        form,
        lambda: actions.note_wish(found, form.asked_on.data or today(), by=me()),
        words,
        found.id,
    )


@bp.post("/requests/<int:request_id>/hearing/invite")
@needs(Permission.HEAR)
def hearing_invite(request_id: int) -> Response:
    """Day, hour and place."""
    form, found = InviteForm(), request_in_hand(me(), request_id)

    def act() -> None:
        invited = Invitation(form.on.data or today(), form.time.data, form.place.data)
        actions.invite(found, invited, by=me())

    return _done(form, act, _("Noted: the client is invited."), found.id)


@bp.post("/requests/<int:request_id>/hearing/hold")
@needs(Permission.HEAR)
def hearing_hold(request_id: int) -> Response:
    """Who was there, and what was said."""
    form, found = HoldForm(), request_in_hand(me(), request_id)

    def act() -> None:
        said = {"present": form.present.data, "minutes": form.minutes.data}
        actions.hold(found, form.held_on.data or today(), **said, by=me())

    return _done(form, act, _("Noted: the client was heard."), found.id)


@bp.post("/requests/<int:request_id>/hearing/waive")
@needs(Permission.HEAR)
def hearing_waive(request_id: int) -> Response:
    """There is no hearing, and why."""
    form, found = WaiveForm(), request_in_hand(me(), request_id)
    words = _("Noted: there is no hearing.")
    return _done(form, lambda: actions.waive(found, why=form.why.data, by=me()), words, found.id)


def _done(form: FlaskForm, act: Callable[[], object], words: str, request_id: int) -> Response:
    if not done(form, act):
        return _page(request_id, form, 422)
    flash(words, "success")
    return go(url_for(".hearing", request_id=request_id))


def _page(request_id: int, sent: FlaskForm | None = None, status: int = 200) -> Response:
    found = request_in_hand(me(), request_id)
    audit.look("request", found.id)
    forms = {
        kind.__name__: sent if isinstance(sent, kind) else kind(formdata=None)
        for kind in (WishForm, InviteForm, HoldForm, WaiveForm)
    }
    return page(
        "hearing/hearing.html",
        status=status,
        asked=found,
        identity=identity_of(found.client, today(), found.household),
        hearings=hearings_of(found),
        forms=forms,
        form=sent,
        states=STATES,
        rows_of=rows_of,
    )
