"""What a case of a rule file may hold, told as the blocks tell it: for editor and schema. `read_facts` reads it.

Where the default is None, "not known" differs from "no" and from an empty list.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Final

from regulation.findings.assessment import Answer, Kind, Outcome
from regulation.vocabulary import spec
from regulation.vocabulary.cases import From
from regulation.vocabulary.facts import MOST_PIECES
from regulation.vocabulary.means import MOST_DEPENDANTS, Time
from regulation.vocabulary.spec import Form, Spec

# Lists that a file may also write as words with values: the field that is the word, and its value.
KEYED: Final = {"statuses_since": ("status", "since"), "other_payers": ("payer", "amount")}


def _maybe(form: Form, of: Any = None) -> Any:
    return field(default=None, metadata={"spec": Spec(form, of=of)})


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody of the household."""

    person: str = spec.text(most=60)
    born: dt.date | None = spec.date()
    age: int | None = spec.whole()
    role: str = spec.code("roles")
    parent: bool | None = _maybe(Form.FLAG)
    disabled: bool | None = _maybe(Form.FLAG)


@dataclass(frozen=True, kw_only=True)
class Income:
    """What comes in."""

    kind: str = spec.code("incomes")
    amount: int | None = spec.euros()
    per: Time = spec.choice(Time, default=Time.YEAR)
    year: int | None = spec.whole(least=1990, most=2199)


@dataclass(frozen=True, kw_only=True)
class Burden:
    """What goes out."""

    kind: str = spec.code("burdens")
    amount: int | None = spec.euros()
    per: Time = spec.choice(Time, default=Time.YEAR)
    year: int | None = spec.whole(least=1990, most=2199)


@dataclass(frozen=True, kw_only=True)
class Item:
    """A part of the bill."""

    amount: int | None = spec.euros()
    count: int | None = spec.whole(least=1, most=MOST_PIECES)
    part: str = spec.code("parts")


@dataclass(frozen=True, kw_only=True)
class OtherPayer:
    """What somebody else pays."""

    payer: str = spec.code("payers")
    amount: int | None = spec.euros()
    part: str = spec.code("parts")


@dataclass(frozen=True, kw_only=True)
class Since:
    """Since when a status is held."""

    status: str = spec.code("statuses")
    since: dt.date | None = spec.date()


@dataclass(frozen=True, kw_only=True)
class Shares:
    """The shares of a discount agreement."""

    client: int | None = spec.whole(most=100)
    provider: int | None = spec.whole(most=100)
    network: int | None = spec.whole(most=100)


@dataclass(frozen=True, kw_only=True)
class ProRata:
    """The money at the closing, where all get less in proportion."""

    available: int | None = spec.euros(required=True)
    asked: int | None = spec.euros(required=True)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """One cost for one person."""

    scheme: str | None = spec.name("schemes")
    cost: int | None = spec.euros()
    cost_on: dt.date | None = spec.date()
    category: str = spec.code("categories")
    statuses: frozenset[str] | None = _maybe(Form.CODES, "statuses")
    born: dt.date | None = spec.date()
    age: int | None = spec.whole()
    payee: str = spec.code("payees")
    requested_on: dt.date | None = spec.date()
    payment_on: dt.date | None = spec.date()
    invoice_on: dt.date | None = spec.date()
    activity_on: dt.date | None = spec.date()
    decision_on: dt.date | None = spec.date()
    person: str = spec.text(most=60)
    household: str = spec.text(most=60)
    role: str = spec.code("roles")
    household_statuses: frozenset[str] | None = _maybe(Form.CODES, "statuses")
    parent_statuses: frozenset[str] | None = _maybe(Form.CODES, "statuses")
    statuses_since: tuple[Since, ...] = spec.blocks(Since)
    tariff_group: str = spec.code("tariff_groups")
    resident: bool | None = _maybe(Form.FLAG)
    resident_since: dt.date | None = spec.date()
    members: tuple[Member, ...] | None = _maybe(Form.BLOCKS, Member)
    dependants: int | None = spec.whole(most=MOST_DEPENDANTS)
    incomes: tuple[Income, ...] | None = _maybe(Form.BLOCKS, Income)
    burdens: tuple[Burden, ...] | None = _maybe(Form.BLOCKS, Burden)
    income_changed: bool | None = _maybe(Form.FLAG)
    leefloon_category: str = spec.code("leefloon_categories")
    judged_yes: frozenset[str] | None = _maybe(Form.NAMES, "conditions")
    judged_no: frozenset[str] | None = _maybe(Form.NAMES, "conditions")
    lasting: bool | None = _maybe(Form.FLAG)
    unit: str = spec.code("units")
    units: int | None = spec.whole(most=MOST_PIECES)
    strand: str = spec.code("strands")
    provider_type: str = spec.code("provider_types")
    provider_local: bool | None = _maybe(Form.FLAG)
    provider_recognised: bool | None = _maybe(Form.FLAG)
    offered_in_town: bool | None = _maybe(Form.FLAG)
    items: tuple[Item, ...] = spec.blocks(Item)
    count: int | None = spec.whole(least=1, most=MOST_PIECES)
    instalment_of: str = spec.text(most=60)
    other_payers: tuple[OtherPayer, ...] = spec.blocks(OtherPayer)
    other_schemes: frozenset[str] | None = _maybe(Form.NAMES, "schemes")
    other_discount: bool | None = _maybe(Form.FLAG)
    evidence: frozenset[str] | None = _maybe(Form.CODES, "evidence")
    shares: Shares | None = spec.block(Shares)
    budget: ProRata | None = spec.block(ProRata)


