"""A rule that counts tickets: the form asks how many, and what was had in other requests is counted."""

from __future__ import annotations

import pytest

from core.db import db
from intake.asking.forms import field_name
from intake.requests.models import Request
from tests.inspector import Page
from tests.requests.asking_rule import rule
from tests.requests.steps import amount, approve, filed, filled
from tests.requests.towns import in_force

COUNT = field_name("count")
FOUR = """[schemes.cultuurfonds.caps.tickets]
title = "Vier tickets per jaar"
count = 4
count_of = "pieces"

[[schemes.cultuurfonds.evidence]]"""


@pytest.fixture
def an(app, sign_in):
    """At most four tickets a year."""
    in_force(app, rule("statuut").replace("[[schemes.cultuurfonds.evidence]]", FOUR, 1))
    return sign_in("an")


def answer(browser, world, count) -> Page:
    fields = filled(browser, world, "noor", cost="30", **{COUNT: str(count)})
    return Page(browser.post("/filings/assess", data=fields))


def pieces(app, request_id) -> int:
    with app.app_context():
        return db.session.get_one(Request, request_id).pieces


def test_tickets_of_other_requests_are_counted_one_by_one(an, app, world):
    first = filed(an, world, "noor", cost="30", **{COUNT: "3"})
    assert pieces(app, first) == 3
    found = answer(an, world, 3)
    assert amount(found) == "€ 9,00"
    assert "nog 1 van 4 stuks" in found.text()
    assert "Nog 4 van 4 stuks in 2026. Met open aanvragen erbij nog 1." in found.text()
    assert pieces(app, filed(an, world, "noor", cost="30", **{COUNT: "3"})) == 1
    assert amount(answer(an, world, 1)) == "€ 0,00"


def test_what_is_granted_keeps_its_tickets(an, app, sign_in, world):
    first = filed(an, world, "noor", cost="30", **{COUNT: "3"})
    approve(sign_in, first, "grant")
    assert pieces(app, first) == 3
    assert amount(answer(an, world, 2)) == "€ 13,50"
