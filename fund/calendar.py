"""The legal terms that end, for somebody's own calendar. It holds numbers and days, and changes nothing."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Final

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import or_, select

from accounts.models import Account
from core.db import db
from core.ics import Entry
from core.instance import keys
from core.sealing.keyed import keyed_hash
from intake.people.access import away_for
from intake.requests.models import OPEN, Request
from intake.requests.queries import reads_every_team
from intake.requests.term_settings import extension

MOST_SHOWN: Final = 500


def terms_for(account: Account) -> Iterator[Entry]:
    """Of a worker each request; for who decides or heads the service one line a day, with how many."""
    if reads_every_team(account):
        yield from _by_day()
    else:
        yield from _of_worker(account)


def _of_worker(account: Account) -> Iterator[Entry]:
    how = extension()
    mine = or_(Request.worker_id == account.person_id, Request.worker_id.in_(away_for(account)))
    wanted = (
        select(Request.id, Request.number, Request.legal_due_on)
        .where(OPEN, mine)
        .order_by(Request.legal_due_on, Request.id)
        .limit(MOST_SHOWN)
    )
    for row in db.session.execute(wanted):
        yield Entry(
            uid=_uid("term", row.id),
            words=_("The legal term of request %(number)s ends", number=row.number),
            on=how.of(row.legal_due_on),
            url=url_for("requests.show", request_id=row.id, _external=True),
        )


def _by_day() -> Iterator[Entry]:
    how = extension()
    due = select(Request.legal_due_on).where(OPEN).order_by(Request.legal_due_on)
    counted: Counter[dt.date] = Counter(map(how.of, db.session.scalars(due.limit(10 * MOST_SHOWN))))
    for day, count in sorted(counted.items()):
        yield Entry(
            uid=_uid("terms", day.toordinal()),
            words=ngettext("%(num)s legal term ends", "%(num)s legal terms end", count),
            on=day,
            url=url_for("overdue.terms", state="soon", _external=True),
        )


def _uid(kind: str, number: int) -> str:
    """The same for ever in this house, another one in every other house, and it tells no number."""
    hashed = keyed_hash(keys().search, b"calendar", kind.encode(), str(number).encode())
    return f"{hashed[:32]}@cultuurfonds"
