"""The shapes of an income ceiling, as blocks of the regulation room. It works nothing out."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from regulation.vocabulary import spec
from regulation.vocabulary.blocks import Block, Bounds, kind


@dataclass(frozen=True, kw_only=True)
class Ceiling(Block):
    """The most that an income may be."""

    kinds: ClassVar[dict[str, type["Ceiling"]]] = {}


@kind("fixed")
@dataclass(frozen=True, kw_only=True)
class FixedCeiling(Ceiling):
    """One amount for everybody. None only where the text leaves it open."""

    amount_cents: int | None = spec.euros("amount")


@kind("percent_of_series")
@dataclass(frozen=True, kw_only=True)
class PercentOfSeries(Ceiling):
    """A part of a dated figure, such as 110 % of the leefloon of the household's category."""

    series: str = spec.name("series", required=True)
    percent: Decimal = spec.percent(required=True, most=1_000)


@kind("per_dependant")
@dataclass(frozen=True, kw_only=True)
class PerDependant(Ceiling):
    """A base, and an amount more for each dependant."""

    base_cents: int = spec.euros("base", required=True)
    each_cents: int = spec.euros("each", required=True)


@kind("percent_per_member")
@dataclass(frozen=True, kw_only=True)
class PercentPerMember(Ceiling):
    """A base, raised by a percentage for each member from the first (or the second) on.

    A member with a disability may count for several.
    """

    base_cents: int = spec.euros("base", required=True)
    percent: Decimal = spec.percent(required=True)
    from_member: int = spec.whole(least=1, most=10, default=1)
    disabled_counts_as: int = spec.whole(least=1, most=5, default=1)


@kind("scale")
@dataclass(frozen=True, kw_only=True)
class Scale(Ceiling):
    """An amount for the first adult, for each further person, and for each child of an age.

    In the scale 1 / 0.5 / 0.3 these are the amounts that the text prints.
    """

    first_cents: int = spec.euros("first", required=True)
    other_cents: int = spec.euros("other", required=True)
    child_cents: int = spec.euros("child", required=True)
    child_years: Bounds = spec.bounds("years", required=True)


@kind("table")
@dataclass(frozen=True, kw_only=True)
class TableOfDependants(Ceiling):
    """Dated amounts by the number of dependants: columns "0", "1", ... and "each" beyond these."""

    series: str = spec.name("series", required=True)
