"""A withdrawal below frees in the fund what was granted, also after the letter has left."""

import pytest

from accounts.queries import account_by_username
from books.queries import verify
from core.db import db, transaction
from intake.requests import actions
from tests.fund import desk
from tests.fund.test_revise import granted_and_sent, revised
from tests.fund.test_sent import send


def withdraw(app, request_id):
    with app.app_context(), transaction():
        request = desk.request_of(request_id)
        actions.withdraw(request, by=account_by_username("an"), why="Ziek geworden.")


@pytest.mark.parametrize("is_sent", [False, True])
def test_what_was_granted_is_free_again(app, world, sign_in, is_sent):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    desk.grant(bert, request_id)
    if is_sent:
        send(bert, request_id)
    withdraw(app, request_id)
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.granted_cents, request.freed_cents) == (
            "withdrawn", 10_000, 10_000,
        )  # fmt: skip
        assert desk.committed() == 0
        assert verify(db.session()) == []


def test_an_open_request_frees_nothing(app, world, sign_in):
    request_id = desk.filed(app, world)
    withdraw(app, request_id)
    with app.app_context():
        assert verify(db.session()) == []
    page = sign_in("bert").page(f"/worklist/{request_id}")
    assert "Deze aanvraag is ingetrokken. Er valt niets te beslissen." in page.text()


def test_the_room_under_the_cap_is_there_for_another_request(app, world, sign_in):
    first = desk.filed(app, world)
    bert = sign_in("bert")
    desk.grant(bert, first)
    withdraw(app, first)
    second = desk.filed(app, world)
    with app.app_context():
        assert desk.request_of(second).proposed_cents == 10_000


@pytest.mark.parametrize(
    ("paid_cents", "now", "freed_cents"),
    [(10_000, "", 0), (4_000, "", 6_000), (8_000, "30,00", 0), (4_000, "60,00", 2_000)],
)
def test_what_was_paid_is_spent_and_is_never_free_again(
    app, world, sign_in, paid_cents, now, freed_cents
):
    request_id, bert = granted_and_sent(app, world, sign_in)
    with app.app_context(), transaction():
        desk.request_of(request_id).paid_cents = paid_cents
    if now:
        assert revised(bert, request_id, ruling="grant", amount=now, ground="error").location
    an, address = sign_in("an"), f"/requests/{request_id}/withdraw"
    form = an.page(f"/requests/{request_id}").form(address)
    assert an.post(address, data={**form, "why": "Verhuisd."}).status_code == 303
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.freed_cents) == ("withdrawn", freed_cents)
        assert desk.committed() == paid_cents
        assert verify(db.session()) == []
