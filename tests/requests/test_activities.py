"""Picking from the offer: suggestions while typing, or choices on the page without JavaScript."""

from __future__ import annotations

import json

import pytest

from tests.inspector import Page
from tests.requests.steps import HTMX, amount, assessed, file_it, filled, opened, said


def suggested(browser, world, words):
    fields = opened(browser, world.clients["noor"]) | {"what": words}
    return Page(browser.post("/filings/activities", data=fields, headers=HTMX))


def test_a_suggestion_shows_provider_and_price_and_fills_in_what_is_known(sign_in, world):
    page = suggested(sign_in("an"), world, "chiro lid")
    option = next(e for e in page.all("li") if "data-fill" in e.keys())  # noqa: SIM118
    assert "Chiro Kris Kas · € 40,00" in said(page)
    assert json.loads(option.get("data-fill")) == {
        "activity_id": world.activities["lidgeld chiro"],
        "cost": "40,00",
        "category": "membership_youth",
        "provider_name": "Chiro Kris Kas",
    }


def test_what_it_fills_in_is_what_the_form_needs(sign_in, world):
    an = sign_in("an")
    page = suggested(an, world, "zwem")
    option = next(e for e in page.all("li") if e.get("data-fill"))
    fields = opened(an, world.clients["noor"]) | json.loads(option.get("data-fill"))
    fields |= {"what": said_words(option), "cost_on": "vandaag", "reason": "health"}
    file_it(an, fields)


def said_words(option):
    return next(e.text for e in option.iter("span") if "data-words" in e.keys())  # noqa: SIM118


def test_nothing_found_leaves_ones_own_words(sign_in, world):
    page = suggested(sign_in("an"), world, "parachutespringen")
    assert "Niet in het aanbod. Uw eigen woorden zijn ook goed." in said(page)


@pytest.mark.parametrize("words", ["", "\x00", "x" * 100_000, "%", "_", "' OR 1=1"])
def test_nothing_that_is_typed_breaks_it(sign_in, world, words):
    assert suggested(sign_in("an"), world, words).by_id("what-options") is not None


def test_without_javascript_the_offer_is_choices_on_the_page(sign_in, world):
    an = sign_in("an")
    fields = filled(an, world, what="chiro", activity_id="", cost="", report="Graag")
    page = Page(an.post("/filings/activities", data=fields))
    assert page.by_id(f"picked-{world.activities['chirokamp']}") is not None
    assert page.form("/filings")["report"] == "Graag"


def test_without_javascript_a_choice_fills_in_the_rest(sign_in, world):
    an = sign_in("an")
    picked = {"picked_id": str(world.activities["lidgeld chiro"])}
    fields = filled(an, world, what="chiro", activity_id="", cost="") | picked
    page = Page(an.post("/filings/assess", data=fields))
    assert amount(page) == "€ 36,00"
    again = page.form("/filings")
    assert (again["what"], again["cost"]) == ("Lidgeld Chiro, werkjaar", "40,00")
    file_it(an, fields)


def test_a_price_of_ones_own_stays(sign_in, world):
    an = sign_in("an")
    picked = {"picked_id": str(world.activities["lidgeld chiro"])}
    page = assessed(an, filled(an, world, what="chiro", cost="30") | picked)
    assert amount(page) == "€ 27,00"


def test_an_activity_that_is_not_there(sign_in, world):
    an = sign_in("an")
    fields = filled(an, world) | {"picked_id": "999999"}
    assert an.post("/filings", data=fields).status_code == 404
