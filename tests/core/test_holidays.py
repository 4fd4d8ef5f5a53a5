"""Belgian holidays and working days."""

import datetime as dt

import pytest

from core.clock import add_days, add_working_days, holidays, is_working_day
from core.holidays import easter


@pytest.mark.parametrize(
    "sunday",
    ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"],
)
def test_easter_falls_where_the_church_has_it(sunday: str) -> None:
    day = dt.date.fromisoformat(sunday)
    assert easter(day.year) == day


def test_belgium_has_ten_legal_holidays() -> None:
    days = holidays(2026)
    assert len(days) == 10
    assert {dt.date(2026, 4, 6), dt.date(2026, 5, 14), dt.date(2026, 5, 25)} <= days
    assert dt.date(2026, 7, 21) in days


def test_weekends_and_holidays_are_no_working_days() -> None:
    assert is_working_day(dt.date(2026, 11, 10))
    assert not is_working_day(dt.date(2026, 11, 11))
    assert not is_working_day(dt.date(2026, 11, 14))


def test_working_days_are_counted_past_weekends_and_holidays() -> None:
    christmas_eve = dt.date(2026, 12, 24)
    assert add_working_days(christmas_eve, 1) == dt.date(2026, 12, 28)
    assert add_working_days(christmas_eve, 5) == dt.date(2027, 1, 4)
    assert add_working_days(christmas_eve, 0) == christmas_eve


def test_calendar_days_are_just_added() -> None:
    assert add_days(dt.date(2028, 2, 28), 2) == dt.date(2028, 3, 1)
