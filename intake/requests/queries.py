"""Reading requests and filings, always through the person who asks. Changes nothing."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, bindparam, false, or_, select, true
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from accounts.models import Account, Person
from accounts.permissions import READS_ALL_TEAMS, Permission, Role, permissions_of
from core.clock import show_date
from core.db import db
from core.errors import Conflict, NotThere
from core.ids import is_row_id
from core.once import once
from intake.goals.queries import words_of
from intake.people.access import away_for, file_of, in_care_of, opened_by
from intake.people.models import Client
from intake.requests.life import OPEN
from intake.requests.models import Filing, OtherPayerPart, Pause, Request, RequestVersion
from intake.requests.reach import brought_to
from intake.requests.recusal.queries import closed_to

MOST_EARLIER = 20

# A request with what its page shows.
WHOLE: Final = select(Request).options(
    joinedload(Request.filing).joinedload(Filing.filed_by).lazyload(Person.team),
    joinedload(Request.client),
    joinedload(Request.household),
    joinedload(Request.worker).lazyload(Person.team),
    joinedload(Request.team),
)
ONE: Final = WHOLE.where(Request.id == bindparam("request_id"))
# With its rule: who judges needs both.
LATEST_VERSION: Final = (
    select(RequestVersion)
    .where(RequestVersion.request_id == bindparam("request_id"))
    .options(joinedload(RequestVersion.rule, innerjoin=True))
    .order_by(RequestVersion.number.desc())
    .limit(1)
)
OTHER_PARTS: Final = (
    select(OtherPayerPart)
    .where(OtherPayerPart.request_id == bindparam("request_id"))
    .order_by(OtherPayerPart.id)
)


def readable_by(account: Account) -> ColumnElement[bool]:
    """What is within reach, but for what one stepped back from, by whatever account."""
    reach, closed = _own_reach(account), closed_to(account)
    brought = [] if reads_every_team(account) else brought_to(account)
    if brought and Permission.REQUEST_READ in permissions_of(account.roles):
        return and_(or_(reach, *brought), ~closed)
    return _but_for(reach, closed)


@lru_cache(maxsize=1_024)
def _but_for(reach: ColumnElement[bool], closed: ColumnElement[bool]) -> ColumnElement[bool]:
    """The same condition for the same two, so that a statement is built once for a person."""
    return and_(reach, ~closed)


def _own_reach(account: Account) -> ColumnElement[bool]:
    """In one's care, or of a file opened with a reason; who decides or heads the service reads all."""
    if Permission.REQUEST_READ not in permissions_of(account.roles):
        return false()
    if reads_every_team(account):
        return true()
    if Role.SOCIAL_WORKER not in account.roles:
        return false()
    return _reach_of_worker(account.person_id, workable_by(account))


@lru_cache(maxsize=1_024)
def _reach_of_worker(person_id: int, workable: ColumnElement[bool]) -> ColumnElement[bool]:
    return or_(workable, Request.client_id.in_(opened_by(person_id)))


def workable_by(account: Account) -> ColumnElement[bool]:
    """Own and own team's requests, of whom one stands in for, and of files that came to one's team."""
    if Role.SOCIAL_WORKER not in account.roles:
        return false()
    return _workable_by(account.person_id, account.person.team_id, in_care_of(account))


@lru_cache(maxsize=1_024)
def _workable_by(
    person_id: int, team_id: int | None, in_care: ColumnElement[bool]
) -> ColumnElement[bool]:
    ways = [
        Request.worker_id == person_id,
        Request.worker_id.in_(away_for(person_id)),
        file_of(Request.client_id, in_care),
    ]
    if team_id is not None:
        ways.insert(1, Request.team_id == team_id)
    return or_(*ways)


def is_workable_by(account: Account, request: Request) -> bool:
    """Whether this account works on the request; who only reads the file does not."""
    if Role.SOCIAL_WORKER not in account.roles:
        return False
    if account.person_id == request.worker_id or account.person.team_id == request.team_id:
        return True
    found = select(Request.id).where(Request.id == request.id, workable_by(account))
    return db.session.scalar(found) is not None


def workable_request(account: Account, request_id: int) -> Request:
    """The request, when this account works on it; else NotThere."""
    request = request_for(account, request_id)
    if not is_workable_by(account, request):
        raise NotThere
    return request


