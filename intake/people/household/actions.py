"""Changing who lives with whom and where, each from a day on. Commits nothing; knows no request."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from accounts.models import Account
from core import audit
from core.clock import add_days, now, today
from core.db import db
from core.errors import RuleBroken
from intake.people.actions import add_person, join, refuse_twins
from intake.people.dated import holds
from intake.people.models import Address, Client, ClientStatus, Household, Membership
from intake.people.persons import (
    ADULT_YEARS,
    NewPerson,
    birthday,
    check_ages,
    check_person,
    role_of,
    type_of,
)
from intake.people.queries import address_on, all_statuses, members_of

STAYS, GOES, BOTH = "stays", "goes", "both"


@dataclass(frozen=True)
class Period:
    """From a day on, until and with another; for ever when that is none."""

    from_on: dt.date
    until_on: dt.date | None = None

    def meets(self, row: Membership) -> bool:
        """Whether a membership holds on one of these days."""
        begins = row.until_on is None or self.from_on <= row.until_on
        return begins and (self.until_on is None or self.until_on >= row.from_on)


def add_member(
    household: Household, person: NewPerson, *, by: Account, despite_twins: bool = False
) -> Client:
    """Somebody new in the household, with a file of their own, from today."""
    check_person(person)
    _check_child(household, role_of(person), person.birth_on, "birth_on")
    if not despite_twins:
        refuse_twins(by, [person])
    client = add_person(person, by.person)
    join(household, client, role_of(person))
    db.session.flush()
    settle_type(household)
    audit.record("client.new", kind="client", object_id=client.id)
    return client


def join_household(household: Household, client: Client, role: str) -> None:
    """Somebody who has a file already joins the household: a child may live in two."""
    if any(row.client_id == client.id for row in members_of(household, today())):
        raise RuleBroken(_("This person already belongs to the household."))
    _check_child(household, role, client.birth_on, "birth_on")
    join(household, client, role)
    db.session.flush()
    settle_type(household)
    audit.record("household.join", kind="client", object_id=client.id)


def settle_type(household: Household) -> None:
    """The kind of household as its members are today; of nobody, it stays what it was."""
    roles = [row.role for row in members_of(household, today())]
    if roles:
        household.household_type = type_of(roles)


def change_membership(row: Membership, role: str, period: Period) -> None:
    """Put right as what, and when, somebody belongs to a household."""
    if period.until_on is not None and period.until_on < period.from_on:
        raise RuleBroken(_("The end lies before the beginning."), "until_on")
    if any(one.id != row.id and one.client_id == row.client_id and period.meets(one)
           for one in row.household.memberships):  # fmt: skip
        raise RuleBroken(_("This person already belongs to the household then."), "from_on")
    before = _roles(row.household)
    row.role, row.from_on, row.until_on = role, period.from_on, period.until_on
    db.session.flush()
    _check_adult_left(before, _roles(row.household), "role")
    if role == "child":
        _check_child(row.household, role, row.client.birth_on, "role")
    settle_type(row.household)
    audit.record("household.member", kind="client", object_id=row.client_id)


def come_of_age(row: Membership) -> None:
    """A child becomes an adult of the household on the eighteenth birthday; the years before stay."""
    on = birthday(row.client.birth_on, ADULT_YEARS)
    if row.role != "child" or on > today() or not holds(row, today()):
        raise RuleBroken(_("This person is not eighteen yet, or an adult already."))
    if row.from_on >= on:
        row.role = "adult"
    else:
        until_on, row.until_on = row.until_on, add_days(on, -1)
        adult = {"role": "adult", "from_on": on, "until_on": until_on}
        db.session.add(Membership(household=row.household, client=row.client, **adult))
    db.session.flush()
    settle_type(row.household)
    audit.record("household.member", kind="client", object_id=row.client_id)


def move(household: Household, address: Address, *, client: Client) -> None:
    """A new address from its first day; the one before ends the day before."""
    known = address_on(household, address.from_on)
    if known is not None:
        if known.from_on > address.from_on or known.until_on is not None:
            raise RuleBroken(_("A later address is already known."), "from_on")
        if known.from_on == address.from_on:
            known.street, known.postal_code = address.street, address.postal_code
            known.town, known.neighbourhood = address.town, address.neighbourhood
            audit.record("household.move", kind="client", object_id=client.id)
            return
        known.until_on = add_days(address.from_on, -1)
    household.addresses.append(address)
    audit.record("household.move", kind="client", object_id=client.id)


def relocate(
    household: Household, address: Address, where: dict[int, str], *, client: Client
) -> Household:
    """Some go to the new address, some stay, a child may live at both: `where` says it by client.

    The household of those who go; it is the same one when nobody stays.
    """
    rows = members_of(household, address.from_on)
    going = [row for row in rows if where.get(row.client_id, GOES) != STAYS]
    staying = [row for row in rows if where.get(row.client_id, GOES) != GOES]
    if not going:
        raise RuleBroken(_("Choose who moves."), f"who-{client.id}")
    if not staying:
        move(household, address, client=client)
        return household
    _check_split(rows, going, staying, where, address.from_on)
    there = Household(household_type="alone", made_at=now())
    db.session.add(there)
    for row in going:
        join(there, row.client, row.role, address.from_on)
        if where.get(row.client_id, GOES) == GOES:
            row.until_on = add_days(address.from_on, -1)
        audit.record("household.split", kind="client", object_id=row.client_id)
    there.addresses.append(address)
    db.session.flush()
    settle_type(household)
    there.household_type = type_of(row.role for row in going)
    return there


def _check_split(
    rows: Iterable[Membership],
    going: list[Membership],
    staying: list[Membership],
    where: dict[int, str],
    from_on: dt.date,
) -> None:
    for row in rows:
        field = f"who-{row.client_id}"
        if where.get(row.client_id) == BOTH and row.role == "adult":
            raise RuleBroken(_("Only a child can live at both addresses."), field)
        if where.get(row.client_id, GOES) == GOES and row.from_on >= from_on:
            raise RuleBroken(
                _("Somebody joined the household only later. Correct the date."), "from_on"
            )
    if not any(row.role == "adult" for row in staying):
        raise RuleBroken(_("No adult stays behind."), f"who-{staying[0].client_id}")
    if not any(row.role == "adult" for row in going):
        raise RuleBroken(_("No adult goes along."), f"who-{going[0].client_id}")


def note_death(client: Client, died_on: dt.date | None) -> None:
    """From the day after, no membership and no status runs on; without a day, it was a mistake."""
    if died_on is not None and died_on < client.birth_on:
        raise RuleBroken(_("This date lies before the birth."), "died_on")
    was, client.died_on = client.died_on, died_on
    rows: list[Membership | ClientStatus] = [*client.memberships, *all_statuses(client)]
    for row in rows:
        if row.until_on == was or row.until_on is None:
            row.until_on = died_on if died_on is None or died_on >= row.from_on else row.from_on
        elif died_on is not None and row.from_on <= died_on < row.until_on:
            row.until_on = died_on
    db.session.flush()
    for membership in client.memberships:
        settle_type(membership.household)
    audit.record("client.death", kind="client", object_id=client.id)


def _roles(household: Household) -> list[str]:
    return [row.role for row in members_of(household, today())]


def _check_adult_left(before: list[str], after: list[str], field: str) -> None:
    """Who had an adult keeps one, as long as anybody is left."""
    if after and "adult" in before and "adult" not in after:
        raise RuleBroken(_("Then the household has no adult any more."), field)


def _check_child(household: Household, role: str, born: dt.date, field: str) -> None:
    if role == "child":
        rows = members_of(household, today())
        check_ages(((row.role, row.client.birth_on) for row in rows), born, field)
