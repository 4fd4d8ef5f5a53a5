"""Search: what somebody means by words: names, a number, a birth date. Asks no database."""

import datetime as dt
from dataclasses import dataclass

from stdnum.be import ssn

from core.clock import read_date
from core.names import folded

LONGEST_TEXT = 200
MOST_NAMES = 6
SHORTEST_NAME = 2
# Below this a part of a number would match half of the files; its beginning still may be typed.
SHORTEST_PART = 3
# Sorts behind every letter, so that [prefix, prefix + LAST) holds all that begins with prefix.
LAST = "\U0010ffff"


@dataclass(frozen=True)
class Wanted:
    """The words, sorted out. `names` are folded, `typed_names` are not; `number` is (a part of) a
    file number."""

    names: tuple[str, ...] = ()
    typed_names: tuple[str, ...] = ()
    number: str = ""
    national_number: str = ""
    birth_on: dt.date | None = None

    @property
    def full_name(self) -> str:
        """The names as they stand in a sort column, in the order typed."""
        return " ".join(self.names)

    def __bool__(self) -> bool:
        return bool(self.number or self.national_number or len(self.full_name) >= SHORTEST_NAME)


def wanted(text: str) -> Wanted:
    """Sort out what was typed: `peet le`, `20177`, `lena peeters 03/05/2015`, a national number."""
    text = text.replace("\x00", " ")[:LONGEST_TEXT].strip()
    if ssn.is_valid(text):
        return Wanted(national_number=ssn.compact(text))
    names: list[str] = []
    typed: list[str] = []
    number, birth_on = "", None
    for word in text.split():
        if any(letter.isdecimal() for letter in word):
            day = _date(word)
            birth_on, number = (day, number) if day else (birth_on, word.upper())
        else:
            names += folded(word).split()
            typed.append(word)
    return Wanted(
        names=tuple(names[:MOST_NAMES]),
        typed_names=tuple(typed[:MOST_NAMES]),
        number=number[:20],
        birth_on=birth_on,
    )


def _date(word: str) -> dt.date | None:
    try:
        return read_date(word, full_only=True)
    except ValueError:
        return None


def splits(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """All ways to cut the names in a first and a second name; the second may be empty."""
    return [(" ".join(names[:cut]), " ".join(names[cut:])) for cut in range(len(names), 0, -1)]
