"""Making and changing clients, households, statuses. Commits nothing; knows no request."""

import datetime as dt
from collections.abc import Iterable

from flask_babel import gettext as _

from accounts.models import Account, Person
from core import audit
from core.clock import add_days, now, today
from core.db import db
from core.errors import RuleBroken
from core.names import folded
from core.numbers import next_number
from core.sealing.sealed import seal, search_key
from intake.people.models import (
    Address,
    Client,
    ClientStatus,
    Household,
    Membership,
    Responsible,
    new_row_key,
)
from intake.people.persons import (
    NewClient,
    NewPerson,
    check_person,
    own_role,
    role_of,
    type_of,
)
from intake.people.queries import (
    NATIONAL_NUMBER,
    Twin,
    address_on,
    colleagues_of,
    file_number_taken,
    household_of,
    members_of,
    national_number_taken,
    responsible_on,
    responsibles_of,
    twins_of,
)

FIRST_FILE_NUMBER = 20_000
LONGEST_SORT_NAME = 170


class LooksLikeAnother(Exception):
    """Somebody with this name and birth date has a file; another may be made all the same."""

    def __init__(self, twins: list[Twin]) -> None:
        super().__init__(_("There is already a file of this person."))
        self.twins = twins


def new_client(new: NewClient, *, by: Account, despite_twins: bool = False) -> Client:
    """A client with the household; each member gets a file too, with the same worker and team.

    Raises LooksLikeAnother, unless `despite_twins`, and RuleBroken with the field's name.
    """
    _check_new(new)
    everyone = (new.person, *new.members)
    if not despite_twins:
        _refuse_twins(by, everyone)
    client = add_person(new.person, by.person, file_number=new.file_number.strip().upper())
    _seal_numbers(client, new.national_number, new.iban)
    household = Household(household_type="alone", made_at=now())
    db.session.add(household)
    join(household, client, own_role(new))
    for member in new.members:
        join(household, add_person(member, by.person), role_of(member))
    _first_address(household, new)
    db.session.flush()
    household.household_type = type_of(row.role for row in household.memberships)
    if new.status:
        since = new.status_from_on or dt.date(today().year, 1, 1)
        add_status(client, new.status, since, new.status_until_on, proof_seen=False)
    audit.record("client.new", kind="client", object_id=client.id)
    return client


def _check_new(new: NewClient) -> None:
    check_person(new.person)
    if new.file_number and file_number_taken(new.file_number.strip().upper()):
        raise RuleBroken(_("This file number is already in use."), "file_number")
    for member in new.members:
        check_person(member)
        if member.role == "child" and member.birth_on <= new.person.birth_on:
            raise RuleBroken(
                _("A child is younger than the client. Choose “adult”, or correct the date."),
                member.prefix + "birth_on",
            )


def _refuse_twins(by: Account, people: Iterable[NewPerson]) -> None:
    twins = twins_of(by, [(one.given_name, one.family_name, one.birth_on) for one in people])
    if twins:
        raise LooksLikeAnother(twins)


def add_person(person: NewPerson, worker: Person, file_number: str = "") -> Client:
    """A file with its worker; who lives along is said by `join`."""
    if worker.team_id is None:
        raise RuleBroken(_("You are in no team yet. Ask the administrator."))
    client = Client(
        row_key=new_row_key(),
        file_number=file_number or next_file_number(),
        birth_on=person.birth_on,
        made_at=now(),
    )
    _name(client, person.given_name, person.family_name)
    client.responsibles.append(
        Responsible(worker_id=worker.id, team_id=worker.team_id, from_on=today())
    )
    db.session.add(client)
    return client


def next_file_number() -> str:
    """The next free one: a centre may have typed numbers of its own that are ahead."""
    while True:
        number = str(FIRST_FILE_NUMBER + next_number("client", 0))
        if not file_number_taken(number):
            return number


def _name(client: Client, given_name: str, family_name: str) -> None:
    client.given_name, client.family_name = given_name, family_name
    client.sort_name = folded(f"{family_name} {given_name}")[:LONGEST_SORT_NAME]
    client.sort_name_reversed = folded(f"{given_name} {family_name}")[:LONGEST_SORT_NAME]


def _seal_numbers(client: Client, national_number: str, iban: str) -> None:
    if national_number:
        if national_number_taken(national_number):
            raise RuleBroken(
                _("A file with this national number exists. Search for it by its number."),
                "national_number",
            )
        client.national_number_key = search_key(national_number, column=NATIONAL_NUMBER)
        client.sealed_national_number = seal(
            national_number,
            table="client",
            column="sealed_national_number",
            row_key=client.row_key,
        )
    if iban:
        client.sealed_iban = seal(
            iban, table="client", column="sealed_iban", row_key=client.row_key
        )


