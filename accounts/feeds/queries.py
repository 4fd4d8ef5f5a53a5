"""Reading addresses of calendars. Changes nothing."""

from sqlalchemy import select

from accounts.feeds.models import CalendarFeed
from accounts.models import Account
from accounts.queries import token_hash
from core.db import db
from core.errors import NotThere


def feed_of(account: Account) -> CalendarFeed | None:
    """The address that opens this person's calendar, if there is one."""
    mine = (CalendarFeed.person_id == account.person_id, CalendarFeed.withdrawn_at.is_(None))
    return db.session.scalar(select(CalendarFeed).where(*mine))


def accounts_behind(token: str) -> list[Account]:
    """Whose calendar it is, by the accounts that still open something; NotThere without one."""
    wanted = (
        select(Account)
        .join(CalendarFeed, CalendarFeed.person_id == Account.person_id)
        .where(
            CalendarFeed.token_hash == token_hash(token),
            CalendarFeed.withdrawn_at.is_(None),
            Account.disabled_at.is_(None),
        )
        .order_by(Account.id)
    )
    found = list(db.session.scalars(wanted))
    if not found:
        raise NotThere
    return found
