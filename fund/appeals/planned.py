"""What a document of a file for the court is before it is made: its name, what it is, when, how it left. Pure."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Planned:
    """A document that will stand in the file; without `make` it is only named, with `instead` to say why."""

    name: str
    words: str
    on: dt.date
    make: Callable[[], bytes] | None = None
    # Of a letter: the day and the way in which it left.
    left: str = ""
    instead: str = ""
