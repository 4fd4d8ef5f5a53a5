"""Pages of agendas elsewhere: documents leave, outcomes come back, the template. They read, call and answer."""

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import begin_writing, me, needs, only_reads, takes_up_to
from accounts.permissions import Permission
from core import audit
from core.addresses import takes_file
from core.blame import blame, done
from core.clock import brussels
from core.db import transaction
from core.errors import RuleBroken
from core.pages.page import go, page
from fund.meetings import wording
from fund.meetings.access import closed_in, meeting_for
from fund.meetings.blueprint import bp, held
from fund.meetings.elsewhere import outcomes, template
from fund.meetings.elsewhere.checking import MOST_BYTES
from fund.meetings.elsewhere.documents import documents_of, items_in
from fund.meetings.elsewhere.forms import OutcomesForm, TemplateForm, outcomes_form
from fund.meetings.elsewhere.outcomes import LinesBroken
from fund.meetings.elsewhere.placeholders import PLACEHOLDERS

# The file, and what a form adds around it.
LARGEST_UPLOAD = MOST_BYTES + 64 * 1024


@bp.get("/meetings/<int:elsewhere_id>/documents.zip")
@needs(Permission.MEETINGS)
def documents(elsewhere_id: int) -> Response:
    """Each item in the centre's template, and one list; nothing of what is closed to who takes them."""
    meeting = meeting_for(me(), elsewhere_id)
    closed = closed_in(me(), meeting)
    items = [one for one in items_in(meeting) if one.id not in closed]
    audit.look("meeting", elsewhere_id, why="documents")
    for one in items:
        audit.look("request", one.request_id, why="documents")
    name = f"zitting-{meeting.number}-{meeting.year}.zip"
    return _download(documents_of(meeting, items), name, "application/zip")


@bp.get("/meetings/<int:elsewhere_id>/outcomes")
@needs(Permission.MEETINGS)
def outcomes_elsewhere(elsewhere_id: int) -> Response:
    """A line for each item, as proposed unless something else is chosen."""
    return _outcomes(elsewhere_id)


@bp.post("/meetings/<int:elsewhere_id>/outcomes")
@needs(Permission.MEETINGS)
def store_outcomes(elsewhere_id: int) -> Response:
    """All of them at once, or none."""
    meeting = meeting_for(me(), elsewhere_id)
    items = outcomes.still_waiting_in(meeting)
    form, decided = outcomes_form(items, brussels(meeting.starts_at).date()), list[int]()

    def act() -> None:
        meeting, said = held(elsewhere_id), form.said_on(items)
        decided.append(outcomes.store(meeting, said, form.session, by=me()))

    try:
        is_done = done(form, act)
    except LinesBroken as broken:
        form.blame_lines(broken, items)
        is_done = False
    if not is_done:
        return _outcomes(elsewhere_id, form, 422)
    flash(wording.announced(decided[0]), "success")
    return go(url_for(".one", meeting_id=elsewhere_id))


@bp.get("/meetings/template")
@needs(Permission.LETTER_TEXTS)
def item_template() -> Response:
    """The template of an item, and what it may name."""
    return _template(TemplateForm(formdata=None))


def too_large() -> Response:
    """Larger than may be sent: said beside the field. Nothing of it was read."""
    form = TemplateForm(formdata=None)
    form.file.errors = [_("This file is larger than 5 MB. Use smaller pictures in it.")]
    return _template(form, 413)


@bp.post("/meetings/template")
@needs(Permission.LETTER_TEXTS)
@only_reads
@takes_up_to(LARGEST_UPLOAD, too_large)
@takes_file("file")
def change_template() -> Response:
    """Another one, or the one that comes along."""
    form = TemplateForm()
    if request.form.get("act") == "none":
        begin_writing()
        with transaction():
            template.drop(by=me())
        return _kept()
    if form.validate():
        try:
            with form.file.data.stream as stream:
                kept = template.looked_at(stream.read())
            begin_writing()
            with transaction():
                template.put(kept, by=me())
            return _kept()
        except RuleBroken as broken:
            blame(form, broken)
    return _template(form, 422)


@bp.get("/meetings/template.docx")
@needs(Permission.LETTER_TEXTS)
def template_file() -> Response:
    """The template as it is now, to work on."""
    return _download(template.current(), "sjabloon.docx", template.DOCX)


@bp.get("/meetings/template/example.docx")
@needs(Permission.LETTER_TEXTS)
def template_example() -> Response:
    """The template, filled in with somebody who is not there."""
    return _download(template.example(), "voorbeeld.docx", template.DOCX)


def _kept() -> Response:
    flash(_("Saved."), "success")
    return go(url_for(".item_template"))


def _download(content: bytes, name: str, mimetype: str) -> Response:
    answer = Response(content, mimetype=mimetype)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _template(form: TemplateForm, status: int = 200) -> Response:
    return page(
        "meetings/template.html",
        status=status,
        form=form,
        is_own=template.is_own(),
        placeholders=PLACEHOLDERS,
    )


def _outcomes(meeting_id: int, form: OutcomesForm | None = None, status: int = 200) -> Response:
    """Read anew: what fell away meanwhile stands there no more, what was typed does."""
    meeting = meeting_for(me(), meeting_id)
    items = outcomes.waiting_in(meeting)
    audit.look("meeting", meeting_id)
    shown = form or outcomes_form(items, brussels(meeting.starts_at).date(), fresh=True)
    shown.show(items)
    return page(
        "meetings/outcomes.html",
        status=status,
        meeting=meeting,
        items=items,
        closed=closed_in(me(), meeting),
        outcomes=shown,
        form=form,
        say=wording,
    )
