"""Pages of takeovers: an upload, its columns and preview, how far it is. Where they stand, routes.py says."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import begin_writing, me, only_reads, takes_up_to
from core import audit
from core.addresses import takes_file
from core.blame import blame, done
from core.db import transaction
from core.errors import NotThere, RuleBroken
from core.pages.page import go, page
from fund.takeover import actions, checking, wording
from fund.takeover.columns import KINDS
from fund.takeover.forms import PREFIX, ColumnsForm, UploadForm, columns_form
from fund.takeover.models import Takeover
from fund.takeover.queries import kinds_of, newest_takeovers, takeover_for
from fund.takeover.rows import missing_columns
from fund.takeover.sheets.sheet import MOST_BYTES, Sheet

# The file, and what a form adds around it.
LARGEST_UPLOAD = MOST_BYTES + 64 * 1024
ROWS_SHOWN, PROBLEMS_SHOWN = 8, 100


def overview() -> Response:
    """What can be taken over, and what was."""
    found = newest_takeovers(me())
    return page("takeover/overview.html", kinds=kinds_of(me()), found=found, say=wording)


def new() -> Response:
    """Which file; the columns that are read stand beside it."""
    form = UploadForm()
    form.kind.data = request.args.get("kind", kinds_of(me())[0])
    return _upload_page(form)


def too_large() -> Response:
    """Larger than may be sent: said beside the field. Nothing of it was read."""
    form = UploadForm(formdata=None)
    form.kind.data = kinds_of(me())[0]
    form.file.errors = [_("This file is larger than 20 MB. Split it in parts.")]
    return _upload_page(form, 413)


@only_reads
@takes_up_to(LARGEST_UPLOAD, too_large)
@takes_file("file")
def upload() -> Response:
    """Keep the file and show how it is read."""
    form = UploadForm()
    form.kind.data = form.kind.data or kinds_of(me())[0]
    if form.validate():
        with form.file.data.stream as stream:  # a large one lies in a file of its own meanwhile
            content = stream.read()
        begin_writing()
        try:
            with transaction():
                takeover_id = actions.upload(form.kind.data, content, by=me()).id
            return go(url_for(".one", takeover_id=takeover_id))
        except RuleBroken as broken:
            blame(form, broken)
    return _upload_page(form, 422)


def one(takeover_id: int) -> Response:
    """How the file is read and what is wrong with it; or how far it is, or what came of it."""
    takeover = takeover_for(me(), takeover_id)
    if takeover.state == actions.OPEN:
        sheet = checking.sheet_of_upload(takeover)
        return _preview(takeover, sheet, columns_form(takeover, sheet))
    return page("takeover/state.html", "takeover/_state.html", takeover=takeover, say=wording)


def columns(takeover_id: int) -> Response:
    """Read the file by other columns; remembered for the next one with these headings."""
    takeover = takeover_for(me(), takeover_id)
    actions.still_open(takeover)
    sheet = checking.sheet_of_upload(takeover)
    form = columns_form(takeover, sheet)

    def act() -> None:
        held = takeover_for(me(), takeover_id, lock=True)
        actions.name_columns(held, sheet, form.mapping, form.worker.data)

    if done(form, act):
        return go(url_for(".one", takeover_id=takeover_id))
    return _preview(takeover, sheet, form, 422)


def store(takeover_id: int) -> Response:
    """Have the rows stored; the page shows how far it is."""
    with transaction():
        actions.begin(takeover_for(me(), takeover_id, lock=True), by=me())
    return go(url_for(".one", takeover_id=takeover_id))


def again(takeover_id: int) -> Response:
    """Back to the preview after it went wrong."""
    with transaction():
        actions.again(takeover_for(me(), takeover_id, lock=True))
    return go(url_for(".one", takeover_id=takeover_id))


def drop(takeover_id: int) -> Response:
    """Remove the file."""
    with transaction():
        actions.drop(takeover_for(me(), takeover_id, lock=True))
    flash(_("The file was removed. Nothing of it was stored."), "info")
    return go(url_for(".overview"))


def _upload_page(form: UploadForm, status: int = 200) -> Response:
    kind = form.kind.data
    if kind not in kinds_of(me()):
        raise NotThere
    return page("takeover/new.html", status=status, form=form, columns=KINDS[kind], say=wording)


def _preview(takeover: Takeover, sheet: Sheet, form: ColumnsForm, status: int = 200) -> Response:
    """The columns, the first rows as they are read, and everything that is wrong."""
    audit.look("takeover", takeover.id)
    reading = checking.read(takeover, sheet)
    mapped = [one for one in KINDS[takeover.kind] if one.name in takeover.mapping]
    read = {sheet.headings[place] for place in takeover.mapping.values()}
    context: dict[str, Any] = {
        "found": reading.found if reading else None,
        "missing": missing_columns(takeover.kind, takeover.mapping),
        "columns": mapped,
        "unread": [words for words in sheet.headings if words not in read],
        "fields": [form[PREFIX + one.name] for one in KINDS[takeover.kind]],
        "rows_shown": ROWS_SHOWN,
        "problems_shown": PROBLEMS_SHOWN,
    }
    return page(
        "takeover/preview.html", status=status, takeover=takeover, form=form, say=wording, **context
    )