def reads_every_team(account: Account) -> bool:
    """Who decides or heads the service: no file is closed to them."""
    reads = Permission.REQUEST_READ in permissions_of(account.roles)
    return reads and bool(account.roles & READS_ALL_TEAMS)


def request_for(account: Account, request_id: int, *also: ORMOption) -> Request:
    """The request with what its page shows, and `also`, when this account may read it; else NotThere."""
    if not is_row_id(request_id):
        raise NotThere
    wanted = _one_for(account).options(*also) if also else _one_for(account)
    request = db.session.scalar(wanted, {"request_id": request_id})
    if request is None:
        raise NotThere
    return request


def _one_for(account: Account) -> Select[Request]:
    door = readable_by(account)
    return _one_behind(door) if reads_every_team(account) else ONE.where(door)


@lru_cache(maxsize=1_024)
def _one_behind(door: ColumnElement[bool]) -> Select[Request]:
    return ONE.where(door)


def held_now(request_id: int) -> Request:
    """The request, locked until the transaction ends, as it is now.

    Fetch it through the person first: this one does not ask who wants it.
    """
    request = db.session.scalar(
        select(Request)
        .where(Request.id == request_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if request is None:
        raise NotThere
    return request


def for_update(request_id: int, seen_version: int) -> Request:
    """The same, where somebody saw it before; Conflict when it has moved on since."""
    request = held_now(request_id)
    if request.lock_version != seen_version:
        raise Conflict
    return request


def goal_of(filing: Filing) -> str:
    """The goal that was named: of the client's plan, or as it was typed."""
    return words_of(filing.serves) if filing.serves is not None else filing.goal


def open_pause(request: Request) -> Pause | None:
    """The question that still waits for its answer."""
    return db.session.scalar(
        select(Pause).where(Pause.request_id == request.id, Pause.ended_at.is_(None))
    )


def filing_by_key(idempotency_key: str) -> Filing | None:
    """What this form has already become, if it was sent before."""
    return db.session.scalar(select(Filing).where(Filing.idempotency_key == idempotency_key))


def filing_for(account: Account, filing_id: int) -> Filing:
    """The filing with its requests, when this account may read one of them; else NotThere."""
    if not is_row_id(filing_id):
        raise NotThere
    filing = db.session.scalar(
        select(Filing)
        .where(Filing.id == filing_id, Filing.requests.any(readable_by(account)))
        .options(joinedload(Filing.filed_by), selectinload(Filing.requests))
        .execution_options(populate_existing=True)
    )
    if filing is None:
        raise NotThere
    return filing


class LastGoal(NamedTuple):
    """What an earlier filing served."""

    goal: str
    life_domain: str
    plan_goal_id: int | None


def last_goal_of(account: Account, household_id: int) -> LastGoal | None:
    """Of the newest filing for a household that one may read: it stands in the next form already."""
    found = db.session.execute(
        _newest(readable_by(account)), {"household_id": household_id}
    ).first()
    return LastGoal._make(found) if found else None


@lru_cache(maxsize=256)
def _newest(door: ColumnElement[bool]) -> Select[str, str, int | None]:
    newest = (
        select(Request.filing_id)
        .where(Request.household_id == bindparam("household_id"), door)
        .order_by(Request.cost_on.desc(), Request.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return select(Filing.goal, Filing.life_domain, Filing.plan_goal_id).where(Filing.id == newest)


def earlier_of(account: Account, client: Client) -> list[tuple[str, str]]:
    """What a new request may be a later part of: the number of the first part, and its words."""
    rows = db.session.execute(
        select(Request.number, Request.instalment_of, Request.what, Request.cost_on)
        .where(
            Request.client_id == client.id,
            readable_by(account),
            or_(Request.status.in_(OPEN), Request.granted_cents > Request.freed_cents),
        )
        .order_by(Request.cost_on.desc(), Request.id.desc())
        .limit(MOST_EARLIER)
    )
    found: dict[str, str] = {}
    for row in rows:
        words = f"{row.number} · {row.what} · {show_date(row.cost_on)}"
        found[row.instalment_of or row.number] = words
    return list(found.items())


def other_parts_of(request: Request) -> Sequence[OtherPayerPart]:
    """What others pay of it first."""
    return db.session.scalars(OTHER_PARTS, {"request_id": request.id}).all()


@once
def latest_version(request: Request) -> RequestVersion:
    """What is known of the request now."""
    return db.session.scalars(LATEST_VERSION, {"request_id": request.id}).one()
