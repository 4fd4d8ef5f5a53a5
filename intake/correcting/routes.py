"""Pages to correct a request, and to add to it. They read input, call and answer; no rule stands here."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from accounts.gate import keeps_late_text, me, needs
from accounts.models import Account
from accounts.permissions import Permission
from core import audit
from core.db import transaction
from core.errors import Conflict, RuleBroken
from core.pages.page import go
from intake.correcting import actions
from intake.filing import drafting, sending
from intake.filing.corrected import has_become, typed_of
from intake.filing.desk import Desk
from intake.filing.laying import form_desk
from intake.filing.lines import Typed
from intake.filing.routes import show as show_form
from intake.requests.blueprint import bp
from intake.requests.life import possible
from intake.requests.models import Request
from intake.requests.queries import for_update, workable_request


def keep_late(account: Account, sent: MultiDict[str, str], request_id: int) -> None:
    """For the gate, when the session ran out while it was being filled in: it stays as a draft."""
    drafting.keep(account, with_request(sent, request_id))


@bp.get("/requests/<int:request_id>/correct")
@needs(Permission.REQUEST_CORRECT)
def correct(request_id: int) -> Response:
    """The form with what was asked; once it is decided, the request's page says what can be done."""
    found = workable_request(me(), request_id)
    if "correct" not in possible(found, me()):
        return go(url_for(".show", request_id=request_id))
    return _form(found, form_desk(me(), typed_of(found)))


@bp.post("/requests/<int:request_id>/correct")
@needs(Permission.REQUEST_CORRECT)
@keeps_late_text(keep_late)
def save_correction(request_id: int) -> Response:
    """A new version of what is asked, judged anew."""
    found = workable_request(me(), request_id)
    desk = form_desk(me(), with_request(request.form, request_id))
    desk.seat_the_family()
    try:
        if _corrected(desk, request_id):
            flash(_("The correction was submitted. The approver sees what changed."), "success")
            return go(url_for(".show", request_id=request_id))
    except RuleBroken as broken:
        desk.blame(broken)
    except Conflict:
        if has_become(desk.typed, desk.key):
            return go(url_for(".show", request_id=request_id))
        return _form(workable_request(me(), request_id), desk, 409, is_late=True)
    desk.saved_at = drafting.kept_at(me(), desk.key)
    return _form(found, desk, 422)


def with_request(sent: MultiDict[str, str], request_id: int) -> Typed:
    """The form as it was sent; what it puts right is what stands in the address."""
    typed = Typed(sent)
    typed["corrects"] = str(request_id)
    return typed


def _corrected(desk: Desk, request_id: int) -> bool:
    lines = sending.lines_to_file(desk)
    if not lines:
        return False
    with transaction():
        actions.correct(
            for_update(request_id, desk.form.seen_version.data or 0),
            lines[0].asked(desk.version),
            by=me(),
            note=desk.form.note.data or "",
            draft_key=desk.key,
        )
    return True


def _form(found: Request, desk: Desk, status: int = 200, **context: Any) -> Response:
    """From here on what is sent stands beside the request as it is now."""
    audit.look("request", found.id)
    return show_form(desk, status, **context)
