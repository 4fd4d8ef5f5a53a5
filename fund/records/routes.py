"""The record of the decisions on a request, to print and as PDF. It reads input, calls and answers."""

from flask import Blueprint, Response, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.errors import NotThere
from core.letters.sheets import Sheet, as_pdf, in_dutch
from core.pages.page import page
from fund.queries import decisions_of
from fund.records.sheet import record_sheet
from intake.requests.queries import request_for

bp = Blueprint("records", __name__)


@bp.get("/decisions/<int:request_id>/record")
@needs(Permission.REQUEST_READ)
def show(request_id: int) -> Response:
    """All decisions with what they stood on, and whether they are what was decided."""
    _number, made = _record(request_id)
    return page(
        "requests/printed.html",
        made=made,
        pdf=url_for(".pdf", request_id=request_id),
        back=(_("To the request"), url_for("requests.show", request_id=request_id)),
    )


@bp.get("/decisions/<int:request_id>/record.pdf")
@needs(Permission.REQUEST_READ)
def pdf(request_id: int) -> Response:
    """The same as a PDF."""
    number, made = _record(request_id)
    return as_pdf(made, _("record-%(number)s", number=number))


def _record(request_id: int) -> tuple[str, Sheet]:
    found = request_for(me(), request_id)
    decisions = decisions_of(found)
    if not decisions:
        raise NotThere
    audit.look("request", found.id, why="record")
    with in_dutch():
        return found.number, record_sheet(found, decisions)
