"""The clock of the core room: instants are UTC, days are Brussels'. It judges no term."""

import datetime as dt
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

from babel.dates import format_date

from core.holidays import (
    add_working_days,
    holidays,
    is_working_day,
    last_working_day,
    next_working_day,
)

__all__ = [
    "add_days",
    "add_working_days",
    "at",
    "begin_of",
    "brussels",
    "budget_year",
    "configure",
    "holidays",
    "is_working_day",
    "last_working_day",
    "long_date",
    "machine_now",
    "next_working_day",
    "now",
    "read_date",
    "show_date",
    "today",
]

BRUSSELS = ZoneInfo("Europe/Brussels")
FULL_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
DAY_AND_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")
LEAP_CYCLE = 8  # years that may lie between two 29 Februaries (1896-1904, 2096-2104)

_logger = logging.getLogger(__name__)
_frozen: ContextVar[dt.datetime | None] = ContextVar("frozen_instant", default=None)
_fixed: dict[str, dt.datetime] = {}


def configure(mode: str | None, env: Mapping[str, str]) -> None:
    """Take CLOCK_INSTANT from the environment, in mode demo only; elsewhere the real time counts."""
    _fixed.clear()
    text = env.get("CLOCK_INSTANT")
    if not text:
        return
    if mode != "demo":
        _logger.warning("CLOCK_INSTANT is ignored: this instance is not a demo")
        return
    instant = dt.datetime.fromisoformat(text)
    _fixed["instant"] = _aware(instant).astimezone(dt.UTC)


@contextmanager
def at(instant: dt.datetime) -> Iterator[None]:
    """Let it be `instant` for what runs inside: the demo's past, and tests."""
    token = _frozen.set(_aware(instant).astimezone(dt.UTC))
    try:
        yield
    finally:
        _frozen.reset(token)


def now() -> dt.datetime:
    """This instant, aware and in UTC: for all that concerns people."""
    return _frozen.get() or _fixed.get("instant") or machine_now()


def machine_now() -> dt.datetime:
    """The machine's own time, never frozen: for heartbeats, queues and ends of sessions."""
    return dt.datetime.now(dt.UTC)


def brussels(instant: dt.datetime) -> dt.datetime:
    """The same instant as a clock in Brussels shows it."""
    return _aware(instant).astimezone(BRUSSELS)


def today() -> dt.date:
    """The day in Brussels."""
    return brussels(now()).date()


def begin_of(day: dt.date) -> dt.datetime:
    """The instant at which a day begins in Brussels."""
    return dt.datetime.combine(day, dt.time(), BRUSSELS).astimezone(dt.UTC)


def budget_year(moment: dt.datetime | dt.date) -> int:
    """The year whose money counts: 23:00Z on 31 December is the next year in Brussels."""
    return brussels(moment).year if isinstance(moment, dt.datetime) else moment.year


def add_days(day: dt.date, days: int) -> dt.date:
    """The date that lies `days` calendar days later."""
    return day + dt.timedelta(days=days)


def read_date(text: str, near: dt.date | None = None, *, full_only: bool = False) -> dt.date:
    """dd/mm/jjjj, d/m (the such date nearest to `near`) or 'vandaag'; ValueError on all else.

    `full_only` is for dates of birth: there the nearest 3/5 would be a guess.
    """
    typed = text.strip().lower()
    if full := FULL_DATE.fullmatch(typed):
        day, month, year = (int(part) for part in full.groups())
        return dt.date(year, month, day)
    if not full_only:
        if typed in {"vandaag", "today"}:
            return today()
        if short := DAY_AND_MONTH.fullmatch(typed):
            return _nearest(int(short[1]), int(short[2]), near or today())
    raise ValueError("not a date")


def _nearest(day: int, month: int, near: dt.date) -> dt.date:
    candidates = []
    for year in range(near.year - LEAP_CYCLE, near.year + LEAP_CYCLE + 1):
        try:
            candidates.append(dt.date(year, month, day))
        except ValueError:
            continue  # 29/2 in a common year
    if not candidates:
        raise ValueError("not a date")
    return min(candidates, key=lambda date: (abs(date - near), date))


def show_date(day: dt.date) -> str:
    """03/05/2026, the form that read_date understands."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(day: dt.date, locale: str = "nl") -> str:
    """26 november 2026, for letters and headings."""
    return format_date(day, "d MMMM y", locale=locale)


def _aware(instant: dt.datetime) -> dt.datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant
