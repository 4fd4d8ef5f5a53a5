"""The worklist of the fund: open requests by their term, as columns and never as whole rows. Changes nothing."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final, cast

from sqlalchemy import Date, Select, and_, bindparam, exists, func, or_, select

from accounts.models import Account, Team
from core.clock import today
from core.db import Base, db
from core.pages.paging import By, Listing, Page
from intake.people.models import Client, Membership
from intake.people.queries import active
from intake.requests.life import SUBMITTED, WAITING
from intake.requests.models import OPEN, Filing, OtherPayerPart, Pause, Request

FOR_ME, FOR_INFORMATION, ALL = "mine", "waiting", "all"
STATES: Final = (FOR_ME, FOR_INFORMATION, ALL)
# Above this the count is "999+": nobody reads further, and counting costs.
MOST_COUNTED: Final = 999

# Tables and not classes: the fund's first page is opened all day, and mapping costs as much as reading.
_tables: Any = Base.metadata.tables
_request, _client, _team, _filing, _membership, _pause, _other_payer = (
    _tables[model.__tablename__].c
    for model in (Request, Client, Team, Filing, Membership, Pause, OtherPayerPart)
)
_other = _tables[Request.__tablename__].alias("earlier").c
ORDER: Final = (By(_request.legal_due_on), By(_request.id))

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
    """What to mind, each a question that an index answers."""
    other_payer = exists().where(_other_payer.request_id == _request.id)
    answered = exists().where(_pause.request_id == _request.id, _pause.ended_at.is_not(None))
    before = exists().where(_other.client_id == _request.client_id, _other.id < _request.id)
    return (
        other_payer.label("has_other_payer"),
        answered.label("is_answered"),
        before.label("has_earlier"),
        *_question(),
    )


def _question() -> tuple[Any, ...]:
    """What waits for an answer: since when, from whom, until when."""
    return tuple(
        select(column)
        .where(_pause.request_id == _request.id, _pause.ended_at.is_(None))
        .limit(1)
        .scalar_subquery()
        .label(name)
        for column, name in (
            (_pause.asked_at, "stopped_at"),
            (_pause.to_whom, "asked_whom"),
            (_pause.answer_by_on, "answer_by_on"),
        )
    )


def _rows() -> Select[Any]:
    columns: tuple[Any, ...] = (
        *(_request.id, _request.number, _request.status, _request.kind, _request.what),
        *(_request.provider_name, _request.payee, _request.cost_cents, _request.proposed_cents),
        *(_request.legal_due_on, _request.waited_days, _request.cap_reached, _request.worker_id),
        *(_request.corrected_at, _request.added_to_at),
        *(_client.given_name, _client.family_name, _client.birth_on, _client.file_number),
        *(_team.name.label("team"), _filing.filed_by_id, _household_size(), *_flags()),
    )
    return select(*columns).where(
        OPEN,
        _client.id == _request.client_id,
        _team.id == _request.team_id,
        _filing.id == _request.filing_id,
    )


def _counts() -> Select[Any]:
    looked_at = select(_request.status).where(OPEN).limit(MOST_COUNTED + 1).subquery()
    return select(looked_at.c.status, func.count()).group_by(looked_at.c.status)


ROWS: Final = _rows()
LISTS: Final[Mapping[str, Listing]] = {
    FOR_ME: Listing(ROWS.where(_request.status == SUBMITTED), ORDER),
    FOR_INFORMATION: Listing(ROWS.where(_request.status == WAITING), ORDER),
    ALL: Listing(ROWS, ORDER),
}
COUNTS: Final = _counts()


def page_of_worklist(state: str, *, key: str | None = None) -> Page[Any]:
    """A page of what is open, the first term first."""
    return LISTS[state].page(key)


def open_counts() -> Mapping[str, int]:
    """How many requests wait, in each state; a count that stops where it no longer matters."""
    found = {status: int(count) for status, count in db.session.execute(COUNTS)}
    for_me, waiting = found.get(SUBMITTED, 0), found.get(WAITING, 0)
    return {FOR_ME: for_me, FOR_INFORMATION: waiting, ALL: for_me + waiting}


def next_for(account: Account, after: Request) -> int | None:
    """The next request that this person may decide: the one after, else the first of all."""
    wanted = (
        select(Request.id)
        .join(Filing, Filing.id == Request.filing_id)
        .where(
            OPEN,
            Request.status == SUBMITTED,
            Request.id != after.id,
            Request.worker_id != account.person_id,
            Filing.filed_by_id != account.person_id,
        )
        .order_by(Request.legal_due_on, Request.id)
        .limit(1)
    )
    due_on = after.legal_due_on
    later = and_(
        Request.legal_due_on >= due_on, or_(Request.legal_due_on > due_on, Request.id > after.id)
    )
    return db.session.scalar(wanted.where(later)) or db.session.scalar(wanted)
