"""Asking for information: the clock shown stops until the worker answers; the legal one runs on."""

import datetime as dt

from accounts.queries import account_by_username
from core.db import transaction
from intake.requests import actions
from tests.fund import desk


def asked(app, world, sign_in) -> int:
    request_id = desk.filed(app, world)
    desk.press(sign_in("bert"), request_id, "ask", question="Is er een factuur?")
    return request_id


def test_a_question_stops_the_clock_shown(app, world, sign_in):
    request_id = asked(app, world, sign_in)
    with app.app_context():
        request = desk.request_of(request_id)
        assert request.status == "waiting"
        assert request.pauses[0].question == "Is er een factuur?"
        assert request.pauses[0].asked_by_id == world.people["bert"]


def test_the_worklist_shows_it_under_waits_for_information(app, world, sign_in):
    request_id = asked(app, world, sign_in)
    boris = sign_in("boris")
    assert f"/worklist/{request_id}" not in boris.page("/worklist").html
    page = boris.page("/worklist?state=waiting")
    assert "klok staat stil" in page.text()
    assert f"/worklist/{request_id}" in page.html


def test_after_the_answer_the_days_are_added_and_said(app, world, sign_in):
    request_id = asked(app, world, sign_in)
    with desk.days_later(4), app.app_context(), transaction():
        an = account_by_username("an")
        request = desk.request_of(request_id)
        actions.answer(request, by=an, text="Ja, in bijlage.", evidence_seen=("invoice",))
    with desk.days_later(4):
        page = sign_in("boris").page("/worklist")
        assert "klok stond 4 dagen stil" in page.text()
        assert "antwoord binnen" in page.text()
        assert "nog 30 dagen" in page.text()
    with app.app_context():
        assert desk.request_of(request_id).legal_due_on == dt.date(2026, 12, 24)


def test_a_request_that_waits_can_still_be_decided(app, world, sign_in):
    request_id = asked(app, world, sign_in)
    desk.grant(sign_in("boris"), request_id)
    with app.app_context():
        request = desk.request_of(request_id)
        assert request.status == "granted"
        assert request.pauses[0].ended_at is not None


def test_an_empty_question_is_not_asked(app, world, sign_in):
    request_id = desk.filed(app, world)
    answer = desk.press(sign_in("bert"), request_id, "ask", question="  ")
    assert answer.status_code == 422
    assert "Schrijf uw vraag." in answer.text
