"""Filters and orders of the worklist as SQL. It runs nothing."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Date, bindparam, exists, select

from core.clock import add_days, today
from core.db import Base
from core.pages.paging import By
from fund.claims.queries import SINCE
from fund.claims.queries import TABLE as CLAIM
from fund.narrowing.filters import FOR_INFORMATION, FOR_ME, Narrowed
from fund.usual.models import UsualGrant
from intake.asking.asked import FUND
from intake.requests.life import CONFIRMING, SUBMITTED, WAITING
from intake.requests.models import OtherPayerPart, Pause, Request
from intake.requests.term_settings import extension

URGENT_DAYS: Final = 3

_tables: Any = Base.metadata.tables
_request, _pause, _other_payer, _usual = (
    _tables[model.__tablename__].c for model in (Request, Pause, OtherPayerPart, UsualGrant)
)
_read = CLAIM.alias("read").c
_other = _tables[Request.__tablename__].alias("earlier").c

Fits = ColumnElement[bool]

# What rows say and filters ask: each a question that an index answers.
# An answer that is still awaited; what a payer pays or does not is off the price already.
AWAITS_PAYER: Final[Fits] = exists().where(
    _other_payer.request_id == _request.id, _other_payer.answer == "asked"
)
IS_ANSWERED: Final[Fits] = exists().where(
    _pause.request_id == _request.id, _pause.ended_at.is_not(None)
)
HAS_EARLIER: Final[Fits] = exists().where(
    _other.client_id == _request.client_id, _other.id < _request.id
)
USUAL_CENTS: Final = (
    select(_usual.most_cents).where(_usual.category == _request.category).scalar_subquery()
)
# Did this person ask for the same kind of thing before, for this year? Filled in when a statement runs.
YEAR_BEGIN: Final = cast(
    dt.date,
    bindparam("year_begin", callable_=lambda: dt.date(today().year, 1, 1), type_=Date()),
)
IS_ASKED_AGAIN: Final[Fits] = exists().where(
    _other.client_id == _request.client_id,
    _other.cost_on >= YEAR_BEGIN,
    _other.category == _request.category,
    _other.id < _request.id,
)


def _over(days_ahead: int) -> dt.date:
    """The latest last day, as the table has it, that is over in so many days, where it may have moved."""
    return extension().latest_over(add_days(today(), days_ahead))


FLAGGED: Final[Mapping[str, Callable[[], Fits]]] = {
    "late": lambda: _request.legal_due_on <= _over(0),
    "urgent": lambda: (
        (_request.legal_due_on > _over(0)) & (_request.legal_due_on <= _over(URGENT_DAYS + 1))
    ),
    "nothing": lambda: (_request.kind == FUND) & (_request.proposed_cents == 0),
    "unusual": lambda: (_request.kind == FUND) & (_request.proposed_cents > USUAL_CENTS),
    "cap": lambda: _request.cap_reached,
    "payer": lambda: AWAITS_PAYER,
    "answered": lambda: IS_ANSWERED,
    "first": lambda: ~HAS_EARLIER,
    "again": lambda: IS_ASKED_AGAIN,
    "free": lambda: ~exists().where(_read.request_id == _request.id, _read.claimed_at > SINCE),
}
BY_ID: Final = By(_request.id)
ORDERS: Final[Mapping[str, Sequence[By]]] = {
    "term": (By(_request.legal_due_on), BY_ID),
    "most": (By(_request.proposed_cents, descending=True), BY_ID),
    "least": (By(_request.proposed_cents), BY_ID),
    "oldest": (By(_request.submitted_at), BY_ID),
    "newest": (By(_request.submitted_at, descending=True), By(_request.id, descending=True)),
}
IN_STATE: Final[Mapping[str, Fits]] = {
    FOR_ME: _request.status.in_((SUBMITTED, CONFIRMING)),
    FOR_INFORMATION: _request.status == WAITING,
}


def fits(filters: Narrowed) -> list[Fits]:
    """What an open request must be besides."""
    found: list[Fits] = [IN_STATE[filters.state]] if filters.state in IN_STATE else []
    same = (
        (_request.category, filters.category),
        (_request.kind, filters.kind),
        (_request.team_id, filters.team),
    )
    found += [column == value for column, value in same if value]
    return [*found, FLAGGED[filters.flag]()] if filters.flag else found
