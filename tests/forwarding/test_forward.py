"""Forwarding: another centre is competent; within five days, and later with the delay stated."""

import datetime as dt

import pytest

from core.db import db
from intake.forwarding.models import Forwarding
from intake.requests.history import history_of
from tests.fund import desk, rule

COUNCIL = 'rests_on = "council_rule"'

TYPED = {"centre": "OCMW Hasselt", "why": "De cliënt verhuisde in mei."}


def forwarded(client, request_id, **typed):
    address = f"/requests/{request_id}/forward"
    form = client.page(address).form(address)
    return client.post(address, data={**form, **TYPED, **typed})


def test_the_worker_sends_it_on_and_it_leaves_the_worklist(app, world, sign_in):
    request_id, an = desk.filed(app, world), sign_in("an")
    page = desk.seen(an, forwarded(an, request_id))
    assert "2026-0001 gaat door naar OCMW Hasselt." in page.text()
    assert "OCMW Hasselt: De cliënt verhuisde in mei." in page.text()
    bert = sign_in("bert")
    assert "Niets te beslissen. Mooi." in bert.page("/worklist?state=all").text()
    assert "ging door naar een ander OCMW" in bert.page(f"/worklist/{request_id}").text()
    with app.app_context():
        assert desk.request_of(request_id).status == "forwarded"
        assert db.session.query(Forwarding).one().late_days == 0


def test_the_approver_may_as_well_while_a_question_waits(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    desk.press(bert, request_id, "ask", question="Waar woont het gezin?")
    assert forwarded(bert, request_id).status_code == 303
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.pauses[0].ended_at is None) == ("forwarded", False)


def test_it_takes_no_room_of_any_cap(app, world, sign_in):
    request_id, an = desk.filed(app, world), sign_in("an")
    forwarded(an, request_id)
    with app.app_context():
        request = desk.request_of(request_id)
        assert history_of(request.client, request.household) == ()


@pytest.mark.parametrize(("days", "late"), [(5, 0), (6, 1), (9, 4)])
def test_after_five_days_the_delay_is_stated(app, world, sign_in, days, late):
    request_id = desk.filed(app, world)
    with desk.days_later(days):
        an = sign_in("an")
        page = an.page(f"/requests/{request_id}/forward")
        assert (page.by_id("late") is not None) == bool(late)
        told = desk.seen(an, forwarded(an, request_id)).text()
        assert ("te laat)" in told) == bool(late)
    with app.app_context():
        assert db.session.query(Forwarding).one().late_days == late


@pytest.mark.parametrize(
    ("limits", "day"),
    [
        # Filed on Tuesday 24 November; three days later is Friday, four is Saturday.
        ("forward_days = 3", "27 november 2026"),
        ("forward_days = 4\nnext_working_day = true", "30 november 2026"),
        ("decide_days = 20", "29 november 2026"),
    ],
)
def test_the_days_are_those_of_the_rule_it_goes_by(app, world, sign_in, limits, day):
    rule.says(app, COUNCIL, more=f"[schemes.{rule.FUND}.time_limits]\n{limits}\n")
    request_id, an = desk.filed(app, world), sign_in("an")
    assert f"Ze moet door tegen {day}." in an.page(f"/requests/{request_id}/forward").text()


def test_a_rule_of_three_days_states_the_delay_from_the_fourth(app, world, sign_in):
    rule.says(app, COUNCIL, more=f"[schemes.{rule.FUND}.time_limits]\nforward_days = 3\n")
    request_id = desk.filed(app, world)
    with desk.days_later(4):
        an = sign_in("an")
        assert an.page(f"/requests/{request_id}/forward").by_id("late") is not None
        assert "(1 dag te laat)" in desk.seen(an, forwarded(an, request_id)).text()
    with app.app_context():
        row = db.session.query(Forwarding).one()
        assert (row.due_on, row.late_days) == (dt.date(2026, 11, 27), 1)


def test_what_was_decided_is_not_forwarded(app, world, sign_in):
    request_id = desk.filed(app, world)
    desk.grant(sign_in("bert"), request_id)
    assert sign_in("an").get(f"/requests/{request_id}/forward").status_code == 409


def test_a_second_click_is_a_conflict(app, world, sign_in):
    request_id, an = desk.filed(app, world), sign_in("an")
    address = f"/requests/{request_id}/forward"
    form = {**an.page(address).form(address), **TYPED}
    assert an.post(address, data=form).status_code == 303
    assert an.post(address, data=form).status_code == 409


@pytest.mark.parametrize("name", ["centre", "why"])
def test_a_centre_and_a_reason_are_needed(app, world, sign_in, name):
    request_id = desk.filed(app, world)
    assert forwarded(sign_in("an"), request_id, **{name: " "}).status_code == 422
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"
