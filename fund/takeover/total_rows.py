"""A table of earlier years read as published totals, for a takeover. `store()` enters each year, once.

Totals of a year only, by no category: of a table by sector one hidden row follows from the total
and the others, and nobody protects a document's rows as the releases protect theirs.
"""

import re
from collections.abc import Sequence
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from books.published.actions import enter
from books.published.models import LONGEST_SOURCE, YearTotal
from books.published.queries import standing_totals
from core import clock
from fund.takeover.queries import first_own_year
from fund.takeover.rows import Found, Row, quoted
from terms.fewest import FEWEST_HOUSEHOLDS

# The law that made the centres is of this year.
OLDEST_YEAR: Final = 1976
YEAR: Final = re.compile(r"\d{4}", re.ASCII)
COUNT: Final = re.compile(r"\d{1,6}", re.ASCII)


class TotalRows:
    """The years of a table. A year is known when it stands here with the same figures and source."""

    def __init__(self, rows: Sequence[Row], _worker_id: int | None) -> None:
        self.found = Found()
        self.new: list[YearTotal] = []
        self.first_own_year, self.this_year = first_own_year(), clock.today().year
        known = standing_totals()
        seen: dict[int, int] = {}
        for row in rows:
            total = self._read(row)
            if total:
                self._take(row, total, known, seen)
            self.found.problems += row.problems
            self.found.shown.append((row.number, row.shown))

    def store(self, by: Account) -> None:
        """Enter what is new; the caller's transaction holds all of it."""
        for total in self.new:
            enter(total)

    def _read(self, row: Row) -> YearTotal | None:
        year, requests_n = self._year(row), _count(row, "requests", needed=True)
        granted_cents = row.cents("amount", needed=True)
        households_n, clients_n = _count(row, "households"), _count(row, "clients")
        if households_n and clients_n and clients_n < households_n:
            row.wrong(
                "clients", _("There are fewer clients than households. Check the two columns.")
            )
        source = _source(row)
        if year is None or requests_n is None or granted_cents is None or row.problems:
            return None
        return YearTotal(
            year=year,
            requests_n=requests_n,
            granted_cents=granted_cents,
            households_n=households_n,
            clients_n=clients_n,
            source=source,
        )

    def _year(self, row: Row) -> int | None:
        typed = row.text("year", needed=True)
        if not typed:
            return None
        year = int(typed) if YEAR.fullmatch(typed) else 0
        if year < OLDEST_YEAR:
            words = _(
                "“%(typed)s” is no year from %(oldest)s on. Write four digits, such as 2023.",
                typed=quoted(typed),
                oldest=OLDEST_YEAR,
            )
        elif year >= self.this_year:
            words = _(
                "%(year)s is not over yet. Leave this row out: this programme counts it.", year=year
            )
        elif year >= self.first_own_year:
            words = _(
                "This programme counts from %(first)s on by itself. Leave this row out.",
                first=self.first_own_year,
            )
        else:
            return year
        row.wrong("year", words)
        return None

    def _take(
        self, row: Row, total: YearTotal, known: dict[int, YearTotal], seen: dict[int, int]
    ) -> None:
        earlier = seen.setdefault(total.year, row.number)
        if earlier != row.number:
            row.wrong(
                "year",
                _("This year stands in row %(row)s too. Keep one row for each year.", row=earlier),
            )
        elif known.get(total.year, total) != total:
            row.wrong(
                "year",
                _(
                    "%(year)s is here with other figures. Leave this row out, or have the administrator withdraw it.",
                    year=total.year,
                ),
            )
        elif total.year in known:
            self.found.known += 1
        else:
            self.new.append(total)
            self.found.new += 1


def _count(row: Row, column: str, *, needed: bool = False) -> int | None:
    """A whole number that reaches nobody. 1.234 would be a guess: a thousand, or a bit more than one."""
    typed = row.text(column, needed=needed)
    if not typed:
        return None
    if not COUNT.fullmatch(typed):
        row.wrong(
            column,
            _(
                "“%(typed)s” is no whole number. Write digits only, such as 214.",
                typed=quoted(typed),
            ),
        )
        return None
    number = int(typed)
    if number < FEWEST_HOUSEHOLDS:
        row.wrong(column, _too_few(needed=needed))
        return None
    return number


def _too_few(*, needed: bool) -> str:
    """Fewer requests or clients than that are fewer households than that."""
    if needed:
        words = _(
            "Fewer than %(few)s could tell of a household. Leave this row out.",
            few=FEWEST_HOUSEHOLDS,
        )
    else:
        words = _(
            "Fewer than %(few)s could tell of a household. Leave this cell empty.",
            few=FEWEST_HOUSEHOLDS,
        )
    return str(words)


def _source(row: Row) -> str:
    source = row.text("source", LONGEST_SOURCE, needed=True)
    if source and not any(letter.isalpha() for letter in source):
        row.wrong("source", _("Name the document, such as “Jaarverslag 2023, p. 12”."))
    return source
