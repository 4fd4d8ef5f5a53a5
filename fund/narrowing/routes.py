"""The page that narrows the worklist and names what one narrows to. It reads input, calls and answers."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, request, url_for

from accounts.gate import needs, who
from accounts.permissions import Permission
from accounts.queries import teams
from accounts.saved_views.doors import ListWithViews, add_doors
from accounts.saved_views.forms import ViewForm
from accounts.saved_views.queries import views_of
from core.pages.page import page
from fund.narrowing.filters import LIST, Narrowed, read
from fund.narrowing.forms import NarrowForm

bp = Blueprint("narrowing", __name__)


@bp.get("/worklist/narrow")
@needs(Permission.WORKLIST)
def narrow() -> Response:
    """What the requests must be, in which order, and a name for it."""
    return _page(read(request.args))


def _page(filters: Narrowed, naming: ViewForm | None = None) -> Response:
    views = views_of(who().person_id, LIST)
    view = next((one for one in views if read(one.filters) == filters), None)
    form = NarrowForm(formdata=None, data=asdict(filters))
    form.offer_teams((team.id, team.name) for team in teams())
    return page(
        "fund/narrow.html",
        status=422 if naming is not None else 200,
        filters=filters,
        narrowing=form,
        view=view,
        naming=naming or ViewForm(formdata=None, obj=view),
        form=naming,
    )


def _again(naming: ViewForm, filters: Mapping[str, str]) -> Response:
    return _page(read(filters), naming)


def _filters_in(typed: Mapping[str, str]) -> dict[str, str]:
    return read(typed).address


def _address(filters: Mapping[str, str]) -> str:
    named: dict[str, Any] = dict(filters)
    return url_for("fund.worklist", **named)


add_doors(
    bp,
    ListWithViews(
        LIST,
        "/worklist",
        Permission.WORKLIST,
        _filters_in,
        _address,
        _again,
        number="worklist_view_id",
    ),
)
