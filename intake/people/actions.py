"""Making and changing clients, households, statuses. Commits nothing; knows no request."""

import datetime as dt
from collections.abc import Iterable

from flask_babel import gettext as _

from accounts.models import Account, Person
from core import audit
from core.clock import now, today
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
    case_number_of,
    check_ages,
    check_person,
    own_role,
    role_of,
    type_of,
)
from intake.people.queries import (
    NATIONAL_NUMBER,
    file_number_taken,
    households_of,
    members_of,
    national_number_taken,
)
from intake.people.twins.queries import Twin, Typed, twins_of

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
        refuse_twins(by, everyone)
    client = add_person(new.person, by.person, file_number=new.file_number.strip().upper())
    client.case_number = case_number_of(new.case_number)
    seal_national_number(client, new.national_number)
    seal_iban(client, new.iban)
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
    _check_members(new)


def _check_members(new: NewClient) -> None:
    """Nobody twice, and no child older than the eldest adult."""
    family = [(role_of(one), one.birth_on) for one in new.members]
    family.append((own_role(new), new.person.birth_on))
    seen = {_who(new.person)}
    for member in new.members:
        check_person(member)
        if _who(member) in seen:
            raise RuleBroken(
                _("This person stands on the form twice."), member.prefix + "given_name"
            )
        seen.add(_who(member))
        if role_of(member) == "child":
            check_ages(family, member.birth_on, member.prefix + "birth_on")


def _who(person: NewPerson) -> tuple[str, dt.date]:
    return folded(f"{person.given_name} {person.family_name}"), person.birth_on


def refuse_twins(by: Account, people: Iterable[NewPerson]) -> None:
    """Raises LooksLikeAnother for a full match in any team's files."""
    twins = twins_of(by, [Typed(one.given_name, one.family_name, one.birth_on) for one in people])
    if twins:
        raise LooksLikeAnother(twins)


def add_person(person: NewPerson, worker: Person, file_number: str = "") -> Client:
    """A file of somebody, with this worker and the worker's team, in no household yet."""
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


def seal_national_number(client: Client, number: str) -> None:
    """Keep the number sealed, and the hash that it is found by; an empty one changes nothing."""
    if not number:
        return
    if national_number_taken(number, besides=client.id or 0):
        raise RuleBroken(
            _("A file with this national number exists. Search for it by its number."),
            "national_number",
        )
    client.national_number_key = search_key(number, column=NATIONAL_NUMBER)
    client.sealed_national_number = seal(
        number, table="client", column="sealed_national_number", row_key=client.row_key
    )


def seal_iban(client: Client, iban: str) -> None:
    """Keep the account number sealed; an empty one changes nothing."""
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


def join(household: Household, client: Client, role: str, from_on: dt.date | None = None) -> None:
    """A membership from a day on; today when none is told."""
    db.session.add(
        Membership(household=household, client=client, role=role, from_on=from_on or today())
    )


def correct_client(client: Client, person: NewPerson, *, file_number: str) -> None:
    """Put right what was typed wrongly: names, birth date, file number."""
    check_person(person)
    number = file_number.strip().upper()
    if not number:
        raise RuleBroken(_("Fill in a file number."), "file_number")
    if file_number_taken(number, besides=client.id):
        raise RuleBroken(_("This file number is already in use."), "file_number")
    _check_birth(client, person.birth_on)
    _name(client, person.given_name, person.family_name)
    client.birth_on, client.file_number = person.birth_on, number
    audit.record("client.correct", kind="client", object_id=client.id)


def _check_birth(client: Client, birth_on: dt.date) -> None:
    """With another birth date, no child of the household is older than its eldest adult."""
    for household in households_of(client, today()):
        family = [
            (row.role, birth_on if row.client_id == client.id else row.client.birth_on)
            for row in members_of(household, today())
        ]
        for role, born in family:
            if role == "child":
                check_ages(family, born, "birth_on")


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
