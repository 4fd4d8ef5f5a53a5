"""What every block of a regulation carries, and the small parts that blocks share. It judges nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from regulation.vocabulary import spec

K = TypeVar("K", bound=type)


@dataclass(frozen=True, kw_only=True)
class Article:
    """A place in the municipality's own text, as it is printed."""

    name: str
    ref: str = spec.text(required=True, most=80)
    text: str = spec.text()
    # where it can be read, when that is not where the rest stands
    url: str = spec.text(most=500)


@dataclass(frozen=True, kw_only=True)
class Block:
    """What every block may carry: its place in the text and words for a client.

    `open` says what the text leaves to a person or does not print: the judge gives no figure.
    `assumed` says which reading was chosen: the judge computes, and tells.
    """

    article: Article | None = spec.article()
    words: str = spec.text()
    open: str = spec.text()
    assumed: str = spec.text()

    @property
    def ref(self) -> str:
        """The article as printed, or nothing."""
        return self.article.ref if self.article else ""


def kind(word: str) -> Callable[[K], K]:
    """Make a block one of the kinds of its base: the word behind `kind` in a rule file."""

    def register(block: Any) -> Any:
        block.kinds[word] = block
        return block

    return register


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """In whole years, cents or a plain number: lt 18 is "under 18", lte 18 is "18 included"."""

    lt: int | None = None
    lte: int | None = None
    gt: int | None = None
    gte: int | None = None

    def hold(self, figure: int) -> bool:
        """Does this figure lie within the bounds?"""
        return (
            (self.lt is None or figure < self.lt)
            and (self.lte is None or figure <= self.lte)
            and (self.gt is None or figure > self.gt)
            and (self.gte is None or figure >= self.gte)
        )


@dataclass(frozen=True, kw_only=True)
class YearDay:
    """A day that comes every year, so never 29 February."""

    month: int
    day: int


class Lasting(StrEnum):
    """A single activity, or one that lasts, such as a membership."""

    ONE_OFF = "one_off"
    LASTING = "lasting"


class QuestionKind(StrEnum):
    """What an answer is."""

    YES_NO = "yes_no"
    NUMBER = "number"
    EURO = "euro"
    DATE = "date"


@dataclass(frozen=True, kw_only=True)
class Question(Block):
    """A fact that only this regulation asks; `words` is the question as the form asks it."""

    name: str
    kind: QuestionKind = spec.choice(QuestionKind)


@dataclass(frozen=True, kw_only=True)
class Condition(Block):
    """A named test of who may ask."""

    kinds: ClassVar[dict[str, type["Condition"]]] = {}
    name: str


@dataclass(frozen=True, kw_only=True)
class When:
    """Selects for whom and for what a block holds; an empty selector always fits.

    Age, role, status, tariff group and conditions are about the person; category, strand, unit,
    provider and whether it lasts about the cost; payee and amount about what is paid.
    """

    age: Bounds | None = spec.bounds("years")
    roles: frozenset[str] = spec.codes("roles")
    statuses: frozenset[str] = spec.codes("statuses")
    tariff_groups: frozenset[str] = spec.codes("tariff_groups")
    conditions: tuple[Condition, ...] = spec.names("conditions")
    categories: frozenset[str] = spec.codes("categories")
    except_categories: frozenset[str] = spec.codes("categories")
    strands: frozenset[str] = spec.codes("strands")
    except_strands: frozenset[str] = spec.codes("strands")
    units: frozenset[str] = spec.codes("units")
    provider_types: frozenset[str] = spec.codes("provider_types")
    lasting: Lasting | None = spec.maybe(Lasting)
    local: bool = spec.flag()
    payees: frozenset[str] = spec.codes("payees")
    amount: Bounds | None = spec.bounds("euros")

    @property
    def selectors(self) -> int:
        """How many things it asks: of two that fit, the one that asks more is more specific."""
        return sum(1 for one in vars(self).values() if one)
