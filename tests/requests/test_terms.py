"""The term of a request, as a rule without rows: two clocks, pauses, last days on which nobody works."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.holidays import FLEMISH, is_working_day, last_working_day, next_working_day
from intake.requests.terms import Extension, due_on, step_of, term_of

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2060, 12, 31))
COUNTS = st.integers(0, 400)
EXTENSIONS = st.builds(Extension, st.booleans(), st.sampled_from([(), (FLEMISH,)]))


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        ("2026-04-03", "2026-04-03"),  # Good Friday is a working day
        ("2026-04-04", "2026-04-07"),  # past Easter Monday
        ("2026-05-14", "2026-05-15"),  # Ascension
        ("2026-12-25", "2026-12-28"),
        ("2027-01-01", "2027-01-04"),  # across the turn of the year
        ("2025-12-31", "2025-12-31"),
    ],
)
def test_a_last_day_moves_past_weekends_and_holidays(day: str, moved: str) -> None:
    assert next_working_day(dt.date.fromisoformat(day)) == dt.date.fromisoformat(moved)


def test_the_day_of_the_community_counts_where_the_centre_says_so() -> None:
    day = dt.date(2025, 7, 11)  # a Friday
    assert next_working_day(day) == day
    assert next_working_day(day, (FLEMISH,)) == dt.date(2025, 7, 14)


@given(DAYS)
def test_nothing_that_is_worked_on_lies_between(day: dt.date) -> None:
    after, before = next_working_day(day), last_working_day(day)
    assert before <= day <= after
    assert is_working_day(after)
    assert is_working_day(before)
    between = ((before + dt.timedelta(n + 1)) for n in range((after - before).days - 1))
    assert not any(is_working_day(one) for one in between)


@given(DAYS, DAYS, COUNTS, EXTENSIONS)
def test_the_legal_clock_never_stops(due: dt.date, on: dt.date, waited: int, rule) -> None:
    term = term_of(due, on=on, waited_days=waited, extension=rule)
    assert term.legal_due_on == rule.of(due)
    assert term.legal_days_left == (term.legal_due_on - on).days
    assert term.shown_due_on >= term.legal_due_on
    assert term.is_extended == (term.legal_due_on != due)


@given(DAYS, COUNTS, COUNTS)
def test_the_clock_shown_stands_still_while_a_question_waits(due, waited: int, days: int) -> None:
    asked = due - dt.timedelta(10)
    on = asked + dt.timedelta(days)
    term = term_of(due, on=on, waited_days=waited, asked_on=asked)
    assert (term.is_paused, term.paused_days) == (True, waited + days)
    assert term.days_left == 10 + waited


@given(DAYS, COUNTS)
def test_a_clock_that_was_set_back_adds_no_days(due: dt.date, days: int) -> None:
    term = term_of(due, on=due, asked_on=due + dt.timedelta(days))
    assert (term.paused_days, term.shown_due_on) == (0, due)


@given(DAYS, DAYS, EXTENSIONS)
def test_the_list_asks_for_exactly_what_has_lapsed(due: dt.date, on: dt.date, rule) -> None:
    has_lapsed = term_of(due, on=on, extension=rule).has_lapsed
    assert has_lapsed == (due <= rule.latest_over(on))


@given(st.integers(-500, 500), st.sets(st.integers(1, 60), max_size=5))
def test_the_nearest_step_is_the_one_that_counts(left: int, steps: set[int]) -> None:
    found = step_of(left, tuple(sorted(steps, reverse=True)))
    if left < 0:
        assert found == 0
    else:
        assert found == min((one for one in steps if one >= left), default=None)


@given(DAYS, st.integers(1, 90))
def test_each_step_is_reached_once_and_in_order(filed: dt.date, decide: int) -> None:
    due = due_on(filed, decide)
    found = [step_of((due - filed).days - n, (10, 5, 2)) for n in range(decide + 3)]
    steps = [step for step in dict.fromkeys(found) if step is not None]
    assert steps == sorted(steps, reverse=True)
    assert steps[-1] == 0
