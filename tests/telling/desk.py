"""What the tests of telling ask: what somebody was told, and the worker's look at the clock."""

from __future__ import annotations

import datetime as dt

from flask import Flask
from sqlalchemy import select

from accounts.notices import kinds
from accounts.notices.models import Notice
from accounts.queries import account_by_username
from core import clock
from core.db import db, transaction
from fund.telling import jobs
from intake.requests.models import Request

FILED_ON = dt.date(2026, 11, 24)
DUE_ON = dt.date(2026, 12, 24)


def unread(app: Flask, who: str) -> list[str]:
    """The sentences that wait for somebody, the oldest first."""
    with app.app_context():
        person_id = account_by_username(who).person_id
        mine = select(Notice).where(Notice.person_id == person_id, Notice.read_at.is_(None))
        return [
            kinds.sentence(one.kind, one.about)
            for one in db.session.scalars(mine.order_by(Notice.id))
        ]


def all_told(app: Flask, who: str, kind: str) -> int:
    """How often somebody was told of a kind, read or not."""
    with app.app_context():
        person_id = account_by_username(who).person_id
        mine = select(Notice.id).where(Notice.person_id == person_id, Notice.kind == kind)
        return len(db.session.scalars(mine).all())


def look(app: Flask, day: dt.date, hour: int = 10) -> None:
    """The worker looks at the clock, on a day at an hour of Brussels."""
    moment = dt.datetime.combine(day, dt.time(hour), clock.BRUSSELS)
    with app.app_context(), clock.at(moment):
        jobs.remind()


def days_before(days: int) -> dt.date:
    """So many days before the legal term of what was filed on the day of the tests."""
    return DUE_ON - dt.timedelta(days)


def change(app: Flask, request_id: int, **values: object) -> None:
    """Let a column of a request be something else."""
    with app.app_context(), transaction():
        request = db.session.get_one(Request, request_id)
        for name, value in values.items():
            setattr(request, name, value)
