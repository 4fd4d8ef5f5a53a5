"""Who somebody is at a glance, in intake: what the bar above every page about a client says. Changes nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, Select, bindparam, literal, select, union_all

from core.db import Base, rows_of
from intake.people.dated import Noted, holds
from intake.people.models import Address, Client, ClientStatus, Household, Membership
from intake.people.queries import ON, active, household_of, last_on

_TABLES: Final[Any] = Base.metadata.tables
_member, _address, _status = (
    _TABLES[one.__tablename__].c for one in (Membership, Address, ClientStatus)
)


def _dated(what: str, table: Any, word: Any) -> Select[Any]:
    return select(
        literal(what).label("what"),
        word.label("word"),
        *(table.from_on, table.until_on, table.id),
    )


# What the bar above a page says of a household and a client, in one statement.
IDENTITY: Final = union_all(
    _dated("member", _member, _member.role).where(
        _member.household_id == bindparam("household_id")
    ),
    _dated("address", _address, _address.neighbourhood).where(
        _address.household_id == bindparam("household_id")
    ),
    _dated("status", _status, _status.status).where(
        _status.client_id == bindparam("client_id"), active(_status.from_on, _status.until_on, ON)
    ),
).order_by("from_on", "id")


@dataclass(frozen=True, kw_only=True)
class Bar:
    """What the bar above every page about a client says."""

    client: Client
    adults: int
    children: int
    neighbourhood: str
    # The first one first.
    statuses: Sequence[Noted]


@dataclass(frozen=True, kw_only=True)
class Identity(Bar):
    """The same with the household as it is stored."""

    household: Household


def identity_of(client: Client, on: dt.date, household: Household | None = None) -> Identity:
    """What the identity bar says about a client on a day."""
    household = household or household_of(client, on)
    asked = {"client_id": client.id, "household_id": household.id, "on": on}
    rows: dict[str, list[Row[Any]]] = {"member": [], "address": [], "status": []}
    for row in rows_of(IDENTITY, asked):
        rows[row.what].append(row)
    day = max(on, min((row.from_on for row in rows["member"]), default=on))
    roles = [row.word for row in rows["member"] if holds(row, day)]
    address = last_on(rows["address"], on)
    return Identity(
        client=client,
        household=household,
        adults=roles.count("adult"),
        children=roles.count("child"),
        neighbourhood=address.word if address else "",
        statuses=[Noted(client.id, row.word, row.from_on, row.until_on) for row in rows["status"]],
    )
