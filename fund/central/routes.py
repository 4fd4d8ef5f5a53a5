"""Pages and downloads for the central file. They read input, call and answer; no rule stands here."""

from collections.abc import Iterable

from flask import Blueprint, Response, request, stream_with_context
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.clock import today
from core.letters.sheets import as_pdf, in_dutch
from core.pages.page import page
from fund.central.forms import PeriodForm
from fund.central.lines import file_of
from fund.central.queries import MINE, batches, decided, row_of
from fund.central.sheet import decision_sheet

bp = Blueprint("central", __name__)


@bp.get("/central")
@needs(Permission.CENTRAL_FILE)
def choose() -> Response:
    """Which days, and whose requests."""
    return page("fund/central.html", form=_this_year())


@bp.get("/central.csv")
@needs(Permission.CENTRAL_FILE)
def lines() -> Response:
    """A line for each decision of a period, on requests that one works on."""
    form = PeriodForm(request.args) if request.args else _this_year()
    if request.args and not form.validate():
        return page("fund/central.html", status=422, form=form)
    period = form.period
    audit.look("export", f"{period.from_on}..{period.until_on}", why=period.scope)
    name = _("decisions-%(first)s-%(last)s", first=period.from_on, last=period.until_on)
    return _csv(stream_with_context(file_of(batches(me(), period))), name)


@bp.get("/decisions/<int:request_id>.csv")
@needs(Permission.REQUEST_READ)
def line(request_id: int) -> Response:
    """One decision as a line, under its headings."""
    found, decision = decided(me(), request_id)
    audit.look("request", found.id, why="central")
    name = _("decision-%(number)s", number=found.number)
    return _csv(list(file_of([[row_of(decision)]])), name)


@bp.get("/decisions/<int:request_id>.pdf")
@needs(Permission.REQUEST_READ)
def pdf(request_id: int) -> Response:
    """One decision with its calculation."""
    found, decision = decided(me(), request_id)
    audit.look("request", found.id, why="central")
    name = _("decision-%(number)s", number=found.number)
    with in_dutch():
        return as_pdf(decision_sheet(found, decision), name)


def _csv(pieces: Iterable[str], name: str) -> Response:
    answer = Response(pieces, mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
    return answer


def _this_year() -> PeriodForm:
    first = today().replace(month=1, day=1)
    return PeriodForm(formdata=None, from_on=first, until_on=today(), scope=MINE)
