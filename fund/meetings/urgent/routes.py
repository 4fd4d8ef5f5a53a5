"""The page on which a chair grants at once. It reads input, calls and answers."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.pages.page import go, page
from fund.meetings.blueprint import bp
from fund.meetings.urgent import actions
from fund.meetings.urgent.forms import UrgentForm
from fund.meetings.urgent.queries import urgent_case
from fund.wording import subject_of
from intake.people.identity import identity_of
from intake.requests.life import allowed
from intake.requests.queries import for_update, request_for


@bp.get("/worklist/<int:request_id>/urgent")
@needs(Permission.URGENT)
def urgent(request_id: int) -> Response:
    """What the chair grants at once."""
    return _urgent(request_id)


@bp.post("/worklist/<int:request_id>/urgent")
@needs(Permission.URGENT)
def grant_urgently(request_id: int) -> Response:
    """Grant it now; the next meeting must ratify it."""
    found, form = request_for(me(), request_id), UrgentForm()
    allowed(found, "urgent_grant", by=me())

    def act() -> None:
        actions.grant_urgently(
            for_update(request_id, form.seen_version),
            by=me(),
            amount_cents=form.amount.data or 0,
            why=form.why.data or "",
            reasons=form.reasons.data or "",
            shown_cents=form.shown_cents.data,
        )

    if not done(form, act):
        return _urgent(request_id, form, 422)
    flash(
        _("%(number)s: granted urgently. The next meeting ratifies it.", number=found.number),
        "success",
    )
    return go(url_for("fund.case", request_id=request_id))


def _urgent(request_id: int, form: UrgentForm | None = None, status: int = 200) -> Response:
    found = urgent_case(me(), request_id)
    audit.look("request", request_id)
    asked, case = found.request, found
    shown = form or UrgentForm(formdata=None, amount=case.assessment.amount_cents)
    return page(
        "meetings/urgent.html",
        status=status,
        asked=asked,
        amount_cents=case.assessment.amount_cents,
        most_cents=case.most_cents,
        identity=identity_of(asked.client, today(), asked.household),
        subject=subject_of(asked),
        urgent=shown,
        form=form,
    )
