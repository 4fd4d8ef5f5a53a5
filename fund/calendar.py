"""Legal terms that end, and hearings, for somebody's own calendar: numbers and days, no name. It changes nothing."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import ColumnElement, or_, select, true

from accounts.models import Account
from accounts.permissions import Role
from core.clock import BRUSSELS
from core.db import db
from core.ics import Entry
from core.instance import keys
from core.sealing.keyed import keyed_hash
from fund.meetings.queries import for_meetings
from intake.hearing.models import Hearing
from intake.people.access import away_for
from intake.requests.models import OPEN, Request
from intake.requests.queries import reads_every_team
from intake.requests.recusal.queries import closed_to
from intake.requests.term_settings import extension

MOST_SHOWN: Final = 500
HEARD_FOR: Final = dt.timedelta(hours=1)
_OF_REQUEST: Final = (Request.number, Request.id.label("request_id"))


def terms_for(account: Account) -> Iterator[Entry]:
    """Of a worker each request; for who decides, heads the service or prepares meetings one line a day,
    with how many."""
    if reads_every_team(account):
        yield from _by_day("terms", true())
        return
    yield from _of_worker(account)
    if Role.SECRETARY in account.roles:
        yield from _by_day("prepared", for_meetings())


def hearings_for(account: Account) -> Iterator[Entry]:
    """When a client is heard: of who works on it, and of who decides or heads the service. Not whom."""
    wanted = (
        select(Hearing.id, Hearing.invited_for_on, Hearing.invited_time, *_OF_REQUEST)
        .join(Request, Request.id == Hearing.request_id)
        .where(OPEN, Hearing.waived_at.is_(None), Hearing.invited_for_on.is_not(None))
        .where(~closed_to(account))
        .order_by(Hearing.invited_for_on.desc(), Hearing.id)
        .limit(MOST_SHOWN)
    )
    reads_all = reads_every_team(account)
    if not reads_all:
        wanted = wanted.where(_is_of(account))
    for row in db.session.execute(wanted):
        page = "fund.case" if reads_all else "requests.show"
        yield Entry(
            uid=uid_of("hearing", row.id),
            words=_("A client is heard about request %(number)s", number=row.number),
            url=url_for(page, request_id=row.request_id, _external=True),
            **_when(row.invited_for_on, row.invited_time),
        )


def _when(day: dt.date, time: str) -> dict[str, Any]:
    """The hour where the invitation names one; else the day."""
    if not time:
        return {"on": day}
    begins = dt.datetime.combine(day, dt.time.fromisoformat(time), BRUSSELS)
    return {"starts_at": begins, "ends_at": begins + HEARD_FOR}


def _is_of(account: Account) -> ColumnElement[bool]:
    return or_(
        Request.worker_id == account.person_id, Request.worker_id.in_(away_for(account.person_id))
    )


def _of_worker(account: Account) -> Iterator[Entry]:
    how = extension()
    wanted = (
        select(Request.id, Request.number, Request.legal_due_on)
        .where(OPEN, _is_of(account))
        .order_by(Request.legal_due_on, Request.id)
        .limit(MOST_SHOWN)
    )
    for row in db.session.execute(wanted):
        yield Entry(
            uid=uid_of("term", row.id),
            words=_("The legal term of request %(number)s ends", number=row.number),
            on=how.of(row.legal_due_on),
            url=url_for("requests.show", request_id=row.id, _external=True),
        )


def _by_day(kind: str, which: ColumnElement[bool]) -> Iterator[Entry]:
    how = extension()
    due = select(Request.legal_due_on).where(OPEN, which).order_by(Request.legal_due_on)
    counted: Counter[dt.date] = Counter(map(how.of, db.session.scalars(due.limit(10 * MOST_SHOWN))))
    for day, count in sorted(counted.items()):
        yield Entry(
            uid=uid_of(kind, day.toordinal()),
            words=ngettext("%(num)s legal term ends", "%(num)s legal terms end", count),
            on=day,
            url=url_for("overdue.terms", state="soon", _external=True),
        )


def uid_of(kind: str, number: int) -> str:
    """The same for ever in this house, another one in every other house, and it tells no number."""
    hashed = keyed_hash(keys().search, b"calendar", kind.encode(), str(number).encode())
    return f"{hashed[:32]}@cultuurfonds"
