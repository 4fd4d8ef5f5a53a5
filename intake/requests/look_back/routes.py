"""The taps of a look back. It reads input, calls and answers; no rule stands here."""

from flask import Response, url_for

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.db import transaction
from core.pages.page import go, page
from intake.requests.blueprint import bp
from intake.requests.look_back import actions
from intake.requests.look_back.forms import LookBackForm
from intake.requests.look_back.queries import asked_of
from intake.requests.queries import workable_request


@bp.post("/requests/<int:request_id>/look-back")
@needs(Permission.LOOK_BACK)
def look_back(request_id: int) -> Response:
    """One answer; the next question comes on the same page."""
    asked = workable_request(me(), request_id)
    form = LookBackForm()

    def act() -> None:
        question, value = form.tapped or ("", "")
        actions.answer(asked, question, value, by=me())

    if done(form, act):
        return go(_back(request_id))
    audit.look("request", asked.id)
    card = asked_of(me(), asked)
    return page("requests/look_back.html", status=422, asked=asked, form=form, card=card)


@bp.post("/requests/<int:request_id>/look-back/undo")
@needs(Permission.LOOK_BACK)
def undo_look_back(request_id: int) -> Response:
    """Take today's answers back."""
    asked = workable_request(me(), request_id)
    with transaction():
        actions.undo(asked, by=me())
    return go(_back(request_id))


def _back(request_id: int) -> str:
    return url_for(".show", request_id=request_id, _anchor="look-back")
