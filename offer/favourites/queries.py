"""Reading favourites. Changes nothing."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, exists, select

from core.db import db
from offer.favourites.models import Favourite
from offer.models import Activity


def is_favourite_of(team_id: int | None) -> ColumnElement[bool]:
    """Of an activity in a select: whether it has the team's star; nobody's team has none."""
    return (
        exists()
        .where(Favourite.team_id == team_id, Favourite.activity_id == Activity.id)
        .correlate(Activity)
    )


def favourites_among(activity_ids: Iterable[int], team_id: int | None) -> frozenset[int]:
    """Which of these activities have the team's star."""
    statement = select(Favourite.activity_id).where(
        Favourite.team_id == team_id, Favourite.activity_id.in_(list(activity_ids))
    )
    return frozenset(db.session.scalars(statement))
