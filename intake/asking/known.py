"""What the files already tell of a person and household on a day, for intake's requests. Judges nothing."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core import settings
from core.clock import add_days
from intake.people.dated import Noted, holds
from intake.people.homes import Files, Home, Lived, Stay
from intake.people.models import Client, Household
from regulation.findings.eligibility import MAJORITY_YEARS
from regulation.vocabulary.dates import age_years
from regulation.vocabulary.means import Member, Since

# The postal codes whose people are residents; an address elsewhere is not one.
POSTAL_CODES = settings.Key("postal_codes", default=["3600"])
ADULT = "adult"
# Statuses that make a member count as one with a disability, where a rule raises its ceiling.
DISABLED = frozenset({"disability", "disability_card", "disability_allowance"})


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
    """What counts of a whole household on a day."""

    on: dt.date
    members: list[Stay]
    held: dict[int, list[Noted]]
    resident: bool | None
    resident_since: dt.date | None


def known_of(client: Client, home: Home, on: dt.date, files: Files) -> Known:
    """As the files stood on a day; a client who was no member then is judged without a role."""
    return _known(client.id, client.birth_on, _file_of(home, on, files))


def known_of_all(household: Household, on: dt.date) -> dict[int, Known]:
    """The same of everybody who belonged to the household on a day, by client; reads it once."""
    files = Files()
    file = _file_of(files.home(household.id), on, files)
    return {one.client_id: _known(one.client_id, one.birth_on, file) for one in file.members}


def _file_of(home: Home, on: dt.date, files: Files) -> _File:
    residence = _residence(files.addresses(home), on)
    return _File(on, home.members(on), files.statuses(home), *residence)


def _known(client_id: int, birth_on: dt.date, file: _File) -> Known:
    on, members, held = file.on, file.members, file.held
    who = {one.client_id for one in members} | {client_id}
    now = {one: frozenset(row.status for row in held.get(one, ()) if holds(row, on)) for one in who}
    is_minor = age_years(birth_on, on) < MAJORITY_YEARS
    parents = _adults(members) - {client_id} if is_minor else frozenset()
    # Not known of a minor whose parents have no file; of an adult nobody's parents count.
    of_parents = frozenset().union(*(now.get(parent, frozenset()) for parent in parents))
    return Known(
        birth_on=birth_on,
        role=next((one.role for one in members if one.client_id == client_id), None),
        statuses=now[client_id],
        household_statuses=frozenset().union(*now.values()),
        parent_statuses=None if is_minor and not parents else of_parents,
        statuses_since=tuple(_since(held.get(client_id, ()), on)),
        members=tuple(_member(one, parents, now) for one in members),
        resident=file.resident,
        resident_since=file.resident_since,
    )


def _adults(members: Iterable[Stay]) -> frozenset[int]:
    return frozenset(one.client_id for one in members if one.role == ADULT)


def _member(one: Stay, parents: frozenset[int], now: dict[int, frozenset[str]]) -> Member:
    return Member(
        person=str(one.client_id),
        birth_on=one.birth_on,
        role=one.role,
        parent=one.client_id in parents,
        disabled=bool(now.get(one.client_id, frozenset()) & DISABLED),
    )


def _since(rows: Sequence[Noted], on: dt.date) -> Iterable[Since]:
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


def _residence(rows: Sequence[Lived], on: dt.date) -> tuple[bool | None, dt.date | None]:
    """Does the household live in the municipality, and since when without a break?

    Not known without a postal code; nor since when, before the first known address.
    """
    lived = [row for row in rows if row.from_on <= on]
    now = (lived or list(rows[:1]))[-1:]
    if not now or not now[0].postal_code:
        return None, None
    ours = settings.get(POSTAL_CODES)
    if now[0].postal_code not in ours:
        return False, None
    return True, _resident_since(lived, ours)


def _resident_since(lived: Sequence[Lived], ours: Sequence[str]) -> dt.date | None:
    """An address holds until the next one begins, as everywhere in these files."""
    since_on = None
    for row in reversed(lived):
        if row.postal_code not in ours:
            break
        since_on = row.from_on
    return since_on
