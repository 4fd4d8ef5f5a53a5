"""Dates that do not exist or cannot be, national numbers and account numbers that are not."""

import pytest

from tests.bad_input.places import BIRTH, DATES, NEW, NEW_CLIENT, Place, blamed, kept

NO_DAY = (
    "29/02/2023",
    "31/04/2020",
    "00/01/2020",
    "1/13/2020",
    "2020",
    "1/1/99999",
    "gisteren?",
)


@pytest.mark.parametrize("place", BIRTH, ids=str)
def test_a_birth_date_that_cannot_be_is_said_and_kept(scene, nothing_stored, place):
    for typed in (*NO_DAY, "25/11/2026", "01/01/1850", "3/5", ""):
        page = place.send(scene, typed)
        assert blamed(page, place.name), typed
        assert kept(page, place.name) == typed


@pytest.mark.parametrize("place", BIRTH, ids=str)
def test_a_birth_date_is_blamed_for_what_is_wrong_with_it(scene, place):
    assert "toekomst" in blamed(place.send(scene, "25/11/2026"), place.name)
    assert "jaar" in blamed(place.send(scene, "01/01/1850"), place.name)


@pytest.mark.parametrize("place", DATES, ids=str)
def test_a_day_that_is_none_is_said_and_kept(scene, nothing_stored, place):
    for typed in (*NO_DAY, ""):
        page = place.send(scene, typed)
        assert blamed(page, place.name), typed
        assert kept(page, place.name) == typed


@pytest.mark.parametrize("typed", [
    "85.07.30-033 29", "85073003", "00000000000", "00.00.00-000.97", "abcdefghijk",
    "85.07.30-033 28 28", "9" * 5000,
])  # fmt: skip
def test_a_wrong_national_number_is_said_and_kept(scene, nothing_stored, typed):
    page = Place(*NEW, "national_number", NEW_CLIENT).send(scene, typed)
    assert blamed(page, "national_number")
    assert kept(page, "national_number") == typed[:100]


@pytest.mark.parametrize("typed", [
    "BE71 0961 2345 6768", "BE71", "NL00ABNA0000000000", "0961 2345 6769", "BE71096123456769BE",
    "ＢＥ71096123456769", "XX" * 3000,
])  # fmt: skip
def test_a_wrong_account_number_is_said_and_kept(scene, nothing_stored, typed):
    page = Place(*NEW, "iban", NEW_CLIENT).send(scene, typed)
    assert blamed(page, "iban")
    assert kept(page, "iban") == typed[:100]
