"""Naming, choosing and removing views of a list. Commits nothing."""

from collections.abc import Iterable, Mapping
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from accounts.saved_views.models import SavedView
from accounts.saved_views.queries import views_of
from core import audit, clock
from core.db import db
from core.errors import RuleBroken

MOST_VIEWS: Final = 12


def save(list_name: str, name: str, filters: Mapping[str, str], *, by: Account) -> SavedView:
    """Give these filters a name; RuleBroken when they or the name have one already."""
    there = views_of(by.person_id, list_name)
    _check_name(there, name)
    same = next((one.name for one in there if one.filters == filters), None)
    if same is not None:
        raise RuleBroken(_("This view has a name already: %(name)s.", name=same), "name")
    if len(there) >= MOST_VIEWS:
        words = _("You have %(most)s views. Remove one first.", most=MOST_VIEWS)
        raise RuleBroken(words, "name")
    view = SavedView(
        person_id=by.person_id,
        list_name=list_name,
        name=name,
        filters=dict(filters),
        made_at=clock.now(),
    )
    db.session.add(view)
    db.session.flush()
    audit.record("view.save", kind="saved_view", object_id=view.id)
    return view


def rename(view: SavedView, name: str, *, by: Account) -> None:
    """Another name for the same filters."""
    _check_name((one for one in views_of(by.person_id, view.list_name) if one.id != view.id), name)
    view.name = name
    audit.record("view.rename", kind="saved_view", object_id=view.id)


def open_with(view: SavedView, *, by: Account) -> None:
    """Let the list open with this view; asked of the one that does so already, with none."""
    was_first = view.is_first
    for one in views_of(by.person_id, view.list_name):
        one.is_first = False
    db.session.flush()
    view.is_first = not was_first
    audit.record("view.first", kind="saved_view", object_id=view.id)


def remove(view: SavedView) -> None:
    """Forget the name; the filters themselves stay where they are."""
    audit.record("view.remove", kind="saved_view", object_id=view.id)
    db.session.delete(view)


def _check_name(others: Iterable[SavedView], name: str) -> None:
    if any(one.name.casefold() == name.casefold() for one in others):
        raise RuleBroken(_("You have a view with this name already."), "name")
