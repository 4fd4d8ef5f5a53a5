"""Looking for something to do: what narrows the offer, what it says, and what goes onto paper."""

from __future__ import annotations

import re

import pytest

from core.clock import today
from core.db import transaction
from offer import actions, queries
from tests.counting import queries_of
from tests.inspector import Page
from tests.offer.settings import tell_all
from tests.requests.steps import HTMX, assessed, discount, said

LESSON, CARD = "Zwemles, reeks van 10", "Zwembeurten, kaart van 10"
CHIRO, CAMP = "Lidgeld Chiro, werkjaar", "Chirokamp, 10 dagen"


@pytest.fixture
def an(app, world, sign_in):
    tell_all(app)
    return sign_in("an")


def found(page):
    """The names of the activities in the list."""
    heads = [one for one in page.all("th") if one.get("scope") == "row"]
    return {page.text(next(one.iter("a"))) for one in heads}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("age=7", {LESSON, CARD, CHIRO}),
        ("age=12", {LESSON, CARD, CHIRO, CAMP}),
        ("age=13", {CARD, CHIRO, CAMP}),
        ("age=0", {CARD, CHIRO}),
        ("day=3", {LESSON}),
        ("day=2", set()),
        ("theme=swimming", {LESSON}),
        ("neighbourhood=Zwartberg", {CHIRO, CAMP}),
        ("most_cents=12", {LESSON, CARD}),
        ("most_cents=11,99", {CARD}),
        ("most_cents=40", {LESSON, CARD, CHIRO}),
        ("step_free=y", {LESSON, CARD}),
        ("no_names=y", {CHIRO, CAMP}),
        ("age=8&step_free=y&words=zwem&most_cents=10", {CARD}),
        ("age=oud&day=3", {LESSON}),
    ],
)
def test_each_filter_keeps_what_fits_and_leaves_out_the_rest(an, query, names):
    assert found(an.page(f"/offer?{query}")) == names


def test_a_filter_goes_by_its_chip_and_the_others_stay(an):
    page = an.page("/offer?age=8&most_cents=40&step_free=y&client=7")
    chip = page.link("hoogstens € 40,00")
    assert dict(pair.split("=") for pair in chip.split("?")[1].split("&")) == {
        "age": "8", "step_free": "y", "client": "7",
    }  # fmt: skip


def test_a_row_says_for_whom_when_where_what_it_costs_and_how_fresh_that_is(an):
    row = said(an.page("/offer?words=zwemles"))
    for words in ("6 tot en met 12 jaar", "woensdag, zaterdag · 14 tot 15 uur", "€ 12,00",
                  "van € 60,00", "Boxbergheide · rolstoeltoegankelijk", "01/09/2026"):  # fmt: skip
        assert words in row, words
    assert "meer dan een jaar geleden" not in row
    old = an.page("/offer?words=chirokamp").text()
    assert "meer dan een jaar geleden: vraag de prijs na" in old
    assert "geen namenlijst" in old


def test_typing_brings_the_same_list_and_the_address_that_makes_it(an):
    answer = an.get("/offer?words=&age=13&category=&no_names=y", headers=HTMX)
    page = Page(answer)
    assert not page.whole
    assert found(page) == {CHIRO, CAMP}
    assert answer.headers["HX-Replace-Url"] == "/offer?age=13&no_names=y"
    assert page.by_id("offer-found").get("data-announce") == "2 activiteiten"


def test_what_the_client_pays_is_what_the_judge_of_a_discount_says(an, app, world):
    with app.app_context(), transaction():
        lesson = queries.activity(world.activities["zwemles"])
        lesson.price_cents = 6001
    assert "cliënt betaalt € 12,01" in said(assessed(an, discount(an, world, cost="60,01")))
    assert "€ 12,01" in said(an.page("/offer?words=zwemles"))
    assert LESSON in found(an.page("/offer?most_cents=12,01"))
    assert LESSON not in found(an.page("/offer?most_cents=12,00"))


def test_more_rows_and_filters_ask_as_much_of_the_database(an, app):
    query = "/offer?age=8&day=3&most_cents=90&step_free=y&no_names=&words=l"

    def asked():
        with queries_of(app) as statements:
            an.page("/offer")
            an.page(query)
            an.page("/offer/sheet")
        return len(statements)

    few = asked()
    with app.app_context(), transaction():
        for number in range(30):
            provider = actions.add_provider(
                f"Club {number}", "sport_club", actions.Place(facilities="step_free")
            )
            actions.add_agreement(provider, actions.Shares(50, 30, 20), today())
            setting = actions.Setting(days="3", age_from=6)
            actions.add_activity(provider, f"Les {number}", "lesson_sport", 5000, setting)
    assert len(found(an.page(query))) == 30
    assert asked() == few


def test_from_a_client_the_request_begins_with_the_activity(an, world):
    noor = world.clients["noor"]
    offer = an.page(f"/clients/{noor}").link("Zoek in het aanbod")
    assert offer == f"/offer?client={noor}"
    page = an.page(f"{offer}&words=zwemles")
    ask = page.by_id(f"ask-{world.activities['zwemles']}").get("href")
    form = an.page(ask).form("/filings")
    assert (form["what"], form["cost"], form["provider_name"], form["category"]) == (
        LESSON, "60,00", "Zwembad Boxbergheide", "swimming",
    )  # fmt: skip
    assert form["activity_id"] == str(world.activities["zwemles"])
    assert an.get(f"/filings/new?client={world.clients['karim']}&activity=1").status_code == 404
    assert an.get(f"/filings/new?client={noor}&activity=999999").status_code == 404


def test_without_a_client_one_is_searched_first_and_the_activity_goes_along(an, world):
    zwemles, noor = world.activities["zwemles"], world.clients["noor"]
    page = an.page(f"/filings/new?activity={zwemles}")
    assert LESSON in page.text()
    handed_on = [one.get("value") for one in page.all("input") if one.get("name") == "activity"]
    assert handed_on == [str(zwemles)]
    results = an.send("/search", {"q": "noor", "activity": str(zwemles)}).location
    ask = an.page(results).link("Nieuwe aanvraag voor Noor")
    assert re.sub(r"&?activity=\d+", "", ask) == f"/filings/new?client={noor}"
    assert f"activity={zwemles}" in ask
    assert an.page(ask).form("/filings")["what"] == LESSON


def test_the_sheet_holds_what_was_ticked_in_neutral_words(an, world):
    zwemles = world.activities["zwemles"]
    page = an.page(f"/offer/sheet?pick={zwemles}&age=13")
    paper = page.text(page.all("article")[0])
    for words in (LESSON, "Zwembad Boxbergheide, Gildelaan 1, Boxbergheide", "€ 60,00", "€ 12,00",
                  "zwembad.example", "Rolstoeltoegankelijk, Toegankelijk toilet"):  # fmt: skip
        assert words in paper, words
    assert CHIRO not in paper
    bare = paper.lower()
    for word in ("ocmw", "cultuurfonds", "arm", "steun", "sociaal", "cliënt", "netwerk"):
        assert not re.search(rf"\b{word}", bare), word
    assert "Cultuurfonds" not in page.title


def test_without_ticks_the_sheet_holds_what_was_found(an):
    page = an.page("/offer/sheet?age=13&no_names=y")
    paper = page.text(page.all("article")[0])
    assert CAMP in paper
    assert LESSON not in paper
    assert page.by_id("back").get("href") == "/offer?age=13&no_names=y"
    assert "Niets gevonden" in an.page("/offer/sheet?words=curling").text()
