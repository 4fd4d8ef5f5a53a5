"""Dates that rules speak of: years from any day, whole months, ages. Pure, and it knows no rule."""

import calendar
import datetime as dt
from enum import StrEnum

from regulation.vocabulary.blocks import YearDay


class DateKind(StrEnum):
    """The six dates by which published rules judge."""

    COST = "cost"
    PAYMENT = "payment"
    INVOICE = "invoice"
    ACTIVITY = "activity"
    REQUEST = "request"
    DECISION = "decision"

    @property
    def fact(self) -> str:
        """The name of the fact that holds this date."""
        return "requested_on" if self is DateKind.REQUEST else f"{self.value}_on"


def age_years(birth_on: dt.date, on: dt.date) -> int:
    """Whole years on a day. Who is born on 29 February has a birthday on 1 March in other years."""
    return on.year - birth_on.year - ((on.month, on.day) < (birth_on.month, birth_on.day))


def add_months(day: dt.date, months: int) -> dt.date:
    """So many months later on the same day, or on the last one where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def month_after(day: dt.date, months: int) -> dt.date:
    """The first day once so many whole calendar months have passed after the month of a day."""
    return add_months(day.replace(day=1), months + 1)


def year_of(starts: YearDay | None, day: dt.date) -> dt.date:
    """The first day of the year, running from 1 January or another day, that a day lies in."""
    begun = dt.date(day.year, starts.month, starts.day) if starts else dt.date(day.year, 1, 1)
    return begun if begun <= day else begun.replace(year=day.year - 1)


def first_on_or_after(day: dt.date, wanted: YearDay) -> dt.date:
    """The next time that a day of the year comes."""
    this_year = dt.date(day.year, wanted.month, wanted.day)
    return this_year if this_year >= day else this_year.replace(year=day.year + 1)
