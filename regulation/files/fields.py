"""From a table of a rule file to a block, by what the block itself tells of its fields. No rules."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from regulation.files.contradictions import refuse_contradictions
from regulation.files.lexicon import Lexicon
from regulation.files.table import Table
from regulation.vocabulary.blocks import Bounds, QuestionKind, YearDay
from regulation.vocabulary.spec import Form, Spec, specs_of

B = TypeVar("B")
BOUNDS: Final = ("lt", "lte", "gt", "gte")

# What to write where a field that is needed is not there; the other forms say it themselves.
NEEDED: Final[Mapping[Form, LazyString]] = {
    Form.WHOLE: _("Write a whole number here."),
    Form.EUROS: _("Write an amount in euro here, without quotes, such as 12.50."),
    Form.PERCENT: _("Write a percentage here, without quotes, such as 90."),
    Form.DATE: _("Write a date without quotes, such as 2026-01-31."),
    Form.CODES: _('Write a list with at least one word, such as ["leefloon"].'),
    Form.NAME: _("Write the name of something in this file."),
    Form.NAMES: _("Name the conditions that belong here."),
    Form.BOUNDS: _("Write at least one bound: lt, lte, gt or gte."),
    Form.DAY: _("Write month and day, such as { month = 9, day = 1 }."),
    Form.BLOCK: _("Write this part under a heading of its own."),
}


def read_block(of: type[B], table: Table, lexicon: Lexicon, **given: Any) -> B:
    """A block with all its fields; of a base with kinds, the kind that the table names."""
    kinds: Mapping[str, type[B]] = vars(of).get("kinds", {})
    if kinds:
        of = kinds[table.choice("kind", kinds)]
    values = read_fields(of, table, lexicon)
    table.done()
    block = of(**values, **given)
    refuse_contradictions(block, table)
    return block


def read_fields(of: type, table: Table, lexicon: Lexicon) -> dict[str, Any]:
    """The fields of a block by their names in the block."""
    values = {}
    for name, spec in specs_of(of).items():
        if spec.required and not table.has(spec.key) and spec.form in NEEDED:
            table.fail(_needed(spec, table), spec.key)
        value = READERS[spec.form](table, spec, lexicon)
        if value is not None:
            values[name] = value
    if "question" in values and isinstance(values.get("bounds"), Bounds):
        values["bounds"] = _in_cents(values)
    return values


def _needed(spec: Spec, table: Table) -> LazyString:
    """What to write where a field that is needed is not there."""
    if spec.form is Form.BLOCK:
        heading = table.at(spec.key)
        return _("Write this part under its heading: [%(heading)s].", heading=heading)
    return NEEDED[spec.form]


def _in_cents(values: dict[str, Any]) -> Bounds:
    """The bounds of an answer in euros are written in euros, as the answer is."""
    bounds: Bounds = values["bounds"]
    if values["question"].kind is not QuestionKind.EURO:
        return bounds
    given = {name: getattr(bounds, name) for name in BOUNDS}
    return Bounds(**{name: None if one is None else one * 100 for name, one in given.items()})


def _text(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    return table.text(spec.key, required=spec.required, most=spec.most)


def _flag(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    return table.flag(spec.key)


def _whole(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    return table.whole(spec.key, least=spec.least, most=spec.most)


def _euros(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    return table.cents(spec.key)


def _percent(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    return table.percent(spec.key, most=spec.most)


def _date(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    return table.date(spec.key)


def _choice(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    word = table.choice(spec.key, list(spec.of), default=None if spec.required else "")
    return spec.of(word) if word else None


def _code(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    if spec.required and not table.has(spec.key):
        table.choice(spec.key, lexicon.known(spec.of))
    return lexicon.code(table, spec.key, spec.of) or None


def _codes(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    codes = lexicon.codes(table, spec.key, spec.of)
    if not codes:
        return None
    return codes if spec.ordered else frozenset(codes)


def _name(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    name = table.choice(spec.key, lexicon.names(spec.of), default="")
    return _meant(name, spec, lexicon) if name else None


def _names(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    names = table.choices(spec.key, lexicon.names(spec.of))
    if not names:
        return None
    meant = tuple(_meant(name, spec, lexicon) for name in names)
    return meant if spec.ordered else frozenset(meant)


def _meant(name: str, spec: Spec, lexicon: Lexicon) -> Any:
    """A condition or a question is the block itself; schemes and series go by their names."""
    if spec.of == "conditions" and lexicon.conditions is not None:
        return lexicon.conditions.named(name)
    if spec.of == "questions":
        return lexicon.questions[name]
    return name


def _bounds(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    inner = table.table(spec.key, _("Write at least one bound: lt, lte, gt or gte."))
    return read_bounds(inner, in_euros=spec.of == "euros") if inner else None


def read_bounds(table: Table, *, in_euros: bool = False) -> Bounds:
    """At least one bound, and at least one figure between them."""
    read = table.cents if in_euros else _plain_number(table)
    bounds = Bounds(**{name: read(name) for name in BOUNDS})
    table.done()
    for one, other in (("lt", "lte"), ("gt", "gte")):
        if getattr(bounds, one) is not None and getattr(bounds, other) is not None:
            message = _("Write “%(one)s” or “%(other)s”, not both.", one=one, other=other)
            table.fail(message)
    if bounds == Bounds():
        table.fail(_("Write at least one bound: lt, lte, gt or gte."))
    if not _is_possible(bounds):
        table.fail(_("Nothing lies between these bounds. Change one of them."))
    return bounds


def _plain_number(table: Table) -> Callable[[str], int | None]:
    return lambda key: table.whole(key, most=1_000_000)


def _is_possible(bounds: Bounds) -> bool:
    """Bounds that hold for nothing hold neither beside a lower bound nor at nothing."""
    edges = [one for one in (bounds.lt, bounds.lte, bounds.gt, bounds.gte) if one is not None]
    return any(
        bounds.hold(edge + step) for edge in (*edges, 0) for step in (-1, 0, 1) if edge + step >= 0
    )


def _day(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    inner = table.table(spec.key, _("Write month and day, such as { month = 9, day = 1 }."))
    if inner is None:
        return None
    month, day = inner.whole("month", least=1, most=12), inner.whole("day", least=1, most=31)
    inner.done()
    if month is None or day is None:
        inner.fail(_("Write month and day, such as { month = 9, day = 1 }."))
    if not comes_every_year(month, day):
        inner.fail(_("This day does not come every year. Choose another day."), "day")
    return YearDay(month=month, day=day)


def comes_every_year(month: int, day: int) -> bool:
    """Is this a day of every year? 29 February is not."""
    try:
        dt.date(2023, month, day)
    except ValueError:
        return False
    return True


def _article(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    name = table.choice(spec.key, lexicon.articles, default="")
    return lexicon.articles[name] if name else None


def _block(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    inner = table.table(spec.key)
    return read_block(spec.of, inner, lexicon) if inner else None


def _blocks(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    """One table, or a list of them."""
    if table.has(spec.key) and not table.is_list(spec.key):
        return (_block(table, spec, lexicon),)
    return tuple(read_block(spec.of, one, lexicon) for one in table.tables(spec.key)) or None


def _named(table: Table, spec: Spec, lexicon: Lexicon) -> Any:
    named = table.named(spec.key)
    return (
        tuple(read_block(spec.of, one, lexicon, name=name) for name, one in named.items()) or None
    )


# A form of a field is read here, and told to the schema in schema.py; there is no third place.
READERS: Final[Mapping[Form, Callable[[Table, Spec, Lexicon], Any]]] = {
    Form.TEXT: _text,
    Form.FLAG: _flag,
    Form.WHOLE: _whole,
    Form.EUROS: _euros,
    Form.PERCENT: _percent,
    Form.DATE: _date,
    Form.CHOICE: _choice,
    Form.CODE: _code,
    Form.CODES: _codes,
    Form.NAME: _name,
    Form.NAMES: _names,
    Form.BOUNDS: _bounds,
    Form.DAY: _day,
    Form.ARTICLE: _article,
    Form.BLOCK: _block,
    Form.BLOCKS: _blocks,
    Form.NAMED: _named,
}
