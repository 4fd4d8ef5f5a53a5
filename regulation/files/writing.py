"""From the tables of a rule to its text, always in the same shape. The regulation room reads it back.

Explanations are fields, not comments, so a text in this shape comes back byte for byte.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

WIDTH: Final = 120
INDENT: Final = "    "
BARE = re.compile(r"[A-Za-z0-9_-]+")
ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# A selector belongs to its block: its words stand on lines of the block itself.
DOTTED: Final = frozenset({"when", "parents_when"})
# Tables that are read as one value: bounds, a day of the year, the facts of a case. They stand on
# one line where they fit.
ONE_LINERS: Final = frozenset(
    {
        "age",
        "amount",
        "answers",
        "asked_until",
        "bookings",
        "budget",
        "burdens",
        "child_years",
        "closes",
        "expect",
        "facts",
        "history",
        "incomes",
        "items",
        "members",
        "other_payers",
        "paid_until",
        "shares",
        "starts",
        "statuses_since",
        "value",
        "year_starts",
        "years",
    }
)

Tables = Mapping[str, Any]


def written(tables: Tables) -> str:
    """The text of a rule, ending in one line end."""
    return "\n".join(_table(tables, ())).strip("\n") + "\n"


def _table(table: Tables, path: tuple[str, ...]) -> Iterator[str]:
    """The values of a table, then the tables within it, each under its own heading."""
    for key, value in table.items():
        if not _has_heading(key, value):
            yield from _line(key, value)
    for key, value in table.items():
        if _has_heading(key, value):
            yield from _headed(value, (*path, key))


def _headed(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    name = ".".join(map(_key, path))
    if isinstance(value, list):
        for one in value:
            yield from ("", f"[[{name}]]", *_table(one, path))
    else:
        # A heading with only headings below it would stand empty.
        if not value or any(not _has_heading(key, one) for key, one in value.items()):
            yield from ("", f"[{name}]")
        yield from _table(value, path)


def _has_heading(key: str, value: Any) -> bool:
    """Tables stand under headings, but for selectors and for what is read as one value."""
    if isinstance(value, Mapping):
        return key not in DOTTED and not (key in ONE_LINERS and _fits(key, value))
    if not isinstance(value, list) or not value:
        return False
    if not all(isinstance(one, Mapping) for one in value):
        return False
    return key not in ONE_LINERS or not all(_fits(key, [one]) for one in value)


def _fits(key: str, value: Any) -> bool:
    return len(f"{_key(key)} = {_value(value)}") <= WIDTH


def _line(key: str, value: Any) -> Iterator[str]:
    if key in DOTTED and value and isinstance(value, Mapping):
        for word, one in value.items():
            yield from _assigned(f"{key}.{_key(word)}", one)
    else:
        yield from _assigned(_key(key), value)


def _assigned(name: str, value: Any) -> Iterator[str]:
    line = f"{name} = {_value(value)}"
    if len(line) <= WIDTH or not isinstance(value, list) or not value:
        yield line
    else:
        yield f"{name} = ["
        yield from (f"{INDENT}{_value(one)}," for one in value)
        yield "]"


def _key(word: str) -> str:
    return word if BARE.fullmatch(word) else _value(word)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, str):
        return '"' + "".join(map(_escaped, value)) + '"'
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items())
        return "{ " + inner + " }" if inner else "{}"
    return "[" + ", ".join(map(_value, value)) + "]"


def _escaped(letter: str) -> str:
    if letter in ESCAPES:
        return ESCAPES[letter]
    return f"\\u{ord(letter):04x}" if ord(letter) < 32 or ord(letter) == 127 else letter
