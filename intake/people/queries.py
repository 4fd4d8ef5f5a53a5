"""Reading clients and households, always through the person who asks. Changes nothing."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final, TypeVar

from sqlalchemy import (
    ColumnElement,
    Date,
    Row,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased, contains_eager, joinedload

from accounts.models import Account, Person, RoleGrant, Team
from accounts.permissions import READS_ALL_TEAMS, Role
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.sealing.sealed import search_key, unseal
from intake.people.access import TODAY, in_care_of, visible_to
from intake.people.dated import holds
from intake.people.models import (
    Address,
    Client,
    ClientStatus,
    Household,
    Membership,
    Responsible,
)

T = TypeVar("T", Address, Row[Any])
NATIONAL_NUMBER = "national_number"
_asked = aliased(Client)
ON: Final[Any] = bindparam("on", type_=Date())


def active(
    from_on: InstrumentedAttribute[dt.date],
    until_on: InstrumentedAttribute[dt.date | None],
    on: dt.date,
) -> ColumnElement[bool]:
    """Whether a dated row holds on a day; both ends count."""
    return and_(from_on <= on, or_(until_on.is_(None), until_on >= on))


def responsible_now(on: dt.date) -> ColumnElement[bool]:
    """Joins a client with the worker and team that its file belongs to."""
    return and_(
        Responsible.client_id == Client.id,
        active(Responsible.from_on, Responsible.until_on, on),
    )


def not_merged() -> ColumnElement[bool]:
    """A file that was merged into another is no file any more, as long as that is not undone."""
    return Client.merged_into_id.is_(None)


# Every page about somebody asks these: built once, as building costs more than asking.
MEMBERSHIPS_OF_CLIENT: Final = (
    select(Membership)
    .where(Membership.client_id == bindparam("client_id"))
    .options(joinedload(Membership.household))
    .order_by(Membership.id)
)
MEMBERSHIPS_OF_HOUSEHOLD: Final = (
    select(Membership)
    .join(Membership.client)
    .where(Membership.household_id == bindparam("household_id"))
    .options(contains_eager(Membership.client))
    .order_by(Membership.role, Client.birth_on, Client.id)
)
ADDRESSES: Final = (
    select(Address)
    .where(Address.household_id == bindparam("household_id"))
    .order_by(Address.from_on, Address.id)
)
RESPONSIBLES: Final = (
    select(Responsible)
    .where(Responsible.client_id == bindparam("client_id"))
    .options(joinedload(Responsible.worker), joinedload(Responsible.team))
    .order_by(Responsible.from_on, Responsible.id)
)


def client_for(account: Account, client_id: int) -> Client:
    """The client, when this account may read the file; else NotThere.

    A file that was merged leads to the one that was kept: drafts and bookmarks go on working.
    """
    return _client_behind(visible_to(account), client_id)


def client_in_care(account: Account, client_id: int) -> Client:
    """The client, when this account works on the file; one that was only opened to read is not there."""
    return _client_behind(in_care_of(account), client_id)


def _client_behind(door: ColumnElement[bool], client_id: int) -> Client:
    if not is_row_id(client_id):
        raise NotThere
    client = db.session.scalar(_behind(door), {"client_id": client_id})
    if client is None:
        raise NotThere
    return client


@lru_cache(maxsize=1_024)
def _behind(door: ColumnElement[bool]) -> Select[Client]:
    kept = func.coalesce(_asked.merged_into_id, _asked.id)
    asked = select(kept).where(_asked.id == bindparam("client_id")).scalar_subquery()
    return select(Client).join(Responsible, responsible_now(TODAY)).where(Client.id == asked, door)


def names_open_to(account: Account, client_ids: Iterable[int]) -> dict[int, str]:
    """Of these clients, those whose file this account may read, with their names."""
    return _names_behind(visible_to(account), client_ids)


def names_in_care(account: Account, client_ids: Iterable[int]) -> dict[int, str]:
    """Of these clients, those whose file this account works on, with their names."""
    return _names_behind(in_care_of(account), client_ids)


def _names_behind(door: ColumnElement[bool], client_ids: Iterable[int]) -> dict[int, str]:
    rows = db.session.execute(_names(door), {"client_ids": list(set(client_ids))})
    return {row.id: f"{row.given_name} {row.family_name}" for row in rows}


@lru_cache(maxsize=1_024)
def _names(door: ColumnElement[bool]) -> Select[int, str, str]:
    return (
        select(Client.id, Client.given_name, Client.family_name)
        .join(Responsible, responsible_now(TODAY))
        .where(Client.id.in_(bindparam("client_ids", expanding=True)), not_merged(), door)
    )


def household_of(client: Client, on: dt.date) -> Household:
    """The household on a day: the first one where a child has two. Before the file began, that of
    its first day: a cost of last week belongs to the family as we know it."""
    return households_of(client, on)[0]


def households_of(client: Client, on: dt.date) -> list[Household]:
    """All households on a day, in the order of joining."""
    rows = db.session.scalars(MEMBERSHIPS_OF_CLIENT, {"client_id": client.id}).all()
    if not rows:
        raise NotThere
    day = max(on, min(row.from_on for row in rows))
    held = [row for row in rows if holds(row, day)] or [max(rows, key=lambda row: row.from_on)]
    return [row.household for row in held]


def members_of(household: Household, on: dt.date) -> list[Membership]:
    """Who belonged to the household on a day, adults first, then by age; with the clients."""
    rows = db.session.scalars(MEMBERSHIPS_OF_HOUSEHOLD, {"household_id": household.id}).all()
    day = max(on, min((row.from_on for row in rows), default=on))
    return [row for row in rows if holds(row, day)]


def address_on(household: Household, on: dt.date) -> Address | None:
    """Where the household lived on a day; before the first known address, that one."""
    return last_on(db.session.scalars(ADDRESSES, {"household_id": household.id}).all(), on)


def last_on(rows: Sequence[T], on: dt.date) -> T | None:
    """The newest dated row that had begun on a day; before the first one, that one."""
    return next((row for row in reversed(rows) if row.from_on <= on), rows[0] if rows else None)


def all_statuses(client: Client) -> list[ClientStatus]:
    """Every status that was ever noted, the newest first."""
    noted = select(ClientStatus).where(ClientStatus.client_id == client.id)
    newest = noted.order_by(ClientStatus.from_on.desc(), ClientStatus.id.desc())
    return list(db.session.scalars(newest))


def status_for(client: Client, status_id: int) -> ClientStatus:
    """A status of this client; else NotThere."""
    status = db.session.get(ClientStatus, status_id) if is_row_id(status_id) else None
    if status is None or status.client_id != client.id:
        raise NotThere
    return status


def responsible_on(client: Client, on: dt.date) -> Responsible:
    """The worker and team on a day; before the file began, the first ones."""
    rows = db.session.scalars(RESPONSIBLES, {"client_id": client.id}).all()
    if not rows:
        raise NotThere
    return next((row for row in reversed(rows) if row.from_on <= on), rows[0])


def responsibles_of(client_ids: set[int], on: dt.date) -> list[Responsible]:
    """Who is responsible on a day for each of these files."""
    statement = (
        select(Responsible)
        .where(
            Responsible.client_id.in_(client_ids),
            active(Responsible.from_on, Responsible.until_on, on),
        )
        .order_by(Responsible.id)
    )
    return list(db.session.scalars(statement))


def workers() -> list[Person]:
    """The social workers with a team, by team and name."""
    holders = (
        select(RoleGrant.person_id)
        .join(RoleGrant.account)
        .where(RoleGrant.role == Role.SOCIAL_WORKER, Account.disabled_at.is_(None))
    )
    statement = (
        select(Person)
        .join(Person.team)
        .where(Person.id.in_(holders))
        .options(contains_eager(Person.team))
        .order_by(Team.name, Person.sort_name, Person.id)
    )
    return list(db.session.scalars(statement))


def deciders() -> list[Person]:
    """Who may decide in somebody's place: those who read every file already, approvers and heads."""
    holders = (
        select(RoleGrant.person_id)
        .join(RoleGrant.account)
        .where(
            RoleGrant.role.in_(sorted(str(role) for role in READS_ALL_TEAMS)),
            Account.disabled_at.is_(None),
        )
    )
    wanted = select(Person).where(Person.id.in_(holders)).options(joinedload(Person.team))
    return list(db.session.scalars(wanted.order_by(Person.sort_name, Person.id)))


def file_number_taken(number: str, *, besides: int = 0) -> bool:
    """Whether another client has this file number."""
    found = select(Client.id).where(Client.file_number == number, Client.id != besides)
    return db.session.scalar(found) is not None


def national_number_taken(number: str, *, besides: int = 0) -> bool:
    """Whether another client has this national number; asked of the keyed hash alone."""
    key = search_key(number, column=NATIONAL_NUMBER)
    found = select(Client.id).where(Client.national_number_key == key, Client.id != besides)
    return db.session.scalar(found) is not None


def masked_number(client: Client, column: str) -> str:
    """The last two signs of a sealed number, to recognise it by; empty when there is none."""
    sealed: bytes | None = getattr(client, column)
    if sealed is None:
        return ""
    number = unseal(sealed, table="client", column=column, row_key=client.row_key)
    return f"•••• {number[-2:]}"
