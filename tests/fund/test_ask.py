"""Asking for information: the clock shown stops until the worker answers; the legal one runs on."""

import datetime as dt

import pytest

from accounts.queries import account_by_username
from core import settings
from core.db import transaction
from intake.questions.clock import ANSWER_DAYS, answer_day
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


def ask_client(app, world, sign_in, **typed) -> int:
    request_id = desk.filed(app, world)
    typed = {"question": "Welke groep?", "to_whom": "client", "answer_by": "4/12/2026", **typed}
    assert desk.press(sign_in("bert"), request_id, "ask", **typed).status_code == 303
    return request_id


def test_a_question_to_the_client_is_shown_as_such_to_both(app, world, sign_in):
    request_id = ask_client(app, world, sign_in)
    with app.app_context():
        pause = desk.request_of(request_id).pauses[0]
        assert (pause.to_whom, pause.answer_by_on) == ("client", dt.date(2026, 12, 4))
    page = sign_in("an").page(f"/requests/{request_id}").text()
    assert "Vraag aan de cliënt" in page
    assert "de cliënt; An Aerts noteert het antwoord" in page
    assert "Het antwoord moet er zijn tegen 4 december 2026." in page
    assert "Vraag aan de cliënt" in sign_in("bert").page(f"/worklist/{request_id}").text()


def test_both_clocks_are_shown_wherever_it_waits(app, world, sign_in):
    request_id = ask_client(app, world, sign_in)
    with desk.days_later(4):
        boris, an = sign_in("boris"), sign_in("an")
        said = "staat stil sinds 24 november 2026; wettelijk nog 26 dagen, tot 24 december 2026"
        assert said in boris.page(f"/worklist/{request_id}").text()
        assert said in an.page(f"/requests/{request_id}").text()
        row = boris.page("/worklist?state=waiting").text()
        assert "sinds 24 november · wettelijk nog 26 dagen" in row


def test_an_answer_that_stays_out_is_overdue_for_both_and_refuses_nothing(app, world, sign_in):
    request_id = ask_client(app, world, sign_in)
    with desk.days_later(40):
        for who, address in (
            ("boris", "/worklist?state=waiting"),
            ("an", f"/requests/{request_id}"),
        ):
            assert "antwoord blijft uit" in sign_in(who).page(address).text()
        page = sign_in("boris").page(f"/worklist/{request_id}").text()
        assert "Het antwoord moest er zijn op 4 december 2026." in page
        assert "wettelijk 10 dagen te laat" in page
    with app.app_context():
        assert desk.request_of(request_id).status == "waiting"


def test_on_the_day_itself_the_answer_is_not_overdue(app, world, sign_in):
    ask_client(app, world, sign_in)
    with desk.days_later(10):
        page = sign_in("boris").page("/worklist?state=waiting").text()
        assert "antwoord blijft uit" not in page


def test_the_usual_day_is_a_working_day(app, world, sign_in):
    request_id = asked(app, world, sign_in)
    with app.app_context():
        assert desk.request_of(request_id).pauses[0].answer_by_on == dt.date(2026, 12, 8)
        for asked_on, by in (("2026-11-28", "2026-12-14"), ("2026-12-11", "2026-12-28")):
            assert str(answer_day(dt.date.fromisoformat(asked_on))) == by


@pytest.mark.parametrize("day", ["24/11/2026", "1/1/2020", "25/11/2027"])
def test_a_day_on_which_nobody_can_answer_is_refused(app, world, sign_in, day):
    request_id = desk.filed(app, world)
    typed = {"question": "Welke groep?", "answer_by": day}
    answer = desk.press(sign_in("bert"), request_id, "ask", **typed)
    assert answer.status_code == 422
    assert "Kies een dag na vandaag, binnen het jaar." in answer.text
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"


def test_the_day_that_is_offered_follows_the_setting_at_once(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    assert offered(bert, request_id) == "08/12/2026"
    with app.app_context(), transaction():
        settings.put(ANSWER_DAYS, 7, by=None)
    assert offered(bert, request_id) == "01/12/2026"


def offered(bert, request_id):
    return bert.page(f"/worklist/{request_id}").by_id("answer-by").get("value")
