"""One page for the client: what was asked, granted and paid this year, and what is left. It changes nothing.

It is handed over, so it says nothing of another adult in the household: who is grown up gets a page of one's own.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select

from accounts.models import Account
from core.clock import long_date, show_date
from core.db import db
from core.letters.sheets import Grid, Part, Sheet
from core.money import show_cents
from core.pages.words import say as _
from intake.asking.asked import DISCOUNT
from intake.left.queries import standing_of
from intake.left.showing import LeftShown, shown
from intake.people.models import Client, Membership
from intake.people.queries import household_of, members_of, names_open_to, responsible_on
from intake.requests.life import FORWARDED, OPEN, WITHDRAWN
from intake.requests.models import Request
from intake.requests.queries import readable_by

MOST_ROWS: Final = 60
ADULT, CHILD = "adult", "child"
FIGURES: Final = (3, 4, 5)


def year_of(account: Account, client: Client, on: dt.date) -> Sheet:
    """For a client whose file this account may open."""
    household = household_of(client, on)
    members = members_of(household, on)
    names = _names(account, client, members)
    rows = _requests(account, list(names), on.year)
    left = shown(standing_of(household, members, on), names)
    return Sheet.of(
        _("%(name)s: your requests in %(year)s", name=client.name, year=on.year),
        (
            Part(words=(_("This is how it stands on %(date)s.", date=long_date(on)),)),
            _asked(rows, names),
            _left(left),
            Part(_("Questions?"), words=(_ask(client, on),)),
        ),
        reference=_("File %(number)s", number=client.file_number),
    )


def _names(account: Account, client: Client, members: Sequence[Membership]) -> dict[int, str]:
    """The client, and of an adult the children in the household whose file is open to who prints it."""
    role = next((one.role for one in members if one.client_id == client.id), ADULT)
    children = [one for one in members if one.role == CHILD and role == ADULT]
    is_open = names_open_to(account, (one.client_id for one in children)) if children else {}
    shown_ones = (one.client for one in children if one.client_id in is_open)
    return {one.id: one.given_name for one in (client, *shown_ones)}


def _requests(account: Account, client_ids: Iterable[int], year: int) -> Sequence[Any]:
    statement = (
        select(
            *(Request.client_id, Request.what, Request.kind, Request.status, Request.outcome),
            *(Request.cost_cents, Request.cost_on, Request.granted_cents, Request.freed_cents),
            *(Request.paid_cents, Request.paid_on),
        )
        .where(
            Request.client_id.in_(client_ids),
            Request.cost_on.between(dt.date(year, 1, 1), dt.date(year, 12, 31)),
            readable_by(account),
            (Request.status != WITHDRAWN) | (Request.granted_cents > Request.freed_cents),
        )
        .order_by(Request.cost_on.desc(), Request.id.desc())
        .limit(MOST_ROWS)
    )
    return db.session.execute(statement).all()


def _asked(rows: Sequence[Any], names: Mapping[int, str]) -> Part:
    title = _("Asked, granted and paid")
    if not rows:
        return Part(title, words=(_("Nothing was asked this year."),))
    headings = (_("Date"), _("For whom"), _("What"), _("Price"), _("Granted"), _("Paid"))
    lines = [
        (
            show_date(one.cost_on),
            names[one.client_id],
            one.what,
            show_cents(one.cost_cents),
            _granted(one),
            _paid(one),
        )
        for one in rows
    ]
    granted = sum(one.granted_cents - one.freed_cents for one in rows)
    paid = sum(one.paid_cents for one in rows)
    total = (_("Together"), "", "", "", show_cents(granted), show_cents(paid))
    words = (_("These are the newest %(most)s.", most=MOST_ROWS),) if len(rows) == MOST_ROWS else ()
    return Part(title, words=words, grid=Grid(headings, (*lines, total), FIGURES))


def _granted(row: Any) -> str:
    if row.status == FORWARDED:
        return _("forwarded")
    if row.status in OPEN:
        return _("not decided yet")
    if row.granted_cents > row.freed_cents:
        return show_cents(row.granted_cents - row.freed_cents)
    if row.kind == DISCOUNT and row.outcome != "refused":
        return _("discount")
    return _("not granted")


def _paid(row: Any) -> str:
    if row.paid_on is not None:
        paid, on = show_cents(row.paid_cents), show_date(row.paid_on)
        return _("%(amount)s on %(date)s", amount=paid, date=on)
    if row.kind == DISCOUNT and row.granted_cents > row.freed_cents:
        return _("off the price at once")
    return _("not yet") if row.granted_cents > row.freed_cents else "–"


def _left(left: LeftShown) -> Part:
    title = _("What is still left")
    rows = tuple(_left_rows(left))
    if not rows:
        return Part(title, words=(_("The rule names no maximum."),))
    headings = (_("For whom"), _("For what"), _("At most"), _("Left"))
    return Part(
        title,
        words=(_("Each new request is looked at by itself. So this is no promise yet."),),
        grid=Grid(headings, rows, (2, 3)),
    )


def _left_rows(left: LeftShown) -> Iterator[tuple[str, ...]]:
    for table in left.tables:
        for row in table.rows:
            most = f"{row.most} {row.time}".strip()
            yield row.who, row.what or table.title, most or "–", row.left or row.words


def _ask(client: Client, on: dt.date) -> str:
    worker = responsible_on(client, on).worker.name
    return _("Ask your social worker, %(name)s. You may also see your whole file.", name=worker)
