"""Quarters as the releases name them ("2026Q1"). Pure; knows no clock."""

import datetime as dt


def quarter_of(day: dt.date) -> str:
    """The quarter that a day falls in."""
    return f"{day.year}Q{(day.month + 2) // 3}"


def next_quarter(quarter: str) -> str:
    """The quarter after this one."""
    year, number = int(quarter[:4]), int(quarter[5])
    return f"{year + 1}Q1" if number == 4 else f"{year}Q{number + 1}"


def quarters_between(first: str, last: str) -> list[str]:
    """All quarters from `first` up to and with `last`; none when `last` comes before it."""
    found = []
    while first <= last:
        found.append(first)
        first = next_quarter(first)
    return found


def last_closed(today: dt.date) -> str:
    """The newest quarter that has ended before today."""
    first_of_quarter = dt.date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    return quarter_of(first_of_quarter - dt.timedelta(days=1))
