"""What makes a person and a household: pure rules, no rows."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from core.clock import today
from core.errors import RuleBroken

ADULT_YEARS = 18


@dataclass(frozen=True)
class NewPerson:
    """Somebody as typed; `role` (adult, child) is empty where the age decides, `prefix` names the
    row of the form that the person was typed in."""

    given_name: str
    family_name: str
    birth_on: dt.date
    role: str = ""
    prefix: str = ""


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


def check_person(person: NewPerson) -> None:
    """Without a letter nobody could be found again."""
    for field, name in (("given_name", person.given_name), ("family_name", person.family_name)):
        if not any(letter.isalpha() for letter in name):
            raise RuleBroken(_("A name has at least one letter."), person.prefix + field)


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
