"""The closed set of blocks that a regulation is made of. The regulation room judges with them.

A new block is one more dataclass here (or in a sibling) and one step of the judge.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from regulation.vocabulary import spec
from regulation.vocabulary.amounts import Amount, Choose, Round
from regulation.vocabulary.blocks import Article, Block, Condition, Question, When, YearDay
from regulation.vocabulary.cases import Example
from regulation.vocabulary.dates import DateKind
from regulation.vocabulary.limits import Cap, Cover, Deadline, Deduct, Minimum, Window


@dataclass(frozen=True, kw_only=True)
class Exclusive(Block):
    """With what the scheme does not go together for the same cost."""

    schemes: frozenset[str] = spec.names("schemes", ordered=False)
    payers: frozenset[str] = spec.codes("payers")
    other_discount: bool = spec.flag()


class Spent(StrEnum):
    """What happens when the year's money runs out."""

    NOT_STATED = "not_stated"
    FIRST_COME = "first_come"
    PRO_RATA = "pro_rata"


@dataclass(frozen=True, kw_only=True)
class Pot(Block):
    """A part of the money with a purpose of its own, as the text prints it."""

    title: str = spec.text(required=True, most=120)
    amount_cents: int | None = spec.euros("amount")
    year: int | None = spec.whole(least=1990, most=2199)


@dataclass(frozen=True, kw_only=True)
class Budget(Block):
    """What the text says of the money: until spent, or pro rata at the closing; who goes first.

    The date that `dates_by` names puts a request in a year of the money, from `year_starts` on.
    """

    when_spent: Spent = spec.choice(Spent, default=Spent.NOT_STATED)
    closes: YearDay | None = spec.day()
    dates_by: DateKind | None = spec.maybe(DateKind)
    year_starts: YearDay | None = spec.day()
    priority: tuple[Condition, ...] = spec.names("conditions")
    pots: tuple[Pot, ...] = spec.blocks(Pot)


@dataclass(frozen=True, kw_only=True)
class Evidence(Block):
    """A proof to show; one of the alternatives is enough. `shows` says what must stand on it.

    No proof is named only where the text leaves it open.
    """

    any_of: tuple[str, ...] = spec.codes("evidence", ordered=True)
    shows: tuple[str, ...] = spec.codes("proof_fields", ordered=True)
    when: When = spec.filled(When)


@dataclass(frozen=True, kw_only=True)
class Apply(Block):
    """Who asks, and where; whether a yes in principle comes first and must be renewed."""

    by: tuple[str, ...] = spec.codes("applicants", ordered=True)
    at: str = spec.text(most=300)
    in_principle_first: bool = spec.flag()
    renew_yearly: bool = spec.flag()


@dataclass(frozen=True, kw_only=True)
class Decide(Block):
    """Which body decides; of several, the first whose selector fits. None where it is left open."""

    body: str = spec.code("bodies")
    when: When = spec.filled(When)


class Ground(StrEnum):
    """On what a fund rests: terms, remedies and who may decide follow from it."""

    INDIVIDUAL_AID = "individual_aid"
    COUNCIL_RULE = "council_rule"


@dataclass(frozen=True, kw_only=True)
class Basis(Block):
    """On what the scheme rests, and what it lets whom decide beside the usual way.

    Where nothing is stated, the centre's own setting counts.
    """

    rests_on: Ground | None = spec.maybe(Ground)
    counter_up_to_cents: int | None = spec.euros("counter_up_to")
    second_above_cents: int | None = spec.euros("second_above")
    deviation_body: str = spec.code("bodies")
    registers: bool = spec.flag("registers_free_discounts")


@dataclass(frozen=True, kw_only=True)
class TimeLimits(Block):
    """How long each step may take, and where somebody goes who does not agree; else by the basis."""

    decide_days: int | None = spec.whole(least=1, most=365)
    notify_days: int | None = spec.whole(least=1, most=365)
    forward_days: int | None = spec.whole(least=1, most=60)
    appeal_months: int | None = spec.whole(least=1, most=24)
    appeal_to: str = spec.code("remedies")
    next_working_day: bool = spec.flag()


@dataclass(frozen=True, kw_only=True)
class Batch(Block):
    """What is asked by one day of the year is paid by another."""

    asked_until: YearDay | None = spec.day(required=True)
    paid_until: YearDay | None = spec.day(required=True)


