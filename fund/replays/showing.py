"""What came out of a trial, as its page shows it: tables, sentences, examples. It counts nothing anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import gettext as _

from core.money import show_cents
from fund.record import lines_of_plain
from fund.replays.blurring import JOINED
from fund.replays.remarks import remarks_on
from fund.replays.wording import WORDS, difference, fact_words
from regulation.words import remark_text
from terms.lists import CATEGORIES, label_of

ORDER: Final = {outcome: place for place, outcome in enumerate(WORDS)}


@dataclass(frozen=True)
class Move:
    """So many decisions went from one outcome to another."""

    then: str
    now: str
    count: int

    def place(self) -> tuple[int, int]:
        """In the order of outcomes, then before now."""
        return ORDER[self.then], ORDER[self.now]

    @property
    def is_same(self) -> bool:
        """Did the outcome stay what it was? The amount may still differ."""
        return self.then == self.now


@dataclass(frozen=True)
class Money:
    """One row of the table of money."""

    label: str
    count: int
    then_cents: int
    now_cents: int

    @property
    def difference(self) -> str:
        """With its sign."""
        return difference(self.now_cents - self.then_cents)


@dataclass(frozen=True)
class Example:
    """One request that would come out otherwise."""

    request_id: int
    number: str
    category: str
    then: str
    now: str
    then_cents: int | None
    now_cents: int | None
    why: list[str]

    @property
    def difference(self) -> str:
        """With its sign; nothing where there is no figure."""
        if self.now_cents is None or self.then_cents is None:
            return ""
        return difference(self.now_cents - self.then_cents)


class Findings:
    """The result of a trial; examples only once they are named for somebody who may read them."""

    def __init__(self, result: Mapping[str, Any]) -> None:
        self._result = result
        self.is_few = False
        self.decided: int = result["decided"]
        self.changed: int = result["changed"]
        self.moves = sorted((Move(*move) for move in result["moves"]), key=Move.place)
        self.money = [
            Money(_category(category), *figures) for category, figures in result["money"].items()
        ]
        self.examples: list[Example] | None = None

    @property
    def total(self) -> Money:
        """All categories together."""
        return Money(
            str(_("Total")),
            sum(row.count for row in self.money),
            sum(row.then_cents for row in self.money),
            sum(row.now_cents for row in self.money),
        )

    @property
    def request_ids(self) -> list[int]:
        """What the examples are about."""
        return [example["request"] for example in self._result["examples"]]

    def name_examples(self, named: Mapping[int, Any]) -> None:
        """Give the examples the numbers of their requests; what is not there is left out."""
        self.examples = [
            _example(plain, named[plain["request"]], self._result["asked"])
            for plain in self._result["examples"]
            if plain["request"] in named
        ]

    @property
    def sentence(self) -> str:
        """The outcome in one sentence, also for the live region."""
        changed, decided = self.changed, self.decided
        return str(
            _(
                "%(changed)s of %(decided)s decisions would come out otherwise.",
                changed=changed,
                decided=decided,
            )
        )

    @property
    def remarks(self) -> list[tuple[str, str]]:
        """What to mind when one reads the figures: heading and sentence."""
        return remarks_on(self._result)


@dataclass(frozen=True)
class TooFew:
    """A trial of which nothing may be said: fewer than five households stand behind a quarter."""

    is_few: bool = True

    @property
    def sentence(self) -> str:
        """For the page and for the live region."""
        return str(_("Fewer than 5 households stand behind these figures."))


def findings_of(result: Mapping[str, Any]) -> Findings | TooFew:
    """What came out, or that it is too little to show."""
    return TooFew() if "few" in result else Findings(result)


def _category(code: str) -> str:
    return str(_("Other categories together")) if code == JOINED else label_of(CATEGORIES, code)


def _example(plain: Mapping[str, Any], request: Any, asked: Mapping[str, str]) -> Example:
    return Example(
        request_id=request.id,
        number=request.number,
        category=label_of(CATEGORIES, request.category),
        then=plain["then"],
        now=plain["now"],
        then_cents=plain["then_cents"],
        now_cents=plain["now_cents"],
        why=_why(plain, asked),
    )


def _why(plain: Mapping[str, Any], asked: Mapping[str, str]) -> list[str]:
    """The first step that differs, then and now; or what is missing, or that a person judges."""
    if plain["missing"]:
        facts = ", ".join(fact_words(fact, asked) for fact in plain["missing"])
        return [str(_("Still needed: %(facts)s.", facts=facts))]
    said = [
        str(shape) % {"line": _line(line)}
        for shape, line in (
            (_("Then: %(line)s"), plain["then_line"]),
            (_("Now: %(line)s"), plain["now_line"]),
        )
        if line
    ]
    return said or [str(WORDS[plain["now"]])]


def _line(plain: dict[str, Any]) -> str:
    """90 % of what is left to pay: € 100,00."""
    (line,) = lines_of_plain([plain])
    words = remark_text(line)
    return f"{words}: {show_cents(line.to_cents)}"
