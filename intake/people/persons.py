"""What makes a person, a household and a number valid: pure rules, no rows and no Flask."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import lazy_gettext as _
from stdnum.be import iban as belgian_iban
from stdnum.be import ssn
from stdnum.exceptions import ValidationError

from core.clock import today
from core.errors import RuleBroken

ADULT_YEARS = 18
OLDEST_YEARS = 120


@dataclass(frozen=True)
class NewPerson:
    """Somebody as typed; `role` (adult, child) is empty where the age decides."""

    given_name: str
    family_name: str
    birth_on: dt.date
    role: str = ""


@dataclass(frozen=True)
class NewClient:
    """A new file: the person, who lives along, and what is known so far."""

    person: NewPerson
    members: tuple[NewPerson, ...] = ()
    status: str = ""
    status_from_on: dt.date | None = None
    status_until_on: dt.date | None = None
    neighbourhood: str = ""
    street: str = ""
    postal_code: str = ""
    town: str = ""
    national_number: str = ""
    iban: str = ""
    file_number: str = ""


def check_person(person: NewPerson, prefix: str = "") -> None:
    """A name has a letter, a birth date lies in the past that people remember."""
    for field, name in (("given_name", person.given_name), ("family_name", person.family_name)):
        if not any(letter.isalpha() for letter in name):
            raise RuleBroken(_("A name has at least one letter."), prefix + field)
    check_birth_on(person.birth_on, prefix + "birth_on")


def check_birth_on(birth_on: dt.date, field: str = "birth_on") -> None:
    """Nobody is born tomorrow, and nobody in our care in 1850."""
    if birth_on > today():
        raise RuleBroken(_("The birth date lies in the future."), field)
    if age_on(birth_on, today()) > OLDEST_YEARS:
        raise RuleBroken(_("The birth date is more than 120 years ago."), field)


def age_on(birth_on: dt.date, on: dt.date) -> int:
    """Whole years; who is born on 29 February has a birthday on 1 March in common years."""
    return on.year - birth_on.year - ((on.month, on.day) < (birth_on.month, birth_on.day))


def role_of(person: NewPerson) -> str:
    """As typed, else by age: adult from 18 years on."""
    by_age = "adult" if age_on(person.birth_on, today()) >= ADULT_YEARS else "child"
    return person.role or by_age


def own_role(new: NewClient) -> str:
    """A minor with an adult in the household is a child of it; alone, a minor heads it."""
    with_adult = any(role_of(one) == "adult" for one in new.members)
    return "child" if with_adult and role_of(new.person) == "child" else "adult"


def type_of(roles: Iterable[str]) -> str:
    """The kind of household for the figures, from the roles of its members."""
    listed = list(roles)
    adults, children = listed.count("adult"), listed.count("child")
    if children:
        return "one_parent" if adults < 2 else "family"
    return "couple" if adults > 1 else "alone"


def checked_national_number(text: str) -> str:
    """The eleven digits, valid, BIS numbers too; the number of all noughts is not."""
    try:
        number = str(ssn.validate(text))
    except ValidationError as error:
        raise RuleBroken(_("This is not a valid national number."), "national_number") from error
    if number == "00000000097":
        raise RuleBroken(_("This is not a valid national number."), "national_number")
    return number


def checked_iban(text: str) -> str:
    """A Belgian account number without spaces."""
    try:
        return str(belgian_iban.validate(text))
    except ValidationError as error:
        raise RuleBroken(_("This is not a valid Belgian account number."), "iban") from error
