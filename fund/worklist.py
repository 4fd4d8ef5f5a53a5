"""The worklist of the fund: open requests by their term, as columns and never as whole rows. Changes nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, cast

from sqlalchemy import Date, Select, bindparam, case, func, select

from accounts.models import Account, Person, Team
from accounts.same_person.queries import persons_of
from core.clock import today
from core.db import Base, db, rows_of
from core.pages.paging import Listing, Page, beyond
from fund.bodies.queries import open_to
from fund.claims.queries import SINCE, free_for
from fund.claims.queries import TABLE as CLAIM
from fund.narrowing.conditions import (
    AWAITS_PAYER,
    HAS_EARLIER,
    IS_ANSWERED,
    IS_ASKED_AGAIN,
    ORDERS,
    USUAL_CENTS,
    fits,
)
from fund.narrowing.filters import ALL, FOR_INFORMATION, FOR_ME, PLAIN, Narrowed
from intake.people.models import Client, Membership
from intake.people.queries import active
from intake.requests.life import WAITING
from intake.requests.models import OPEN, Filing, Pause, Request
from intake.requests.recusal.queries import closed_to

Hidden = Sequence[tuple[int, str, str]]
# Above this the count is "999+": nobody reads further, and counting costs.
MOST_COUNTED: Final = 999

# Tables and not classes: the fund's first page is opened all day, and mapping costs as much as reading.
_tables: Any = Base.metadata.tables
_requests = _tables[Request.__tablename__]
_readers = _tables[Person.__tablename__].alias("reader")
_request, _client, _team, _filing, _membership, _pause = (
    _tables[model.__tablename__].c for model in (Request, Client, Team, Filing, Membership, Pause)
)

# Filled in when the statement runs, so that it is built once and not for every page.
TODAY: Final = cast(dt.date, bindparam("today", callable_=today, type_=Date()))


def _household_size() -> Any:
    """How many live together today, the person included."""
    return (
        select(func.count())
        .where(
            _membership.household_id == _request.household_id,
            active(_membership.from_on, _membership.until_on, TODAY),
        )
        .scalar_subquery()
        .label("household_size")
    )


def _flags() -> tuple[Any, ...]:
    """What to mind."""
    return (
        AWAITS_PAYER.label("awaits_payer"),
        IS_ANSWERED.label("is_answered"),
        HAS_EARLIER.label("has_earlier"),
        IS_ASKED_AGAIN.label("is_asked_again"),
        USUAL_CENTS.label("usual_cents"),
        *_question(),
    )


def _question() -> tuple[Any, ...]:
    """What waits for an answer: since when, from whom, until when. Looked up only where one waits."""
    return tuple(
        case((_request.status == WAITING, _of_open_pause(column)), else_=None).label(name)
        for column, name in (
            (_pause.asked_at, "stopped_at"),
            (_pause.to_whom, "asked_whom"),
            (_pause.answer_by_on, "answer_by_on"),
        )
    )


def _of_open_pause(column: Any) -> Any:
    waits = (_pause.request_id == _request.id, _pause.ended_at.is_(None))
    return select(column).where(*waits).limit(1).scalar_subquery()


def _rows() -> Select[Any]:
    columns: tuple[Any, ...] = (
        *(_request.id, _request.number, _request.status, _request.kind, _request.what),
        *(_request.provider_name, _request.payee, _request.cost_cents, _request.proposed_cents),
        *(_request.legal_due_on, _request.waited_days, _request.cap_reached, _request.worker_id),
        *(_request.corrected_at, _request.added_to_at, _request.body, _request.first_by_id),
        *(_client.given_name, _client.family_name, _client.birth_on, _client.file_number),
        *(_team.name.label("team"), _filing.filed_by_id, _household_size(), *_flags()),
        *(_readers.c.id.label("reader_id"), _readers.c.name.label("reader")),
    )
    read_now = (CLAIM.c.request_id == _request.id) & (CLAIM.c.claimed_at > SINCE)
    reading = _requests.outerjoin(CLAIM, read_now)
    return (
        select(*columns)
        .select_from(reading.outerjoin(_readers, _readers.c.id == CLAIM.c.person_id))
        .where(
            OPEN,
            _client.id == _request.client_id,
            _team.id == _request.team_id,
            _filing.id == _request.filing_id,
        )
    )


def _counts() -> Select[Any]:
    looked_at = select(_request.status, _request.body).where(OPEN).limit(MOST_COUNTED + 1)
    rows = looked_at.subquery()
    return select(rows.c.status, rows.c.body, func.count()).group_by(rows.c.status, rows.c.body)


ROWS: Final = _rows()
COUNTS: Final = _counts()


def page_of_worklist(
    filters: Narrowed, bodies: tuple[str, ...], hidden: Hidden = (), *, key: str | None = None
) -> Page[Any]:
    """A page of what is open and fits; for oneself what these bodies decide.

    `hidden`: what is closed to this person; a page is shorter by it.
    """
    found = listing_of(filters, bodies).page(key)
    away = {row[0] for row in hidden}
    return replace(found, items=[row for row in found.items if row.id not in away])


def listing_of(filters: Narrowed, bodies: tuple[str, ...]) -> Listing:
    """The list for these bodies; those that are opened all day are built once."""
    if not filters.is_plain:
        return _listing(filters, bodies)
    return _plain(filters, bodies if filters.state == FOR_ME else ())


def _listing(filters: Narrowed, bodies: tuple[str, ...]) -> Listing:
    return Listing(ROWS.where(*_for(filters, bodies)), ORDERS[filters.sort])


_plain = lru_cache(maxsize=32)(_listing)


def _for(filters: Narrowed, bodies: tuple[str, ...]) -> list[Any]:
    mine = [_request.body.in_(bodies)] if filters.state == FOR_ME else []
    return [*fits(filters), *mine]


def hidden_from(account: Account) -> Hidden:
    """The open requests that are closed to this person, with state and body: a handful."""
    wanted = select(Request.id, Request.status, Request.body).where(OPEN, closed_to(account))
    return [(row.id, row.status, row.body) for row in db.session.execute(wanted)]


def open_counts(bodies: tuple[str, ...], hidden: Hidden = ()) -> Mapping[str, int]:
    """How many requests wait, in each state; a count that stops where it no longer matters."""
    found = [(row[0], row[1], int(row[2])) for row in rows_of(COUNTS)]
    found += [(status, body, -1) for _id, status, body in hidden]
    return {
        FOR_ME: sum(n for status, body, n in found if status != WAITING and body in bodies),
        FOR_INFORMATION: sum(n for status, _body, n in found if status == WAITING),
        ALL: sum(n for _status, _body, n in found),
    }


def counts_of(wanted: Iterable[Narrowed], bodies: tuple[str, ...]) -> list[int]:
    """How many requests fit each of these, up to one more than is shown: in one statement."""
    columns = [
        select(func.count())
        .select_from(
            select(_request.id).where(OPEN, *_for(one, bodies)).limit(MOST_COUNTED + 1).subquery()
        )
        .scalar_subquery()
        for one in wanted
    ]
    return list(rows_of(select(*columns)).one()) if columns else []


def next_for(
    account: Account, after: Request | None = None, filters: Narrowed = PLAIN
) -> int | None:
    """The next request of this list that one may decide and no colleague reads: the one after, else the
    first of all."""
    mine, by = persons_of(account), ORDERS[filters.sort]
    wanted = (
        select(Request.id)
        .where(
            OPEN,
            *fits(filters.but(state=FOR_ME)),
            *open_to(account, mine),
            free_for(mine),
        )
        .order_by(*(one.column.desc() if one.descending else one.column for one in by))
        .limit(1)
    )
    if after is None:
        return db.session.scalar(wanted)
    place = [getattr(after, one.column.key or "") for one in by]
    wanted = wanted.where(Request.id != after.id)
    return db.session.scalar(wanted.where(beyond(by, place))) or db.session.scalar(wanted)
