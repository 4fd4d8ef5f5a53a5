"""When two names or birth dates may be the same with something typed wrongly."""

import datetime as dt

import pytest

from intake.people.twins.likeness import like_birth, like_name, slips

LENA = ("Lena", "Peeters")


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("", "", 0), ("abc", "", 3), ("lena", "lean", 1), ("lena", "lana", 1), ("lena", "elna", 1),
     ("lena", "lenna", 1), ("peeters", "petres", 2), ("ab", "ba", 1), ("kitten", "sitting", 3)],
)  # fmt: skip
def test_slips_are_counted(one, other, count):
    assert slips(one, other) == slips(other, one) == count


@pytest.mark.parametrize(
    ("name", "is_like"),
    [(("Léna", "Peters"), True), (("Peeters", "Lena"), True), (("Peters", "Lnea"), True),
     (("Lena", "Benali"), True), (("Mira", "Peeters"), False), (("Len", "Peetr"), False)],
)  # fmt: skip
def test_names_are_alike(name, is_like):
    assert like_name(name, LENA) is is_like


@pytest.mark.parametrize(
    ("other", "is_like"),
    [((1988, 3, 14), True), ((1989, 3, 14), True), ((1988, 3, 4), True), ((1988, 4, 14), True),
     ((1989, 3, 4), False), ((1977, 5, 2), False)],
)  # fmt: skip
def test_birth_dates_are_alike(other, is_like):
    assert like_birth(dt.date(1988, 3, 14), dt.date(*other)) is is_like


def test_day_and_month_may_be_swapped():
    assert like_birth(dt.date(1988, 3, 4), dt.date(1988, 4, 3))
    assert not like_birth(dt.date(1988, 3, 4), dt.date(1989, 4, 3))
