"""What a spreadsheet is once it is read: headings and rows of text, in the takeover room. It reads no file."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import lazy_gettext as _l

from core.errors import RuleBroken, Words
from core.names import folded
from core.pages.text import cleaned

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 100
LONGEST_CELL: Final = 4_000
# What a cell holds that cannot be read: no text from a keyboard looks like it.
UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"


class SheetRefused(RuleBroken):
    """The file cannot be read as a table; the sentence says what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, field="file")


@dataclass(frozen=True)
class Sheet:
    """A table: its headings, and its rows with the number that a spreadsheet shows beside them."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def fingerprint(self) -> str:
        """The same for every file with these headings in this order: the mapping is remembered by it."""
        return hashlib.sha256("\n".join(map(folded, self.headings)).encode()).hexdigest()


def sheet_of(lines: Iterable[Sequence[str]]) -> Sheet:
    """The first line that is not empty holds the headings; empty lines are left out."""
    headings: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, line in enumerate(lines, start=1):
        cells = _without_empty_end([cleaned(cell[:LONGEST_CELL]) for cell in line])
        if not cells:
            continue
        if not headings:
            headings = _headings(cells)
            continue
        if len(rows) == MOST_ROWS:
            raise SheetRefused(
                _l("This file has more than %(most)s rows. Split it in parts.", most=MOST_ROWS)
            )
        rows.append((number, tuple(cells)))
    if not headings:
        raise SheetRefused(_l("This file is empty."))
    if not rows:
        raise SheetRefused(_l("There is no row under the headings."))
    return Sheet(headings, tuple(rows))


def _headings(cells: list[str]) -> tuple[str, ...]:
    if len(cells) > MOST_COLUMNS:
        raise SheetRefused(
            _l("This file has more than %(most)s columns. Keep those you need.", most=MOST_COLUMNS)
        )
    return tuple(cells)


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells
