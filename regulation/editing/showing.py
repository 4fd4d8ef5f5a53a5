"""What differs between two rules, in the words of the screen. It compares nothing itself."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from core.clock import show_date
from core.errors import Words
from core.money import show_cents
from core.pages.words import say as _
from regulation.editing.checking import kind_at, name_of
from regulation.editing.labels.schemes import EDGES
from regulation.editing.leaves import KIND, Leaf, told_of
from regulation.editing.offers import Offers
from regulation.editing.values import data_of
from regulation.sentences.lists import percentage, year_day
from regulation.shape.case_shape import Case, Facts, Figures, OwnWord
from regulation.shape.changes import Change, What
from regulation.shape.shape import MEANS, Address, NoSuchPlace, Tables, base_at
from regulation.vocabulary.blocks import YearDay
from regulation.vocabulary.spec import Form, Spec, specs_of

NOTHING: Final = "–"


@dataclass(frozen=True)
class ShownField:
    """One field: its label, and both values in words."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class ShownChange:
    """One block that differs."""

    what: str
    name: str
    fields: tuple[ShownField, ...]


@dataclass(frozen=True)
class Part:
    """All that differs in a scheme, or in another part of the rule."""

    title: str
    changes: tuple[ShownChange, ...]


def parts_of(found: list[Change], old: Tables, new: Tables) -> list[Part]:
    """The differences, part by part: each scheme is one."""
    grouped: dict[str, list[ShownChange]] = {}
    for one in found:
        tables = old if one.what is What.GONE else new
        title = _title(tables, one.address)
        grouped.setdefault(title, []).append(_shown(one, old, new))
    return [Part(title, tuple(changes)) for title, changes in grouped.items()]


def _title(tables: Tables, address: Address) -> str:
    if address[:1] == ("schemes",):
        return name_of(tables, address[:2])
    titles: dict[str, str] = {
        "conditions": _("Who may ask: conditions"),
        "articles": _("Articles"),
        "questions": _("Questions of this regulation"),
        "terms": _("Own words"),
        "series": _("Series of figures"),
        "cases": _("Examples"),
        "case_facts": _("Examples"),
    }
    return titles.get("".join(address[:1]), _("General"))


def _shown(change: Change, old: Tables, new: Tables) -> ShownChange:
    tables = old if change.what is What.GONE else new
    name = name_of(tables, change.address)
    if change.address[0:1] == ("conditions",):
        sentence = dict(Offers(tables).conditions).get(change.address[-1], "")
        name = f"{name} ({str(sentence).rstrip('.')})" if sentence else name
    fields = tuple(shown_fields(change, old, new))
    return ShownChange(change.what.value, name, fields)


def shown_fields(change: Change, old: Tables, new: Tables) -> Iterator[ShownField]:
    """The fields that differ, each with both values."""
    was = Reader(old, change.was or change.address)
    now = Reader(new, change.address)
    for one in change.fields:
        reader = now if one.new is not None else was
        yield ShownField(
            reader.label(one.path), was.words(one.path, one.old), now.words(one.path, one.new)
        )


class Reader:
    """Says the values of one block in words, with what the rule around it names."""

    def __init__(self, tables: Tables, address: Address) -> None:
        self.offers = Offers(tables)
        self.about = self.offers.about(address)
        self.kind = _kind(tables, address)

    def label(self, path: tuple[str, ...]) -> str:
        """The labels on the way to a field."""
        return " · ".join(str(words) for words, _spec in self._way(path))

    def words(self, path: tuple[str, ...], value: Any) -> str:
        """A value as a person says it."""
        if value is None:
            return NOTHING
        *_above, (_label, spec) = self._way(path)
        return said(spec, value, self.offers) if spec else str(value)

    def _way(self, path: tuple[str, ...]) -> list[tuple[Words, Spec | None]]:
        return list(_steps(self.kind, path, self))


def _kind(tables: Tables, address: Address) -> type:
    """What stands there; where nothing does (it came or went), what may."""
    try:
        return kind_at(tables, address)
    except NoSuchPlace:
        return base_at(address)


def _steps(
    kind: type, path: tuple[str, ...], reader: Reader
) -> Iterator[tuple[Words, Spec | None]]:
    """Each word on the way with its label; the last one with what may stand there."""
    if not path:
        return
    key, *rest = path
    if key.isdigit() and kind is not Figures:
        yield f"{int(key) + 1}", None
        yield from _steps(kind, tuple(rest), reader)
        return
    label, spec = _one(kind, key, reader)
    yield label, spec
    if not rest or spec is None:
        return
    if spec.form is Form.BOUNDS:
        in_euros = spec.of == "euros"
        yield EDGES[rest[0]].label, Spec(Form.EUROS if in_euros else Form.WHOLE)
    elif spec.form in (Form.BLOCK, Form.BLOCKS):
        yield from _steps(spec.of, tuple(rest), reader)


def _one(kind: type, key: str, reader: Reader) -> tuple[Words, Spec | None]:
    base = next((one for one in kind.__mro__ if "kinds" in vars(one)), None)
    if key == KIND and base is not None:
        return _("Kind"), Spec(Form.CHOICE, of=base)
    if kind is OwnWord:
        return told_of(OwnWord, MEANS).label, Spec(Form.CODES, of=reader.about.of)
    if kind is Figures and key != "from":
        return dict(reader.about.columns).get(key, key), Spec(Form.PERCENT)
    for one in _bases(kind):
        spec = next((spec for spec in specs_of(one).values() if spec.key == key), None)
        if spec is not None:
            return told_of(one, key).label, spec
    return (told_of(Facts, key).label if kind in (Facts, Case) else key), None


def _bases(kind: type) -> list[type]:
    """The block itself; of a base with kinds, each of them."""
    return [kind, *vars(kind).get("kinds", {}).values()]


def said(spec: Spec, value: Any, offers: Offers) -> str:
    """One value in words."""
    leaf = Leaf(("one",), spec, told_of(Figures, "from"), is_maybe=False)
    data = data_of(leaf, value)
    if spec.form is Form.EUROS:
        return show_cents(data)
    if spec.form is Form.PERCENT:
        return percentage(data)
    if spec.form is Form.FLAG:
        return _("yes") if value else _("no")
    if spec.form is Form.DAY:
        return year_day(YearDay(**value))
    if isinstance(value, dt.date):
        return show_date(value)
    return _chosen(leaf, value, offers)


def _chosen(leaf: Leaf, value: Any, offers: Offers) -> str:
    if leaf.spec.form in (Form.TEXT, Form.WHOLE):
        return str(value)
    labels = dict(offers.choices(leaf))
    listed = value if isinstance(value, list) else [value]
    return ", ".join(str(labels.get(one, one)) for one in listed) or _("nothing")
