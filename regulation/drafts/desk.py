"""What the form of one block works with: the draft, the block, its fields. It writes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict

from core.errors import NotThere
from core.pages.fields import missing
from regulation.drafts import case_rows
from regulation.drafts.forms import block_form
from regulation.drafts.models import RuleDraft
from regulation.drafts.names import name_from
from regulation.drafts.queries import tables_of
from regulation.editing.checking import Trouble, name_of, part_trouble, trouble_of
from regulation.editing.leaves import KIND, Group, Leaf, Look, field_name, tree_of
from regulation.editing.offers import Offers
from regulation.editing.values import initial, written_from
from regulation.files.reading import rule_set_of
from regulation.files.table import RuleFileError
from regulation.files.writing import written
from regulation.shape.changing import add, put
from regulation.shape.shape import (
    TOP,
    Address,
    Many,
    NoSuchPlace,
    Tables,
    base_at,
    place_of,
    standing,
    taken,
)
from regulation.vocabulary.rules import RuleSet

Sent = MultiDict[str, str]
OPENED = "block"


@dataclass
class BlockDesk:
    """One block in its form: one that stands in the draft, or a new one at a word (`adding`)."""

    draft: RuleDraft
    tables: Tables
    address: Address
    base: type
    table: Tables
    adding: bool
    sent: Sent | None = None

    @cached_property
    def offers(self) -> Offers:
        """What its fields may name."""
        return Offers(self.tables)

    @cached_property
    def tree(self) -> Group:
        """Its fields: as they stand in the draft, or with the kinds and rows that were sent."""
        about = replace(self.offers.about(self.address), is_new=self.adding)
        rows = case_rows.opened(self.base, self.table)
        tree = tree_of(self.base, rows, about)
        if self.sent is None:
            return tree
        return tree_of(self.base, shaped(tree, rows, self.sent), about)

    @cached_property
    def form(self) -> FlaskForm:
        """The form, with what was sent, else with what stands there."""
        data = initial(self.tree, case_rows.opened(self.base, self.table))
        return block_form(self.tree, self.offers, data=data, sent=self.sent)

    @property
    def opened_with(self) -> tuple[int, str]:
        """The state of the draft and of the block that the one who types has before them."""
        if self.sent is not None and "opened" in self.sent:
            return seen_version(self.sent), self.sent["opened"]
        return self.draft.lock_version, self.opened_text

    @property
    def opened_text(self) -> str:
        """The block as it stands now, to know later whether somebody else changed it."""
        return "" if self.adding else written({OPENED: self.table})

    def new_tables(self) -> tuple[Tables, Address]:
        """The draft with what the form says, and where the block stands in it."""
        before = case_rows.opened(self.base, self.table)
        block = written_from(self.tree, self.form.data, before)
        block = case_rows.closed(self.base, block, self.table)
        if not self.adding:
            return put(self.tables, self.address, block), self.address
        return add(self.tables, self.address, block, self._name(block))

    def _name(self, block: Mapping[str, Any]) -> str:
        """A name for a block that needs one, made from what stands in it."""
        if self.address[:1] == ("terms",):
            return name_from(str(self.form["word"].data or ""))
        if place_of(self.address).many is not Many.NAMED:
            return ""
        there = [one[-1] for one in standing(self.tables, self.address, place_of(self.address))]
        said = (str(block[key]) for key in ("title", "ref", "words") if block.get(key))
        return name_from(next(said, str(self.tree.told.label)), there)

    def wrong(self) -> bool:
        """Whether the form cannot be saved so; then each error stands at its field."""
        if not self.form.validate():
            return True
        tables, address = self.new_tables()
        trouble = _case_trouble(tables, address) if address[:1] == ("cases",) else None
        trouble = trouble or (None if _is_case(address) else part_trouble(tables, address))
        if trouble is not None:
            self._blame(trouble)
        return trouble is not None

    def _blame(self, trouble: Trouble) -> None:
        """The sentence at the field that it speaks of; a field that is empty is asked for."""
        field, leaf = self._field_at(trouble.within)
        if field is None:
            self.form.form_errors.append(trouble.words)
        elif leaf and leaf.spec.required and not field.data:
            field.errors = [missing(field)]
        else:
            field.errors = [trouble.words]

    def _field_at(self, within: str) -> tuple[Any, Leaf | None]:
        """The field at a place, or the first field of what stands at it."""
        steps = within.replace("]", "").replace("[", ".#").split(".")
        path = tuple(str(int(one[1:]) - 1) if one.startswith("#") else one for one in steps)
        leaves = list(self.tree.leaves())
        exact = next((leaf for leaf in leaves if leaf.name == field_name(path)), None)
        near = next((one for one in leaves if within and one.path[: len(path)] == path), None)
        leaf = exact or near
        return (self.form[leaf.name], leaf) if leaf else (None, None)


def _is_case(address: Address) -> bool:
    return address[:1] in (("cases",), ("case_facts",), ("terms",))


def _case_trouble(tables: Tables, address: Address) -> Trouble | None:
    """An example is read with the whole rule: what is wrong elsewhere is not its trouble."""
    try:
        rule_set_of(tables)
    except RuleFileError as error:
        trouble = trouble_of(tables, error)
        return trouble if trouble.address == address else None
    return None


def desk_of(draft: RuleDraft, address: Address, kind: str | None, sent: Sent | None) -> BlockDesk:
    """The form of a block of the draft; with a kind that of a new one. NotThere where none can stand."""
    tables = tables_of(draft)
    try:
        if kind is None:
            base = base_at(address) if address != TOP else RuleSet
            return BlockDesk(draft, tables, address, base, taken(tables, address), False, sent)
        base = _base_of_new(tables, address)
    except (NoSuchPlace, ValueError) as error:
        raise NotThere from error
    kinds: Mapping[str, type] = vars(base).get("kinds", {})
    if kinds and kind not in kinds:
        raise NotThere
    return BlockDesk(draft, tables, address, base, {KIND: kind} if kinds else {}, True, sent)


def _base_of_new(tables: Tables, parent: Address) -> type:
    """What may be added at a word; the block that it belongs to must be there."""
    if parent[:1] == ("terms",):
        return base_at((*parent, "new"))
    if len(parent) > 1:
        taken(tables, parent[:-1])
    return place_of(parent).of


def seen_version(sent: Sent) -> int:
    """Which state of the draft the page showed that sends this."""
    number = sent.get("lock_version", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def title_of(desk: BlockDesk) -> str:
    """What the block is called on its page."""
    if not desk.adding:
        return name_of(desk.tables, desk.address)
    return str(desk.tree.told.label)


def shaped(group: Group, table: Mapping[str, Any], sent: Sent) -> Tables:
    """The table with the kinds that were chosen and as many rows as were filled, for its fields."""
    shape = dict(table)
    for item in group.items:
        if isinstance(item, Leaf):
            if item.key == KIND and sent.get(item.name):
                shape[KIND] = sent[item.name]
        elif not item.key:
            shape |= {key: one for key, one in shaped(item, shape, sent).items() if key in shape}
        elif item.look is not Look.EDGES:
            _shape_below(shape, item, sent)
    return shape


def _shape_below(shape: Tables, item: Group, sent: Sent) -> None:
    """What was left empty stays away: it would unfold a part in which nothing stands."""
    below: Any
    if item.look is Look.ROWS:
        below = _rows(item, shape.get(item.key), sent)
    else:
        below = shaped(item, shape.get(item.key) or {}, sent)
    if below or item.key in shape:
        shape[item.key] = below


def _rows(group: Group, rows: Any, sent: Sent) -> list[Any]:
    """The rows there were, and those beyond them in which something was typed."""
    listed = [rows] if isinstance(rows, Mapping) else list(rows or ())
    filled = [n for n, item in enumerate(group.items) if _is_filled(item, sent)]
    padding: Any = "" if group.items and isinstance(group.items[0], Leaf) else {}
    return [*listed, *[padding] * (max(filled, default=-1) + 1 - len(listed))]


def _is_filled(item: Leaf | Group, sent: Sent) -> bool:
    leaves = [item] if isinstance(item, Leaf) else item.leaves()
    return any(any(sent.getlist(leaf.name)) for leaf in leaves)
