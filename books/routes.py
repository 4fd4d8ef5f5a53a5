"""The pages of the budgets: who may read sees amounts, the administrator changes them. No rules."""

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import needs
from accounts.permissions import Permission
from books import actions, queries
from books.forms import AmountForm, ShareForm, SourceForm, amounts_in, year_form
from books.models import BudgetShare
from books.words import PURPOSES
from core import clock
from core.blame import done
from core.errors import Conflict
from core.pages.page import go, page

bp = Blueprint("books", __name__)


@bp.get("/budgets")
@needs(Permission.BUDGETS_READ)
def budgets() -> Response:
    """What there is, what is promised, what is left: per year, purpose and source."""
    found = queries.budgets(key=request.args.get("key"))
    return page("books/budgets.html", found=found, purposes=PURPOSES)


@bp.get("/budgets/shares/<int:share_id>")
@needs(Permission.BUDGETS)
def share(share_id: int) -> Response:
    """The form for another amount."""
    one = queries.share(share_id)
    form = AmountForm(amount=one.amount_cents, seen_version=one.budget.lock_version)
    return _share_page(one, form)


@bp.post("/budgets/shares/<int:share_id>")
@needs(Permission.BUDGETS)
def change_share(share_id: int) -> Response:
    """Another amount, never below what is committed."""
    form = AmountForm()

    def act() -> None:
        actions.set_amount(
            queries.share(share_id), form.amount.data or 0, seen_version=form.seen_version.data or 0
        )

    try:
        saved = done(form, act)
    except Conflict as conflict:
        one = queries.share(share_id)
        form.seen_version.raw_data = [str(one.budget.lock_version)]
        return _share_page(one, form, 409, conflict=conflict)
    return _saved() if saved else _share_page(queries.share(share_id), form, 422)


def _share_page(
    one: BudgetShare, form: AmountForm, status: int = 200, conflict: Conflict | None = None
) -> Response:
    return page(
        "books/share.html",
        status=status,
        share=one,
        form=form,
        purposes=PURPOSES,
        conflict=conflict,
    )


@bp.get("/budgets/<int:budget_id>/sources")
@needs(Permission.BUDGETS)
def further_source(budget_id: int) -> Response:
    """The form that lets a further source give to a budget."""
    budget = queries.budget(budget_id)
    form = ShareForm(seen_version=budget.lock_version)
    form.offer(queries.sources_beside(budget))
    return page("books/further_source.html", form=form, budget=budget, purposes=PURPOSES)


@bp.post("/budgets/<int:budget_id>/sources")
@needs(Permission.BUDGETS)
def add_share(budget_id: int) -> Response:
    """Let it give."""
    budget = queries.budget(budget_id)
    form = ShareForm()
    form.offer(queries.sources_beside(budget))

    def act() -> None:
        actions.add_share(
            budget,
            queries.source(form.source.data),
            form.amount.data or 0,
            seen_version=form.seen_version.data or 0,
        )

    if not done(form, act):
        return page(
            "books/further_source.html", status=422, form=form, budget=budget, purposes=PURPOSES
        )
    return _saved()


@bp.get("/budgets/new")
@needs(Permission.BUDGETS)
def new_year() -> Response:
    """The form for a budget of another year."""
    form = year_form(queries.sources(), clock.budget_year(clock.today()) + 1)
    return page("books/new_year.html", form=form)


@bp.post("/budgets/new")
@needs(Permission.BUDGETS)
def open_year() -> Response:
    """Open it."""
    sources = queries.sources()
    form = year_form(sources, clock.budget_year(clock.today()) + 1)

    def act() -> None:
        actions.open_year(form.year.data, form.purpose.data, amounts_in(form, sources))

    if not done(form, act):
        return page("books/new_year.html", status=422, form=form)
    return _saved()


@bp.get("/budgets/sources/new")
@needs(Permission.BUDGETS)
def new_source() -> Response:
    """The form for a new source of money."""
    return page("books/new_source.html", form=SourceForm())


@bp.post("/budgets/sources/new")
@needs(Permission.BUDGETS)
def add_source() -> Response:
    """Add it."""
    form = SourceForm()
    if not done(form, lambda: actions.add_source(form.name.data)):
        return page("books/new_source.html", status=422, form=form)
    return _saved()


def _saved() -> Response:
    flash(_("Saved."), "success")
    return go(url_for("books.budgets"))
