"""The page of the picture above letters. It reads input, calls and answers."""

from collections.abc import Sequence

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import begin_writing, me, needs, only_reads
from accounts.permissions import Permission
from core import settings
from core.addresses import takes_file
from core.db import db, transaction
from core.errors import NotThere
from core.pages.page import go, page
from core.sealing import files
from core.sealing.files import StoredFile
from fund.letters import letterhead
from fund.letters import settings as keys
from fund.letters.blueprint import bp
from intake.evidence.arriving import Arrived
from intake.evidence.bringing import brought
from intake.evidence.forms import NewFileForm


@bp.get("/letters/logo")
@needs(Permission.SETTINGS)
def logo() -> Response:
    """The picture above letters."""
    return _logo_page(NewFileForm(formdata=None))


@bp.post("/letters/logo")
@needs(Permission.SETTINGS)
@only_reads
@takes_file("files")
def change_logo() -> Response:
    """Another picture, or none any more; letters that were made keep theirs."""
    form = NewFileForm()
    if request.form.get("act") == "none":
        begin_writing()
        with transaction():
            letterhead.drop(by=me())
        return _saved()

    def keep(arrived: Sequence[Arrived]) -> None:
        letterhead.put(arrived[0], by=me())

    if not brought(form, keep):
        return _logo_page(form, status=422)
    return _saved()


@bp.get("/letters/logo.jpg")
@needs(Permission.SETTINGS)
def logo_picture() -> Response:
    """The picture itself."""
    stored = db.session.get(StoredFile, settings.get(keys.LOGO))
    if stored is None:
        raise NotThere
    return Response(files.read(stored), mimetype=stored.content_type)


def _saved() -> Response:
    flash(_("Saved."), "success")
    return go(url_for("letters.logo"))


def _logo_page(form: NewFileForm, *, status: int = 200) -> Response:
    has_logo = bool(settings.get(keys.LOGO))
    return page("letters/logo.html", status=status, form=form, has_logo=has_logo)
