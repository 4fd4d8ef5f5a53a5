"""Reading what somebody was told: nobody reads another's. Changes nothing."""

from sqlalchemy import func, select

from accounts.models import Account
from accounts.notices.models import NEVER, Notice, NoticeChoice
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of


def page_of_notices(account: Account, *, unread: bool, key: str | None = None) -> Page[Notice]:
    """One's notices, the newest first."""
    statement = select(Notice).where(Notice.person_id == account.person_id)
    if unread:
        statement = statement.where(Notice.read_at.is_(None))
    return page_of(statement, [By(Notice.id, descending=True)], key=key)


def notice_for(account: Account, notice_id: int) -> Notice:
    """One's own notice; else NotThere."""
    found = db.session.get(Notice, notice_id) if is_row_id(notice_id) else None
    if found is None or found.person_id != account.person_id:
        raise NotThere
    return found


def unread_count(person_id: int) -> int:
    """How many wait to be read."""
    mine = select(func.count()).where(Notice.person_id == person_id, Notice.read_at.is_(None))
    return db.session.scalar(mine.select_from(Notice)) or 0


def choice_of(person_id: int) -> NoticeChoice:
    """How this person wants mail; who never chose wants none."""
    found = db.session.get(NoticeChoice, person_id)
    return found or NoticeChoice(person_id=person_id, way=NEVER, address="")
