"""What the regulation room judges: the facts of a request and its history. It judges nothing."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Self

from regulation.vocabulary.dates import DateKind
from regulation.vocabulary.frozen import from_plain, known, to_plain
from regulation.vocabulary.means import Answer, Income, Member, ProRata, Since

MOST_PIECES = 1_000


@dataclass(frozen=True, kw_only=True)
class Dated:
    """The dates that a request and an earlier claim have alike."""

    requested_on: dt.date | None = None
    cost_on: dt.date | None = None
    payment_on: dt.date | None = None
    invoice_on: dt.date | None = None
    activity_on: dt.date | None = None
    decision_on: dt.date | None = None

    def on(self, kind: DateKind) -> dt.date | None:
        """The date of one kind, if it is known."""
        known: dt.date | None = getattr(self, kind.fact)
        return known


@dataclass(frozen=True, kw_only=True)
class OtherPayer:
    """What somebody else pays of the same cost, or of one part of it."""

    payer: str
    cents: int
    part: str = ""

    def __post_init__(self) -> None:
        if self.cents < 0:
            raise ValueError("another payer cannot pay less than nothing")


@dataclass(frozen=True, kw_only=True)
class Item:
    """A part of the bill: so many pieces of one price."""

    cents: int
    count: int = 1
    part: str = ""

    def __post_init__(self) -> None:
        if self.cents < 0 or not 1 <= self.count <= MOST_PIECES:
            raise ValueError("a part of a bill has a price and from 1 to 1,000 pieces")


@dataclass(frozen=True, kw_only=True)
class Shares:
    """Whole percents of a discount agreement; together they are the whole cost."""

    client_percent: int
    provider_percent: int
    network_percent: int

    def __post_init__(self) -> None:
        parts = (self.client_percent, self.provider_percent, self.network_percent)
        if min(parts) < 0 or sum(parts) != 100:
            raise ValueError("the shares of an agreement add up to 100 percent")


@dataclass(frozen=True, kw_only=True)
class Facts(Dated):
    """One cost for one person. None means "not known": the judge asks it where it matters.

    `client` and `household` are opaque: only compared with those of the history. Statuses are the
    codes held on the judged date; `household_statuses` are those of all members together.
    `judged_yes` and `judged_no` name the conditions that a person has judged. `items` are the
    parts of the bill; without them the cost is `count` pieces of one price. `instalment_of` is
    the same for all instalments of one membership.
    """

    scheme: str
    client: str
    household: str
    # the person
    birth_on: dt.date | None = None
    role: str | None = None
    statuses: frozenset[str] | None = None
    household_statuses: frozenset[str] | None = None
    parent_statuses: frozenset[str] | None = None
    statuses_since: tuple[Since, ...] = ()
    tariff_group: str | None = None
    resident: bool | None = None
    resident_since: dt.date | None = None
    # the household and its means
    members: tuple[Member, ...] | None = None
    dependants: int | None = None
    incomes: tuple[Income, ...] | None = None
    burdens: tuple[Income, ...] | None = None
    income_changed: bool | None = None
    leefloon_category: str | None = None
    answers: tuple[Answer, ...] = ()
    judged_yes: frozenset[str] = frozenset()
    judged_no: frozenset[str] = frozenset()
    # the activity
    category: str | None = None
    lasting: bool | None = None
    unit: str | None = None
    unit_count: int | None = None
    strand: str | None = None
    provider_type: str | None = None
    provider_local: bool | None = None
    provider_recognised: bool | None = None
    offered_in_town: bool | None = None
    # the money
    cost_cents: int | None = None
    items: tuple[Item, ...] = ()
    count: int = 1
    instalment_of: str = ""
    other_payers: tuple[OtherPayer, ...] = ()
    other_schemes: frozenset[str] | None = None
    other_discount: bool | None = None
    evidence_seen: frozenset[str] = frozenset()
    payee: str | None = None
    shares: Shares | None = None
    pro_rata: ProRata | None = None

    def __post_init__(self) -> None:
        if self.cost_cents is not None and self.cost_cents < 0:
            raise ValueError("a cost cannot be less than nothing")
        if not 1 <= self.count <= MOST_PIECES:
            raise ValueError("a cost is for 1 to 1,000 pieces")
        if self.items and sum(one.cents * one.count for one in self.items) != self.cost_cents:
            raise ValueError("the parts of a bill add up to its cost")

    @property
    def paid_by_others_cents(self) -> int:
        """What all other payers pay together."""
        return sum(other.cents for other in self.other_payers)

    def answer(self, question: str) -> Answer | None:
        """What was answered to a question of the rule, if it was."""
        return next((one for one in self.answers if one.question == question), None)

    def to_json(self) -> dict[str, Any]:
        """Plain data for a frozen record; what is not known is left out."""
        return dict(known(to_plain(self)))

    @classmethod
    def from_json(cls, plain: Any) -> Self:
        """The facts of a frozen record; raises NotThatShape."""
        return from_plain(cls, plain, "facts")


@dataclass(frozen=True, kw_only=True)
class Booking:
    """Which room a claim used: of which cap, and of which person or household."""

    cap: str
    subject: str
    cents: int


@dataclass(frozen=True, kw_only=True)
class Claim(Dated):
    """One other request that may count under a cap: granted, or still open with its proposal.

    Never the request that is judged itself. Category, strand and provider type are those of then;
    `pieces` is how many pieces were granted, or are proposed.
    Without `bookings` the whole counts for its own client and household.
    """

    scheme: str
    client: str
    household: str
    counted_cents: int
    is_open: bool = False
    birth_on: dt.date | None = None
    category: str | None = None
    provider_type: str | None = None
    strand: str | None = None
    pieces: int = 1
    instalment_of: str = ""
    bookings: tuple[Booking, ...] = ()

    def __post_init__(self) -> None:
        if self.counted_cents < 0 or self.pieces < 1:
            raise ValueError("a claim cannot count for less than nothing")

    def to_json(self) -> dict[str, Any]:
        """Plain data for a frozen record; what is not known is left out."""
        return dict(known(to_plain(self)))

    @classmethod
    def from_json(cls, plain: Any) -> Self:
        """The claim of a frozen record; raises NotThatShape."""
        return from_plain(cls, plain, "history")
