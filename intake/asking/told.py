"""What a worker has told because the rule asks it, as plain records. It asks and judges nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final, Self

from regulation.vocabulary.facts import Facts, Item
from regulation.vocabulary.means import Answer

# What comes before the name of a question of the rule, a condition that a person judges, or a part
# of the bill; all other names are those of `Facts`.
QUESTION: Final = "question:"
JUDGED: Final = "judged:"
PART: Final = "part:"
# Of which part of the bill another payer pays.
PAYS: Final = "pays:"
SCHEME: Final = "scheme"
COUNT: Final = "count"
INSTALMENT: Final = "instalment_of"


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """What the worker finds of a condition that a person judges, and why."""

    yes: bool
    why: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """By name, in the order of the form. Nothing told is nothing known."""

    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def scheme(self) -> str:
        """Which scheme of the rule is meant, where there are several."""
        return str(self.values.get(SCHEME, ""))

    @property
    def parts_cents(self) -> int:
        """What the parts that were named are together."""
        return sum(cents for _part, cents in self._of(PART))

    def on(self, facts: Facts) -> Facts:
        """The facts with what was told of them: it counts above what the files say."""
        named = {name: value for name, value in self.values.items() if ":" not in name}
        named.pop(SCHEME, None)
        answers = tuple(value for _name, value in self._of(QUESTION))
        opinions = dict(self._of(JUDGED))
        parts = dict(self._of(PAYS))
        return replace(
            facts,
            **named,
            answers=answers,
            judged_yes=frozenset(name for name, found in opinions.items() if found.yes),
            judged_no=frozenset(name for name, found in opinions.items() if not found.yes),
            items=self._items(facts),
            other_payers=tuple(
                replace(other, part=parts.get(other.payer, "")) for other in facts.other_payers
            ),
        )

    def off(self, facts: Facts) -> Facts:
        """The facts as if nothing of this had been told."""
        names = {name for name in self.values if ":" not in name} - {SCHEME}
        untold: dict[str, Any] = {
            one.name: one.default for one in fields(Facts) if one.name in names
        }
        return Told().on(replace(facts, **untold))

    def _of(self, before: str) -> list[tuple[str, Any]]:
        return [
            (name.removeprefix(before), value)
            for name, value in self.values.items()
            if name.startswith(before)
        ]

    def _items(self, facts: Facts) -> tuple[Item, ...]:
        """The parts of the bill that were named, and the rest of it."""
        parts = self._of(PART)
        rest_cents = (facts.cost_cents or 0) - sum(cents for _part, cents in parts)
        if not parts or rest_cents < 0:
            return ()
        rest = (Item(cents=rest_cents),) if rest_cents else ()
        return (*(Item(cents=cents, part=part) for part, cents in parts), *rest)

    def to_json(self) -> list[dict[str, str]]:
        """What was told and why, for the record; the values themselves stand in the facts."""
        return [
            {"name": name, **({"why": value.why} if isinstance(value, Opinion) else {})}
            for name, value in self.values.items()
        ]

    @classmethod
    def of(cls, facts: Facts, plain: Iterable[Mapping[str, str]]) -> Self:
        """What was told of frozen facts."""
        known = {one["name"]: _value(one["name"], facts, one.get("why", "")) for one in plain}
        return cls(values={name: value for name, value in known.items() if value is not None})


def _value(name: str, facts: Facts, why: str) -> Any:
    before, _sign, own = name.partition(":")
    if f"{before}:" == QUESTION:
        return facts.answer(own)
    if f"{before}:" == JUDGED:
        return Opinion(yes=own in facts.judged_yes, why=why)
    if f"{before}:" == PAYS:
        return next((one.part for one in facts.other_payers if one.payer == own and one.part), None)
    if f"{before}:" == PART:
        return next((item.cents for item in facts.items if item.part == own), None)
    return getattr(facts, name)


def answer_of(question: str, value: Any) -> Answer:
    """An answer by what it is: yes or no, a number or cents, a day."""
    if isinstance(value, bool):
        return Answer(question=question, yes=value)
    if isinstance(value, int):
        return Answer(question=question, number=value)
    return Answer(question=question, on=value)
