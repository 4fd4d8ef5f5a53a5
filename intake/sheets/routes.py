"""Pages of what intake prints, each also as a PDF. They read input, call and answer; no rule stands here."""

from flask import Response, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.clock import today
from core.letters.sheets import Sheet, as_pdf, in_dutch
from core.pages.page import page
from intake.asking.asked import FUND
from intake.requests.blueprint import bp
from intake.requests.queries import request_for
from intake.sheets.empty import empty_form, kinds_of
from intake.sheets.filed import filed_form
from intake.sheets.known import known_of
from regulation.versions.queries import rule_in_force


@bp.get("/requests/<int:request_id>/form")
@needs(Permission.REQUEST_READ)
def filed(request_id: int) -> Response:
    """The form as it was filed, to print and to sign."""
    number, sheet = _filed(request_id)
    return page(
        "requests/printed.html",
        made=sheet,
        pdf=url_for(".filed_pdf", request_id=request_id),
        back=(_("To the request"), url_for(".show", request_id=request_id)),
        name=number,
    )


@bp.get("/requests/<int:request_id>/form.pdf")
@needs(Permission.REQUEST_READ)
def filed_pdf(request_id: int) -> Response:
    """The same as a PDF."""
    number, sheet = _filed(request_id)
    return as_pdf(sheet, _("request-%(number)s", number=number))


@bp.get("/filings/empty")
@needs(Permission.REQUEST_FILE)
def empty() -> Response:
    """An empty form, to print before a visit at home; with a client what the file knows is filled in."""
    client_id = request.args.get("client", type=int)
    version = rule_in_force(today())
    kinds = kinds_of(version)
    kind = request.args.get("kind", kinds[0])
    kind = kind if kind in kinds else kinds[0]
    back = (
        (_("To the file"), url_for("people.show", client_id=client_id))
        if client_id
        else (_("To the requests"), url_for(".mine"))
    )
    return page(
        "requests/printed.html",
        made=_empty(client_id, kind),
        pdf=url_for(".empty_pdf", kind=kind, client=client_id),
        back=back,
        kinds=[(one, url_for(".empty", kind=one, client=client_id), one == kind) for one in kinds],
    )


@bp.get("/filings/empty.pdf")
@needs(Permission.REQUEST_FILE)
def empty_pdf() -> Response:
    """The same as a PDF."""
    kind = request.args.get("kind", FUND)
    return as_pdf(_empty(request.args.get("client", type=int), kind), _("form"))


def _filed(request_id: int) -> tuple[str, Sheet]:
    found = request_for(me(), request_id)
    audit.look("request", found.id, why="form")
    with in_dutch():
        return found.number, filed_form(found)


def _empty(client_id: int | None, kind: str) -> Sheet:
    known = known_of(me(), client_id)
    if known.client is not None:
        audit.look("client", known.client.id, why="form")
    with in_dutch():
        return empty_form(kind, rule_in_force(today()), known)
