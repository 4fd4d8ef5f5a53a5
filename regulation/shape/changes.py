"""What differs between two rules, block by block and field by field: on tables, so that nothing hides behind words.

Blocks with a name belong together by it; those in a list by what they say, else by their kind and order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from regulation.shape.shape import (
    TOP,
    Address,
    Many,
    Place,
    Tables,
    base_at,
    places_of,
    standing,
    taken,
)
from regulation.vocabulary.rules import RuleSet

# By these words blocks of a list know each other again, the first that both have.
KNOWN_BY: Final = ("name", "title", "kind", "from", "body")


class What(Enum):
    """What happened to a block."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class FieldChange:
    """One field that says something else; None where nothing stood or stands."""

    path: tuple[str, ...]
    old: Any
    new: Any


@dataclass(frozen=True)
class Change:
    """One block that differs. `address` is that in the new rule; of one that is gone, in the old."""

    what: What
    address: Address
    fields: tuple[FieldChange, ...] = ()
    # where it stood in the old rule
    was: Address = TOP


def changes(old: Tables, new: Tables) -> list[Change]:
    """Every block that differs, in the order in which a rule is read."""
    return list(_below(old, new, TOP, TOP))


def _below(old: Tables, new: Tables, was: Address, now: Address) -> Iterator[Change]:
    """The block itself, then the blocks that belong to it."""
    fields = between(own_fields(old, was), own_fields(new, now))
    if fields:
        yield Change(What.CHANGED, now, fields, was)
    for place in places_of(base_at(now) if now else RuleSet).values():
        before = standing(old, (*was, place.key), place)
        after = standing(new, (*now, place.key), place)
        yield from _at(old, new, place, before, after)


def _at(
    old: Tables, new: Tables, place: Place, before: list[Address], after: list[Address]
) -> Iterator[Change]:
    pairs = _pairs(old, new, place, before, after)
    seen = {now: was for was, now in pairs}
    latest = -1
    for now in after:
        if now not in seen:
            yield from _whole(What.ADDED, new, now)
            continue
        at = before.index(seen[now])
        if place.many is Many.LISTED and place.key != "cases" and at < latest:
            yield Change(What.MOVED, now)
        latest = max(latest, at)
        yield from _below(old, new, seen[now], now)
    for was in before:
        if was not in seen.values():
            yield from _whole(What.GONE, old, was)


def _pairs(
    old: Tables, new: Tables, place: Place, before: list[Address], after: list[Address]
) -> list[tuple[Address, Address]]:
    """Which block of the old rule a block of the new one is."""
    if place.many is not Many.LISTED:
        names = {one[1:] if place.many is Many.NAMED else (): one for one in before}
        keys = ((now[1:] if place.many is Many.NAMED else (), now) for now in after)
        return [(names[key], now) for key, now in keys if key in names]
    left, right, pairs = list(before), list(after), []
    for alike in (_same, _known):
        for now in list(right):
            was = next((one for one in left if alike(taken(old, one), taken(new, now))), None)
            if was is not None:
                pairs.append((was, now))
                left.remove(was)
                right.remove(now)
    return pairs


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one == other


def _known(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """The same name, title or kind; blocks that have none of these are of one kind."""
    for key in KNOWN_BY:
        if key in one or key in other:
            return bool(one.get(key) == other.get(key))
    return True


def _whole(what: What, tables: Tables, address: Address) -> Iterator[Change]:
    """A block that came or went, with all its fields, and the blocks that belong to it."""
    table = own_fields(tables, address)
    old, new = (table, {}) if what is What.GONE else ({}, table)
    yield Change(what, address, between(old, new))
    for place in places_of(base_at(address)).values():
        for one in standing(tables, (*address, place.key), place):
            yield from _whole(what, tables, one)


def own_fields(tables: Tables, address: Address) -> dict[str, Any]:
    """What a block says itself, without the blocks that belong to it."""
    table = dict(tables) if address == TOP else taken(tables, address)
    below = places_of(base_at(address) if address else RuleSet)
    return {key: value for key, value in table.items() if key not in below}


def between(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """The fields that differ between two tables, in the order of the new one."""
    was, now = dict(_flat(old, ())), dict(_flat(new, ()))
    paths = [*now, *(path for path in was if path not in now)]
    return tuple(
        FieldChange(path, was.get(path), now.get(path))
        for path in paths
        if was.get(path) != now.get(path)
    )


def _flat(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, Mapping) and value and not _is_year_day(value):
        for key, one in value.items():
            yield from _flat(one, (*path, key))
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        for n, one in enumerate(value):
            yield from _flat(one, (*path, str(n)))
    elif path:
        yield path, value


def _is_year_day(value: Mapping[str, Any]) -> bool:
    """A day of the year is one value."""
    return value.keys() == {"month", "day"}
