"""Putting, adding, moving and taking away blocks in the tables of a rule file. It judges nothing."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from regulation.files.lexicon import OWN_LISTS
from regulation.shape.shape import (
    MEANS,
    Address,
    Many,
    NoSuchPlace,
    Place,
    Tables,
    base_at,
    place_of,
    standing,
    taken,
)


def put(tables: Mapping[str, Any], address: Address, table: Mapping[str, Any]) -> Tables:
    """The same tables with another block at an address; the rest keeps its order."""
    changed = deepcopy(dict(tables))
    if not address:
        return dict(table)
    if address[0] == "terms":
        return _put_word(changed, address, table)
    holder, last = _holder(changed, address)
    if isinstance(holder, list):
        holder[int(last)] = dict(table)
    else:
        holder[last] = dict(table)
    return changed


def _holder(tables: Tables, address: Address) -> tuple[Any, str]:
    """What holds a block, and under which word; tables on the way are made where they are not yet."""
    holder: Any = tables
    steps = list(address)
    while len(steps) > 1:
        step = steps.pop(0)
        if isinstance(holder, list):
            holder = holder[int(step)]
            continue
        below = holder.setdefault(step, {})
        if len(steps) == 1 and steps[0] == "0" and _is_alone(below, address[:-1]):
            return holder, step
        holder = below
    return holder, steps[0]


def _is_alone(below: Any, parent: Address) -> bool:
    """A list of one, written as the table alone."""
    if parent[0] == "terms" or not isinstance(below, Mapping):
        return False
    return place_of(parent).many is Many.LISTED


def _put_word(tables: Tables, address: Address, table: Mapping[str, Any]) -> Tables:
    _terms, of, word = address
    terms = tables.setdefault("terms", {})
    if of in OWN_LISTS:
        words = terms.setdefault(of, [])
        if word not in words:
            words.append(word)
        return tables
    means = list(table.get(MEANS, ()))
    terms.setdefault(of, {})[word] = means[0] if len(means) == 1 else means
    return tables


def add(
    tables: Mapping[str, Any], parent: Address, table: Mapping[str, Any], name: str = ""
) -> tuple[Tables, Address]:
    """One block more at a word, behind the others, and its address."""
    if parent[:1] == ("terms",):
        address = (*parent, name)
        return put(tables, address, table), address
    place = place_of(parent)
    if place.many is not Many.LISTED:
        address = (*parent, name) if place.many is Many.NAMED else parent
        return put(tables, address, table), address
    changed = deepcopy(dict(tables))
    holder, last = _holder(changed, parent)
    there = holder.get(last, [])
    holder[last] = [*(there if isinstance(there, list) else [there]), dict(table)]
    return changed, (*parent, str(len(holder[last]) - 1))


def remove(tables: Mapping[str, Any], address: Address) -> Tables:
    """The same tables without this block; a word with nothing below it goes too."""
    taken(tables, address)
    changed = deepcopy(dict(tables))
    holder, last = _holder(changed, address)
    if not isinstance(holder, list):
        del holder[last]
    elif address[0] == "terms":
        holder.remove(last)
    else:
        del holder[int(last)]
    above = address[:-1]
    while _is_word(above) and not _take_empty(changed, above):
        above = above[:-1]
    return changed


def _is_word(address: Address) -> bool:
    """A word over blocks, itself no block."""
    try:
        base_at(address)
    except NoSuchPlace:
        return True
    return False


def _take_empty(tables: Tables, address: Address) -> bool:
    """Whether something still stands there; nothing is taken away whole."""
    holder, last = _holder(tables, address)
    if holder.get(last):
        return True
    holder.pop(last, None)
    return False


def move_up(tables: Mapping[str, Any], address: Address) -> tuple[Tables, Address]:
    """A block one place earlier in its list: the first that fits is used."""
    parent, at = address[:-1], int(address[-1])
    if place_of(parent).many is not Many.LISTED or not 0 < at < len(around(tables, parent)):
        raise NoSuchPlace
    changed = deepcopy(dict(tables))
    holder, last = _holder(changed, parent)
    listed = holder[last]
    listed[at - 1], listed[at] = listed[at], listed[at - 1]
    return changed, (*parent, str(at - 1))


def move_down(tables: Mapping[str, Any], address: Address) -> tuple[Tables, Address]:
    """A block one place later in its list."""
    parent, at = address[:-1], int(address[-1])
    changed, _other = move_up(tables, (*parent, str(at + 1)))
    return changed, (*parent, str(at + 1))


def around(tables: Mapping[str, Any], parent: Address) -> list[Address]:
    """All blocks at the same word."""
    place: Place = place_of(parent)
    return standing(tables, parent, place)
