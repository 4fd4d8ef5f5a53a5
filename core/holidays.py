"""Belgian public holidays and working days for the core room; knows no term or file."""

import datetime as dt
from collections.abc import Collection
from functools import cache

SATURDAY = 5
FLEMISH = (7, 11)  # the day of the Flemish community: many a town hall is closed
FRENCH = (9, 27)  # that of the French community
FIXED = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
AFTER_EASTER = (1, 39, 50)  # Easter Monday, Ascension, Whit Monday
DaysOff = Collection[tuple[int, int]]


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar."""
    golden = year % 19
    century = year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return dt.date(year, month, offset + 28 - 31 * (month // 4))


@cache
def holidays(year: int) -> frozenset[dt.date]:
    """The ten legal holidays of Belgium (the Sundays apart)."""
    fixed = {dt.date(year, month, day) for month, day in FIXED}
    return frozenset(fixed | {easter(year) + dt.timedelta(days=days) for days in AFTER_EASTER})


def is_working_day(day: dt.date, also_off: DaysOff = ()) -> bool:
    """Monday to Friday, no holiday; `also_off` are days of the year as (month, day), such as FLEMISH."""
    return (
        day.weekday() < SATURDAY
        and day not in holidays(day.year)
        and (day.month, day.day) not in also_off
    )


def next_working_day(day: dt.date, also_off: DaysOff = ()) -> dt.date:
    """The day itself when people work on it, else the first one after it on which they do."""
    while not is_working_day(day, also_off):
        day += dt.timedelta(days=1)
    return day


def last_working_day(day: dt.date, also_off: DaysOff = ()) -> dt.date:
    """The day itself when people work on it, else the last one before it on which they did."""
    while not is_working_day(day, also_off):
        day -= dt.timedelta(days=1)
    return day


def add_working_days(day: dt.date, count: int) -> dt.date:
    """The working day that lies `count` working days after `day`."""
    while count > 0:
        day += dt.timedelta(days=1)
        count -= is_working_day(day)
    return day
