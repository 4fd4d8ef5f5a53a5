"""What every block of a regulation carries, whom it is for, and the conditions of who may ask."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, kw_only=True)
class Article:
    """A place in the municipality's own text, as it is printed."""

    name: str
    ref: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Block:
    """What every block may carry: its place in the text and words for a client.

    `open` says what the text leaves to a person or does not print: the judge gives no figure.
    `assumed` says which reading was chosen: the judge computes, and tells.
    """

    article: Article | None = None
    words: str = ""
    open: str = ""
    assumed: str = ""

    @property
    def ref(self) -> str:
        """The article as printed, or nothing."""
        return self.article.ref if self.article else ""


@dataclass(frozen=True, kw_only=True)
class AgeBounds:
    """Whole years: lt 18 is "under 18", lte 18 is "18 included"."""

    lt: int | None = None
    lte: int | None = None
    gt: int | None = None
    gte: int | None = None

    def hold(self, years: int) -> bool:
        """Does this age lie within the bounds?"""
        return (
            (self.lt is None or years < self.lt)
            and (self.lte is None or years <= self.lte)
            and (self.gt is None or years > self.gt)
            and (self.gte is None or years >= self.gte)
        )


@dataclass(frozen=True, kw_only=True)
class When:
    """Selects for whom and for what a block holds; an empty selector always fits.

    Age and status are about the person; category, strand and provider type about the cost; payee
    about the payment.
    """

    age: AgeBounds | None = None
    statuses: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    except_categories: frozenset[str] = frozenset()
    strands: frozenset[str] = frozenset()
    provider_types: frozenset[str] = frozenset()
    payees: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Condition(Block):
    """A named test of who may ask."""

    name: str


class Whose(StrEnum):
    """Whose status counts."""

    CLIENT = "client"
    HOUSEHOLD = "household"


@dataclass(frozen=True, kw_only=True)
class HasStatus(Condition):
    """Holds one of these statuses, oneself or in the household."""

    any_of: frozenset[str]
    whose: Whose = Whose.CLIENT


@dataclass(frozen=True, kw_only=True)
class HasAge(Condition):
    """Is of an age, on the judged date."""

    bounds: AgeBounds


@dataclass(frozen=True, kw_only=True)
class LivesHere(Condition):
    """Lives in the municipality."""


@dataclass(frozen=True, kw_only=True)
class Judged(Condition):
    """What only a person can judge, with a reason."""


class GroupKind(StrEnum):
    """How the parts of a group compose."""

    ALL_OF = "all_of"
    ANY_OF = "any_of"
    NONE_OF = "none_of"


@dataclass(frozen=True, kw_only=True)
class Group(Condition):
    """Other conditions, composed."""

    how: GroupKind
    parts: tuple[Condition, ...]