@dataclass(frozen=True, kw_only=True)
class Pay(Block):
    """To whom the fund may pay, how and when. Nobody is named where the text leaves it open."""

    payees: tuple[str, ...] = spec.codes("payees", "to", ordered=True)
    modes: tuple[str, ...] = spec.codes("payment_modes", ordered=True)
    within_days: int | None = spec.whole(least=1, most=400)
    client_pays_first: bool = spec.flag()
    recovers_own_share: bool = spec.flag()
    voucher_months: int | None = spec.whole(least=1, most=60)
    batches: tuple[Batch, ...] = spec.blocks(Batch)


class SchemeKind(StrEnum):
    """What a scheme gives."""

    REFUND = "refund"
    DISCOUNT = "discount"
    VOUCHER = "voucher"
    PRICE_LIST = "price_list"


@dataclass(frozen=True, kw_only=True)
class Scheme(Block):
    """A fund that a request is for: the blocks that judge it, in the order of the judge.

    `payer` marks a scheme that is not this fund's own: it tells what another payer gives first.
    """

    code: str
    kind: SchemeKind = spec.choice(SchemeKind)
    title: str = spec.text(required=True, most=120)
    payer: str = spec.code("payers")
    dates_by: DateKind = spec.choice(DateKind, default=DateKind.COST)
    eligible: Condition | None = spec.name("conditions")
    exclusive: Exclusive | None = spec.block(Exclusive)
    window: Window | None = spec.block(Window)
    deadline: Deadline | None = spec.block(Deadline)
    covers: tuple[Cover, ...] = spec.blocks(Cover, "cover")
    deduct: Deduct | None = spec.block(Deduct)
    minimum: Minimum | None = spec.block(Minimum)
    choose: Choose = spec.choice(Choose, default=Choose.FIRST)
    amounts: tuple[Amount, ...] = spec.blocks(Amount)
    rounding: Round = spec.filled(Round, "round")
    caps: tuple[Cap, ...] = spec.named(Cap)
    budget: Budget | None = spec.block(Budget)
    evidence: tuple[Evidence, ...] = spec.blocks(Evidence)
    apply: Apply | None = spec.block(Apply)
    basis: Basis | None = spec.block(Basis)
    decide: tuple[Decide, ...] = spec.blocks(Decide)
    time_limits: TimeLimits | None = spec.block(TimeLimits)
    pay: Pay | None = spec.block(Pay)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """The figures of a series from a day on, by column."""

    from_on: dt.date
    values: Mapping[str, Decimal]


@dataclass(frozen=True, kw_only=True)
class Series(Block):
    """Figures that change over time, such as the leefloon by category, or an index."""

    name: str
    title: str = spec.text(required=True, most=120)
    figures: tuple[Figure, ...] = ()

    def on(self, day: dt.date, column: str) -> Decimal | None:
        """The figure that holds on a day; None where the series does not say."""
        known = [one for one in self.figures if one.from_on <= day]
        newest = max(known, key=lambda one: one.from_on, default=None)
        return newest.values.get(column) if newest else None


class Origin(StrEnum):
    """Where a rule comes from. An example is never the rule of a real town."""

    PUBLISHED = "published"
    EXAMPLE = "example"
    OWN = "own"


@dataclass(frozen=True, kw_only=True)
class Source:
    """The text that the file was written from."""

    name: str = spec.text(required=True, most=200)
    url: str = spec.text(most=500)
    dated_on: dt.date | None = spec.date("dated")
    seen_on: dt.date | None = spec.date("seen")
    truncated: bool = spec.flag()


@dataclass(frozen=True, kw_only=True)
class Council:
    """The decision of the council or the committee that adopted the text."""

    decided_on: dt.date | None = spec.date("decided", required=True)
    number: str = spec.text(most=60)


@dataclass(frozen=True, kw_only=True)
class Validity(Block):
    """The request dates that the version is for. Without a first day it cannot enter into force."""

    from_on: dt.date | None = spec.date("from")
    until_on: dt.date | None = spec.date("until")


@dataclass(frozen=True, kw_only=True)
class RuleSet(Block):
    """One version of one regulation, with its own examples."""

    rule_id: str = spec.text("id", required=True, most=60)
    version: int = spec.whole(required=True, least=1, most=1_000_000)
    title: str = spec.text(required=True, most=160)
    origin: Origin = spec.choice(Origin)
    source: Source = spec.block(Source, required=True)
    validity: Validity = spec.block(Validity, required=True)
    council: Council | None = spec.block(Council)
    articles: Mapping[str, Article] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    schemes: Mapping[str, Scheme] = field(default_factory=dict)
    cases: tuple[Example, ...] = ()
