"""Amounts as people type them, and as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import LARGEST_CENTS, read_cents, show_cents, write_cents


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("82,50", 8250),
        ("82.50", 8250),
        ("82,5", 8250),
        ("82", 8200),
        ("0", 0),
        ("007", 700),
        (" € 82,50 ", 8250),
        ("82,50 €", 8250),
        ("1.234,50", 123450),
        ("1 234,50", 123450),
        ("1.000.000,00", LARGEST_CENTS),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, cents: int) -> None:
    assert read_cents(typed) == cents


@pytest.mark.parametrize(
    "typed",
    ["", "1.234.5", "1.234", "1,234", "-5", "−5", "NaN", "1e3", "1_000", "1000000,01", "10**9",
     "1000000000", "82,505", ",50", "5,", "٣", "acht", "8 2", "1.23.456,00", "€€5", "1\x002"],
)  # fmt: skip
def test_what_could_mean_two_things_or_nothing_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        read_cents(typed)


@pytest.mark.parametrize(
    ("cents", "shown"),
    [(0, "€\xa00,00"), (5, "€\xa00,05"), (123450, "€\xa01.234,50"), (-500, "−\xa0€\xa05,00")],
)
def test_an_amount_is_shown_in_dutch(cents: int, shown: str) -> None:
    assert show_cents(cents) == shown


@given(st.integers(min_value=0, max_value=LARGEST_CENTS))
def test_what_is_shown_can_be_typed_back(cents: int) -> None:
    assert read_cents(show_cents(cents)) == read_cents(write_cents(cents)) == cents
