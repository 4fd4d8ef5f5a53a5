"""Whether a draft reads, what is wrong with it, and which examples come out. It changes nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from core.pages.words import say as _
from regulation.editing.labels.names import NAMES
from regulation.editing.leaves import KIND, told_of
from regulation.files.reading import rule_set_of
from regulation.files.table import RuleFileError
from regulation.shape.case_shape import Case, OwnWord
from regulation.shape.parts import read_part
from regulation.shape.shape import (
    TOP,
    Address,
    NoSuchPlace,
    Tables,
    address_at,
    base_at,
    kind_of,
    places_of,
    taken,
)
from regulation.versions.examples import Tried, tried
from regulation.vocabulary.blocks import Article, Question
from regulation.vocabulary.limits import Cap
from regulation.vocabulary.rules import RuleSet, Scheme, Series
from regulation.vocabulary.spec import Form, specs_of

# Stands in a text that the product cannot know: the number of an article, the council's decision.
TO_FILL_IN: Final = "?"
# Blocks that a person knows by what stands in this field.
CALLED_BY: Final[dict[type, str]] = {
    Scheme: "title",
    Cap: "title",
    Series: "title",
    Article: "ref",
    Question: "words",
    Case: "name",
}
QUOTED: Final = re.compile("“([a-z_]+)”")


@dataclass(frozen=True)
class Trouble:
    """What is wrong, in a sentence, and with which block; `within` is the place inside it."""

    words: str
    address: Address
    within: str = ""


@dataclass(frozen=True)
class Checked:
    """A draft as it stands."""

    rules: RuleSet | None
    trouble: Trouble | None
    to_fill_in: tuple[Trouble, ...]
    examples: tuple[Tried, ...]

    @property
    def cases(self) -> list[tuple[Address, Tried]]:
        """The examples with their places."""
        return [(("cases", str(n)), one) for n, one in enumerate(self.examples)]

    @property
    def failing(self) -> list[Tried]:
        """The examples that do not come out."""
        return [one for one in self.examples if one.deviations]

    @property
    def is_ready(self) -> bool:
        """Whether it may be brought in."""
        return self.rules is not None and not self.failing and not self.to_fill_in


def checked(tables: Tables) -> Checked:
    """The whole draft: read, and its examples run."""
    to_fill_in = tuple(_to_fill_in(tables))
    try:
        rules = rule_set_of(tables)
    except RuleFileError as error:
        return Checked(None, trouble_of(tables, error), to_fill_in, ())
    return Checked(rules, None, to_fill_in, tuple(tried(rules)))


def trouble_of(tables: Tables, error: RuleFileError) -> Trouble:
    """An error of the reader, at its block and in the words of the screen."""
    address, within = address_at(tables, error.place)
    lost = _lost(tables, address, within)
    words = lost or spoken(str(error.message), tables, address)
    return Trouble(words, address, within)


def _lost(tables: Tables, address: Address, within: str) -> str:
    """What is said of a field that names something which was taken away."""
    table: Any = taken(tables, address)
    kind: type = kind_at(tables, address)
    spec, told = None, ""
    for key in within.split("."):
        spec = next((one for one in specs_of(kind).values() if one.key == key), None)
        if spec is None or not isinstance(table, Mapping):
            return ""
        told, table = _label(kind, key), table.get(key)
        kind = kind_of(spec.of, KIND) if spec.form is Form.BLOCK else kind
    if spec is None or spec.form not in (Form.NAME, Form.NAMES, Form.ARTICLE):
        return ""
    named = table if isinstance(table, list) else [table]
    there = tables.get("articles" if spec.form is Form.ARTICLE else spec.of, {})
    if all(one in there for one in named):
        return ""
    return _("“%(field)s” names something that is no longer there.", field=told)


def part_trouble(tables: Tables, address: Address) -> Trouble | None:
    """What is wrong with one block by itself; what is wrong elsewhere is not its trouble."""
    try:
        read_part(tables, address)
    except RuleFileError as error:
        trouble = trouble_of(tables, error)
        return trouble if trouble.address == address and not _is_below(trouble) else None
    return None


def _is_below(trouble: Trouble) -> bool:
    """A word under which other blocks belong: not in the form of this one."""
    base = base_at(trouble.address) if trouble.address else RuleSet
    return re.split(r"[.\[]", trouble.within)[0] in places_of(base)


def spoken(message: str, tables: Tables, address: Address) -> str:
    """A sentence of the reader with the labels of the screen where it quotes the file's words."""
    try:
        kind = kind_at(tables, address)
    except NoSuchPlace:
        return message
    return QUOTED.sub(lambda found: f"“{_label(kind, found[1])}”", message)


def _label(kind: type, key: str) -> str:
    try:
        return str(told_of(kind, key).label)
    except KeyError:
        return key


def kind_at(tables: Mapping[str, Any], address: Address) -> type:
    """The kind of the block that stands at an address now."""
    if not address:
        return RuleSet
    return kind_of(base_at(address), taken(tables, address).get(KIND))


def _to_fill_in(tables: Tables) -> Iterator[Trouble]:
    """What a new rule cannot know by itself."""
    for name, article in tables.get("articles", {}).items():
        if TO_FILL_IN in str(article.get("ref", "")):
            words = _("The number of this article is still to be filled in: %(text)s")
            text = article.get("text") or name
            yield Trouble(words % {"text": text}, ("articles", name))
    source = tables.get("source", {})
    if TO_FILL_IN in str(source.get("name", "")):
        yield Trouble(_("The text that you begin from is still to be filled in."), ("source",))


def name_of(tables: Tables, address: Address) -> str:
    """What a block is called on screen: by its own title where it has one, else by its kind."""
    if address == TOP:
        return str(NAMES[RuleSet])
    kind = kind_at(tables, address)
    if kind is OwnWord:
        return address[-1].replace("_", " ")
    key = CALLED_BY.get(kind, "")
    return str((taken(tables, address).get(key) if key else "") or NAMES[kind])