def _first_address(household: Household, new: NewClient) -> None:
    if any((new.street, new.postal_code, new.town, new.neighbourhood)):
        household.addresses.append(
            Address(
                street=new.street,
                postal_code=new.postal_code,
                town=new.town,
                neighbourhood=new.neighbourhood,
                from_on=today(),
            )
        )


def join(household: Household, client: Client, role: str) -> None:
    """From today somebody belongs to a household."""
    household.memberships.append(Membership(client=client, role=role, from_on=today()))


def add_member(
    household: Household, person: NewPerson, *, by: Account, despite_twins: bool = False
) -> Client:
    """Somebody new in the household, with a file of their own, from today."""
    check_person(person)
    if not despite_twins:
        _refuse_twins(by, [person])
    client = add_person(person, by.person)
    join(household, client, role_of(person))
    db.session.flush()
    _settle_type(household)
    audit.record("client.new", kind="client", object_id=client.id)
    return client


def join_household(household: Household, client: Client, role: str) -> None:
    """Somebody who has a file already joins the household: a child may live in two."""
    if any(row.client_id == client.id for row in members_of(household, today())):
        raise RuleBroken(_("This person already belongs to the household."))
    join(household, client, role)
    db.session.flush()
    _settle_type(household)
    audit.record("household.join", kind="client", object_id=client.id)


def _settle_type(household: Household) -> None:
    household.household_type = type_of(row.role for row in members_of(household, today()))


def correct_client(client: Client, person: NewPerson, *, file_number: str) -> None:
    """Put right what was typed wrongly: names, birth date, file number."""
    check_person(person)
    number = file_number.strip().upper()
    if not number:
        raise RuleBroken(_("Fill in a file number."), "file_number")
    if file_number_taken(number, besides=client.id):
        raise RuleBroken(_("This file number is already in use."), "file_number")
    _name(client, person.given_name, person.family_name)
    client.birth_on, client.file_number = person.birth_on, number
    audit.record("client.correct", kind="client", object_id=client.id)


def add_status(
    client: Client,
    status: str,
    from_on: dt.date,
    until_on: dt.date | None = None,
    *,
    proof_seen: bool,
) -> ClientStatus:
    """A status with its period; the same one cannot run twice at a time."""
    if until_on is not None and until_on < from_on:
        raise RuleBroken(_("The end lies before the beginning."), "status_until_on")
    if any(row.status == status and _overlap(row, from_on, until_on) for row in client.statuses):
        raise RuleBroken(_("This status already runs in that period."), "status")
    row = ClientStatus(
        status=status,
        from_on=from_on,
        until_on=until_on,
        proof_seen_on=today() if proof_seen else None,
    )
    client.statuses.append(row)
    db.session.flush()
    audit.record("client.status", kind="client", object_id=client.id)
    return row


def _overlap(row: ClientStatus, from_on: dt.date, until_on: dt.date | None) -> bool:
    starts_before_it_ends = row.until_on is None or from_on <= row.until_on
    return starts_before_it_ends and (until_on is None or until_on >= row.from_on)


def end_status(status: ClientStatus, *, on: dt.date) -> None:
    """The last day on which a status held."""
    if on < status.from_on:
        raise RuleBroken(_("The end lies before the beginning."), "until_on")
    status.until_on = on
    audit.record("client.status_ended", kind="client", object_id=status.client_id)


def see_proof(status: ClientStatus) -> None:
    """The worker saw the proof of the status today."""
    status.proof_seen_on = today()
    audit.record("client.status_proof", kind="client", object_id=status.client_id)


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


def transfer(client: Client, to_id: int) -> None:
    """Give a file, and those of the household with the same worker, to a colleague of the team."""
    current = responsible_on(client, today())
    if to_id == current.worker_id:
        return
    if to_id not in {person.id for person in colleagues_of(current)}:
        raise RuleBroken(_("Choose a colleague of the same team."), "worker")
    members = members_of(household_of(client, today()), today())
    for row in responsibles_of({client.id, *(member.client_id for member in members)}, today()):
        if (row.worker_id, row.team_id) == (current.worker_id, current.team_id):
            _hand_over(row, to_id)


def _hand_over(row: Responsible, to_id: int) -> None:
    audit.record("client.transfer", kind="client", object_id=row.client_id)
    if row.from_on == today():
        row.worker_id = to_id
        return
    row.until_on = add_days(today(), -1)
    db.session.add(
        Responsible(client_id=row.client_id, worker_id=to_id, team_id=row.team_id, from_on=today())
    )
