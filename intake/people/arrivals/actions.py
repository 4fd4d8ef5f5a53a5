"""Opening files of people whom the centre knew before, a household at a time. Commits nothing; judges no twin."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from accounts.models import Person
from core import audit
from core.clock import now, today
from core.db import db
from intake.people.actions import add_person, join
from intake.people.models import Address, Client, ClientStatus, Household
from intake.people.persons import NewPerson, role_of, type_of
from intake.people.queries import members_of


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """Somebody who comes in with what is known; the worker has a team."""

    person: NewPerson
    worker: Person
    file_number: str = ""
    statuses: tuple[str, ...] = ()
    status_from_on: dt.date | None = None
    status_until_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a household lives."""

    street: str = ""
    postal_code: str = ""
    town: str = ""
    neighbourhood: str = ""


def take_in(
    people: Sequence[Arrival], place: Place, household: Household | None = None
) -> list[Client]:
    """Files for people who live together; with those of `household`, where some are known already."""
    if household is None:
        household = Household(household_type="alone", made_at=now())
        if place != Place():
            household.addresses.append(Address(**vars(place), from_on=today()))
        db.session.add(household)
    clients = []
    for arrival, role in zip(people, roles_of(people), strict=True):
        client = add_person(arrival.person, arrival.worker, file_number=arrival.file_number)
        join(household, client, role)
        _add_statuses(client, arrival)
        clients.append(client)
    db.session.flush()
    household.household_type = type_of(row.role for row in members_of(household, today()))
    for client in clients:
        audit.record("client.new", kind="client", object_id=client.id)
    return clients


def roles_of(people: Sequence[Arrival]) -> list[str]:
    """As written, else by age; where nobody is an adult, the first one heads the household."""
    roles = [role_of(one.person) for one in people]
    if roles and "adult" not in roles and not people[0].person.role:
        roles[0] = "adult"
    return roles


def _add_statuses(client: Client, arrival: Arrival) -> None:
    for status in arrival.statuses:
        client.statuses.append(
            ClientStatus(
                status=status,
                from_on=arrival.status_from_on or _begin_of_year(),
                until_on=arrival.status_until_on,
            )
        )


def _begin_of_year() -> dt.date:
    """What was written in a list of this year held when the year began."""
    return dt.date(today().year, 1, 1)
