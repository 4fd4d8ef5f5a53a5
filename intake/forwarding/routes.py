"""The page on which a request is forwarded. It reads input, calls and answers; no rule stands here."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.pages.page import go, page
from intake.forwarding.actions import forward, forward_by, late_days
from intake.forwarding.forms import ForwardForm
from intake.people.identity import identity_of
from intake.requests.blueprint import bp
from intake.requests.in_hand import request_in_hand
from intake.requests.life import allowed
from intake.requests.queries import for_update


@bp.get("/requests/<int:request_id>/forward")
@needs(Permission.FORWARD)
def forward_page(request_id: int) -> Response:
    """To which centre, why, and how long that is still in time."""
    return _page(request_id, ForwardForm(formdata=None))


@bp.post("/requests/<int:request_id>/forward")
@needs(Permission.FORWARD)
def do_forward(request_id: int) -> Response:
    """Send it on."""
    form, found = ForwardForm(), request_in_hand(me(), request_id)

    def act() -> None:
        held = for_update(found.id, form.seen_version.data or 0)
        forward(held, form.elsewhere, by=me())

    if not done(form, act):
        return _page(request_id, form, 422)
    flash(
        _("%(number)s goes on to %(centre)s.", number=found.number, centre=form.centre.data),
        "success",
    )
    return go(url_for(".show", request_id=request_id))


def _page(request_id: int, form: ForwardForm, status: int = 200) -> Response:
    found = request_in_hand(me(), request_id)
    allowed(found, "forward", by=me())
    audit.look("request", found.id)
    return page(
        "forwarding/forward.html",
        status=status,
        asked=found,
        identity=identity_of(found.client, today(), found.household),
        form=form,
        due_on=forward_by(found),
        late=late_days(found),
    )
