"""Making and withdrawing the address of one's calendar. Commits nothing."""

import secrets

from sqlalchemy import update

from accounts.feeds.models import CalendarFeed
from accounts.models import Account
from accounts.queries import token_hash
from core import audit, clock
from core.db import db


def make_feed(account: Account) -> str:
    """A new address, of which this is the token; the one before opens nothing any more."""
    _withdraw(account)
    token = secrets.token_urlsafe(32)
    feed = CalendarFeed(
        person_id=account.person_id, token_hash=token_hash(token), made_at=clock.now()
    )
    db.session.add(feed)
    db.session.flush()
    audit.record("feed.make", kind="calendar_feed", object_id=feed.id)
    return token


def withdraw_feed(account: Account) -> None:
    """From now on the address opens nothing."""
    for feed_id in _withdraw(account):
        audit.record("feed.withdraw", kind="calendar_feed", object_id=feed_id)


def _withdraw(account: Account) -> list[int]:
    mine = (CalendarFeed.person_id == account.person_id, CalendarFeed.withdrawn_at.is_(None))
    ending = update(CalendarFeed).where(*mine).values(withdrawn_at=clock.now())
    return list(db.session.scalars(ending.returning(CalendarFeed.id)))
