"""Reading one's saved views: nobody reads another's. Changes nothing."""

from collections.abc import Sequence

from sqlalchemy import select

from accounts.models import Account
from accounts.saved_views.models import SavedView
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id


def views_of(person_id: int, list_name: str) -> Sequence[SavedView]:
    """One's views of a list: the one that opens it, then by name."""
    return db.session.scalars(
        select(SavedView)
        .where(SavedView.person_id == person_id, SavedView.list_name == list_name)
        .order_by(SavedView.is_first.desc(), SavedView.name, SavedView.id)
    ).all()


def view_for(account: Account, view_id: int, list_name: str) -> SavedView:
    """One's own view of a list; else NotThere."""
    view = db.session.get(SavedView, view_id) if is_row_id(view_id) else None
    if view is None or (view.person_id, view.list_name) != (account.person_id, list_name):
        raise NotThere
    return view
