"""Quarters by name."""

import datetime as dt

import pytest

from network.releases.periods import last_closed, next_quarter, quarter_of, quarters_between


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (dt.date(2026, 1, 1), "2026Q1"),
        (dt.date(2026, 3, 31), "2026Q1"),
        (dt.date(2026, 4, 1), "2026Q2"),
        (dt.date(2024, 2, 29), "2024Q1"),
        (dt.date(2026, 12, 31), "2026Q4"),
    ],
)
def test_the_quarter_of_a_day(day: dt.date, quarter: str) -> None:
    assert quarter_of(day) == quarter


def test_a_quarter_is_closed_from_the_day_after_it() -> None:
    assert last_closed(dt.date(2026, 3, 31)) == "2025Q4"
    assert last_closed(dt.date(2026, 4, 1)) == "2026Q1"


def test_quarters_follow_each_other_over_the_year() -> None:
    assert next_quarter("2025Q4") == "2026Q1"
    assert quarters_between("2025Q3", "2026Q2") == ["2025Q3", "2025Q4", "2026Q1", "2026Q2"]
    assert quarters_between("2026Q2", "2026Q1") == []
