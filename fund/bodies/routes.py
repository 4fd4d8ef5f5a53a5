"""Letting somebody back who stepped back from a request: the head's act. No rules."""

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core.blame import done
from core.pages.page import go
from fund.bodies import actions
from fund.bodies.queries import recusal_for
from fund.forms import VersionForm
from intake.requests.queries import for_update

bp = Blueprint("bodies", __name__)


@bp.post("/recusals/<int:recusal_id>/lift")
@needs(Permission.RECUSALS)
def lift(recusal_id: int) -> Response:
    """After a talk with who stepped back: this person may decide and read again."""
    recusal, form = recusal_for(me(), recusal_id), VersionForm()

    def act() -> None:
        for_update(recusal.request_id, form.seen_version)
        actions.let_back(recusal, by=me())

    if done(form, act):
        flash(_("Lifted. This person may decide again."), "success")
    else:
        flash(form.form_errors[0], "wrong")
    return go(url_for("fund.case", request_id=recusal.request_id))
