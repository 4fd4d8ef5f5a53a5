"""What makes a person and a household: pure rules, no rows."""

import datetime as dt
from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from core.clock import today
from core.errors import RuleBroken
from regulation.vocabulary.dates import age_years

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
    case_number: str = ""


def check_person(person: NewPerson) -> None:
    """Without a letter nobody could be found again."""
    for field, name in (("given_name", person.given_name), ("family_name", person.family_name)):
        if not any(letter.isalpha() for letter in name):
            raise RuleBroken(_("A name has at least one letter."), person.prefix + field)


def birthday(birth_on: dt.date, years: int) -> dt.date:
    """The day on which somebody turns that old; of 29 February it is 1 March in common years."""
    year = birth_on.year + years
    is_leap_day = (birth_on.month, birth_on.day) == (2, 29)
    return dt.date(year, 3, 1) if is_leap_day and not isleap(year) else birth_on.replace(year=year)


def check_ages(family: Iterable[tuple[str, dt.date]], born: dt.date, field: str) -> None:
    """A child is younger than the eldest adult; `family` is everybody's role and birth date.

    Not younger than each: a grown-up brother or sister is an adult of the household too.
    """
    adults = [birth_on for role, birth_on in family if role == "adult"]
    if adults and born <= min(adults):
        raise RuleBroken(
            _("A child is younger than the eldest adult. Choose “adult”, or correct the date."),
            field,
        )


def case_number_of(typed: str, field: str = "case_number") -> str:
    """As it is kept and searched: capitals, no spaces. A word without a figure is read as a name."""
    number = "".join(typed.upper().split())
    if number and not any(sign.isdecimal() for sign in number):
        raise RuleBroken(_("A case number has at least one figure."), field)
    return number


def role_of(person: NewPerson) -> str:
    """As typed, else by age: adult from 18 years on."""
    by_age = "adult" if age_years(person.birth_on, today()) >= ADULT_YEARS else "child"
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
