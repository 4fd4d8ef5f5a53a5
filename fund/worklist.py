"""The worklist of the fund: open requests by their term, as columns and never as whole rows. Changes nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from sqlalchemy import Date, Select, and_, bindparam, func, or_, select

from accounts.models import Account, Person, Team
from core.clock import today
from core.db import Base, db
from core.pages.paging import Listing, Page
from fund.claims.queries import SINCE, free_for
from fund.claims.queries import TABLE as CLAIM
from fund.narrowing.conditions import (
    HAS_EARLIER,
    HAS_OTHER_PAYER,
    IS_ANSWERED,
    ORDERS,
    USUAL_CENTS,
    fits,
)
from fund.narrowing.filters import ALL, FOR_INFORMATION, FOR_ME, STATES, Narrowed
from intake.people.models import Client, Membership
from intake.people.queries import active
from intake.requests.life import SUBMITTED, WAITING
from intake.requests.models import OPEN, Filing, Request

# Above this the count is "999+": nobody reads further, and counting costs.
MOST_COUNTED: Final = 999

# Tables and not classes: the fund's first page is opened all day, and mapping costs as much as reading.
_tables: Any = Base.metadata.tables
_requests = _tables[Request.__tablename__]
_readers = _tables[Person.__tablename__].alias("reader")
_request, _client, _team, _filing, _membership = (
    _tables[model.__tablename__].c for model in (Request, Client, Team, Filing, Membership)
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
        HAS_OTHER_PAYER.label("has_other_payer"),
        IS_ANSWERED.label("is_answered"),
        HAS_EARLIER.label("has_earlier"),
        USUAL_CENTS.label("usual_cents"),
    )


def _rows() -> Select[Any]:
    columns: tuple[Any, ...] = (
        *(_request.id, _request.number, _request.status, _request.kind, _request.what),
        *(_request.provider_name, _request.payee, _request.cost_cents, _request.proposed_cents),
        *(_request.legal_due_on, _request.waited_days, _request.cap_reached, _request.worker_id),
        *(_request.corrected_at, _request.added_to_at),
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
    looked_at = select(_request.status).where(OPEN).limit(MOST_COUNTED + 1).subquery()
    return select(looked_at.c.status, func.count()).group_by(looked_at.c.status)


ROWS: Final = _rows()
# The lists that are opened all day.
LISTS: Final[Mapping[Narrowed, Listing]] = {
    plain: Listing(ROWS.where(*fits(plain)), ORDERS[plain.sort]) for plain in map(Narrowed, STATES)
}
COUNTS: Final = _counts()


def page_of_worklist(filters: Narrowed, *, key: str | None = None) -> Page[Any]:
    """A page of what is open and fits."""
    listing = LISTS.get(filters) or Listing(ROWS.where(*fits(filters)), ORDERS[filters.sort])
    return listing.page(key)


def open_counts() -> Mapping[str, int]:
    """How many requests wait, in each state; a count that stops where it no longer matters."""
    found = {status: int(count) for status, count in db.session.execute(COUNTS)}
    for_me, waiting = found.get(SUBMITTED, 0), found.get(WAITING, 0)
    return {FOR_ME: for_me, FOR_INFORMATION: waiting, ALL: for_me + waiting}


def counts_of(wanted: Iterable[Narrowed]) -> list[int]:
    """How many requests fit each of these, up to one more than is shown: in one statement."""
    columns = [
        select(func.count())
        .select_from(select(_request.id).where(OPEN, *fits(one)).limit(MOST_COUNTED + 1).subquery())
        .scalar_subquery()
        for one in wanted
    ]
    return list(db.session.execute(select(*columns)).one()) if columns else []


def next_for(account: Account, after: Request | None = None) -> int | None:
    """The next request that this person may decide and no colleague reads: the one after, else the
    first of all."""
    wanted = (
        select(Request.id)
        .join(Filing, Filing.id == Request.filing_id)
        .where(
            OPEN,
            Request.status == SUBMITTED,
            Request.worker_id != account.person_id,
            Filing.filed_by_id != account.person_id,
            free_for(account.person_id),
        )
        .order_by(Request.legal_due_on, Request.id)
        .limit(1)
    )
    if after is None:
        return db.session.scalar(wanted)
    wanted, due_on = wanted.where(Request.id != after.id), after.legal_due_on
    later = and_(
        Request.legal_due_on >= due_on, or_(Request.legal_due_on > due_on, Request.id > after.id)
    )
    return db.session.scalar(wanted.where(later)) or db.session.scalar(wanted)
