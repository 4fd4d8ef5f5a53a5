"""Giving a star and taking it back, for the whole team. Commits nothing."""

from flask_babel import gettext as _
from sqlalchemy import delete

from accounts.models import Account
from core import audit
from core.clock import now
from core.db import db
from core.errors import RuleBroken
from core.upsert import insert_into
from offer.favourites.models import Favourite
from offer.models import Activity


def star(activity: Activity, *, by: Account) -> None:
    """Keep an activity at hand; a star that the team gave already stays as it is."""
    given = insert_into(db.session(), Favourite).values(
        team_id=_team_of(by), activity_id=activity.id, made_by_id=by.person_id, made_at=now()
    )
    db.session.execute(given.on_conflict_do_nothing())
    audit.record("activity.star", kind="activity", object_id=activity.id)


def unstar(activity: Activity, *, by: Account) -> None:
    """Keep it at hand no longer, whoever of the team gave the star."""
    held = (Favourite.team_id == _team_of(by), Favourite.activity_id == activity.id)
    db.session.execute(delete(Favourite).where(*held))
    audit.record("activity.unstar", kind="activity", object_id=activity.id)


def _team_of(account: Account) -> int:
    if account.person.team_id is None:
        raise RuleBroken(_("Favourites are a team's, and you are in none yet."))
    return account.person.team_id
