"""How to reach a client without harm, in which language; the sealed numbers and the centre's own."""

from __future__ import annotations

import pytest

from core.db import db
from intake.people.models import Client
from intake.people.queries import masked_number
from tests.inspector import Page
from tests.people.test_client_page import lenas, post

REACH = {
    "no_post": "y",
    "reach_safely": "Bel alleen voor de middag",
    "phone": "0470 12 34 56",
    "email": "lena@voorbeeld.be",
    "languages": ["tr", "nl"],
    "annex_language": "tr",
    "case_number": "ocmw-2024/017",
}


def test_how_to_reach_somebody_stands_on_the_page_and_above_the_form(sign_in, world):
    browser = sign_in("an")
    post(browser, lenas(world) + "/reach", REACH)
    shown = browser.page(lenas(world)).text()
    for words in ("geen post thuis", "Bel alleen voor de middag", "0470 12 34 56", "Turks",
                  "OCMW-2024/017"):  # fmt: skip
        assert words in shown, words
    form = browser.page(f"/filings/new?client={world.clients['lena']}")
    assert "geen post thuis" in form.text()
    kept = browser.page(lenas(world) + "/reach")
    assert len([one for one in kept.all("input") if one.get("checked") is not None]) == 3


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"phone": "bellen"}, "phone"),
        ({"email": "lena"}, "email"),
        ({"languages": ["klingon"]}, "languages"),
        ({"annex_language": "nl"}, "annex_language"),
        ({"case_number": "zonder"}, "case_number"),
        ({"reach_safely": "x" * 201}, "reach_safely"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(sign_in, world, change, field):
    page = post(sign_in("an"), lenas(world) + "/reach", {**REACH, **change}, 422)
    assert page.by_id(f"{field}-error") is not None
    assert page.title.startswith("Fout:")


@pytest.mark.parametrize("typed", ["ocmw-2024/017", "2024/01", "4/017"])
def test_the_centres_own_number_finds_the_file(sign_in, world, typed):
    browser = sign_in("an")
    post(browser, lenas(world) + "/reach", REACH)
    found = browser.get(browser.send("/search", {"q": typed}).location)
    assert "Lena Peeters" in Page(found).text()


def test_another_teams_case_is_found_by_the_whole_number_only(sign_in, world):
    browser = sign_in("an")
    post(browser, lenas(world) + "/reach", REACH)
    for typed, there in (("OCMW-2024/017", True), ("OCMW-2024", False)):
        arne = sign_in("arne")
        found = Page(arne.get(arne.send("/search", {"q": typed}).location)).text()
        assert ("Lena Peeters, geboren in 1988" in found) == there


@pytest.mark.parametrize("number", ["85.07.30-033 28", "85473003317"])
def test_a_national_or_bis_number_is_set_later_and_removed(sign_in, app, world, number):
    browser = sign_in("an")
    address = lenas(world) + "/numbers"
    post(browser, address, {"national_number": number})
    found = browser.get(browser.send("/search", {"q": number}).location)
    assert "Lena Peeters" in Page(found).text()
    assert "••••" in browser.page(lenas(world)).text()
    post(browser, address, {"drop_number": "y"})
    with app.app_context():
        assert masked_number(db.session.get(Client, world.clients["lena"]), "sealed_national_number") == ""  # fmt: skip


@pytest.mark.parametrize(
    ("data", "field"),
    [({"national_number": "85.07.30-033 29"}, "national_number"), ({"iban": "geen"}, "iban")],
)
def test_a_wrong_number_is_refused(sign_in, world, data, field):
    page = post(sign_in("an"), lenas(world) + "/numbers", data, 422)
    assert page.by_id(f"{field}-error") is not None


def test_two_files_never_have_one_national_number(sign_in, world):
    browser = sign_in("an")
    data = {"national_number": "85.07.30-033 28"}
    post(browser, lenas(world) + "/numbers", data)
    post(browser, lenas(world) + "/numbers", data)
    page = post(browser, f"/clients/{world.clients['zoë']}/numbers", data, 422)
    assert page.by_id("national_number-error") is not None
