"""What the history tells of earlier requests: the day that the rule names, and parts of one membership."""

from __future__ import annotations

import pytest

from core.db import db
from intake.requests.models import Request
from tests.left.caps import cap, with_caps
from tests.requests.steps import (
    act,
    amount,
    approve,
    assessed,
    errors,
    file_it,
    filed,
    filled,
    said,
)

DAYS = ("payment", "invoice", "activity")
PART = "told_instalment_of"


@pytest.fixture
def once(app, sign_in):
    """One time a year."""
    with_caps(app, cap("keer", "count = 1"))
    return sign_in("an")


def number_of(app, request_id):
    with app.app_context():
        return db.session.get_one(Request, request_id).number


@pytest.mark.parametrize("day", DAYS)
def test_an_earlier_one_counts_in_the_year_of_the_day_that_the_rule_names(app, sign_in, world, day):
    with_caps(app, cap("jaar", "limit = 100"), dates_by=day)
    an, field = sign_in("an"), f"told_{day}_on"
    filed(an, world, cost="50", cost_on="20/12/2025", **{field: "5/1/2026"})
    now = filled(an, world, cost="100", **{field: "24/11/2026"})
    assert amount(assessed(an, now)) == "€ 55,00"


def test_a_corrected_day_moves_it(app, sign_in, world):
    with_caps(app, cap("jaar", "limit = 100"), dates_by="payment")
    an = sign_in("an")
    first = filed(an, world, cost="50", told_payment_on="5/1/2026")
    approve(sign_in, first, "ask", question="Wanneer betaald?")
    act(an, first, "answer", text="Vorig jaar", told_payment_on="30/12/2025")
    now = filled(an, world, cost="100", told_payment_on="24/11/2026")
    assert amount(assessed(an, now)) == "€ 90,00"


def test_a_second_time_is_one_too_many(once, world):
    filed(once, world)
    assert amount(assessed(once, filled(once, world))) == "€ 0,00"


def test_a_later_part_of_the_same_is_no_second_time(once, app, world):
    number = number_of(app, filed(once, world))
    fields = filled(once, world, **{PART: number})
    assert amount(assessed(once, fields)) == "€ 36,00"
    second = file_it(once, fields)
    third = filled(once, world, **{PART: number})
    assert amount(assessed(once, third)) == "€ 36,00"
    assert number in said(once.page(f"/requests/{second}"))


def test_only_what_this_person_asked_is_offered(once, app, world):
    number = number_of(app, filed(once, world, "emir"))
    page = assessed(once, filled(once, world, "noor"))
    assert number not in page.html
    assert errors(once.post("/filings", data=filled(once, world, "noor", **{PART: number})))


def test_a_rule_that_counts_no_times_does_not_ask(app, sign_in, world):
    an = sign_in("an")
    filed(an, world)
    assert PART not in assessed(an, filled(an, world)).html
