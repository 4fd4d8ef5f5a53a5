"""Terms that run from a letter, for the fund: until when it must leave, until when one may appeal. Pure."""

import calendar
import datetime as dt
from typing import Final

from core.holidays import next_working_day

POST, REGISTERED, RECEIPT, HAND, EMAIL = "post", "registered", "receipt", "hand", "email"
APPEAL_MONTHS: Final = 3
# Only these prove on which day the client was notified.
CERTAIN: Final = frozenset({REGISTERED, RECEIPT})


def appeal_until(way: str, on: dt.date, months: int = APPEAL_MONTHS) -> dt.date | None:
    """The last day to appeal: so many months from posting by registered letter, or from the signature.

    Months are counted from date to date, and an end on a Saturday, Sunday or holiday moves to the
    next working day (articles 53 and 54 of the Judicial Code). None where the day is not certain.
    """
    if way not in CERTAIN:
        return None
    return next_working_day(months_later(on, months))


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
