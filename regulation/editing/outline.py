"""A draft as an outline: every block in a sentence, with what may be added where. It renders nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from core.clock import show_date
from core.errors import Words
from core.pages.words import say as _
from regulation.editing.checking import kind_at, name_of, spoken
from regulation.editing.labels.names import NAMES
from regulation.editing.leaves import told_of
from regulation.editing.offers import LIST_NAMES, Offers, own_lists
from regulation.editing.paths import anchor_of, path_of
from regulation.editing.telling import computed, told
from regulation.files.lexicon import OWN_LISTS
from regulation.files.table import RuleFileError
from regulation.shape.parts import read_part
from regulation.shape.shape import (
    TOP,
    Address,
    Many,
    Place,
    Tables,
    addresses,
    base_at,
    place_of,
    places_of,
    standing,
    taken,
)
from regulation.vocabulary.rules import RuleSet, Scheme, Series

# What is told by its own line, without reading it as a block.
PLAIN: Final = ("terms", "case_facts", "cases")
HEAD: Final = ("source", "validity", "council")


@dataclass(frozen=True)
class Row:
    """One block."""

    path: str
    id: str
    name: str
    text: str
    # what the product makes of it, where it has words of its own
    computed: str = ""
    article: str = ""
    trouble: str = ""
    depth: int = 0
    may_move_up: bool = False
    may_move_down: bool = False
    may_go: bool = True
    may_change: bool = True


@dataclass(frozen=True)
class Add:
    """A kind of block that may be added, and at which word."""

    path: str
    kind: str
    words: Words


@dataclass(frozen=True)
class Section:
    """Blocks that belong together; `adds` by the word that they go to."""

    id: str
    title: str
    rows: tuple[Row, ...]
    adds: tuple[tuple[str, tuple[Add, ...]], ...]
    is_folded: bool = False

    @property
    def singles(self) -> list[Add]:
        """Of a word with one kind, that kind."""
        return [adds[0] for _words, adds in self.adds if len(adds) == 1]

    @property
    def choices(self) -> list[tuple[str, tuple[Add, ...]]]:
        """The words at which one of several kinds may stand."""
        return [(words, adds) for words, adds in self.adds if len(adds) > 1]

    @property
    def only(self) -> Add | None:
        """What is added here, where that is one thing."""
        singles = self.singles
        return singles[0] if len(singles) == 1 and not self.choices else None


def outline_of(tables: Tables) -> list[Section]:
    """All sections of the page, in the order in which a rule is read."""
    return list(_sections(tables))


def _sections(tables: Tables) -> Iterator[Section]:
    yield _head(tables)
    yield _section(tables, "conditions", _("Who may ask: conditions"))
    for n, code in enumerate(tables.get("schemes", {}), start=1):
        yield _scheme(tables, ("schemes", code), n)
    adds = (_adds(tables, ("schemes",), places_of(RuleSet)["schemes"]),)
    yield Section("schemes", _("One more scheme"), (), adds)
    yield _section(tables, "articles", _("Articles"), is_folded=True)
    yield _section(tables, "questions", _("Questions of this regulation"), is_folded=True)
    yield _section(tables, "terms", _("Own words"), is_folded=True)
    yield _section(tables, "series", _("Series of figures"), is_folded=True)
    yield _cases(tables)


def _head(tables: Tables) -> Section:
    rows = [row_of(tables, TOP, 0)]
    rows += [row_of(tables, (key,), 0) for key in HEAD if key in tables]
    places = places_of(RuleSet)
    adds = [_adds(tables, (key,), places[key]) for key in HEAD if key not in tables]
    return Section("general", _("General"), tuple(rows), tuple(adds))


def _section(tables: Tables, key: str, title: str, *, is_folded: bool = False) -> Section:
    place = places_of(RuleSet)[key]
    rows, adds = [], [_adds(tables, (key,), place)]
    for address in standing(tables, (key,), place):
        rows.append(row_of(tables, address, 0))
        if place.of is Series:
            figures = places_of(Series)["figures"]
            below = standing(tables, (*address, "figures"), figures)
            rows += [row_of(tables, one, 1) for one in below]
            adds.append(_adds(tables, (*address, "figures"), figures))
    return Section(key, title, tuple(rows), tuple(adds), is_folded)


def _scheme(tables: Tables, address: Address, n: int) -> Section:
    rows, adds = [row_of(tables, address, 0)], []
    for place in places_of(Scheme).values():
        parent = (*address, place.key)
        there = standing(tables, parent, place)
        rows += [row_of(tables, one, 0) for one in there]
        if place.many is not Many.ONE or not there:
            adds.append(_adds(tables, parent, place))
    return Section(f"scheme-{n}", name_of(tables, address), tuple(rows), tuple(adds))


def _cases(tables: Tables) -> Section:
    places = places_of(RuleSet)
    rows = [row_of(tables, ("case_facts",), 0)] if "case_facts" in tables else []
    adds = [] if rows else [_adds(tables, ("case_facts",), places["case_facts"])]
    rows += [row_of(tables, one, 0) for one in standing(tables, ("cases",), places["cases"])]
    adds.append(_adds(tables, ("cases",), places["cases"]))
    return Section("cases", _("Examples"), tuple(rows), tuple(adds), is_folded=True)


def _adds(tables: Tables, parent: Address, place: Place) -> tuple[str, tuple[Add, ...]]:
    """The closed list of kinds that may stand at a word."""
    if parent == ("terms",):
        found = [Add(path_of(("terms", of)), "own", words) for of, words in own_lists()]
        return str(NAMES[place.of]), tuple(found)
    kinds = vars(place.of).get("kinds") or {"new": place.of}
    found = [Add(path_of(parent), word, NAMES[kind]) for word, kind in kinds.items()]
    return str(NAMES[place.of]), tuple(found)


def row_of(tables: Tables, address: Address, depth: int = 0) -> Row:
    """One block as it stands on the page."""
    text, more = _told(tables, address)
    table = tables if address == TOP else taken(tables, address)
    article = tables.get("articles", {}).get(table.get("article"), {})
    at, last = _place_in_list(tables, address)
    return Row(
        path=path_of(address),
        id=anchor_of(address),
        name=name_of(tables, address),
        text=text,
        article=str(article.get("ref", "")),
        depth=depth,
        may_move_up=at > 0,
        may_move_down=at < last,
        may_change=address[:1] != ("terms",) or address[1] not in OWN_LISTS,
        may_go=address != TOP and not (len(address) == 1 and address[0] in ("source", "validity")),
        **more,
    )


def _place_in_list(tables: Tables, address: Address) -> tuple[int, int]:
    """Its number among those whose order counts, and the number of the last one."""
    parent = address[:-1]
    if not parent or address[0] in PLAIN or not address[-1].isdigit() or parent[-1] == "figures":
        return 0, 0
    place = place_of(parent)
    if place.many is not Many.LISTED:
        return 0, 0
    return int(address[-1]), len(standing(tables, parent, place)) - 1


def _told(tables: Tables, address: Address) -> tuple[str, dict[str, Any]]:
    """The sentence of a block; of one that is not finished, what is missing."""
    if address == TOP:
        return str(tables.get("title", "")), {}
    if address[0] in PLAIN or address[-2:-1] == ("figures",):
        return _plainly(tables, address), {}
    if base_at(address) is Scheme:
        return _scheme_text(tables, address), {}
    try:
        block = read_part(tables, address)
    except RuleFileError as error:
        return "", {"trouble": spoken(str(error.message), tables, address)}
    titles = {code: str(one.get("title", code)) for code, one in tables["schemes"].items()}
    return told(block, titles), {"computed": computed(block, titles)}


def _scheme_text(tables: Tables, address: Address) -> str:
    """Its own words, else who may ask for it: the rest stands below it."""
    table = taken(tables, address)
    if table.get("words") or not table.get("eligible"):
        return str(table.get("words", ""))
    who = dict(Offers(tables).conditions).get(table["eligible"], "?")
    return f"{told_of(Scheme, 'eligible').label}: {who}"


def _plainly(tables: Tables, address: Address) -> str:
    table = taken(tables, address)
    if address[0] == "cases":
        return str(table.get("name", ""))
    if address[0] == "case_facts":
        return _("What holds for all examples, unless one says otherwise.")
    if address[0] == "series":
        first = table.get("from")
        return _("From %(first)s on.", first=show_date(first) if first else "?")
    _terms, of, word = address
    labels = dict(Offers({}).codes(of))
    means = ", ".join(str(labels.get(one, one)).lower() for one in table.get("means", ()))
    return f"{LIST_NAMES[of]}: {word.replace('_', ' ')}" + (f" = {means}" if means else "")


def uses_of(tables: Tables, address: Address) -> list[str]:
    """The blocks that name this one, and would not read without it."""
    if len(address) != 2:
        return []
    name = address[1]
    return [
        name_of(tables, one)
        for one in addresses(tables)
        if one not in (TOP, address) and one[0] != "cases" and _names(tables, one, name)
    ]


def _names(tables: Tables, address: Address, name: str) -> bool:
    own = places_of(kind_at(tables, address))
    table = {key: one for key, one in taken(tables, address).items() if key not in own}
    return any(name in (one if isinstance(one, list) else [one]) for one in _flat(table))


def _flat(table: dict[str, Any]) -> Iterator[Any]:
    for key, one in table.items():
        if isinstance(one, dict):
            yield from _flat(one)
        elif key not in ("words", "title", "open", "assumed"):
            yield one
