"""The page that a client takes home: the year in figures. It reads input, calls and answers; no rule stands here."""

from flask import Response, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.clock import today
from core.letters.sheets import Sheet, as_pdf, in_dutch
from core.pages.page import page
from intake.left.year import year_of
from intake.people.blueprint import bp
from intake.people.queries import client_for


@bp.get("/clients/<int:client_id>/year")
@needs(Permission.REQUEST_READ)
def year(client_id: int) -> Response:
    """What was asked, granted and paid this year, and what is left: to print for the client."""
    return page(
        "requests/printed.html",
        made=_year(client_id),
        pdf=url_for(".year_pdf", client_id=client_id),
        back=(_("To the file"), url_for(".show", client_id=client_id)),
    )


@bp.get("/clients/<int:client_id>/year.pdf")
@needs(Permission.REQUEST_READ)
def year_pdf(client_id: int) -> Response:
    """The same as a PDF."""
    return as_pdf(_year(client_id), _("overview-%(year)s", year=today().year))


def _year(client_id: int) -> Sheet:
    client = client_for(me(), client_id)
    audit.look("client", client.id, why="year")
    with in_dutch():
        return year_of(me(), client, today())
