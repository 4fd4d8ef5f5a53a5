"""Pages of the counter: the worker's grant, and the approver's list of the day before. No rules."""

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext as _n

from accounts.gate import me, needs
from accounts.permissions import Permission
from accounts.same_person.queries import persons_of
from core import audit
from core.db import transaction
from core.errors import NotThere
from core.ids import row_id
from core.pages.page import go, page
from fund.counter import actions
from fund.counter.queries import NEW, STATES, page_of_counter
from fund.forms import GrantForm
from intake.requests.queries import for_update, workable_request

bp = Blueprint("counter", __name__)


@bp.post("/requests/<int:request_id>/counter")
@needs(Permission.COUNTER)
def grant(request_id: int) -> Response:
    """The worker grants at once what the rule gives."""
    asked, form = workable_request(me(), request_id), GrantForm()
    with transaction():
        held = for_update(asked.id, form.seen_version)
        actions.grant_at_counter(held, by=me(), shown_cents=form.shown_cents.data or 0)
    flash(_("Granted at the counter. An approver sees it tomorrow."), "success")
    return go(url_for("requests.show", request_id=request_id))


@bp.get("/counter")
@needs(Permission.COUNTER_SEEN)
def counter() -> Response:
    """What was granted at the counter, and who has looked at it."""
    state = request.args.get("state", NEW)
    if state not in STATES:
        raise NotThere
    audit.look("counter", state)
    found = page_of_counter(me(), state, key=request.args.get("key"))
    return page("fund/counter.html", found=found, state=state, persons=persons_of(me()))


@bp.post("/counter/seen")
@needs(Permission.COUNTER_SEEN)
def seen() -> Response:
    """These were looked at."""
    chosen = [number for typed in request.form.getlist("decision") if (number := row_id(typed))]
    with transaction():
        count = actions.see(chosen, by=me())
    flash(_n("%(num)s grant seen.", "%(num)s grants seen.", count), "success")
    return go(url_for(".counter"))
