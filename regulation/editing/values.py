"""Between the value in a rule file and the value in a form's field, and back. It checks nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from regulation.editing.leaves import KIND, NONE, Group, Leaf, Look
from regulation.vocabulary.spec import Form

# In a list that may be unknown: nothing of it, and that is known.
NOTHING: Final = "-"
YES, NO = "yes", "no"


def data_of(leaf: Leaf, value: Any) -> Any:
    """What the field holds for a value of the file; None where nothing is written."""
    if value is None:
        return _unwritten(leaf)
    if leaf.spec.form is Form.EUROS:
        return int(Decimal(value) * 100)
    if leaf.spec.form is Form.PERCENT:
        return Decimal(value)
    if leaf.spec.form is Form.DAY:
        return f"{value.get('day')}/{value.get('month')}"
    if leaf.spec.form in (Form.CODES, Form.NAMES):
        return list(value) or [NOTHING]
    if leaf.spec.form is Form.FLAG and leaf.is_maybe:
        return YES if value else NO
    return value


def _unwritten(leaf: Leaf) -> Any:
    if leaf.spec.form in (Form.CODES, Form.NAMES):
        return []
    if leaf.spec.form is Form.FLAG and not leaf.is_maybe:
        return False
    return leaf.default if leaf.spec.form in (Form.CHOICE, Form.WHOLE) else None


def initial(group: Group, table: Mapping[str, Any]) -> dict[str, Any]:
    """What the form shows of a block, by the names of its fields."""
    return {leaf.name: _shown(table, leaf) for leaf in group.leaves()}


def _shown(table: Mapping[str, Any], leaf: Leaf) -> Any:
    if leaf.key == NONE:
        return _found(table, leaf.path[:-1]) == []
    return data_of(leaf, _found(table, leaf.path))


def _found(table: Any, path: Sequence[str]) -> Any:
    *above, last = path
    for step in above:
        if isinstance(table, list):
            table = table[int(step)] if int(step) < len(table) else {}
        elif step in table or step != "0":  # a list of one may be written as the table alone
            table = table.get(step, {})
    if isinstance(table, list):
        return table[int(last)] if int(last) < len(table) else None
    return table.get(last)


def written_from(group: Group, data: Mapping[str, Any], old: Any) -> dict[str, Any]:
    """The block as the form says it. What is the same stays as it was written, in its order, and
    what the form does not ask stays too."""
    before: Mapping[str, Any] = old if isinstance(old, Mapping) else {}
    items = list(_within(group))
    if KIND in before and _kind(items, data) not in (None, before[KIND]):
        # of another kind only what both have can stay
        before = {key: value for key, value in before.items() if key in {one.key for one in items}}
    new = {item.key: _value(item, data, before.get(item.key)) for item in items}
    there = [key for key in before if key not in new or new[key] is not None]
    added = [key for key in new if key not in before and new[key] is not None]
    return {key: new.get(key, before.get(key)) for key in (*there, *added)}


def _kind(items: list[Leaf | Group], data: Mapping[str, Any]) -> Any:
    return next(
        (data.get(one.name) for one in items if isinstance(one, Leaf) and one.key == KIND), None
    )


def _within(group: Group) -> Iterator[Leaf | Group]:
    """What belongs to the same table: groups without a key only fold."""
    for item in group.items:
        if isinstance(item, Group) and not item.key:
            yield from _within(item)
        else:
            yield item


def _value(item: Leaf | Group, data: Mapping[str, Any], old: Any) -> Any:
    if isinstance(item, Leaf):
        return value_of(item, data.get(item.name), old)
    if item.look is Look.ROWS:
        before = [old] if isinstance(old, Mapping) else list(old or ())
        padded = [*before, *[None] * (len(item.items) - len(before))]
        rows = [_value(row, data, was) for row, was in zip(item.items, padded, strict=False)]
        filled = [row for row in rows if row is not None]
        if isinstance(old, Mapping) and filled == [old]:
            return old  # one of a list, written as the table alone
        return filled or _no_rows(item, data, old)
    return written_from(item, data, old) or ({} if old == {} else None)


def _no_rows(item: Group, data: Mapping[str, Any], old: Any) -> Any:
    """Nothing stands there: that is known only where somebody says so."""
    is_none = data.get(item.none.name) if item.none else old == []
    return [] if is_none else None


def value_of(leaf: Leaf, data: Any, old: Any) -> Any:
    """The value of the file for what a field holds; None where nothing is to be written."""
    if old is not None and data_of(leaf, old) == data:
        return old
    value = _TO_FILE.get(leaf.spec.form, _plain)(leaf, data, old)
    if old is None and leaf.key != KIND and value == leaf.default:
        return None
    return value


def _plain(_leaf: Leaf, data: Any, _old: Any) -> Any:
    return None if data in (None, "") else data


def _flag(leaf: Leaf, data: Any, old: Any) -> Any:
    if leaf.is_maybe:
        return {YES: True, NO: False}.get(data)
    return True if data else None


def _euros(_leaf: Leaf, data: Any, _old: Any) -> Any:
    if data is None:
        return None
    return data // 100 if data % 100 == 0 else Decimal(data) / 100


def _number(_leaf: Leaf, data: Any, _old: Any) -> Any:
    if data is None:
        return None
    return int(data) if data == data.to_integral_value() else data.normalize()


def _day(_leaf: Leaf, data: Any, _old: Any) -> Any:
    if not data:
        return None
    day, _slash, month = str(data).partition("/")
    return {"month": int(month), "day": int(day)}


def _several(leaf: Leaf, data: Any, old: Any) -> Any:
    """Those that stood there keep their order; what is new comes behind them."""
    chosen = [one for one in data or () if one != NOTHING]
    if not chosen:
        return [] if leaf.is_maybe and data else None
    kept = [one for one in old or () if one in chosen]
    return [*kept, *(one for one in chosen if one not in kept)]


_TO_FILE: Final[Mapping[Form, Callable[[Leaf, Any, Any], Any]]] = {
    Form.FLAG: _flag,
    Form.EUROS: _euros,
    Form.PERCENT: _number,
    Form.DAY: _day,
    Form.CODES: _several,
    Form.NAMES: _several,
}
