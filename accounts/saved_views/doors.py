"""The doors of saved views, the same for each list that has them: save, rename, open with, remove."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, flash, request
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from accounts.saved_views import actions
from accounts.saved_views.forms import ViewForm
from accounts.saved_views.queries import view_for
from core.blame import done
from core.db import transaction
from core.pages.page import go


@dataclass(frozen=True)
class ListWithViews:
    """A list as its views need to know it."""

    name: str
    path: str
    permission: Permission
    # The filters in an address, as they are kept.
    filters_in: Callable[[Mapping[str, str]], dict[str, str]]
    # Where the list with these filters stands.
    address: Callable[[Mapping[str, str]], str]
    # The page with the form once more, for a name that will not do.
    again: Callable[[ViewForm, Mapping[str, str]], Response]
    # How the number of one of its views is called: a view of another list is not there.
    number: str = "view_id"


def add_doors(bp: Blueprint, of: ListWithViews) -> None:
    """Open them under the list's own address."""
    doors = (
        ("save_view", "", _save),
        ("rename_view", f"/<int:{of.number}>", _rename),
        ("open_with_view", f"/<int:{of.number}>/first", _open_with),
        ("remove_view", f"/<int:{of.number}>/remove", _remove),
    )
    for endpoint, rest, view in doors:
        bp.add_url_rule(
            f"{of.path}/views{rest}",
            endpoint,
            needs(of.permission)(_bound(view, of)),
            methods=["POST"],
        )


def _bound(view: Callable[..., Response], of: ListWithViews) -> Callable[..., Response]:
    def door(**values: int) -> Response:
        return view(of, *values.values())

    return door


def _save(of: ListWithViews) -> Response:
    """Give the filters that are on a name."""
    form, filters = ViewForm(), of.filters_in(request.args)
    if done(form, lambda: actions.save(of.name, form.name.data or "", filters, by=me())):
        flash(_("The view was saved."), "success")
        return go(of.address(filters))
    return of.again(form, filters)


def _rename(of: ListWithViews, view_id: int) -> Response:
    """Give a view another name."""
    view, form = view_for(me(), view_id, of.name), ViewForm()
    if done(form, lambda: actions.rename(view, form.name.data or "", by=me())):
        return go(of.address(view.filters))
    return of.again(form, view.filters)


def _open_with(of: ListWithViews, view_id: int) -> Response:
    """Let the list open with this view, or no longer."""
    view = view_for(me(), view_id, of.name)
    with transaction():
        actions.open_with(view, by=me())
    return go(of.address(view.filters))


def _remove(of: ListWithViews, view_id: int) -> Response:
    """Forget a view; its list stays on the screen."""
    view = view_for(me(), view_id, of.name)
    address = of.address(view.filters)
    with transaction():
        actions.remove(view)
    flash(_("The view was removed."), "success")
    return go(address)