@dataclass(frozen=True, kw_only=True)
class Booking:
    """Which room a claim used: of which cap, and of which person or household."""

    cap: str = spec.text(required=True, most=60)
    person: str = spec.text(most=60)
    amount: int | None = spec.euros()


@dataclass(frozen=True, kw_only=True)
class Claim:
    """An earlier or an open request."""

    granted: int | None = spec.euros()
    open: int | None = spec.euros()
    cost_on: dt.date | None = spec.date()
    requested_on: dt.date | None = spec.date()
    payment_on: dt.date | None = spec.date()
    invoice_on: dt.date | None = spec.date()
    activity_on: dt.date | None = spec.date()
    decision_on: dt.date | None = spec.date()
    person: str = spec.text(most=60)
    household: str = spec.text(most=60)
    scheme: str | None = spec.name("schemes")
    category: str = spec.code("categories")
    provider_type: str = spec.code("provider_types")
    strand: str = spec.code("strands")
    count: int | None = spec.whole(least=1, most=MOST_PIECES)
    instalment_of: str = spec.text(most=60)
    bookings: tuple[Booking, ...] = spec.blocks(Booking)


@dataclass(frozen=True, kw_only=True)
class Expect:
    """What must come out; what is left empty is not compared."""

    outcome: Outcome | None = spec.maybe(Outcome)
    amount: int | None = spec.euros()
    maximum: int | None = spec.euros()
    eligible: Answer | None = spec.maybe(Answer)
    reason: Kind | None = spec.maybe(Kind)
    left: int | None = spec.euros()
    latest_on: dt.date | None = spec.date()
    missing: frozenset[str] | None = _maybe(Form.CODES, "asked")
    evidence_needed: frozenset[str] | None = _maybe(Form.CODES, "evidence")
    client: int | None = spec.euros()
    provider: int | None = spec.euros()
    ceiling: int | None = spec.euros()
    first: int | None = spec.euros()
    body: str = spec.code("bodies")
    priority: int | None = spec.whole(least=1, most=100)
    closes_on: dt.date | None = spec.date()


@dataclass(frozen=True, kw_only=True)
class Case:
    """A worked example of the file."""

    name: str = spec.text(required=True, most=200)
    facts: Facts | None = spec.block(Facts)
    without: frozenset[str] = spec.codes("facts")
    history: tuple[Claim, ...] = spec.blocks(Claim)
    expect: Expect | None = spec.block(Expect, required=True)
    origin: From = spec.choice(From, default=From.OWN)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """A row of a series: from a day on these figures hold. Its columns are named by the series."""

    from_on: dt.date | None = spec.date("from", required=True)


@dataclass(frozen=True, kw_only=True)
class OwnWord:
    """A municipality's own word, and the codes of the list that it stands for."""
