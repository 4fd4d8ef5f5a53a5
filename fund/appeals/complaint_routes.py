"""Pages of complaints: noted on a request, answered, with their file. They read input, call and answer."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.db import transaction
from core.errors import NotThere
from core.pages.page import go, page
from fund.appeals import actions, queries, wording
from fund.appeals.forms import AnswerForm, ComplaintForm, day_in
from fund.appeals.models import Complaint
from fund.appeals.routes import bp, request_page, sent_file


@bp.post("/requests/<int:request_id>/complaints")
@needs(Permission.APPEALS)
def note_complaint(request_id: int) -> Response:
    """A complaint came in."""
    queries.worked_on(me(), request_id)
    form = ComplaintForm(prefix="complaint")
    noted: list[Complaint] = []

    def act() -> None:
        asked = queries.worked_on(me(), request_id)
        noted.append(actions.note_complaint(asked, form.new(), by=me()))

    if not done(form, act):
        return request_page(request_id, form, 422)
    flash(_("The complaint is noted."), "success")
    return go(url_for(".complaint", complaint_id=noted[0].id))


@bp.get("/complaints/<int:complaint_id>")
@needs(Permission.APPEALS)
def complaint(complaint_id: int) -> Response:
    """One complaint, and what was answered."""
    return _page(complaint_id)


@bp.post("/complaints/<int:complaint_id>/answer")
@needs(Permission.APPEALS)
def answer(complaint_id: int) -> Response:
    """What was answered."""
    if not queries.works_on(me(), queries.complaint_for(me(), complaint_id).request):
        raise NotThere
    form = AnswerForm()

    def act() -> None:
        actions.note_answer(
            queries.complaint_for(me(), complaint_id),
            form.outcome.data or "",
            day_in(form.answered_on),
            answer=form.answer.data or "",
            by=me(),
            seen_version=form.seen_version,
        )

    if not done(form, act):
        return _page(complaint_id, form, 422)
    flash(_("Saved."), "success")
    return go(url_for(".complaint", complaint_id=complaint_id))


@bp.post("/complaints/<int:complaint_id>/file")
@needs(Permission.APPEAL_FILE)
def ask_complaint_file(complaint_id: int) -> Response:
    """Have its file made."""
    with transaction():
        actions.ask_complaint_file(queries.held_complaint(me(), complaint_id), by=me())
    return go(url_for(".complaint", complaint_id=complaint_id) + "#file")


@bp.get("/complaints/<int:complaint_id>/file.zip")
@needs(Permission.APPEAL_FILE)
def complaint_file(complaint_id: int) -> Response:
    """The file itself."""
    return sent_file("complaint", queries.complaint_for(me(), complaint_id))


def _page(complaint_id: int, sent: AnswerForm | None = None, status: int = 200) -> Response:
    found = queries.complaint_for(me(), complaint_id)
    audit.look("complaint", found.id)
    return page(
        "appeals/complaint.html",
        "appeals/_file.html",
        status,
        complaint=found,
        asked=found.request,
        follow_up=queries.follow_up_of(found),
        archive=queries.archive_of(found),
        notes=queries.works_on(me(), found.request),
        answer=sent or AnswerForm(None, obj=found),
        form=sent,
        say=wording,
    )
