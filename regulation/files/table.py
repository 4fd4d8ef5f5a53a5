"""A table of a rule file that knows its place, for the readers of the regulation room. No rules."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, NoReturn

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

MAX_TEXT = 4_000
MAX_EUROS = 1_000_000
FIRST_YEAR = 1900
LAST_YEAR = 2199
# Names stand in addresses and in columns of the database.
NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")
LONGEST_SHOWN = 80
SHORT_LIST = 8
NO_LABELS: Mapping[str, object] = {}


class RuleFileError(Exception):
    """A rule file cannot be read: where, and what to write instead."""

    def __init__(self, place: str | LazyString, message: str | LazyString) -> None:
        super().__init__(place, message)
        self.place = place
        self.message = message

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else str(self.message)


class Table:
    """One table of a rule file, or of facts in JSON. Each word is taken once; what is left at `done` is unknown."""

    def __init__(self, values: Any, place: str, *, is_json: bool = False) -> None:
        self.place = place
        # JSON has no dates of its own: there they stand between quotes.
        self.is_json = is_json
        if not isinstance(values, Mapping):
            raise RuleFileError(place, _("Write a table here, with a name and a value per line."))
        self._left: dict[str, Any] = dict(values)
        self._given = frozenset(self._left)
        self._known: list[str] = []

    def fail(self, message: str | LazyString, key: str = "") -> NoReturn:
        """Refuse the file, at this table or at one of its words."""
        raise RuleFileError(self.at(key), message)

    def at(self, key: str) -> str:
        """The place of one of its words."""
        return f"{self.place}.{key[:LONGEST_SHOWN]}".strip(".")

    def has(self, key: str) -> bool:
        """Is this word there, and not taken yet?"""
        self._known.append(key)
        return key in self._left

    def was(self, key: str) -> bool:
        """Was this word there, taken or not?"""
        return key in self._given

    def inner(self, values: Any, key: str) -> "Table":
        """A table that is made of values at the place of one of its words."""
        return Table(values, self.at(key), is_json=self.is_json)

    def words(self) -> list[str]:
        """The words that are not taken yet."""
        return list(self._left)

    def words_among(self, known: Collection[str]) -> list[str]:
        """The words that are there, of those that may be; `done` names these for any other."""
        self._known += known
        return [word for word in self._left if word in known]

    def is_list(self, key: str) -> bool:
        """Does a list stand there?"""
        return isinstance(self._left.get(key), list)

    def take(self, key: str) -> Any:
        """The value of a word, or None."""
        self._known.append(key)
        return self._left.pop(key, None)

    def done(self) -> None:
        """Refuse what nobody asked for, with the word that may be meant."""
        for key in self._left:
            near = get_close_matches(key, self._known, n=1)
            if near:
                self.fail(_("Unknown word. Do you mean “%(word)s”?", word=near[0]), key)
            self.fail(
                _(
                    "Unknown word. Known here: %(words)s.",
                    words=", ".join(sorted(set(self._known))),
                ),
                key,
            )

    def text(self, key: str, *, required: bool = False, most: int = MAX_TEXT) -> str:
        """A text that is not empty, or nothing where it is not required."""
        value = self.take(key)
        if value is None and not required:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.fail(_("Write a text between quotes."), key)
        if len(value) > most:
            self.fail(_("This text is too long: %(most)s characters at most.", most=most), key)
        return value.strip()

    def flag(self, key: str) -> bool | None:
        """true or false, or nothing."""
        value = self.take(key)
        if value is not None and not isinstance(value, bool):
            self.fail(_("Write true or false."), key)
        return value

    def whole(self, key: str, *, least: int = 0, most: int = 150) -> int | None:
        """A whole number within bounds, or nothing."""
        value = self.take(key)
        if value is None:
            return None
        if type(value) is not int or not least <= value <= most:
            self.fail(
                _("Write a whole number from %(least)s to %(most)s.", least=least, most=most), key
            )
        return value

    def date(self, key: str) -> dt.date | None:
        """A day in a time that rules are for, or nothing."""
        value = self.take(key)
        if value is None:
            return None
        if self.is_json and isinstance(value, str):
            value = _day_in_quotes(value)
        if type(value) is not dt.date and self.is_json:
            self.fail(_("Write a day that exists, between quotes, such as “2026-01-31”."), key)
        if type(value) is not dt.date:
            self.fail(_("Write a date without quotes, such as 2026-01-31."), key)
        if not FIRST_YEAR <= value.year <= LAST_YEAR:
            self.fail(
                _("Write a year from %(least)s to %(most)s.", least=FIRST_YEAR, most=LAST_YEAR), key
            )
        return value

    def _number(self, key: str, most: int, decimals: int) -> Decimal | None:
        value = self.take(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.fail(_("Write a number without quotes, such as 12.50."), key)
        number = Decimal(value)
        if not number.is_finite() or number.is_signed() or number > most:
            self.fail(_("Write a number from 0 to %(most)s.", most=most), key)
        if number != round(number, decimals):
            self.fail(_("Write at most %(count)s figures after the point.", count=decimals), key)
        return number

    def cents(self, key: str) -> int | None:
        """An amount in euro, as cents, or nothing."""
        euros = self._number(key, MAX_EUROS, 2)
        return None if euros is None else int(euros * 100)

    def percent(self, key: str, *, most: int = 100) -> Decimal | None:
        """A percentage from 0 to 100 or more, or nothing."""
        return self._number(key, most, 4)

    def number(self, key: str) -> Decimal | None:
        """A figure of a series, or nothing."""
        return self._number(key, MAX_EUROS, 4)

    def choice(
        self,
        key: str,
        known: Collection[str],
        default: str | None = None,
        labels: Mapping[str, object] = NO_LABELS,
    ) -> str:
        """One of a closed list of words; who writes the label of a code is told the code."""
        value = self.take(key)
        if value is None and default is not None:
            return default
        return self._one(key, value, known, labels)

    def choices(
        self,
        key: str,
        known: Collection[str],
        *,
        may_be_empty: bool = False,
        labels: Mapping[str, object] = NO_LABELS,
    ) -> tuple[str, ...]:
        """Several of a closed list of words; empty where the word is not there."""
        value = self.take(key)
        if value is None:
            return ()
        if isinstance(value, str):
            self._one(key, value, known, labels)
            self.fail(_('Write a list, of one word too: ["%(word)s"].', word=value), key)
        if not isinstance(value, list) or not (value or may_be_empty):
            self.fail(_('Write a list with at least one word, such as ["leefloon"].'), key)
        return tuple(dict.fromkeys(self._one(key, item, known, labels) for item in value))

    def strings(self, key: str) -> list[str]:
        """A list of words that are checked elsewhere; empty where nothing stands."""
        value = self.take(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.fail(_("Write a list of words, each between quotes."), key)
        return list(value)

    def _one(
        self, key: str, value: Any, known: Collection[str], labels: Mapping[str, object]
    ) -> str:
        if not isinstance(value, str):
            self.fail(
                _("Write one of these words: %(words)s.", words=", ".join(sorted(known))), key
            )
        if not known:
            shown = value[:LONGEST_SHOWN]
            self.fail(_("“%(value)s” is not known: this file has none.", value=shown), key)
        if value not in known:
            words = ", ".join(_meant(value[:LONGEST_SHOWN], known, labels))
            self.fail(
                _(
                    "“%(value)s” is not known. Write: %(words)s.",
                    value=value[:LONGEST_SHOWN],
                    words=words,
                ),
                key,
            )
        return value

    def table(self, key: str, otherwise: LazyString | None = None) -> "Table | None":
        """A table within this one, or nothing; `otherwise` says what to write in place of another thing."""
        value = self.take(key)
        if value is not None and otherwise is not None and not isinstance(value, Mapping):
            self.fail(otherwise, key)
        return None if value is None else self.inner(value, key)

    def tables(self, key: str) -> list["Table"]:
        """A list of tables within this one ([[...]]), each with its number from 1."""
        value = self.take(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fail(_("Write a list of tables, each under a heading in double brackets."), key)
        return [self.inner(item, f"{key}[{n}]") for n, item in enumerate(value, start=1)]

    def named(self, key: str) -> dict[str, "Table"]:
        """Tables within this one, each with a name of its own."""
        value = self.take(key)
        if value is None:
            return {}
        names = self.inner(value, key)
        for name in names.words():
            if not NAME.fullmatch(name):
                names.fail(_("A name has letters, figures, _ and - only, and 40 at most."), name)
        return {name: names.inner(names.take(name), name) for name in names.words()}


def alike(value: str, known: Collection[str], labels: Mapping[str, object]) -> list[str]:
    """The words that one is nearly: by the code, and by the word on screen behind it."""
    said = {str(label).lower(): code for code, label in labels.items()}
    found = get_close_matches(value, known, n=1)
    found += [said[one] for one in get_close_matches(value.lower().replace("_", " "), said, n=1)]
    return list(dict.fromkeys(found))


def _meant(value: str, known: Collection[str], labels: Mapping[str, object]) -> list[str]:
    """What may be meant by a word: the one that is alike, of a short list all of them."""
    found = alike(value, known, labels)
    others = sorted(known) if not found or len(known) <= SHORT_LIST else []
    return list(dict.fromkeys((*found, *others)))


def _day_in_quotes(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None
