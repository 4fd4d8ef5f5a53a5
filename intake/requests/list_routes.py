"""The list of requests and its saved views. It reads input, calls and answers; no rule stands here."""

from collections.abc import Mapping
from typing import Any

from flask import Response, request, url_for

from accounts.gate import me, needs
from accounts.permissions import Permission
from accounts.saved_views.doors import ListWithViews, add_doors
from accounts.saved_views.forms import ViewForm
from core import audit, clock
from core.pages.page import page
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


def _filters_in(typed: Mapping[str, str]) -> dict[str, str]:
    filters, _form = read(typed, lists.scopes_of(me()))
    return filters.address


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


add_doors(
    bp,
    ListWithViews(LIST, "/requests", Permission.REQUEST_READ, _filters_in, _address, _listed),
)
