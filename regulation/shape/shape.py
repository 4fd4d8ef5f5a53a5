"""Where the blocks of a rule file stand: addresses, what belongs there, taking and putting. It reads no meaning."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from regulation.files.lexicon import LISTS, OWN_LISTS
from regulation.shape.case_shape import Case, Facts, Figures, OwnWord
from regulation.vocabulary.blocks import Article, Condition, Question
from regulation.vocabulary.rules import RuleSet, Scheme, Series
from regulation.vocabulary.spec import Form, specs_of

Tables = dict[str, Any]
# The way to a block: words, names, and the number from 0 of one in a list.
Address = tuple[str, ...]
TOP: Final[Address] = ()
MEANS: Final = "means"


class Many(Enum):
    """How many blocks may stand at a word."""

    ONE = 1
    LISTED = 2
    NAMED = 3


@dataclass(frozen=True)
class Place:
    """A word of a block under which other blocks stand, with an address of their own."""

    key: str
    of: type
    many: Many
    required: bool = False


class NoSuchPlace(Exception):
    """Nothing can stand at this address, or nothing does."""


def places_of(kind: type) -> dict[str, Place]:
    """The words of a block under which other blocks have addresses, in the order of the judge."""
    if kind is RuleSet:
        return {place.key: place for place in (*_parts(RuleSet), *AT_TOP)}
    if kind is Scheme:
        return {place.key: place for place in _parts(Scheme)}
    if kind is Series:
        return {"figures": Place("figures", Figures, Many.LISTED)}
    return {}


def _parts(kind: type) -> Iterator[Place]:
    forms = {Form.BLOCK: Many.ONE, Form.BLOCKS: Many.LISTED, Form.NAMED: Many.NAMED}
    for spec in specs_of(kind).values():
        if spec.form in forms:
            yield Place(spec.key, spec.of, forms[spec.form], spec.required)


AT_TOP: Final = (
    Place("articles", Article, Many.NAMED),
    Place("terms", OwnWord, Many.NAMED),
    Place("questions", Question, Many.NAMED),
    Place("series", Series, Many.NAMED),
    Place("conditions", Condition, Many.NAMED),
    Place("schemes", Scheme, Many.NAMED),
    Place("case_facts", Facts, Many.ONE),
    Place("cases", Case, Many.LISTED),
)


def base_at(address: Address) -> type:
    """What stands at an address: a block, or the base of several kinds; raises NoSuchPlace."""
    if address[:1] == ("terms",):
        if len(address) != 3 or address[1] not in (*LISTS, *OWN_LISTS):
            raise NoSuchPlace
        return OwnWord
    kind: type = RuleSet
    rest = list(address)
    while rest:
        place = places_of(kind).get(rest.pop(0))
        if place is None or (place.many is not Many.ONE and not rest):
            raise NoSuchPlace
        if place.many is not Many.ONE:
            rest.pop(0)
        kind = place.of
    return kind


def place_of(address: Address) -> Place:
    """The word under which the blocks of a kind stand, such as `schemes/x/amounts`."""
    above = address[:-1]
    place = places_of(base_at(above) if above else RuleSet).get(address[-1]) if address else None
    if place is None:
        raise NoSuchPlace
    return place


def kind_of(base: type, word: Any) -> type:
    """The kind of a base that a word names; the base itself where it has no kinds, or not this one."""
    kinds: Mapping[str, type] = vars(base).get("kinds", {})
    return kinds.get(str(word), base)


def taken(tables: Mapping[str, Any], address: Address) -> Tables:
    """The table at an address, as a copy; raises NoSuchPlace."""
    base_at(address)
    if address[:1] == ("terms",):
        return _own_word(tables, address)
    found: Any = tables
    for step in address:
        found = _inner(found, step)
    if not isinstance(found, Mapping):
        raise NoSuchPlace
    return deepcopy(dict(found))


def _inner(found: Any, step: str) -> Any:
    """A list of one may be written as the table alone."""
    if isinstance(found, Mapping) and step in found:
        return found[step]
    at = int(step) if step.isascii() and step.isdigit() else -1
    if isinstance(found, list) and 0 <= at < len(found):
        return found[at]
    if at == 0 and isinstance(found, Mapping):
        return found
    raise NoSuchPlace


def _own_word(tables: Mapping[str, Any], address: Address) -> Tables:
    _terms, of, word = address
    words = tables.get("terms", {}).get(of, {})
    if word not in words:
        raise NoSuchPlace
    if of in OWN_LISTS:
        return {}
    means = words[word]
    return {MEANS: list(means) if isinstance(means, list) else [means]}


def addresses(tables: Mapping[str, Any], under: Address = TOP) -> Iterator[Address]:
    """Every block below an address, in the order of the judge; what holds parts before its parts."""
    if not under:
        yield TOP
    kind = base_at(under) if under else RuleSet
    for place in places_of(kind).values():
        for address in standing(tables, (*under, place.key), place):
            yield address
            yield from addresses(tables, address)


def standing(tables: Mapping[str, Any], parent: Address, place: Place) -> list[Address]:
    """The blocks that stand at a word now."""
    if parent == ("terms",):
        lists = tables.get("terms", {})
        return [("terms", of, word) for of in (*LISTS, *OWN_LISTS) for word in lists.get(of, ())]
    found: Any = tables
    for step in parent:
        try:
            found = _inner(found, step)
        except NoSuchPlace:
            return []
    if place.many is Many.ONE:
        return [parent]
    if place.many is Many.NAMED:
        return [(*parent, name) for name in found]
    return [(*parent, str(n)) for n in range(len(found) if isinstance(found, list) else 1)]


def written_place(tables: Mapping[str, Any], address: Address) -> str:
    """The place of a block as the reader of files tells it."""
    told = ""
    found: Any = tables
    for step in address:
        if isinstance(found, list):
            told, found = f"{told}[{int(step) + 1}]", found[int(step)]
        elif isinstance(found, Mapping) and step in found:
            told, found = f"{told}.{step}", found[step]
    return told.removeprefix(".")


def address_at(tables: Mapping[str, Any], place: str) -> tuple[Address, str]:
    """The block that a place lies in, and what follows behind it."""
    best, length = TOP, 0
    for address in addresses(tables):
        told = written_place(tables, address)
        if (
            len(told) > length
            and place.startswith(told)
            and place[len(told) :][:1] in ("", ".", "[")
        ):
            best, length = address, len(told)
    return best, place[length:].removeprefix(".")
