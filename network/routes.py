"""The coordinator's pages: figures of closed quarters. They reach no row of a request."""

from flask import Blueprint, Response, abort, request

from accounts.gate import needs
from accounts.permissions import Permission
from core import clock
from core.pages.page import page
from network import figures
from network.releases import queries

bp = Blueprint("network", __name__)


@bp.get("/statistics")
@needs(Permission.STATISTICS)
def statistics() -> Response:
    """The figures of one year; without a year, of the newest year that has any."""
    this_year = clock.today().year
    years = queries.years()
    year = request.args.get("year", type=int) or (years[0] if years else this_year)
    if years and year not in years and year != this_year:
        abort(404)
    return page(
        "network/statistics.html",
        year=year,
        years=sorted({*years, this_year}, reverse=True),
        figures=figures.year_figures(year, queries.published(year)),
        gauge_words=figures.gauge_label(queries.gauge_word(this_year)),
        this_year=this_year,
        earlier=queries.earlier_years(),
    )


@bp.get("/statistics/protection")
@needs(Permission.STATISTICS)
def protection() -> Response:
    """How people are protected in the figures."""
    return page("network/protection.html")
