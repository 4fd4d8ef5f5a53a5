"""From a file's named conditions to blocks, in the regulation room. It judges nobody."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask_babel import lazy_gettext as _

from regulation.files.lexicon import Lexicon, age_bounds
from regulation.files.table import Table
from regulation.judge.blocks import (
    Condition,
    Group,
    GroupKind,
    HasAge,
    HasStatus,
    Judged,
    LivesHere,
    Whose,
)

# Deeper than any published rule by far; beyond it nobody can follow who may ask.
DEEPEST = 12


@dataclass
class Conditions:
    """The conditions of a file by name; a group finds its parts here, in any order."""

    tables: dict[str, Table]
    lexicon: Lexicon
    read: dict[str, Condition] = field(default_factory=dict)
    under_way: list[str] = field(default_factory=list)

    def all(self) -> dict[str, Condition]:
        """Every condition of the file, in its order."""
        return {name: self.named(name) for name in self.tables}

    def named(self, name: str) -> Condition:
        """One condition, with its parts read before it."""
        if name in self.read:
            return self.read[name]
        table = self.tables[name]
        if name in self.under_way:
            table.fail(_("This condition leads back to itself. Take one of the links away."))
        if len(self.under_way) >= DEEPEST:
            table.fail(_("These conditions are nested too deep: %(most)s at most.", most=DEEPEST))
        self.under_way.append(name)
        kind = table.choice("kind", KINDS)
        common = {"name": name, **self.lexicon.block(table)}
        self.read[name] = KINDS[kind](self, table, common)
        self.under_way.pop()
        table.done()
        return self.read[name]

    def required(self, table: Table, key: str) -> tuple[str, ...]:
        """Names of conditions of this file."""
        names = table.choices(key, self.tables)
        if not names:
            table.fail(_("Name the conditions that belong here."), key)
        return names


def _status(all_: Conditions, table: Table, common: dict[str, Any]) -> Condition:
    codes = all_.lexicon.codes(table, "any_of", "statuses")
    if not codes:
        table.fail(_("Name the statuses that give a right."), "any_of")
    whose = Whose(table.choice("whose", list(Whose), default="client"))
    return HasStatus(any_of=frozenset(codes), whose=whose, **common)


def _age(all_: Conditions, table: Table, common: dict[str, Any]) -> Condition:
    return HasAge(bounds=age_bounds(table), **common)


def _resident(all_: Conditions, table: Table, common: dict[str, Any]) -> Condition:
    return LivesHere(**common)


def _judged(all_: Conditions, table: Table, common: dict[str, Any]) -> Condition:
    if not common["words"]:
        table.fail(_("Write in “words” what a person must judge."))
    return Judged(**common)


def _group(how: GroupKind) -> Callable[[Conditions, Table, dict[str, Any]], Condition]:
    def read(all_: Conditions, table: Table, common: dict[str, Any]) -> Condition:
        names = all_.required(table, "of")
        return Group(how=how, parts=tuple(all_.named(name) for name in names), **common)

    return read


# The word of the file for each condition; a new condition is one more line here.
KINDS: dict[str, Callable[[Conditions, Table, dict[str, Any]], Condition]] = {
    "status": _status,
    "age": _age,
    "resident": _resident,
    "judged": _judged,
    **{how.value: _group(how) for how in GroupKind},
}
