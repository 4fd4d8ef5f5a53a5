"""The worklist: open requests by their term, each with what one must know before opening it."""

import datetime as dt

import pytest

from core.db import transaction
from intake.requests.models import Request
from tests.fund import desk
from tests.fund.many import many_open


def numbers(page) -> list[str]:
    rows = [a for a in page.all("a") if (a.get("id") or "").startswith("request-")]
    return [page.text(a) for a in rows]


def test_it_is_ordered_by_the_legal_term_which_never_moves(app, world, sign_in):
    ids = [desk.filed(app, world, who) for who in ("noor", "emir", "zoë")]
    with app.app_context(), transaction() as session:
        session.get(Request, ids[0]).legal_due_on = dt.date(2026, 12, 30)
        session.get(Request, ids[0]).waited_days = 0
        session.get(Request, ids[2]).waited_days = 40
    assert numbers(sign_in("bert").page("/worklist")) == ["2026-0002", "2026-0003", "2026-0001"]


def test_a_row_says_whose_what_for_whom_and_how_much(app, world, sign_in):
    desk.filed(app, world, others={"health_fund": 2_000}, answer="asked")
    page = sign_in("bert").page("/worklist")
    said = page.text(page.by_id("worklist"))
    for words in (
        "nog 30 dagen", "24 december", "2026-0001", "team Noord", "Noor Peeters",
        "9 jaar · gezin van 3 · dossier 20178", "Lidgeld Chiro, werkjaar", "aan Chiro Kris Kas",
        "€ 180,00", "€ 100,00", "plafond bereikt", "wacht op andere betaler", "eerste aanvraag",
    ):  # fmt: skip
        assert words in said, words


@pytest.mark.parametrize("answer", ["pays", "refused", "not_applicable"])
def test_a_payer_that_has_answered_is_nothing_to_mind(app, world, sign_in, answer):
    others = {"health_fund": 2_000 if answer == "pays" else 0}
    desk.filed(app, world, others=others, answer=answer)
    bert = sign_in("bert")
    assert "andere betaler" not in bert.page("/worklist").text()
    assert numbers(bert.page("/worklist?flag=payer")) == []


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ({}, 1),
        ({"activity_id": None, "category": "swimming"}, 0),
        ({"cost_on": dt.date(2025, 12, 31)}, 0),
    ],
)
def test_the_same_kind_of_thing_once_more_this_year_is_marked(app, world, sign_in, then, said):
    desk.filed(app, world, cost_cents=1_000, **then)
    desk.filed(app, world, cost_cents=900)
    desk.filed(app, world, "emir", cost_cents=900)
    bert = sign_in("bert")
    assert bert.page("/worklist").text().count("dit jaar al gevraagd") == said
    with desk.days_later(60):  # the year has turned
        assert "dit jaar al gevraagd" not in sign_in("boris").page("/worklist").text()


def test_a_second_request_is_no_first_one(app, world, sign_in):
    for _time in range(2):
        desk.filed(app, world, cost_cents=1_000)
    assert sign_in("bert").page("/worklist").text().count("eerste aanvraag") == 1


def test_the_chips_count_what_is_open_and_each_has_an_address(app, world, sign_in):
    first = desk.filed(app, world)
    desk.filed(app, world, "zoë")
    bert = sign_in("bert")
    desk.press(bert, first, "ask", question="Welke club?")
    page = bert.page("/worklist")
    assert "Wacht op mij 1" in page.text()
    assert "Wacht op informatie 1" in page.text()
    assert "Alles open 2" in page.text()
    assert len(numbers(bert.page("/worklist?state=all"))) == 2
    assert bert.get("/worklist?state=elsewhere").status_code == 404


def test_what_is_empty_says_so_kindly(app, world, sign_in):
    bert = sign_in("bert")
    assert "Niets te beslissen. Mooi." in bert.page("/worklist").text()
    assert "Er staat geen vraag open." in bert.page("/worklist?state=waiting").text()


def test_ones_own_request_is_named_as_such(app, world, sign_in):
    desk.filed(app, world)
    with app.app_context(), transaction():
        desk.second_account(world.people["an"], "an2", "approver")
    assert "uw eigen aanvraag" in sign_in("an2").page("/worklist").text()
    assert "uw eigen aanvraag" not in sign_in("bert").page("/worklist").text()


def test_the_next_request_skips_ones_own(app, world, sign_in):
    with app.app_context(), transaction():
        desk.second_account(world.people["an"], "an2", "approver")
    theirs = [desk.filed(app, world, "karim", by="arne", cost_cents=1_000) for _time in range(2)]
    desk.filed(app, world, "zoë")
    an = sign_in("an2")
    answer = desk.grant(an, theirs[0])
    assert answer.location == f"/worklist/{theirs[1]}"
    assert desk.grant(an, theirs[1]).location == "/worklist"


def test_pages_are_opened_by_key_in_both_directions(app, world, sign_in):
    many_open(app, desk.filed(app, world), 119)
    bert = sign_in("bert")
    first = bert.page("/worklist")
    second = bert.page(first.link("Volgende"))
    third = bert.page(second.link("Volgende"))
    assert [len(numbers(page)) for page in (first, second, third)] == [50, 50, 20]
    assert numbers(bert.page(third.link("Vorige"))) == numbers(second)
    assert "Wacht op mij 120" in first.text()


def test_a_key_of_nobody_is_not_there(app, world, sign_in):
    assert sign_in("bert").get("/worklist?key=abc").status_code == 404


def test_above_999_it_counts_no_further(app, world, sign_in):
    many_open(app, desk.filed(app, world), 1_100)
    assert "999+" in sign_in("bert").page("/worklist").text()
