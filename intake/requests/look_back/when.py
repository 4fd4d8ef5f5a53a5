"""Which requests are looked back on, and when. It draws nothing by chance and reads no row."""

import datetime as dt
from typing import Final

from core.clock import add_days
from core.sealing.sealed import search_key

ONE_IN: Final = 5
WEEKS_AFTER: Final = 4
WEEKS_OPEN: Final = 6


def look_back_day(number: str, activity_on: dt.date) -> dt.date | None:
    """From when a request is looked back on, if it is the one in five.

    A keyed hash chooses: nobody can file so that a request is or is not asked about, and nobody's
    taste does.
    """
    drawn = int(search_key(number, column="request.look_back"), 16)
    return add_days(activity_on, 7 * WEEKS_AFTER) if drawn % ONE_IN == 0 else None


def first_day_open(on: dt.date) -> dt.date:
    """What began before this day is asked no more: it ended silently."""
    return add_days(on, 1 - 7 * WEEKS_OPEN)
