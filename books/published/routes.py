"""The page of the totals of earlier years: who works with the money sees them, the administrator withdraws one."""

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import needs
from accounts.permissions import Permission
from books.published import actions, queries
from core.db import transaction
from core.pages.page import go, page

bp = Blueprint("published", __name__)


@bp.get("/budgets/earlier-years")
@needs(Permission.BUDGETS_READ)
def totals() -> Response:
    """Each year with its figures and the document that they stand in."""
    return page("published/totals.html", found=queries.page_of_totals(key=request.args.get("key")))


@bp.post("/budgets/earlier-years/<int:total_id>/withdraw")
@needs(Permission.BUDGETS)
def withdraw(total_id: int) -> Response:
    """It was wrong: it is shown to the coordinator no more, and the year may be brought in anew."""
    with transaction():
        stored = queries.total_to_change(total_id)
        actions.withdraw(stored)
        year = stored.year
    flash(_("%(year)s is withdrawn. The year can be brought in anew.", year=year), "success")
    return go(url_for(".totals"))
