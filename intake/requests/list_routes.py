"""The list of requests and its saved views. It reads input, calls and answers; no rule stands here."""

from collections.abc import Mapping
from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from accounts.saved_views import actions
from accounts.saved_views.forms import ViewForm
from accounts.saved_views.queries import view_for
from core import audit, clock
from core.blame import done
from core.db import transaction
from core.pages.page import go, page
from intake.requests import lists
from intake.requests.blueprint import bp
from intake.requests.filters import read
from intake.requests.overview import LIST, overview_of
from intake.requests.term_settings import days_left_of
from intake.requests.wording import state_of, turn_of


@bp.get("/requests")
@needs(Permission.REQUEST_READ)
def mine() -> Response:
    """Requests by whose they are, their state and more; every choice has an address."""
    return _listed()


@bp.post("/requests/views")
@needs(Permission.REQUEST_READ)
def save_view() -> Response:
    """Give the filters that are on a name."""
    form = ViewForm()
    filters, _typed = read(request.args, lists.scopes_of(me()))
    if done(form, lambda: actions.save(LIST, form.name.data or "", filters.address, by=me())):
        flash(_("The view was saved."), "success")
        return go(_address(filters.address))
    return _listed(form)


@bp.post("/requests/views/<int:view_id>")
@needs(Permission.REQUEST_READ)
def rename_view(view_id: int) -> Response:
    """Give a view another name."""
    view = view_for(me(), view_id, LIST)
    form = ViewForm()
    if done(form, lambda: actions.rename(view, form.name.data or "", by=me())):
        return go(_address(view.filters))
    return _listed(form, view.filters)


@bp.post("/requests/views/<int:view_id>/first")
@needs(Permission.REQUEST_READ)
def open_with_view(view_id: int) -> Response:
    """Let the list open with this view, or no longer."""
    view = view_for(me(), view_id, LIST)
    with transaction():
        actions.open_with(view, by=me())
    return go(_address(view.filters))


@bp.post("/requests/views/<int:view_id>/remove")
@needs(Permission.REQUEST_READ)
def remove_view(view_id: int) -> Response:
    """Forget a view; its list stays on the screen."""
    view = view_for(me(), view_id, LIST)
    address = _address(view.filters)
    with transaction():
        actions.remove(view)
    flash(_("The view was removed."), "success")
    return go(address)


def _address(filters: Mapping[str, str]) -> str:
    named: dict[str, Any] = dict(filters)
    return url_for(".mine", **named)


def _listed(naming: ViewForm | None = None, typed: Mapping[str, str] | None = None) -> Response:
    typed = request.args if typed is None else typed
    asked = {name: value for name, value in typed.items() if name != "key"}
    found = overview_of(me(), asked, request.args.get("key"))
    naming = naming or ViewForm(formdata=None, obj=found.view)
    if found.found is not None:
        audit.look("requests", found.filters.state, why=found.filters.who)
    return page(
        "requests/list.html",
        status=422 if found.narrowing.errors or naming.errors else 200,
        **vars(found),
        view=found.view,
        naming=naming,
        form=naming if naming.errors else found.narrowing,
        most=lists.MOST_COUNTED,
        today=clock.today(),
        days_left_of=days_left_of,
        state_of=state_of,
        turn_of=turn_of,
    )
