"""What the regulation room judges: the facts of a request and its history. It judges nothing."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from regulation.judge.frozen import from_plain, to_plain


class DateKind(StrEnum):
    """The six dates by which published rules judge."""

    COST = "cost"
    PAYMENT = "payment"
    INVOICE = "invoice"
    ACTIVITY = "activity"
    REQUEST = "request"
    DECISION = "decision"

    @property
    def fact(self) -> str:
        """The name of the fact that holds this date."""
        return "requested_on" if self is DateKind.REQUEST else f"{self.value}_on"


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
    """What somebody else pays of the same cost."""

    payer: str
    cents: int

    def __post_init__(self) -> None:
        if self.cents < 0:
            raise ValueError("another payer cannot pay less than nothing")


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
    `judged_yes` and `judged_no` name the conditions that a person has judged.
    """

    scheme: str
    client: str
    household: str
    birth_on: dt.date | None = None
    statuses: frozenset[str] | None = None
    household_statuses: frozenset[str] | None = None
    resident: bool | None = None
    category: str | None = None
    provider_type: str | None = None
    strand: str | None = None
    cost_cents: int | None = None
    other_payers: tuple[OtherPayer, ...] = ()
    evidence_seen: frozenset[str] = frozenset()
    payee: str | None = None
    shares: Shares | None = None
    judged_yes: frozenset[str] = frozenset()
    judged_no: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.cost_cents is not None and self.cost_cents < 0:
            raise ValueError("a cost cannot be less than nothing")

    @property
    def paid_by_others_cents(self) -> int:
        """What all other payers pay together."""
        return sum(other.cents for other in self.other_payers)

    def to_json(self) -> dict[str, Any]:
        """Plain data for a frozen record."""
        return dict(to_plain(self))

    @classmethod
    def from_json(cls, plain: Any) -> Self:
        """The facts of a frozen record; raises NotThatShape."""
        return from_plain(cls, plain, "facts")


@dataclass(frozen=True, kw_only=True)
class Claim(Dated):
    """One other request that may count under a cap: granted, or still open with its proposal.

    Never the request that is judged itself. Category, strand and provider type are those of then.
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

    def __post_init__(self) -> None:
        if self.counted_cents < 0:
            raise ValueError("a claim cannot count for less than nothing")

    def to_json(self) -> dict[str, Any]:
        """Plain data for a frozen record."""
        return dict(to_plain(self))

    @classmethod
    def from_json(cls, plain: Any) -> Self:
        """The claim of a frozen record; raises NotThatShape."""
        return from_plain(cls, plain, "history")


def age_years(birth_on: dt.date, on: dt.date) -> int:
    """Whole years on a day. Who is born on 29 February has a birthday on 1 March in other years."""
    return on.year - birth_on.year - ((on.month, on.day) < (birth_on.month, birth_on.day))
