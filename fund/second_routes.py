"""Pages of the second person, and of who steps back. They read input, call and answer; no rule stands here."""

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core.pages.page import go
from fund import second
from fund.bodies import actions
from fund.bodies.queries import others_who_decide
from fund.bodies.wording import said_of_stepping_back
from fund.forms import ConfirmForm, SendBackForm, VersionForm
from fund.models import Decision
from fund.routes import change, decide, to_the_next
from fund.wording import replaced_words
from intake.requests.models import Request
from intake.requests.queries import request_for

bp = Blueprint("second", __name__)


@bp.post("/worklist/<int:request_id>/confirm")
@needs(Permission.DECIDE)
def confirm(request_id: int) -> Response:
    """The second person makes the decision, or revises the one that had left."""
    found = request_for(me(), request_id)
    if found.outcome is not None:
        return _confirm_revision(request_id)
    return decide(request_id, "confirm", ConfirmForm(), lambda held: second.confirm(held, by=me()))


def _confirm_revision(request_id: int) -> Response:
    form, made = ConfirmForm(), list[Decision]()

    def act(held: Request) -> None:
        made.append(second.confirm(held, by=me(), ground=form.ground.data or ""))

    answer = change(request_id, "confirm", form, act)
    if answer is not None:
        return answer
    flash(replaced_words(request_for(me(), request_id), made[0]), "success")
    return go(url_for("fund.case", request_id=request_id))


@bp.post("/worklist/<int:request_id>/send-back")
@needs(Permission.DECIDE)
def send_back(request_id: int) -> Response:
    """Not confirmed, or taken back by the first one: somebody decides anew."""
    form = SendBackForm()

    def act(held: Request) -> None:
        second.send_back(held, by=me(), why=form.why.data)

    answer = change(request_id, "send_back", form, act)
    if answer is not None:
        return answer
    back = request_for(me(), request_id)
    said = _("%(number)s: sent back. It can be decided anew.", number=back.number)
    if back.outcome is not None:
        said = _("%(number)s: sent back. The decision that left holds.", number=back.number)
    flash(said, "info")
    return go(url_for("fund.case", request_id=request_id))


@bp.post("/worklist/<int:request_id>/step-back")
@needs(Permission.DECIDE)
def step_back(request_id: int) -> Response:
    """Family or acquaintance: it goes on with others, and closes for this person."""
    left: list[tuple[Request, int | None]] = []

    def act(held: Request) -> None:
        actions.step_back(held, by=me())
        left.append((held, others_who_decide(held)))

    answer = change(request_id, "step_back", VersionForm(), act)
    if answer is not None:
        return answer
    flash(*said_of_stepping_back(*left[0]))
    return to_the_next(left[0][0])
