"""Lists of requests in intake, page by page; they select columns, never whole rows. They change nothing."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, false, func, select
from sqlalchemy.orm import Bundle

from accounts.models import Account, Person
from accounts.permissions import READS_ALL_TEAMS, Role
from core import drafts
from core.clock import add_days, begin_of, today
from core.db import db
from core.ids import row_id
from core.pages.paging import By, Page, page_of
from intake.people.access import away_for
from intake.people.models import Client, Household
from intake.people.queries import names_in_care, workers
from intake.requests.filters import Filters
from intake.requests.history import of_household
from intake.requests.life import (
    CONFIRMING,
    DECIDED,
    FORWARDED,
    NOT_RATIFIED,
    NOTIFIED,
    SUBMITTED,
    TAKEN_OVER,
    WAITING,
    WITHDRAWN,
)
from intake.requests.look_back.queries import is_due
from intake.requests.models import OPEN, Request
from intake.requests.queries import readable_by, reads_every_team

DRAFT_KIND: Final = "filing"
MINE, TEAM, ALL, STAND_IN = "mine", "team", "all", "stand_in"
# A term that ends within so many days is due soon.
SOON_DAYS: Final = 7
# Beyond it a count says "99+": nobody works by the difference, and counting on costs.
MOST_COUNTED: Final = 99

ROW: Any = Bundle(
    "row",
    *(Request.id, Request.number, Request.status, Request.outcome, Request.kind, Request.what),
    *(Request.provider_name, Request.cost_cents, Request.cost_on, Request.proposed_cents),
    *(Request.granted_cents, Request.freed_cents, Request.legal_due_on, Request.waited_days),
    *(Request.submitted_at, Request.left_at, Request.client_id),
    *(Client.given_name, Client.family_name, Client.file_number, Person.name.label("worker")),
)


@dataclass(frozen=True)
class DraftRow:
    """A form that somebody has not finished."""

    id: str
    name: str
    what: str
    saved_at: dt.datetime


def scopes_of(account: Account) -> tuple[str, ...]:
    """Whose requests this account may list; the first one is what it sees by default."""
    if account.roles & READS_ALL_TEAMS:
        return (ALL, MINE)
    scopes = (MINE, TEAM) if account.person.team_id is not None else (MINE,)
    away = db.session.scalar(away_for(account.person_id).limit(1))
    return scopes if away is None else (*scopes, STAND_IN)


def page_of_requests(account: Account, filters: Filters, *, key: str | None = None) -> Page[Any]:
    """Requests that fit: the open ones by term, all others newest first."""
    statement = _rows().where(readable_by(account), *_fits(account, filters))
    if filters.state in ("decided", "any"):
        by = [By(Request.id, descending=True)]
        if filters.since or filters.until:  # by the period's index: it need not begin today
            by.insert(0, By(Request.submitted_at, descending=True))
        return page_of(statement, by, key=key)
    first = Request.look_back_on if filters.state == "look_back" else Request.legal_due_on
    return page_of(statement, [By(first), By(Request.id)], key=key)


def counts_of(account: Account, wanted: Iterable[Filters]) -> list[int]:
    """How many requests fit each of these, up to one more than is shown: in one statement.

    One's own, one's team's and those of whom one stands in for are all within `readable_by`: that is
    not asked for each count again, which would cost half the page.
    """
    reads = reads_every_team(account) or Role.SOCIAL_WORKER in account.roles
    columns = [
        select(func.count())
        .select_from(
            select(Request.id)
            .where(*(_fits(account, filters) if reads else [false()]))
            .limit(MOST_COUNTED + 1)
            .subquery()
        )
        .scalar_subquery()
        for filters in wanted
    ]
    return list(db.session.execute(select(*columns)).one())


def workers_in(account: Account, scope: str) -> list[tuple[int, str]]:
    """Whose requests can be in a list, where they are of more than one."""
    team_id = account.person.team_id
    everyone = workers() if scope in (TEAM, ALL) else []
    return [(one.id, one.name) for one in everyone if scope == ALL or one.team_id == team_id]


def page_of_household(
    account: Account, household: Household, *, key: str | None = None
) -> Page[Any]:
    """All requests of a household and its members that this account may read, newest first."""
    statement = _rows().where(Request.id.in_(of_household()), readable_by(account))
    statement = statement.params(household_id=household.id)
    return page_of(statement, [By(Request.id, descending=True)], key=key)


def drafts_of(account: Account) -> list[DraftRow]:
    """One's unfinished forms, the newest first; a name only of who is still in one's care."""
    found = drafts.of(account.person_id, DRAFT_KIND)
    people = {
        one.id: [row_id(typed) or 0 for typed in _typed(one.body, "client_id")] for one in found
    }
    everybody = {client_id for ids in people.values() for client_id in ids}
    names = names_in_care(account, everybody) if found else {}
    return [
        DraftRow(
            id=one.id,
            name=", ".join(names[who] for who in people[one.id] if who in names),
            what=_what(one.body),
            saved_at=one.saved_at,
        )
        for one in found
    ]


def _rows() -> Select[Any]:
    return (
        select(ROW)
        .join(Client, Client.id == Request.client_id)
        .join(Person, Person.id == Request.worker_id)
    )


def _within(account: Account, scope: str) -> tuple[ColumnElement[bool], ...]:
    if scope == MINE:
        return (Request.worker_id == account.person_id,)
    if scope == TEAM:
        return (Request.team_id == account.person.team_id,)
    if scope == STAND_IN:
        return (Request.worker_id.in_(away_for(account.person_id)),)
    return ()


def _fits(account: Account, filters: Filters) -> list[ColumnElement[bool]]:
    """Whose, in which state, and the rest, as conditions that the indexes know."""
    asked = [*_within(account, filters.who), *_in_state(filters.state)]
    for column, value in (
        (Request.kind, filters.kind),
        (Request.category, filters.category),
        (Request.worker_id, filters.worker),
    ):
        asked += [column == value] if value else []
    if filters.since:
        asked.append(Request.submitted_at >= begin_of(filters.since))
    if filters.until:
        asked.append(Request.submitted_at < begin_of(add_days(filters.until, 1)))
    return asked


def _in_state(state: str) -> list[Any]:
    if state == "any":
        return []
    if state == "decided":
        return [
            Request.status.in_((*DECIDED, NOTIFIED, WITHDRAWN, TAKEN_OVER, FORWARDED, NOT_RATIFIED))
        ]
    if state == "due_soon":
        return [OPEN, Request.legal_due_on <= add_days(today(), SOON_DAYS)]
    if state == "drafts":
        return [false()]
    if state == "look_back":
        return is_due()
    # as the indexes say it, so that the engine can see that it is the same
    ones = {"for_me": (WAITING,), "with_approver": (SUBMITTED, CONFIRMING)}.get(state)
    return [OPEN, Request.status.in_(ones)] if ones else [OPEN]


def _typed(body: dict[str, Any], name: str) -> list[str]:
    """The values of a draft's field, as they were typed."""
    return [str(value) for value in body.get(name) or ()]


def _what(body: dict[str, Any]) -> str:
    """What is asked: for all together, else in the first line that says something."""
    names = ("what", *sorted(name for name in body if name.endswith("-what")))
    return next((value for name in names for value in _typed(body, name) if value), "")
