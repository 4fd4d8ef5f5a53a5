"""The caps are used up along the list, and each figure on the form is that of the request and the decision."""

from __future__ import annotations

import random

import pytest

from tests.counting import queries_of
from tests.portion import few
from tests.requests.several import asked, line, sent, swims, ticked
from tests.requests.steps import HTMX, amount, assessed, said
from tests.requests.test_figures_agree import wish

CASES = few(8, 25)


def figures(page):
    """The amounts of the lines in the card."""
    shown = [page.text(one) for one in page.all("span") if one.get("class") == "lines__amount"]
    return [one.replace("\N{NO-BREAK SPACE}", " ") for one in shown]


def test_the_card_says_the_sum_and_each_persons_amount(sign_in, world):
    an = sign_in("an")
    page = assessed(an, ticked(an, world, "noor", "emir"))
    assert amount(page) == "€ 72,00"
    assert figures(page) == ["€ 36,00", "€ 36,00"]
    told = page.by_id("assessment").get("data-announce").replace("\N{NO-BREAK SPACE}", " ")
    assert told == "Ingevuld: 2 van 2. Samen € 72,00."


def test_a_persons_cap_is_used_up_along_the_list(sign_in, world, app):
    an = sign_in("an")
    own = line(world, "l1", "noor") | swims(world, "l2", "noor") | swims(world, "l3", "noor")
    fields = ticked(an, world, "noor", **own)
    page = assessed(an, fields)
    assert figures(page) == ["€ 36,00", "€ 54,00", "€ 10,00"]
    assert "Voor Noor" in said(page)
    sent(an, fields)
    assert [one[3] for one in asked(app)] == [3600, 5400, 1000]


def test_a_line_that_is_not_filled_in_yet_uses_no_room(sign_in, world):
    an = sign_in("an")
    own = line(world, "l1", "noor") | swims(world, "l2", "noor", cost="")
    page = assessed(an, ticked(an, world, "noor", **own))
    assert "Ingevuld: 1 van 2." in said(page)
    assert amount(page) == "€ 36,00"


def test_each_figure_is_that_of_the_request_and_of_the_decision(sign_in, world):
    rng = random.Random(20261125)
    an, bert = sign_in("an"), sign_in("bert")
    for case in range(CASES):
        fields = ticked(an, world, "noor", "emir", "lena")
        for number in range(1, rng.randint(3, 6)):
            one = wish(rng, world)
            who, kept = (
                one.pop("client_id"),
                ("what", "category", "cost", "cost_on", "part_health_fund"),
            )
            fields |= {f"l{number}-client_id": who} | {f"l{number}-{n}": one[n] for n in kept}
        shown = figures(assessed(an, fields))
        receipt = sent(an, fields)
        places = [a.get("href") for a in receipt.all("a") if "/requests/" in a.get("href", "")]
        places = [place for place in places if place.rsplit("/", 1)[1].isdigit()]
        assert [amount(an.page(place)) for place in places] == shown, (case, fields)
        decided = [f"/worklist/{place.rsplit('/', 1)[1]}" for place in places]
        assert [amount(bert.page(place)) for place in decided] == shown, (case, fields)


@pytest.mark.parametrize(
    ("address", "first", "each"), [("/filings/assess", 12, 7), ("/filings", 35, 21)]
)
def test_each_line_asks_the_database_for_no_more_than_its_own(
    sign_in, world, app, address, first, each
):
    an = sign_in("an")
    for count in (2, 4):
        own = {}
        for number in range(1, count + 1):
            own |= swims(world, f"l{number}", "noor" if number % 2 else "emir")
        fields = ticked(an, world, "noor", "emir", **own)
        headers = HTMX if address.endswith("assess") else {}
        with queries_of(app) as statements:
            assert an.post(address, data=fields, headers=headers).status_code in {200, 303}
        assert len(statements) <= first + each * (count - 1) + 1, "\n".join(statements)
