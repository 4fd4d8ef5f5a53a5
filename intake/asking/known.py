"""What the files already tell of a person and household on a day, for intake's requests. Judges nothing."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, select

from core import settings
from core.clock import add_days
from core.db import db
from intake.people.models import Address, Client, ClientStatus, Household, Membership
from intake.people.queries import addresses_of, holds, members_of
from regulation.findings.eligibility import MAJORITY_YEARS
from regulation.vocabulary.dates import age_years
from regulation.vocabulary.means import Member, Since

# The postal codes whose people are residents; an address elsewhere is not one.
POSTAL_CODES = settings.Key("postal_codes", default=["3600"])
ADULT = "adult"
# Statuses that make a member count as one with a disability, where a rule raises its ceiling.
DISABLED = frozenset({"disability", "disability_card", "disability_allowance"})

STATUSES_OF_HOUSEHOLD: Final = (
    select(ClientStatus)
    .join(Membership, Membership.client_id == ClientStatus.client_id)
    .where(Membership.household_id == bindparam("household_id"))
    .order_by(ClientStatus.from_on, ClientStatus.id)
)


@dataclass(frozen=True, kw_only=True)
class Known:
    """The part of the facts that nobody has to be asked. The names are those of `Facts`."""

    birth_on: dt.date
    role: str | None
    statuses: frozenset[str]
    household_statuses: frozenset[str]
    parent_statuses: frozenset[str] | None
    statuses_since: tuple[Since, ...]
    members: tuple[Member, ...]
    resident: bool | None
    resident_since: dt.date | None


@dataclass(frozen=True)
class _File:
    """What is read once for a whole household."""

    on: dt.date
    members: list[Membership]
    held: dict[int, list[ClientStatus]]
    resident: bool | None
    resident_since: dt.date | None


def known_of(client: Client, household: Household, on: dt.date) -> Known:
    """As the files stood on a day; a client who was no member then is judged without a role."""
    return _known(client, _file_of(household, on))


def known_of_all(household: Household, on: dt.date) -> dict[int, Known]:
    """The same of everybody who belonged to the household on a day, by client; reads it once."""
    file = _file_of(household, on)
    return {one.client_id: _known(one.client, file) for one in file.members}


def _file_of(household: Household, on: dt.date) -> _File:
    members, held = members_of(household, on), _statuses_of(household)
    return _File(on, members, held, *_residence(household, on))


def _known(client: Client, file: _File) -> Known:
    on, members, held = file.on, file.members, file.held
    who = {one.client_id for one in members} | {client.id}
    now = {one: frozenset(row.status for row in held.get(one, ()) if holds(row, on)) for one in who}
    parents = _parents(client, members, on)
    return Known(
        birth_on=client.birth_on,
        role=next((one.role for one in members if one.client_id == client.id), None),
        statuses=now[client.id],
        household_statuses=frozenset().union(*now.values()),
        parent_statuses=_of_parents(client, parents, now, on),
        statuses_since=tuple(_since(held.get(client.id, ()), on)),
        members=tuple(_member(one, parents, now) for one in members),
        resident=file.resident,
        resident_since=file.resident_since,
    )


def _is_minor(client: Client, on: dt.date) -> bool:
    return age_years(client.birth_on, on) < MAJORITY_YEARS


def _parents(client: Client, members: Iterable[Membership], on: dt.date) -> frozenset[int]:
    """The adults of the household of a minor."""
    if not _is_minor(client, on):
        return frozenset()
    adults = (one.client_id for one in members if one.role == ADULT)
    return frozenset(adults) - {client.id}


def _of_parents(
    client: Client, parents: frozenset[int], now: dict[int, frozenset[str]], on: dt.date
) -> frozenset[str] | None:
    """Not known of a minor whose parents have no file; of an adult nobody's parents count."""
    if _is_minor(client, on) and not parents:
        return None
    return frozenset().union(*(now.get(parent, frozenset()) for parent in parents))


def _member(one: Membership, parents: frozenset[int], now: dict[int, frozenset[str]]) -> Member:
    return Member(
        person=str(one.client_id),
        birth_on=one.client.birth_on,
        role=one.role,
        parent=one.client_id in parents,
        disabled=bool(now.get(one.client_id, frozenset()) & DISABLED),
    )


def _statuses_of(household: Household) -> dict[int, list[ClientStatus]]:
    """Every status of each member, by client, in the order of their first days."""
    rows = db.session.scalars(STATUSES_OF_HOUSEHOLD, {"household_id": household.id}).unique()
    held: dict[int, list[ClientStatus]] = {}
    for row in rows:
        held.setdefault(row.client_id, []).append(row)
    return held


def _since(rows: Sequence[ClientStatus], on: dt.date) -> Iterable[Since]:
    """For each status that holds on a day: since when it runs on without a break."""
    for status in sorted({row.status for row in rows if holds(row, on)}):
        runs = [(row.from_on, row.until_on) for row in rows if row.status == status]
        begun = _begun([run for run in runs if run[0] <= on])
        yield Since(status=status, since_on=begun)


def _begun(runs: Sequence[tuple[dt.date, dt.date | None]]) -> dt.date:
    """The first day of the unbroken run that the last of these periods, sorted by begin, is part of.

    Periods that touch or overlap are one.
    """
    begun, ended = runs[0]
    for from_on, until_on in runs[1:]:
        if ended is not None and add_days(ended, 1) < from_on:
            begun, ended = from_on, until_on
        elif ended is not None:
            ended = None if until_on is None else max(ended, until_on)
    return begun


def _residence(household: Household, on: dt.date) -> tuple[bool | None, dt.date | None]:
    """Does the household live in the municipality, and since when without a break?

    Not known without a postal code; nor since when, before the first known address.
    """
    rows = addresses_of(household)
    lived = [row for row in rows if row.from_on <= on]
    now = (lived or list(rows[:1]))[-1:]
    if not now or not now[0].postal_code:
        return None, None
    ours = settings.get(POSTAL_CODES)
    if now[0].postal_code not in ours:
        return False, None
    return True, _resident_since(lived, ours)


def _resident_since(lived: Sequence[Address], ours: Sequence[str]) -> dt.date | None:
    """An address holds until the next one begins, as everywhere in these files."""
    since_on = None
    for row in reversed(lived):
        if row.postal_code not in ours:
            break
        since_on = row.from_on
    return since_on
