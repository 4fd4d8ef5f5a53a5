"""What comes out of a trial: counts, cents and a few examples. It judges nothing and names nobody."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from fund.replays.blurring import MONEY, QUARTER, blurred
from regulation.findings.assessment import Line, Outcome
from regulation.vocabulary.frozen import to_plain

MOST_EXAMPLES: Final = 50
# The rule that is tried has no scheme for this kind of request: another rule is for that.
OUTSIDE: Final = "outside"


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One decision by the rule of then and by the rule that is tried. Outcomes are words of the judge.

    A figure is None where a rule gives none: what a person set then is in `granted_cents` alone.
    With `is_unkept` it was not kept whether a person judged then.
    """

    request_id: int
    household_id: int
    quarter: str
    category: str
    then: str
    now: str
    then_cents: int | None
    now_cents: int | None
    granted_cents: int
    is_unkept: bool = False
    lines: tuple[Line | None, Line | None] = (None, None)
    missing: Sequence[str] = ()
    # The questions of the rule itself, by name: some of what is missing.
    asked: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_changed(self) -> bool:
        """Would it come out otherwise? That a person judges it changes no figure by itself."""
        if self.now == OUTSIDE:
            return False
        if self.now_cents != self.then_cents:
            return True
        is_judged = Outcome.JUDGEMENT in {self.then, self.now} and self.now != Outcome.NEEDS
        return self.now != self.then and not is_judged

    @property
    def weight(self) -> tuple[int, int]:
        """The largest difference first; of equals the oldest request."""
        has_both = self.now_cents is not None and self.then_cents is not None
        difference_cents = abs((self.now_cents or 0) - (self.then_cents or 0))
        return (difference_cents if has_both else 0, -self.request_id)

    def to_json(self) -> dict[str, Any]:
        """An example: the number of the request's row, never who it is for."""
        then_line, now_line = (to_plain(line) if line else None for line in self.lines)
        return {
            "request": self.request_id,
            "then": self.then,
            "now": self.now,
            "then_cents": self.then_cents,
            "now_cents": self.now_cents,
            "then_line": then_line,
            "now_line": now_line,
            "missing": list(self.missing),
        }


@dataclass
class Sum:
    """The money of one category: only of decisions for which there are two figures."""

    count: int = 0
    then_cents: int = 0
    now_cents: int = 0


@dataclass
class Tally:
    """Adds decisions up, one by one; of the decisions themselves it keeps the examples alone."""

    with_examples: bool
    decided: int = 0
    changed: int = 0
    granted_cents: int = 0
    deviated: int = 0
    deviated_cents: int = 0
    unknown: int = 0
    unknown_cents: int = 0
    # A person set the amount then.
    set_by_person: int = 0
    set_by_person_cents: int = 0
    unkept: int = 0
    moves: Counter[tuple[str, str]] = field(default_factory=Counter)
    money: dict[str, Sum] = field(default_factory=lambda: defaultdict(Sum))
    missing: Counter[str] = field(default_factory=Counter)
    asked: dict[str, str] = field(default_factory=dict)
    # Which households stand behind each part: kept only while it runs, for who sees totals alone.
    who: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _examples: list[tuple[tuple[int, int], Compared]] = field(default_factory=list)

    def add(self, one: Compared) -> None:
        """Count one decision."""
        self.decided += 1
        self.who[QUARTER + one.quarter].add(one.household_id)
        self.moves[one.then, one.now] += 1
        self.unkept += one.is_unkept
        self.missing.update(one.missing)
        self.asked.update(one.asked)
        self._add_money(one)
        if one.has_changed:
            self.changed += 1
            self._keep(one)

    def _add_money(self, one: Compared) -> None:
        self.granted_cents += one.granted_cents
        if one.then_cents is None:
            self.who["set_by_person"].add(one.household_id)
            self.set_by_person += 1
            self.set_by_person_cents += one.granted_cents
            return
        if one.granted_cents != one.then_cents:
            self.who["deviated"].add(one.household_id)
            self.deviated += 1
            self.deviated_cents += one.granted_cents - one.then_cents
        if one.now_cents is None:
            self.who["unknown"].add(one.household_id)
            self.unknown += 1
            self.unknown_cents += one.then_cents
            return
        self.who[MONEY + one.category].add(one.household_id)
        total = self.money[one.category]
        total.count += 1
        total.then_cents += one.then_cents
        total.now_cents += one.now_cents

    def _keep(self, one: Compared) -> None:
        if not self.with_examples:
            return
        heapq.heappush(self._examples, (one.weight, one))
        if len(self._examples) > MOST_EXAMPLES:
            heapq.heappop(self._examples)

    def to_json(self) -> dict[str, Any]:
        """All of it as plain data, in a fixed order; what is too small is blurred without examples."""
        whole = self._whole()
        return whole if self.with_examples else blurred(whole, self.who)

    def _whole(self) -> dict[str, Any]:
        examples = sorted(self._examples, key=lambda held: held[0], reverse=True)
        return {
            "decided": self.decided,
            "changed": self.changed,
            "granted_cents": self.granted_cents,
            "deviated": self.deviated,
            "deviated_cents": self.deviated_cents,
            "unknown": self.unknown,
            "unknown_cents": self.unknown_cents,
            "set_by_person": self.set_by_person,
            "set_by_person_cents": self.set_by_person_cents,
            "unkept": self.unkept,
            "moves": [[*move, count] for move, count in sorted(self.moves.items())],
            "money": {
                category: [total.count, total.then_cents, total.now_cents]
                for category, total in sorted(self.money.items())
            },
            "missing": dict(sorted(self.missing.items())),
            "asked": dict(sorted(self.asked.items())),
            "examples": [one.to_json() for _weight, one in examples],
        }
