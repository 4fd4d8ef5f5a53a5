"""Amounts as people write them, and as they should not."""

import pytest
from sqlalchemy import select

from books.models import Budget, BudgetShare
from core.db import db
from fund.models import Decision
from intake.requests.models import Request
from offer.models import Activity
from tests.bad_input.places import FILING, MONEY, REQUEST, Place, blamed, fresh_request, kept

BAD = (
    "1.234.5",
    "-5",
    "1000000000",
    "1000000,01",
    "NaN",
    "1e3",
    "Infinity",
    "0x10",
    "８２",
    "82,505",
    "gratis",
)


@pytest.mark.parametrize("place", MONEY, ids=str)
def test_what_is_no_amount_is_said_beside_the_field_and_kept(scene, nothing_stored, place):
    for typed in BAD:
        page = place.send(scene, typed)
        assert "82,50" in blamed(page, place.name), typed
        assert kept(page, place.name) == typed


@pytest.mark.parametrize("place", [one for one in MONEY if not one.may_be_empty], ids=str)
def test_an_empty_amount_is_said_too(scene, nothing_stored, place):
    for typed in ("", "   "):
        assert blamed(place.send(scene, typed), place.name)


def stored_by(scene, request_id, year) -> list[int]:
    """What the four forms below wrote: the cost, the grant, the price and the budget's share."""
    with scene.app.app_context():
        newest = select(Request.cost_cents).order_by(Request.id.desc()).limit(1)
        granted = select(Decision.granted_cents).where(Decision.request_id == request_id)
        price = select(Activity.price_cents).where(Activity.id == scene.ids["activity"]["own"])
        share = select(BudgetShare.amount_cents).join(Budget).where(Budget.year == year)
        return [db.session.scalars(one).one() for one in (newest, granted, price, share)]


@pytest.mark.parametrize(
    ("typed", "year", "who"), [("82,50", 2031, "noor"), ("82.50", 2032, "emir")]
)
def test_an_amount_is_read_whichever_way_it_is_written(scene, typed, year, who):
    number = fresh_request(scene, who)
    edit = "/offer/activities/{activity}/edit"
    places = (
        Place("bert", f"/worklist/{number}", f"/worklist/{number}/amount", "amount",
              {"reasons": "Zo volstaat het."}),
        Place(*FILING, "cost", REQUEST),
        Place("bea", edit, edit, "price_cents"),
        Place("bea", "/budgets/new", "/budgets/new", "source_1", {"year": str(year)}),
    )  # fmt: skip
    assert {place.send(scene, typed).status for place in places} == {303}
    assert stored_by(scene, number, year) == [8250] * 4
