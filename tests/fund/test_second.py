"""Above an amount two persons decide: the first rules, a second one makes the decision."""

import pytest
from sqlalchemy import select

from core.db import db
from fund.bodies.models import FirstRuling
from tests.fund import desk, rule
from tests.inspector import Page
from tests.requests.steps import act


@pytest.fixture
def ruled(app, world, sign_in):
    """Bert granted the 100 euro that the rule gives; above 80 a second person is asked."""
    rule.says(app, "second_above = 80")
    request_id = desk.filed(app, world)
    assert desk.grant(sign_in("bert"), request_id).status_code == 303
    return request_id


def state(app, request_id):
    with app.app_context():
        return desk.request_of(request_id).status, desk.committed()


def test_the_first_ruling_moves_no_money_and_gives_nothing(app, ruled):
    assert state(app, ruled) == ("confirming", 0)
    with app.app_context():
        assert desk.decision_of(ruled) is None
        ruling = db.session.scalars(select(FirstRuling)).one()
        assert (ruling.granted_cents, ruling.outcome) == (10_000, "granted")


def test_the_second_person_makes_the_decision_and_sets_the_money_aside_once(
    app, world, sign_in, ruled
):
    boris = sign_in("boris")
    page = desk.seen(boris, desk.press(boris, ruled, "confirm"))
    assert "2026-0001: € 100,00 toegekend." in page.text()
    assert state(app, ruled) == ("granted", 10_000)
    with app.app_context():
        decision = desk.decision_of(ruled)
        people = (decision.decided_by_id, decision.second_by_id)
        assert people == (world.people["bert"], world.people["boris"])
        assert db.session.scalars(select(FirstRuling)).all() == []
        assert desk.request_of(ruled).first_by_id is None


def test_the_first_one_cannot_confirm_it_too(app, world, sign_in, ruled):
    bert = sign_in("bert")
    page = bert.page(f"/worklist/{ruled}")
    assert page.by_id("confirm") is None
    form = page.form(f"/worklist/{ruled}/send-back")
    answer = bert.post(f"/worklist/{ruled}/confirm", data=form)
    assert answer.status_code == 422
    assert "Een tweede persoon bevestigt" in Page(answer).text()
    assert state(app, ruled) == ("confirming", 0)


def test_nor_with_another_account_of_the_same_person(app, world, sign_in, ruled):
    with app.app_context(), desk.transaction():
        desk.second_account(world.people["bert"], "bert-twee", "approver")
    twin = sign_in("bert-twee")
    form = twin.page(f"/worklist/{ruled}").form(f"/worklist/{ruled}/send-back")
    assert twin.post(f"/worklist/{ruled}/confirm", data=form).status_code == 422


def test_the_second_sends_it_back_with_a_reason_and_it_is_decided_anew(app, sign_in, ruled):
    boris = sign_in("boris")
    assert desk.press(boris, ruled, "send-back", why="").status_code == 422
    assert desk.press(boris, ruled, "send-back", why="Te veel").status_code == 303
    assert state(app, ruled) == ("submitted", 0)
    desk.grant(boris, ruled)
    assert state(app, ruled) == ("confirming", 0)


def test_up_to_the_amount_one_person_is_enough(app, world, sign_in):
    rule.says(app, "second_above = 100")
    request_id = desk.filed(app, world)
    desk.grant(sign_in("bert"), request_id)
    assert state(app, request_id) == ("granted", 10_000)


def test_what_the_rule_gives_otherwise_by_now_goes_back(app, world, sign_in):
    rule.says(app, "second_above = 50")
    before, ruled = desk.filed(app, world, cost_cents=3_000), desk.filed(app, world)
    desk.grant(sign_in("bert"), ruled)
    act(sign_in("an"), before, "withdraw", why="Gaat niet door")
    boris = sign_in("boris")
    form = boris.page(f"/worklist/{ruled}").form(f"/worklist/{ruled}/send-back")
    answer = boris.post(f"/worklist/{ruled}/confirm", data=form)
    assert answer.status_code == 409
    assert state(app, ruled)[0] == "confirming"


def test_withdrawn_meanwhile_nothing_is_left_of_it(app, sign_in, ruled):
    act(sign_in("an"), ruled, "withdraw", why="Gaat niet door")
    assert state(app, ruled) == ("withdrawn", 0)
    with app.app_context():
        assert db.session.scalars(select(FirstRuling)).all() == []


def test_two_seconds_at_once_make_one_decision(app, sign_in, ruled):
    boris = sign_in("boris")
    form = boris.page(f"/worklist/{ruled}").form(f"/worklist/{ruled}/confirm")
    assert boris.post(f"/worklist/{ruled}/confirm", data=form).status_code == 303
    assert boris.post(f"/worklist/{ruled}/confirm", data=form).status_code == 409
    assert state(app, ruled) == ("granted", 10_000)


def test_a_room_that_is_gone_meanwhile_refuses_the_second(app, sign_in, ruled):
    desk.set_room(app, 9_999)
    assert desk.press(sign_in("boris"), ruled, "confirm").status_code == 422
    assert state(app, ruled) == ("confirming", 0)
