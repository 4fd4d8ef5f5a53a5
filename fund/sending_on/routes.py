"""The door of sending on. It reads input, calls and answers; no rule stands here."""

from flask import Blueprint, Response, flash
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from fund.routes import change, to_the_next
from fund.sending_on.actions import send_on
from fund.sending_on.forms import SendOnForm
from intake.requests.models import Request
from intake.requests.queries import request_for

bp = Blueprint("sending_on", __name__)


@bp.post("/worklist/<int:request_id>/send-on")
@needs(Permission.DECIDE)
def do(request_id: int) -> Response:
    """Another body of the same fund decides; the next request opens."""
    form = SendOnForm()

    def act(held: Request) -> None:
        send_on(held, form.to_body.data or "", by=me(), why=form.why.data)

    answer = change(request_id, "send_on", form, act)
    if answer is not None:
        return answer
    gone = request_for(me(), request_id)
    flash(_("%(number)s: another body decides on it now.", number=gone.number), "success")
    return to_the_next(gone)
