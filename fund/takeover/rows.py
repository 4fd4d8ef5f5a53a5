"""Reading one row of a takeover: text, days, amounts, words of lists; what is wrong is said, never guessed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from flask_babel import force_locale
from flask_babel import gettext as _

from core.clock import read_date, show_date
from core.errors import Words
from core.money import read_cents, show_cents
from core.names import folded
from core.pages.words import LANGUAGES
from fund.takeover.columns import KINDS, Column
from fund.takeover.sheets.sheet import UNREADABLE, Sheet
from terms.lists import Term

LONGEST_QUOTE: Final = 40


@dataclass(frozen=True)
class Problem:
    """What is wrong: in which row and column (0 and empty: of the file as a whole), and what to do."""

    row: int
    column: str
    words: str


@dataclass
class Found:
    """What came out of reading: what would be stored, what is there already, what is wrong."""

    new: int = 0
    known: int = 0
    problems: list[Problem] = field(default_factory=list)
    # The rows as they were read: number, and by column what a person sees.
    shown: list[tuple[int, dict[str, str]]] = field(default_factory=list)

    def wrong(self, words: Words) -> None:
        """Something that concerns the whole file."""
        self.problems.append(Problem(0, "", str(words)))


class Row:
    """One row, read cell by cell by the names of the columns."""

    def __init__(self, number: int, cells: Mapping[str, str], headings: Mapping[str, str]) -> None:
        self.number = number
        self.cells = cells
        self.headings = headings
        self.shown: dict[str, str] = {}
        self.problems: list[Problem] = []

    def wrong(self, column: str, words: Words) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(Problem(self.number, self.headings.get(column, ""), str(words)))

    def text(self, column: str, longest: int = 160, *, needed: bool = False) -> str:
        """A line of text."""
        typed = self.cells.get(column, "")
        if UNREADABLE in typed:
            self.wrong(
                column,
                _(
                    "This cell holds an error or a formula without a result. Write the value itself."
                ),
            )
            return ""
        if needed and not typed:
            self.wrong(column, _("This cell is empty. Fill it in."))
        if len(typed) > longest:
            self.wrong(
                column, _("This text has more than %(most)s characters. Shorten it.", most=longest)
            )
            return ""
        if typed:
            self.shown[column] = typed
        return typed

    def day(self, column: str, *, needed: bool = False) -> dt.date | None:
        """A whole date: 3/5 alone would be a guess."""
        typed = self.text(column, needed=needed)
        if not typed:
            return None
        try:
            found = _day(typed)
        except ValueError:
            self.wrong(
                column,
                _(
                    "“%(typed)s” is no date. Write dd/mm/yyyy, such as 03/05/2026.",
                    typed=quoted(typed),
                ),
            )
            return None
        self.shown[column] = show_date(found)
        return found

    def cents(self, column: str, *, needed: bool = False) -> int | None:
        """An amount above nothing."""
        typed = self.text(column, needed=needed)
        if not typed:
            return None
        try:
            cents = read_cents(typed)
        except ValueError:
            cents = 0
        if cents <= 0:
            self.wrong(
                column,
                _(
                    "“%(typed)s” is no amount. Write an amount above 0, such as 82,50.",
                    typed=quoted(typed),
                ),
            )
            return None
        self.shown[column] = show_cents(cents)
        return cents

    def code(self, column: str, words: "TermWords", *, needed: bool = False) -> str:
        """A word of a list, by its code."""
        typed = self.text(column, needed=needed)
        if not typed:
            return ""
        code = words.code_of(typed)
        if code is None:
            self.wrong(column, words.refusal(typed))
            return ""
        self.shown[column] = words.label(code)
        return code

    def codes(self, column: str, words: "TermWords") -> tuple[str, ...]:
        """Several words of a list, with ; between them."""
        found = []
        for typed in filter(None, (one.strip() for one in self.text(column, 400).split(";"))):
            code = words.code_of(typed)
            if code is None:
                self.wrong(column, words.refusal(typed))
            elif code not in found:
                found.append(code)
        if found:
            self.shown[column] = ", ".join(words.label(code) for code in found)
        return tuple(found)


class TermWords:
    """A list of terms, found by its words in either language, by its codes and by what centres write."""

    def __init__(self, terms: Mapping[str, Term], also: Mapping[str, str] | None = None) -> None:
        self.terms = terms
        self.by_word = {folded(word): code for word, code in (also or {}).items()}
        for language in LANGUAGES:
            with force_locale(language):
                self.by_word |= {folded(str(term.label)): code for code, term in terms.items()}
        self.by_word |= {folded(code.replace("_", " ")): code for code in terms}
        self.by_word |= {folded(code): code for code in terms}

    def code_of(self, typed: str) -> str | None:
        """The code behind a word."""
        return self.by_word.get(folded(typed))

    def label(self, code: str) -> str:
        """The word on screen."""
        return str(self.terms[code].label)

    def refusal(self, typed: str) -> str:
        """What can be written in place of an unknown word."""
        near = [str(term.label) for term in self.terms.values() if _alike(typed, str(term.label))]
        some = near or [str(term.label) for term in self.terms.values()]
        return str(
            _(
                "“%(typed)s” is not in the list. Write for example: %(some)s.",
                typed=quoted(typed),
                some=", ".join(some[:4]),
            )
        )


def rows_of(sheet: Sheet, kind: str, mapping: Mapping[str, int]) -> list[Row]:
    """The rows of a table by the columns that are mapped; a row with cells beyond the headings is wrong."""
    headings = {name: sheet.headings[place] for name, place in mapping.items()}
    rows = []
    for number, cells in sheet.rows:
        named = {
            name: cells[place] if place < len(cells) else "" for name, place in mapping.items()
        }
        row = Row(number, named, headings)
        if len(cells) > len(sheet.headings):
            row.wrong(
                "",
                _(
                    "This row has more cells than there are headings. Does an amount hold the separator?"
                ),
            )
        rows.append(row)
    return rows


def missing_columns(kind: str, mapping: Mapping[str, int]) -> Sequence[Column]:
    """The columns that must be there and are not."""
    return [one for one in KINDS[kind] if one.needed and one.name not in mapping]


def somebody_else() -> str:
    """Of a file number that does not fit the rest of its row."""
    return str(
        _(
            "This file number is of somebody with another name or date of birth. Correct one of the two."
        )
    )


def quoted(typed: str) -> str:
    """What was typed, as much as fits in a sentence."""
    return typed if len(typed) <= LONGEST_QUOTE else typed[: LONGEST_QUOTE - 1] + "…"


def _day(typed: str) -> dt.date:
    """Also 3-5-2026, 3.5.2026 and 2026-05-03: as spreadsheets write them."""
    if len(typed) >= len("2026-05-03") and typed[4:5] == "-":
        return dt.date.fromisoformat(typed[:10])
    return read_date(typed.replace("-", "/").replace(".", "/"), full_only=True)


def _alike(typed: str, label: str) -> bool:
    words = {word for word in folded(typed).split() if len(word) > 3}
    return any(word[:5] in folded(label) for word in words)
