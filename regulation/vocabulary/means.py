"""The facts about a household and its means that some rules ask. It judges nothing."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from regulation.vocabulary.dates import age_years

# Of a client, and so as many as a series has columns for.
MOST_DEPENDANTS = 30


class Time(StrEnum):
    """The time that an income or a burden is for."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody of the household, the client too. `person` is opaque, as in Facts."""

    person: str = ""
    birth_on: dt.date | None = None
    role: str = ""
    parent: bool = False
    disabled: bool = False

    def age_on(self, day: dt.date) -> int | None:
        """Whole years on a day, if the birth date is known."""
        return age_years(self.birth_on, day) if self.birth_on else None


@dataclass(frozen=True, kw_only=True)
class Income:
    """An income, or a burden that a rule lets go off it: a code of the terms, in cents."""

    kind: str
    cents: int
    a_month: bool = False
    year: int | None = None

    def __post_init__(self) -> None:
        if self.cents < 0:
            raise ValueError("an income cannot be less than nothing")

    @property
    def a_year_cents(self) -> int:
        """The same over a year."""
        return self.cents * 12 if self.a_month else self.cents


@dataclass(frozen=True, kw_only=True)
class Since:
    """When a status began, without a break until the judged date."""

    status: str
    since_on: dt.date


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The answer to a question of the rule: yes or no, a number or cents, or a day."""

    question: str
    yes: bool | None = None
    number: int | None = None
    on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class ProRata:
    """At the closing of a year: what there is, and what all together would get."""

    available_cents: int
    asked_cents: int

    def __post_init__(self) -> None:
        if self.available_cents < 0 or self.asked_cents < 0:
            raise ValueError("there cannot be less than nothing to share")
