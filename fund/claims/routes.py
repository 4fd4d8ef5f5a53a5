"""The doors of reading in the fund: the next, this one, no more. They read input, call and answer."""

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core.db import transaction
from core.pages.page import go
from fund.bodies.guard import be_let_in
from fund.claims import actions
from fund.narrowing.kept import address_of_kept, kept
from intake.requests.queries import request_for

bp = Blueprint("claims", __name__)


@bp.post("/worklist/next")
@needs(Permission.DECIDE)
def take_next() -> Response:
    """Open the next request that nobody reads."""
    with transaction():
        request_id = actions.take_next(by=me(), filters=kept())
    if request_id is None:
        flash(_("Nothing waits that nobody reads."), "info")
        return go(address_of_kept())
    return go(url_for("fund.case", request_id=request_id))


@bp.post("/worklist/<int:request_id>/claim")
@needs(Permission.DECIDE)
def take(request_id: int) -> Response:
    """I read this one, also when a colleague did so until now."""
    found = request_for(me(), request_id)
    be_let_in(found, me())
    with transaction():
        actions.take(found.id, by=me(), over=True)
    return go(url_for("fund.case", request_id=found.id))


@bp.post("/worklist/<int:request_id>/release")
@needs(Permission.DECIDE)
def release(request_id: int) -> Response:
    """I leave it to a colleague."""
    found = request_for(me(), request_id)
    be_let_in(found, me())
    with transaction():
        actions.release(found.id, by=me())
    flash(_("%(number)s is free for a colleague.", number=found.number), "success")
    return go(url_for("fund.worklist"))
