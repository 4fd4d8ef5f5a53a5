"""Reading in the fund: budgets of schemes, decisions, what is held while one decides. Changes nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Bundle, joinedload

from accounts.models import Account, Person
from books.models import Budget, BudgetShare
from books.queries import Balance
from core.clock import budget_year
from core.db import Base, db, rows_of
from core.errors import Conflict, RuleBroken
from core.pages.paging import By, Page, page_of
from fund.models import Decision, FundBudget
from intake.people.models import Client, Household
from intake.requests.history import of_household
from intake.requests.models import Filing, Request
from intake.requests.recusal.queries import closed_to

CLIENT_AID: Final = "client_aid"
# A household's year is shorter; what is older stands on the client's page.
MOST_EARLIER: Final = 40

DECIDED_ROW: Any = Bundle(
    "row",
    *(Decision.id, Decision.request_id, Decision.outcome, Decision.granted_cents),
    *(Decision.decided_at, Decision.decided_by_id, Decision.undone_at, Decision.revised_at),
    *(Decision.body, Decision.revises_id, Request.first_by_id),
    Person.name.label("decided_by"),
    *(Request.number, Request.what, Request.kind, Request.status, Request.left_at),
    *(Request.lock_version, Request.worker_id, Client.given_name, Client.family_name),
    *(Client.file_number, Filing.filed_by_id),
    *(Request.notify_due_on, Request.notified_on, Request.notified_way, Request.appeal_until_on),
)


@dataclass(frozen=True)
class Held(Balance):
    """What the budget of a year has, and what of it is promised."""

    year: int


# The page of a request asks these: built once, as building costs more than asking.
_YEAR: Final[Any] = bindparam("year")
_TABLES: Final = Base.metadata.tables
_budget, _share, _link = (_TABLES[one.__tablename__].c for one in (Budget, BudgetShare, FundBudget))
_DRAWN_ON: Final = (
    select(_budget.id, _budget.year)
    .outerjoin(
        FundBudget,
        and_(
            _link.budget_id == _budget.id,
            _link.scheme == bindparam("scheme"),
            _link.year == _YEAR,
        ),
    )
    .where(or_(_link.id.is_not(None), and_(_budget.year == _YEAR, _budget.purpose == CLIENT_AID)))
    .order_by(_link.id.is_(None), _budget.id)
    .limit(1)
)
BUDGET_FOR: Final = select(Budget).where(
    Budget.id == _DRAWN_ON.with_only_columns(_budget.id).scalar_subquery()
)
_drawn_on = _DRAWN_ON.subquery()
HELD_FOR: Final = (
    select(
        _drawn_on.c.year,
        func.coalesce(func.sum(_share.amount_cents), 0).label("amount_cents"),
        func.coalesce(func.sum(_share.committed_cents), 0).label("committed_cents"),
    )
    .outerjoin_from(_drawn_on, BudgetShare.__table__, _share.budget_id == _drawn_on.c.id)
    .group_by(_drawn_on.c.year)
)
DECISIONS_OF: Final = (
    select(Decision)
    .where(Decision.request_id == bindparam("request_id"))
    .options(joinedload(Decision.decided_by).lazyload(Person.team))
    .order_by(Decision.number.desc())
)
EARLIER_OF: Final = (
    select(
        *(Request.id, Request.number, Request.status, Request.outcome, Request.what),
        *(Request.cost_on, Request.proposed_cents, Request.granted_cents),
        *(Request.freed_cents, Request.kind, Client.given_name, Client.birth_on),
    )
    .join(Client, Client.id == Request.client_id)
    .where(
        Request.id.in_(of_household()),
        Request.cost_on.between(bindparam("first_on"), bindparam("last_on")),
        Request.id != bindparam("request_id"),
    )
    .order_by(Request.cost_on.desc(), Request.id.desc())
    .limit(MOST_EARLIER)
)


def budget_for(scheme: str, on: dt.date | dt.datetime) -> Budget | None:
    """The budget that a scheme draws on: its own link, else the year's budget for client aid."""
    asked = {"scheme": scheme, "year": budget_year(on)}
    return db.session.scalars(BUDGET_FOR, asked).one_or_none()


