"""What the worker does for notices: the round of each working day, and forgetting. It tells nobody anything new."""

import datetime as dt
from typing import Final

from flask import current_app
from sqlalchemy import ColumnElement, delete, or_, select, update

from accounts.notices.actions import MAIL
from accounts.notices.mailing import waiting
from accounts.notices.models import NEVER, Notice, NoticeChoice
from core import clock
from core.db import db, transaction
from core.work import outbox
from core.work.jobs import every

ROUND_MINUTES: Final = 15
DAY_MINUTES: Final = 24 * 60
# From this hour in Brussels on, so that it lies there when people begin.
ROUND_FROM_HOUR: Final = 7
READ_KEPT: Final = dt.timedelta(days=90)
KEPT: Final = dt.timedelta(days=366)


@every(minutes=ROUND_MINUTES)
def daily_round() -> None:
    """Once a working day: a mail to each who wants one and has something new."""
    here = clock.brussels(clock.now())
    is_time = here.hour >= ROUND_FROM_HOUR and clock.is_working_day(here.date())
    if current_app.config.get("MAIL") is None or not is_time:
        return
    for person_id in _in_this_round(here.date()):
        with transaction():
            if _claimed(person_id, here.date()):
                outbox.put(MAIL, person_id=person_id)


@every(minutes=DAY_MINUTES)
def forget_notices() -> None:
    """What was read is of no use after some months, nor what nobody read in a year."""
    now = clock.now()
    old = or_(Notice.read_at < now - READ_KEPT, Notice.told_at < now - KEPT)
    with transaction() as session:
        session.execute(delete(Notice).where(old))


def _in_this_round(on: dt.date) -> list[int]:
    wanted = (
        select(NoticeChoice.person_id)
        .where(
            NoticeChoice.way != NEVER,
            NoticeChoice.refused_at.is_(None),
            _not_yet(on),
            NoticeChoice.person_id.in_(select(Notice.person_id).where(waiting())),
        )
        .order_by(NoticeChoice.person_id)
    )
    found = list(db.session.scalars(wanted))
    db.session.rollback()
    return found


def _claimed(person_id: int, on: dt.date) -> bool:
    """Of two workers one; a clock that was set back asks again and finds nothing that is new."""
    claiming = (
        update(NoticeChoice)
        .where(NoticeChoice.person_id == person_id, _not_yet(on))
        .values(round_on=on)
        .returning(NoticeChoice.person_id)
        .execution_options(synchronize_session=False)
    )
    return db.session.scalar(claiming) is not None


def _not_yet(on: dt.date) -> ColumnElement[bool]:
    return or_(NoticeChoice.round_on.is_(None), NoticeChoice.round_on != on)
