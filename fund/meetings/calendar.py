"""Meetings to come, for the calendar of who reads them: number, body, day and hour, no name. It changes nothing."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from flask import url_for
from sqlalchemy import select

from accounts.models import Account
from core import clock
from core.db import db
from core.ics import Entry
from fund.calendar import uid_of
from fund.meetings.access import readable
from fund.meetings.life import AHEAD
from fund.meetings.models import Meeting
from fund.meetings.wording import name_of

# Nobody says how long an evening lasts.
LASTS: Final = dt.timedelta(hours=2)
MOST_SHOWN: Final = 50


def meetings_for(account: Account) -> Iterator[Entry]:
    """Those that were convened; to who holds them also those that are being prepared."""
    wanted = (
        select(Meeting)
        .where(Meeting.stage.in_(AHEAD), Meeting.starts_at >= clock.now() - LASTS)
        .where(*readable(account))
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(MOST_SHOWN)
    )
    for meeting in db.session.scalars(wanted):
        yield Entry(
            uid=uid_of("meeting", meeting.id),
            words=name_of(meeting),
            starts_at=meeting.starts_at,
            ends_at=meeting.starts_at + LASTS,
            url=url_for("meetings.one", meeting_id=meeting.id, _external=True),
        )
