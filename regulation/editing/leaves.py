"""Which fields the form of a block has, as a tree, by what the block itself tells. It reads no form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum, StrEnum
from typing import Any, Final

from flask_babel import lazy_gettext as _l

from regulation.editing.labels.cases import CASES
from regulation.editing.labels.deciding import DECIDING
from regulation.editing.labels.names import NAMES
from regulation.editing.labels.schemes import EDGES, EVERY, SCHEMES
from regulation.editing.labels.told import Told
from regulation.editing.labels.who import WHO
from regulation.files.fields import BOUNDS
from regulation.files.lexicon import OWN_LISTS
from regulation.shape.case_shape import Booking, Expect, Facts, Figures, OwnWord
from regulation.shape.shape import MEANS, kind_of, places_of
from regulation.vocabulary.blocks import Block
from regulation.vocabulary.limits import Cap
from regulation.vocabulary.rules import RuleSet
from regulation.vocabulary.spec import MAX_EUROS, Form, Spec, specs_of

Path = tuple[str, ...]
LABELS: Final = WHO | SCHEMES | DECIDING | CASES
KIND: Final = "kind"
# The box beside rows that may be unknown: there are none, and that is known.
NONE: Final = "none"
MAX_FIGURE = 1_000_000
QUESTION_FORMS: Final = {
    "yes_no": Spec(Form.FLAG),
    "number": Spec(Form.WHOLE, most=MAX_FIGURE),
    "euro": Spec(Form.EUROS, most=MAX_EUROS),
    "date": Spec(Form.DATE),
}
# What nobody fills in: it stays as it is.
HIDDEN: Final[Mapping[type, frozenset[str]]] = {RuleSet: frozenset({"id", "version"})}
# Where the file takes a text that is the name of a cap.
CAP_NAMES: Final = frozenset({(Cap, "parents_room_of"), (Booking, "cap")})
# What stands folded together, in this order; the rest stands in front, open.
FOLDS: Final[Mapping[type, tuple[tuple[Told, tuple[str, ...]], ...]]] = {
    Block: ((Told(_l("Open, or read in one way")), ("open", "assumed")),),
    Cap: (
        (
            Told(_l("More about this limit")),
            (
                *("dates_by", "counts", "pooled", "same_category"),
                *("parents_room_of", "parents_when", "index"),
            ),
        ),
    ),
    Expect: (
        (
            Told(_l("More that must come out")),
            (
                *("maximum", "eligible", "left", "latest_on", "missing", "evidence_needed"),
                *("client", "provider", "ceiling", "first", "body", "priority"),
            ),
        ),
    ),
    Facts: (
        (
            Told(_l("Other dates")),
            ("requested_on", "payment_on", "invoice_on", "activity_on", "decision_on"),
        ),
        (
            Told(_l("Person and household")),
            (
                *("person", "household", "role", "household_statuses", "parent_statuses"),
                *("statuses_since", "tariff_group", "resident", "resident_since", "members"),
                *("dependants", "judged_yes", "judged_no"),
            ),
        ),
        (
            Told(_l("Income")),
            ("incomes", "burdens", "income_changed", "leefloon_category"),
        ),
        (
            Told(_l("Activity and provider")),
            (
                *("lasting", "unit", "units", "strand", "provider_type", "provider_local"),
                *("provider_recognised", "offered_in_town"),
            ),
        ),
        (
            Told(_l("Bill, other payers and proofs")),
            (
                *("items", "count", "instalment_of", "other_payers", "other_schemes"),
                *("other_discount", "evidence", "shares", "budget"),
            ),
        ),
    ),
}


class Look(Enum):
    """How a group of fields stands on the page."""

    PLAIN = "plain"
    EDGES = "edges"
    FOLDED = "folded"
    ROWS = "rows"
    ROW = "row"


@dataclass(frozen=True)
class Leaf:
    """One field of a form: where its value stands in the block, and what it may be."""

    path: Path
    spec: Spec
    told: Told
    default: Any = None
    # may be unknown, which is something else than no or than an empty list
    is_maybe: bool = False

    @property
    def key(self) -> str:
        """Its word in the table that it stands in."""
        return self.path[-1]

    @property
    def name(self) -> str:
        """Its name in the form."""
        return field_name(self.path)

    @property
    def brings_fields(self) -> bool:
        """Whether another choice brings other fields."""
        return self.spec.form is Form.CHOICE and "kinds" in vars(self.spec.of)


@dataclass(frozen=True)
class Group:
    """Fields that belong together. One without a key only folds fields of the group around it."""

    told: Told
    look: Look
    key: str = ""
    items: tuple["Leaf | Group", ...] = ()
    is_open: bool = False
    # of rows that may be unknown: the box that says that there are none
    none: Leaf | None = None

    def leaves(self) -> Iterator[Leaf]:
        """All fields in it, in the order of the page."""
        if self.none:
            yield self.none
        for item in self.items:
            if isinstance(item, Group):
                yield from item.leaves()
            else:
                yield item


@dataclass(frozen=True)
class About:
    """What a form must know of the rest of the rule."""

    questions: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[tuple[str, str], ...] = ()
    # the list that an own word belongs to, and whether the word itself is still to be chosen
    of: str = ""
    is_new: bool = False


def field_name(path: Path) -> str:
    """The name of a field in the form, and its id on the page."""
    return "-".join("".join(c if c.isalnum() else "_" for c in step) for step in path)


def told_of(kind: type, key: str) -> Told:
    """The label and the help of a field of a block."""
    for one in kind.__mro__:
        if key in LABELS.get(one, {}):
            return LABELS[one][key]
    return EVERY[key]


def tree_of(base: type, table: Mapping[str, Any], about: About) -> Group:
    """The fields of a block as it stands now; of a base with kinds, those of the kind it names."""
    told = Told(NAMES.get(kind_of(base, table.get(KIND)), ""))
    return Group(told, Look.PLAIN, items=tuple(_items(base, table, (), about)))


def _items(
    base: type, table: Mapping[str, Any], path: Path, about: About
) -> Iterator[Leaf | Group]:
    kind = kind_of(base, table.get(KIND))
    if "kinds" in vars(base):
        yield Leaf((*path, KIND), Spec(Form.CHOICE, KIND, of=base), Told(_l("Kind")))
        if kind is base:
            return
    if kind is OwnWord and about.is_new:
        spec = Spec(Form.TEXT, "word", required=True, most=60)
        yield Leaf((*path, "word"), spec, told_of(OwnWord, "word"))
    if kind is OwnWord and about.of not in OWN_LISTS:
        yield Leaf((*path, MEANS), Spec(Form.CODES, MEANS, of=about.of), told_of(OwnWord, MEANS))
    found = {item.key: item for item in _own(kind, table, path, about)}
    yield from _folded(kind, found, table)
    if kind is Figures:
        yield from _columns(path, about)
    if kind is Facts and about.questions:
        yield _answers(path, table, about)


def _own(kind: type, table: Mapping[str, Any], path: Path, about: About) -> Iterator[Leaf | Group]:
    """The fields that the block tells of, its own before those that every block carries."""
    elsewhere = places_of(kind).keys() | HIDDEN.get(kind, frozenset())
    specs = [(name, one) for name, one in specs_of(kind).items() if one.key not in elsewhere]
    ours = ("words", "article", "open", "assumed")
    carries: bool = issubclass(kind, Block)
    if carries:
        specs = [pair for pair in specs if pair[1].key not in ours]
        specs += [(key, specs_of(kind)[key]) for key in ours]
    for name, spec in specs:
        yield _item(kind, name, spec, table, path, about)


def _item(
    kind: type, name: str, spec: Spec, table: Mapping[str, Any], path: Path, about: About
) -> Leaf | Group:
    told, value, way = told_of(kind, spec.key), table.get(spec.key), (*path, spec.key)
    if spec.form is Form.BLOCK:
        items = tuple(_items(spec.of, value or {}, way, about))
        look = Look.PLAIN if spec.required else Look.FOLDED
        return Group(told, look, spec.key, items, is_open=bool(value))
    if spec.form is Form.BLOCKS:
        rows = _rows(told, spec, value or [], way, about)
        return _perhaps_none(rows, way, value) if _default(kind, name) is None else rows
    if spec.form is Form.BOUNDS:
        return _edges(told, spec, way)
    if spec.form is Form.NAMES and spec.ordered:
        one = replace(spec, form=Form.NAME, required=False)
        count = len(value or ()) + 2
        items = tuple(Leaf((*way, str(n)), one, Told(f"{n + 1}")) for n in range(count))
        return Group(told, Look.ROWS, spec.key, items)
    if (kind, spec.key) in CAP_NAMES:
        spec = Spec(Form.NAME, spec.key, of="caps")
    default = _default(kind, name)
    maybe = default is None and spec.form in (Form.FLAG, Form.CODES, Form.NAMES)
    return Leaf(way, spec, told, default, maybe)


def _default(kind: type, name: str) -> Any:
    """What holds where nothing is written, in the words of the file."""
    default = next(one.default for one in fields(kind) if one.name == name)
    if isinstance(default, StrEnum):
        return default.value
    return default if isinstance(default, int | None) else ""


def _edges(told: Told, spec: Spec, path: Path) -> Group:
    in_euros = spec.of == "euros"
    form = Spec(Form.EUROS, most=MAX_EUROS) if in_euros else Spec(Form.WHOLE, most=MAX_FIGURE)
    order = sorted(BOUNDS, key=list(EDGES).index)
    items = tuple(Leaf((*path, key), replace(form, key=key), EDGES[key]) for key in order)
    return Group(told, Look.EDGES, path[-1], items)


def _rows(told: Told, spec: Spec, rows: Any, path: Path, about: About) -> Group:
    """A row for each, and an empty one."""
    listed = [rows] if isinstance(rows, Mapping) else list(rows)
    items = []
    for n, row in enumerate([*listed, {}]):
        label = Told(f"{n + 1}") if row else Told(_l("One more"))
        inner = tuple(_items(spec.of, row, (*path, str(n)), about))
        items.append(Group(label, Look.ROW, str(n), inner, is_open=bool(row)))
    return Group(told, Look.ROWS, path[-1], tuple(items), is_open=bool(listed))


def _perhaps_none(rows: Group, path: Path, value: Any) -> Group:
    none = Leaf((*path, NONE), Spec(Form.FLAG, NONE), Told(_l("nothing, and that is known")))
    return replace(rows, none=none, is_open=rows.is_open or value == [])


def _folded(
    kind: type, found: dict[str, Leaf | Group], table: Mapping[str, Any]
) -> Iterator[Leaf | Group]:
    folds = [fold for base in kind.__mro__ for fold in FOLDS.get(base, ())]
    hidden = {key for _told, keys in folds for key in keys}
    yield from (item for key, item in found.items() if key not in hidden)
    for told, keys in folds:
        items = tuple(found[key] for key in keys)
        yield Group(told, Look.FOLDED, items=items, is_open=bool(table.keys() & set(keys)))


def _columns(path: Path, about: About) -> Iterator[Leaf]:
    for key, label in about.columns:
        yield Leaf((*path, key), Spec(Form.PERCENT, key, most=MAX_FIGURE), Told(label))


def _answers(path: Path, table: Mapping[str, Any], about: About) -> Group:
    items = tuple(
        Leaf((*path, "answers", name), QUESTION_FORMS[kind], Told(name), is_maybe=True)
        for name, kind in about.questions.items()
    )
    is_open = bool(table.get("answers"))
    return Group(told_of(Facts, "answers"), Look.FOLDED, "answers", items, is_open=is_open)
