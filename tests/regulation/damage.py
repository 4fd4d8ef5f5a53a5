"""Rule files damaged at random, each by its number: lines, words, bytes, and whole values."""

import datetime as dt
import random
import re
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from typing import Any

from regulation.files.reading import parsed
from regulation.files.writing import written

TOKENS = re.compile(r'"[^"\n]*"|[\w.-]+|\s+|.', re.DOTALL)
ODD_WORDS = (
    "true", "-1", "0", "1", "150", "1e400", "1e-9", "nan", "-inf", '""', '"x"', '"\\u0000"', "[]",
    "{}", "[[]]", "[1]", '["leefloon", "leefloon"]', "{ lt = 18, gt = 20 }", "2026-02-30",
    "9999-12-31", "0001-01-01", "2026-01-01T10:00:00Z", "0x" + "f" * 99, "[", "]", "{", "}", '"',
    "'''", "=", "\n", "\x00", "é", "💶", "format = 1", "[schemes.x]", "kind", "open", "when", "#",
)  # fmt: skip
ODD_VALUES = (
    True, False, 0, -1, 1, 18, 10**12, Decimal("0.005"), Decimal("NaN"), Decimal("1E+400"), "", " ",
    "x", "leefloon", "open", "\x00", "x" * 5_000, [], [[]], [1], ["x"], [{}], {}, {"x": 1},
    {"lt": 18}, {"gte": 0}, {"month": 2, "day": 28}, dt.date(1, 1, 1), dt.date(2026, 1, 1),
    dt.date(1900, 1, 1), dt.date(2199, 12, 31), dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.time(1),
)  # fmt: skip


def damaged(texts: list[str], number: int, seed: int) -> bytes:
    """One of the texts with one to four things wrong; the same for the same number and seed."""
    chance = random.Random(f"{seed}/{number}")
    way = chance.choice((_lines, _words, _bytes, _values, _values))
    return way(chance.choice(texts), chance)


def _lines(text: str, chance: random.Random) -> bytes:
    lines = text.splitlines(keepends=True)
    for _ in range(chance.choice((1, 1, 2, 4))):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[at : at + chance.randint(0, 3)] = lines[other : other + chance.randint(0, 3)]
    return "".join(lines).encode()


def _words(text: str, chance: random.Random) -> bytes:
    words = TOKENS.findall(text)
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(words))
        new = chance.choice((chance.choice(ODD_WORDS), chance.choice(words)))
        words[at : at + chance.randint(0, 2)] = [new]
    return "".join(words).encode()


def _bytes(text: str, chance: random.Random) -> bytes:
    raw = bytearray(text.encode())
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(raw))
        raw[at : at + chance.randint(0, 20)] = chance.randbytes(chance.randint(0, 4))
    return bytes(raw)


def _values(text: str, chance: random.Random) -> bytes:
    """The words stay TOML: a value goes, comes twice, or is another; often one that might fit."""
    tables = deepcopy(parsed(text))
    for _ in range(chance.choice((1, 1, 2))):
        places = list(_places(tables))
        holder, key = chance.choice(places)
        alike = [one[other] for one, other in places if other == key]
        anything = [one[other] for one, other in places] + list(ODD_VALUES)
        new = deepcopy(chance.choice(chance.choice((alike, anything))))
        if isinstance(new, int | Decimal) and not isinstance(new, bool) and chance.random() < 0.5:
            new = chance.choice((0, 1, new * 2, -new))
        _changed(holder, key, new, chance)
    return written(tables).encode()


def _changed(holder: Any, key: Any, new: Any, chance: random.Random) -> None:
    what = chance.randrange(5)
    if what == 0:
        del holder[key]
    elif what == 1 and isinstance(holder, list):
        holder.append(new)
    elif what == 1:
        holder[chance.choice(("open", "when", "kind", "naam", "a b", str(key)[::-1]))] = new
    else:
        holder[key] = new


def _places(tables: Any) -> Iterator[tuple[Any, Any]]:
    """Every value of a file, by what holds it."""
    keys = list(tables) if isinstance(tables, dict) else range(len(tables))
    for key in keys:
        yield tables, key
        if isinstance(tables[key], dict | list):
            yield from _places(tables[key])
