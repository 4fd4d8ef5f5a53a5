"""Terms that run from a letter, for the fund: until when it must leave, until when one may appeal. Pure."""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Final

from core.holidays import next_working_day

POST, REGISTERED, RECEIPT, HAND, EMAIL = "post", "registered", "receipt", "hand", "email"
APPEAL_MONTHS: Final = 3
# Only these prove on which day the client was notified.
CERTAIN: Final = frozenset({REGISTERED, RECEIPT})


@dataclass(frozen=True)
class Span:
    """How long one has: months, or days. Neither: it is not said."""

    months: int = 0
    days: int = 0

    def __bool__(self) -> bool:
        return bool(self.months or self.days)


def appeal_until(way: str, on: dt.date, span: Span = Span(months=APPEAL_MONTHS)) -> dt.date | None:
    """The last day to appeal: so long from posting by registered letter, or from the signature.

    Months are counted from date to date, and an end on a Saturday, Sunday or holiday moves to the
    next working day (articles 53 and 54 of the Judicial Code). None where the day is not certain, or
    where nobody says how long.
    """
    if way not in CERTAIN or not span:
        return None
    return next_working_day(months_later(on, span.months) + dt.timedelta(days=span.days))


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
