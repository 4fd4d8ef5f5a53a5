"""The closed set of blocks that a regulation is made of. The regulation room judges with them.

A new block is one more dataclass here (or in a sibling), one reader and one step of the judge.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from regulation.judge.blocks import Article, Block, Condition, When
from regulation.judge.cases import Example
from regulation.judge.facts import DateKind


@dataclass(frozen=True, kw_only=True)
class Cover(Block):
    """Which categories a scheme is for; no list means all of them."""

    categories: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Deduct(Block):
    """Other payers go first; no list means whoever they are."""

    payers: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Amount(Block):
    """One way to work out the amount; the first of the list whose selector fits is used."""

    when: When = field(default_factory=When)


@dataclass(frozen=True, kw_only=True)
class Percent(Amount):
    """A part of what is left to pay. No rate only where the text leaves it open."""

    percent: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Split(Amount):
    """Client, provider and network share the cost, as their agreement says."""


class Rounding(StrEnum):
    """Only down: rounding up would let a split purchase yield more than its whole."""

    CENT_DOWN = "cent_down"


@dataclass(frozen=True, kw_only=True)
class Round(Block):
    """To what an amount is rounded; the odd cent of a split is the participant's."""

    to: Rounding = Rounding.CENT_DOWN


class CapPer(StrEnum):
    """Whose grants are added up."""

    PERSON = "person"
    HOUSEHOLD = "household"


class Period(StrEnum):
    """Over which time grants are added up."""

    CALENDAR_YEAR = "calendar_year"


@dataclass(frozen=True, kw_only=True)
class Cap(Block):
    """The most that may be granted in a period. No limit only where the text leaves it open."""

    name: str
    title: str = ""
    limit_cents: int | None = None
    per: CapPer = CapPer.PERSON
    period: Period = Period.CALENDAR_YEAR
    dates_by: DateKind = DateKind.COST
    counts: frozenset[str] = frozenset()
    when: When = field(default_factory=When)


@dataclass(frozen=True, kw_only=True)
class Evidence(Block):
    """A proof to show; one of the alternatives is enough."""

    any_of: tuple[str, ...]
    when: When = field(default_factory=When)


@dataclass(frozen=True, kw_only=True)
class Deadline(Block):
    """The last day to ask: a fixed day, so many years after the year of the judged date."""

    month: int | None = None
    day: int | None = None
    years_later: int = 0

    def latest_on(self, judged_on: dt.date) -> dt.date | None:
        """The last day on which asking is in time."""
        if self.month is None or self.day is None:
            return None
        return dt.date(judged_on.year + self.years_later, self.month, self.day)


@dataclass(frozen=True, kw_only=True)
class Decide(Block):
    """Which body decides, as a code of `BODIES`."""

    body: str


# Who may be named as the deciding body; words.py holds their words.
BODIES = frozenset(
    {"approver", "bcsd", "head_of_service", "partner", "social_service", "town", "worker"}
)


@dataclass(frozen=True, kw_only=True)
class Pay(Block):
    """To whom the fund may pay."""

    payees: tuple[str, ...]


class SchemeKind(StrEnum):
    """What a scheme gives."""

    REFUND = "refund"
    DISCOUNT = "discount"


@dataclass(frozen=True, kw_only=True)
class Scheme(Block):
    """A fund that a request is for: the blocks that judge it, in the order of the judge."""

    code: str
    kind: SchemeKind
    title: str
    dates_by: DateKind = DateKind.COST
    deadline: Deadline | None = None
    eligible: Condition | None = None
    cover: Cover | None = None
    deduct: Deduct | None = None
    amounts: tuple[Amount, ...] = ()
    rounding: Round = field(default_factory=Round)
    caps: tuple[Cap, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    decide: Decide | None = None
    pay: Pay | None = None


class Origin(StrEnum):
    """Where a rule comes from. An example is never the rule of a real town."""

    PUBLISHED = "published"
    EXAMPLE = "example"
    OWN = "own"


@dataclass(frozen=True, kw_only=True)
class Source:
    """The text that the file was written from."""

    name: str
    url: str = ""
    dated_on: dt.date | None = None
    seen_on: dt.date | None = None
    truncated: bool = False


@dataclass(frozen=True, kw_only=True)
class Validity(Block):
    """The request dates that the version is for. Without a first day it cannot enter into force."""

    from_on: dt.date | None = None
    until_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class RuleSet(Block):
    """One version of one regulation, with its own examples."""

    rule_id: str
    version: int
    title: str
    origin: Origin
    source: Source
    validity: Validity
    articles: Mapping[str, Article]
    conditions: Mapping[str, Condition]
    schemes: Mapping[str, Scheme]
    cases: tuple[Example, ...] = ()
