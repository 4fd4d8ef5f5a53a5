"""What the rule gives while typing: the figure, why, what is left, what is still asked."""

from __future__ import annotations

import pytest

from tests.inspector import Page
from tests.requests.steps import (
    HTMX,
    amount,
    assessed,
    discount,
    file_it,
    filed,
    filled,
    opened,
    said,
)


def test_the_amount_with_a_line_for_each_rule(sign_in, world):
    an = sign_in("an")
    page = assessed(an, filled(an, world))
    assert amount(page) == "€ 36,00"
    assert "90 % van wat overblijft € 36,00 art. 4 §1" in said(page)
    assert "Kost van 24 november 2026. Het gezin betaalt zelf € 4,00." in said(page)


def test_it_is_said_once_and_briefly(sign_in, world):
    an = sign_in("an")
    page = assessed(an, filled(an, world))
    spoken = page.by_id("assessment").get("data-announce")
    assert 0 < len(spoken) <= 100
    assert "36,00" in spoken


def test_open_requests_count_for_what_is_left(sign_in, world):
    an = sign_in("an")
    filed(an, world, cost="80")
    page = assessed(an, filled(an, world))
    assert amount(page) == "€ 28,00"
    assert "Met open aanvragen erbij nog € 28,00." in said(page)


def test_another_child_has_its_own_room(sign_in, world):
    an = sign_in("an")
    filed(an, world, cost="80")
    page = assessed(an, filled(an, world, client_id=str(world.clients["emir"])))
    assert amount(page) == "€ 36,00"


def test_other_payers_go_first(sign_in, world):
    an = sign_in("an")
    page = assessed(an, filled(an, world, part_health_fund="15"))
    assert amount(page) == "€ 22,50"
    assert "Ziekenfonds" in said(page)


def test_what_is_missing_is_said_calmly(sign_in, world):
    an = sign_in("an")
    page = assessed(an, opened(an, world.clients["noor"]))
    assert amount(page) == "€ –"
    assert "Nog in te vullen: wat, prijs, datum van de kost." in said(page)
    assert "Nog € 100,00 van € 100,00 in 2026." in said(page)
    assert page.by_id("error-summary") is None


def test_free_words_ask_for_the_kind(sign_in, world):
    an = sign_in("an")
    page = assessed(an, filled(an, world, what="Turnles in de wijk", activity_id=""))
    assert "soort activiteit" in said(page, "assessment")
    page = assessed(an, filled(an, world, what="Turnles", activity_id="", category="lesson_sport"))
    assert amount(page) == "€ 36,00"


def test_a_provider_with_an_agreement_offers_the_discount(sign_in, world):
    an = sign_in("an")
    page = assessed(an, discount(an, world, kind="fund"))
    assert "korting is hier ook mogelijk" in said(page)
    assert amount(page) == "€ 54,00"
    page = assessed(an, discount(an, world))
    assert amount(page) == "€ 42,00"
    for words in ("cliënt betaalt € 12,00", "aanbieder geeft € 6,00", "netwerk betaalt € 42,00"):
        assert words in said(page)


def test_a_discount_does_not_use_up_the_cap(sign_in, world):
    an = sign_in("an")
    file_it(an, discount(an, world))
    assert "Nog € 100,00 van € 100,00 in 2026." in said(assessed(an, filled(an, world)))


def test_a_provider_without_an_agreement_offers_none(sign_in, world):
    an = sign_in("an")
    assert "korting" not in said(assessed(an, filled(an, world)))
    page = assessed(an, filled(an, world, kind="discount"))
    assert "geen kortingsafspraak op deze datum" in said(page)


def test_what_was_ticked_stays_ticked(sign_in, world):
    an = sign_in("an")
    page = assessed(an, filled(an, world, evidence_seen=["invoice", "identity_card"]))
    assert page.by_id("seen-invoice").get("checked") is not None
    kept = [e for e in page.all("input") if e.get("name") == "evidence_seen"]
    assert {"invoice", "identity_card"} <= {e.get("value") for e in kept}


def test_a_rule_that_gives_nothing_says_why(sign_in, world):
    an = sign_in("an")
    fields = filled(an, world, what="Schooluitstap", activity_id="", category="school_trip")
    page = assessed(an, fields)
    assert amount(page) == "€ 0,00"
    assert "art. 3" in said(page)


def test_without_htmx_the_whole_page_comes_back_with_all_that_was_typed(sign_in, world):
    an = sign_in("an")
    page = Page(an.post("/filings/assess", data=filled(an, world, report="Graag gauw")))
    assert page.whole
    assert amount(page) == "€ 36,00"
    assert page.form("/filings")["report"] == "Graag gauw"
    assert page.by_id("error-summary") is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cost", "1.234.5"), ("cost", "-5"), ("cost", "NaN"), ("cost", "1000000000"),
        ("cost", "0"), ("cost", "\x00"), ("cost", "9" * 100_000), ("cost_on", "31/02/2026"),
        ("cost_on", "01/01/9999"), ("cost_on", "01/01/0001"), ("cost_on", "morgen"),
        ("what", "x" * 100_000), ("what", "\x00<script>"), ("activity_id", "999999"),
        ("activity_id", "-1"), ("activity_id", "abc"), ("kind", "gift"), ("payee", "me"),
        ("category", "gold"), ("evidence_seen", "gold"), ("part_school", "-3"),
        ("part_school", "1e5"), ("client_id", "abc"), ("reason", "\ud800"), ("draft_id", "x"),
    ],
)  # fmt: skip
def test_nothing_that_is_typed_breaks_it(sign_in, world, name, value):
    an = sign_in("an")
    fields = filled(an, world) | {name: value.encode("utf-8", "surrogatepass")}
    response = an.post("/filings/assess", data=fields, headers=HTMX)
    assert response.status_code == 200
    assert Page(response).by_id("assessment") is not None


@pytest.mark.parametrize("name", ["client_id", "opened_for"])
@pytest.mark.parametrize("whose", ["karim", None])
def test_a_client_who_is_not_ours_is_not_there(sign_in, world, name, whose):
    an = sign_in("an")
    fields = filled(an, world) | {name: str(world.clients[whose] if whose else 999_999)}
    assert an.post("/filings/assess", data=fields, headers=HTMX).status_code == 404
