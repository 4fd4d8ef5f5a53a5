"""The clock: what people type as a date, Brussels' days and years, and who may stop the time."""

import datetime as dt

import pytest

from core import clock

NEAR = dt.date(2026, 11, 26)
UTC = dt.UTC


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("03/05/2026", dt.date(2026, 5, 3)),
        ("3/5/2026", dt.date(2026, 5, 3)),
        ("29/2/2024", dt.date(2024, 2, 29)),
        ("1/12", dt.date(2026, 12, 1)),
        ("3/5", dt.date(2027, 5, 3)),
        ("2/1", dt.date(2027, 1, 2)),
        ("29/2", dt.date(2028, 2, 29)),
        (" 26/11 ", dt.date(2026, 11, 26)),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, day: dt.date) -> None:
    assert clock.read_date(typed, NEAR) == day


@pytest.mark.parametrize(
    "typed",
    ["", "31/4", "30/2", "29/2/2026", "2026-05-03", "3-5-2026", "3/5/26", "morgen", "3 mei", "0/1"],
)
def test_anything_else_is_no_date(typed: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|month"):
        clock.read_date(typed, NEAR)


def test_today_is_understood_in_dutch_and_english() -> None:
    with clock.at(dt.datetime(2026, 5, 3, 22, 30, tzinfo=UTC)):
        assert clock.read_date("Vandaag") == clock.read_date("today") == dt.date(2026, 5, 4)


@pytest.mark.parametrize("typed", ["3/5", "vandaag"])
def test_a_date_of_birth_is_never_guessed(typed: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        clock.read_date(typed, NEAR, full_only=True)


def test_the_last_hour_of_the_year_in_utc_is_the_next_budget_year() -> None:
    assert clock.budget_year(dt.datetime(2026, 12, 31, 22, 59, tzinfo=UTC)) == 2026
    assert clock.budget_year(dt.datetime(2026, 12, 31, 23, 0, tzinfo=UTC)) == 2027
    assert clock.budget_year(dt.date(2026, 12, 31)) == 2026


def test_summer_time_moves_the_hour_not_the_instant() -> None:
    before = clock.brussels(dt.datetime(2026, 3, 29, 0, 30, tzinfo=UTC))
    after = clock.brussels(dt.datetime(2026, 3, 29, 1, 30, tzinfo=UTC))
    assert (before.hour, after.hour) == (1, 3)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        clock.brussels(dt.datetime.fromisoformat("2026-01-01T12:00:00"))


def test_the_environment_fixes_the_clock_in_a_demo_only() -> None:
    env = {"CLOCK_INSTANT": "2026-11-26T09:00:00+01:00"}
    try:
        clock.configure("demo", env)
        fixed = clock._fixed["instant"]
        clock.configure("production", env)
        assert fixed == dt.datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
        assert not clock._fixed
        clock.configure(None, env)
        assert not clock._fixed
    finally:
        clock.configure(None, {})


def test_the_machine_s_own_time_never_stands_still() -> None:
    with clock.at(dt.datetime(2020, 1, 1, tzinfo=UTC)):
        assert clock.now().year == 2020
        assert clock.machine_now().year > 2020


def test_dates_are_written_in_full() -> None:
    assert clock.show_date(dt.date(2026, 5, 3)) == "03/05/2026"
    assert clock.long_date(NEAR) == "26 november 2026"