def held_for(scheme: str, on: dt.date | dt.datetime) -> Held | None:
    """The same in figures, where nothing of it is to be changed."""
    asked = {"scheme": scheme, "year": budget_year(on)}
    row = rows_of(HELD_FOR, asked).one_or_none()
    return Held(int(row.amount_cents), int(row.committed_cents), row.year) if row else None


def budget_needed(scheme: str, on: dt.date | dt.datetime) -> Budget:
    """The same where there must be one."""
    budget = budget_for(scheme, on)
    if budget is None:
        raise RuleBroken(
            _(
                "There is no budget for %(year)s yet. Ask the administrator.",
                year=budget_year(on),
            )
        )
    return budget


def hold_caps(request: Request) -> None:
    """Let nobody else decide for this household or person meanwhile: their caps are shared.

    After the request's own row and before the budget; SQLite writes one at a time anyhow.
    """
    for held, row_id in ((Household, request.household_id), (Client, request.client_id)):
        statement = select(held.id).where(held.id == row_id)
        db.session.execute(statement.with_for_update(key_share=True))


def stands() -> ColumnElement[bool]:
    """Decisions that hold now: neither undone nor revised."""
    return and_(Decision.undone_at.is_(None), Decision.revised_at.is_(None))


def standing_decision(request: Request) -> Decision | None:
    """The decision that holds for a request now."""
    return db.session.scalars(
        select(Decision).where(Decision.request_id == request.id, stands())
    ).one_or_none()


def decision_needed(request: Request) -> Decision:
    """The same where there must be one."""
    decision = standing_decision(request)
    if decision is None:
        raise Conflict(_("This request has not been decided."))
    return decision


def decisions_of(request: Request) -> Sequence[Decision]:
    """All decisions on a request, the newest first, undone and revised ones too."""
    return db.session.scalars(DECISIONS_OF, {"request_id": request.id}).all()


def next_decision_number(request: Request) -> int:
    """Decisions are numbered per request; the request's row is locked meanwhile."""
    last = select(func.max(Decision.number)).where(Decision.request_id == request.id)
    return (db.session.scalar(last) or 0) + 1


def was_decided_before(request: Request) -> bool:
    """Whether another request of this client was ever decided, as the figures count it."""
    earlier = (
        select(Decision.id)
        .join(Request, Request.id == Decision.request_id)
        .where(
            Request.client_id == request.client_id,
            Request.id != request.id,
            Decision.undone_at.is_(None),
        )
        .limit(1)
    )
    return db.session.scalar(earlier) is not None


def earlier_of(account: Account, request: Request) -> Sequence[Any]:
    """What this person and household asked in the year of the cost, the newest first; and whether it is
    closed to who looks."""
    year = request.cost_on.year
    asked = {
        "household_id": request.household_id,
        "first_on": dt.date(year, 1, 1),
        "last_on": dt.date(year, 12, 31),
        "request_id": request.id,
    }
    return rows_of(_earlier(closed_to(account)), asked).all()


@lru_cache(maxsize=1_024)
def _earlier(closed: ColumnElement[bool]) -> Select[Any]:
    return EARLIER_OF.add_columns(closed.label("is_closed"))


def page_of_decisions(account: Account, *, mine: bool, key: str | None = None) -> Page[Any]:
    """Decisions of late, the newest first; for those who may read every team's requests."""
    statement = (
        select(DECIDED_ROW)
        .join(Request, Request.id == Decision.request_id)
        .join(Client, Client.id == Request.client_id)
        .join(Filing, Filing.id == Request.filing_id)
        .join(Person, Person.id == Decision.decided_by_id)
    )
    statement = statement.where(~closed_to(account))
    if mine:
        statement = statement.where(Decision.decided_by_id == account.person_id)
    by = [By(Decision.decided_at, descending=True), By(Decision.id, descending=True)]
    return page_of(statement, by, key=key)
