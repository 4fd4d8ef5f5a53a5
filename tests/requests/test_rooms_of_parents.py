"""A child whose own room is full uses that of its parents: it is gone there afterwards."""

from __future__ import annotations

import pytest

from core.db import db
from intake.requests.models import Request
from tests.inspector import Page
from tests.requests.asking_rule import rule
from tests.requests.steps import act, amount, approve, file_it, filed, filled
from tests.requests.towns import in_force


@pytest.fixture
def an(app, sign_in):
    """100 euro for a child, and then 80 euro of each parent."""
    child = 'title = "Plafond kind, per kalenderjaar"\n'
    text = rule("statuut").replace(child, child + 'parents_room_of = "volwassene"\n', 1)
    in_force(app, text)
    return sign_in("an")


def gives(browser, world, who, cost="1000") -> str:
    fields = filled(browser, world, who, cost=cost)
    return amount(Page(browser.post("/filings/assess", data=fields)))


def booked(app, request_id):
    with app.app_context():
        rooms = db.session.get_one(Request, request_id).bookings
        return [(one["cap"], int(one["subject"]), one["cents"]) for one in rooms]


def test_the_room_of_the_parent_is_booked_and_counts_there(an, app, world):
    assert gives(an, world, "noor") == "€ 180,00"
    request_id = filed(an, world, "noor", cost="150")
    noor, lena = world.clients["noor"], world.clients["lena"]
    assert booked(app, request_id) == [("kind", noor, 10_000), ("volwassene", lena, 3_500)]
    assert (gives(an, world, "lena"), gives(an, world, "emir")) == ("€ 45,00", "€ 145,00")


def test_within_the_own_room_nothing_of_others_is_booked(an, app, world):
    request_id = filed(an, world, "noor", cost="100")
    assert booked(app, request_id) == []
    assert gives(an, world, "lena") == "€ 80,00"


def test_what_was_really_granted_is_booked(an, app, sign_in, world):
    request_id = filed(an, world, "noor", cost="150")
    approve(sign_in, request_id, "amount", amount="110", reasons="De club geeft zelf iets.")
    assert booked(app, request_id)[1][2] == 1_000
    assert gives(an, world, "lena") == "€ 70,00"


def test_undone_the_proposal_counts_again_and_withdrawn_nothing(an, app, sign_in, world):
    request_id = filed(an, world, "noor", cost="150")
    approve(sign_in, request_id, "amount", amount="110", reasons="De club geeft zelf iets.")
    approve(sign_in, request_id, "undo")
    assert gives(an, world, "lena") == "€ 45,00"
    act(an, request_id, "withdraw", why="Gaat niet door")
    assert gives(an, world, "lena") == "€ 80,00"


def test_an_answer_books_anew(an, app, sign_in, world):
    first = filed(an, world, "noor", cost="150")
    second = file_it(an, filled(an, world, "noor", cost="20"))
    assert booked(app, second) == [("volwassene", world.clients["lena"], 1_800)]
    act(an, first, "withdraw", why="Gaat niet door")
    approve(sign_in, second, "ask", question="Klopt dit?")
    act(an, second, "answer", text="Ja")
    assert booked(app, second) == []
