"""The ways to an amount, as blocks of the regulation room. It works nothing out."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from regulation.vocabulary import spec
from regulation.vocabulary.blocks import Block, Condition, When, kind


class Deviation(StrEnum):
    """How a person may depart from the amount, with a reason.

    `lower` says that the text prints a maximum: how much it is, a person judges each time.
    `usual` says that it is what is usually given: it stands until a person deviates.
    """

    NONE = "none"
    LOWER = "lower"
    USUAL = "usual"


class MostPer(StrEnum):
    """What a maximum, and the least own share, is for: each piece that is bought, or the whole request."""

    PIECE = "piece"
    REQUEST = "request"


@dataclass(frozen=True, kw_only=True)
class Amount(Block):
    """One way to work out the amount, for whom and what its selector says.

    Never more than `most`, and never so much that the participant pays less than `own_least`.
    """

    kinds: ClassVar[dict[str, type["Amount"]]] = {}
    when: When = spec.filled(When)
    most_cents: int | None = spec.euros("most")
    least_own_cents: int | None = spec.euros("own_least")
    most_per: MostPer = spec.choice(MostPer, default=MostPer.PIECE)
    deviation: Deviation = spec.choice(Deviation, default=Deviation.NONE)


@kind("percent")
@dataclass(frozen=True, kw_only=True)
class Percent(Amount):
    """A part of what is left to pay. No rate only where the text leaves it open."""

    percent: Decimal | None = spec.percent()


@kind("own_share")
@dataclass(frozen=True, kw_only=True)
class OwnShare(Amount):
    """The participant pays a fixed sum for each piece, the fund the rest; so says a price list too.

    No sum only where the text leaves it open.
    """

    own_cents: int | None = spec.euros("own")


@kind("per_unit")
@dataclass(frozen=True, kw_only=True)
class PerUnit(Amount):
    """A fixed sum for each unit of time: half a day, a day, a lesson."""

    amount_cents: int = spec.euros("amount", required=True)
    unit: str = spec.code("units", required=True)


@kind("lump")
@dataclass(frozen=True, kw_only=True)
class Lump(Amount):
    """A fixed sum, never more than is left to pay."""

    amount_cents: int = spec.euros("amount", required=True)


@kind("split")
@dataclass(frozen=True, kw_only=True)
class Split(Amount):
    """Client, provider and network share the cost: as printed here, else as their agreement says.

    Where the condition `waived` holds, the network pays the client's part too.
    """

    client_percent: int | None = spec.whole("client", most=100)
    provider_percent: int | None = spec.whole("provider", most=100)
    network_percent: int | None = spec.whole("network", most=100)
    waived: Condition | None = spec.name("conditions")


@kind("open")
@dataclass(frozen=True, kw_only=True)
class OpenAmount(Amount):
    """The text prints no way to an amount at all; `open` says so."""


@kind("judged")
@dataclass(frozen=True, kw_only=True)
class JudgedAmount(Amount):
    """A person sets the amount; the text prints a maximum at best."""


class Choose(StrEnum):
    """Which of several amounts that fit is used."""

    FIRST = "first"
    MOST_SPECIFIC = "most_specific"
    HIGHEST = "highest"


class Rounding(StrEnum):
    """Only down: rounding up would let a split purchase yield more than its whole."""

    CENT_DOWN = "cent_down"
    TEN_CENTS_DOWN = "ten_cents_down"
    EURO_DOWN = "euro_down"

    @property
    def step_cents(self) -> int:
        """To a multiple of what an amount is rounded."""
        return {"cent_down": 1, "ten_cents_down": 10, "euro_down": 100}[self.value]


@dataclass(frozen=True, kw_only=True)
class Round(Block):
    """To what an amount is rounded; the odd cent of a split is the participant's."""

    to: Rounding = spec.choice(Rounding, default=Rounding.CENT_DOWN)
