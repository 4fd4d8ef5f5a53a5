"""Who lives together, with their statuses and addresses, as rows of the tables: each read once for a page.

Objects cost three times as much, and a form needs these of every member. Changes nothing.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from sqlalchemy import Select, bindparam, select

from core.db import Base, rows_of
from core.errors import NotThere
from intake.people.dated import Noted, holds
from intake.people.identity import Bar
from intake.people.models import Address, Client, ClientStatus, Membership

_client, _membership, _status, _address = (
    Base.metadata.tables[one.__tablename__].c for one in (Client, Membership, ClientStatus, Address)
)
_stays: Final = (
    select(
        *(_membership.id, _membership.household_id, _membership.client_id, _membership.role),
        *(_membership.from_on, _membership.until_on, _client.given_name, _client.birth_on),
    )
    .where(_client.id == _membership.client_id)
    .order_by(_membership.role, _client.birth_on, _client.id)
)
_EVER_IN: Final = select(_membership.client_id).where(
    _membership.household_id == bindparam("household_id")
)
STAYS: Final = _stays.where(_membership.household_id == bindparam("household_id"))
# Of everybody in any household that this client is or was in.
STAYS_WITH: Final = _stays.where(
    _membership.household_id.in_(
        select(_membership.household_id).where(_membership.client_id == bindparam("client_id"))
    )
)
STATUSES: Final = (
    select(_status.client_id, _status.status, _status.from_on, _status.until_on)
    .where(_status.client_id.in_(_EVER_IN))
    .order_by(_status.from_on, _status.id)
)
ADDRESSES: Final = (
    select(_address.postal_code, _address.neighbourhood, _address.from_on)
    .where(_address.household_id == bindparam("household_id"))
    .order_by(_address.from_on, _address.id)
)


class Stay(NamedTuple):
    """One member of a household, as what, and when."""

    id: int
    household_id: int
    client_id: int
    role: str
    from_on: dt.date
    until_on: dt.date | None
    given_name: str
    birth_on: dt.date


class Lived(NamedTuple):
    """Where a household lives, until the next address begins."""

    postal_code: str
    neighbourhood: str
    from_on: dt.date


@dataclass(frozen=True)
class Home:
    """A household with everybody who is or was in it."""

    id: int
    stays: tuple[Stay, ...]

    def members(self, on: dt.date) -> list[Stay]:
        """Who belonged to it on a day, adults first, then by age; before it began, those of its first day."""
        day = max(on, min((row.from_on for row in self.stays), default=on))
        return [row for row in self.stays if holds(row, day)]

    @property
    def ever(self) -> set[int]:
        """Who belongs to it or once did, by number."""
        return {row.client_id for row in self.stays}


@dataclass
class Files:
    """What is read of the files for one page. Where they are changed, begin a new one."""

    _homes: dict[int, Home] = field(default_factory=dict)
    _with: dict[int, list[Stay]] = field(default_factory=dict)
    _statuses: dict[int, dict[int, list[Noted]]] = field(default_factory=dict)
    _addresses: dict[int, list[Lived]] = field(default_factory=dict)

    def home_of(self, client: Client, on: dt.date) -> Home:
        """The household on a day, as `queries.household_of` finds it; else NotThere."""
        own = self._stays_of(client.id)
        if not own:
            raise NotThere
        day = max(on, min(row.from_on for row in own))
        held = [row for row in own if holds(row, day)] or [max(own, key=lambda row: row.from_on)]
        return self._homes[held[0].household_id]

    def home(self, household_id: int) -> Home:
        """A household by its number."""
        if household_id not in self._homes:
            self._keep(_read(STAYS, household_id=household_id))
        return self._homes.setdefault(household_id, Home(household_id, ()))

    def statuses(self, home: Home) -> dict[int, list[Noted]]:
        """Every status of each who is or was in it, by client, in the order of their first days."""
        if home.id not in self._statuses:
            held = self._statuses[home.id] = {}
            for row in rows_of(STATUSES, {"household_id": home.id}):
                held.setdefault(row.client_id, []).append(Noted._make(row))
        return self._statuses[home.id]

    def addresses(self, home: Home) -> Sequence[Lived]:
        """Where it lived, the first address first."""
        if home.id not in self._addresses:
            found = rows_of(ADDRESSES, {"household_id": home.id})
            self._addresses[home.id] = [Lived._make(row) for row in found]
        return self._addresses[home.id]

    def bar_of(self, client: Client, on: dt.date) -> Bar:
        """What the bar above a page about a client says on a day, as `queries.identity_of` finds it."""
        home = self.home_of(client, on)
        members, rows = home.members(on), self.addresses(home)
        address = next((row for row in reversed(rows) if row.from_on <= on), next(iter(rows), None))
        return Bar(
            client=client,
            adults=sum(member.role == "adult" for member in members),
            children=sum(member.role == "child" for member in members),
            neighbourhood=address.neighbourhood if address else "",
            statuses=[row for row in self.statuses(home).get(client.id, ()) if holds(row, on)],
        )

    def _stays_of(self, client_id: int) -> list[Stay]:
        """The client's own, in the order of joining; all who share a household with it are kept."""
        if client_id not in self._with:
            rows = _read(STAYS_WITH, client_id=client_id)
            self._keep(rows)
            own = (row for row in rows if row.client_id == client_id)
            self._with[client_id] = sorted(own, key=lambda row: row.id)
        return self._with[client_id]

    def _keep(self, rows: Sequence[Stay]) -> None:
        homes: dict[int, list[Stay]] = {}
        for row in rows:
            homes.setdefault(row.household_id, []).append(row)
        self._homes |= {number: Home(number, tuple(stays)) for number, stays in homes.items()}


def _read(statement: Select[Any], **asked: int) -> list[Stay]:
    return [Stay._make(row) for row in rows_of(statement, asked)]
