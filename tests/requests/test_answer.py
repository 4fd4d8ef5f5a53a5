"""Answering a question: the clock shown runs on, the legal term never moved."""

from __future__ import annotations

import datetime as dt

import pytest

from core import clock
from core.db import db
from intake.requests.models import Request
from tests.inspector import Page
from tests.requests.steps import act, approve, errors, filed, said


@pytest.fixture
def asked(sign_in, world):
    """A request with a question of Bert."""
    request_id = filed(sign_in("an"), world)
    approve(sign_in, request_id, "ask", question="Is er een factuur?")
    return request_id


def stored(app, request_id):
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        return request.status, request.waited_days, request.legal_due_on, request.shown_due_on


def test_the_worker_sees_the_question_and_that_it_is_her_turn(sign_in, asked):
    page = sign_in("an").page(f"/requests/{asked}")
    assert "Is er een factuur?" in said(page)
    assert "Nu aan zet: An Aerts" in said(page)
    assert "klok staat stil" in said(page)


def test_it_stands_in_the_list_of_what_waits_for_information(sign_in, asked):
    page = sign_in("an").page("/requests?state=for_me")
    assert "2026-0001" in said(page)
    assert "Wacht op mij 1" in said(page)


def test_answered_the_same_day_waits_no_day(sign_in, app, asked):
    act(sign_in("an"), asked, "answer", text="Ja, gezien.")
    due_on = dt.date(2026, 12, 24)
    assert stored(app, asked) == ("submitted", 0, due_on, due_on)


@pytest.mark.parametrize(
    ("answered_at", "days"),
    [
        (dt.datetime(2026, 11, 24, 22, 59, tzinfo=dt.UTC), 0),
        (dt.datetime(2026, 11, 24, 23, 1, tzinfo=dt.UTC), 1),
        (dt.datetime(2026, 12, 4, 8, 0, tzinfo=dt.UTC), 10),
    ],
)
def test_days_are_counted_by_the_calendar_in_brussels(sign_in, app, asked, answered_at, days):
    with clock.at(answered_at):
        act(sign_in("an"), asked, "answer", text="Ja")
    due_on = dt.date(2026, 12, 24)
    assert stored(app, asked) == ("submitted", days, due_on, due_on + dt.timedelta(days=days))


def test_the_evidence_seen_by_now_is_a_new_version(sign_in, app, asked):
    act(sign_in("an"), asked, "answer", text="Ja", evidence_seen=["invoice"])
    with app.app_context():
        first, second = db.session.get_one(Request, asked).versions
        assert (first.evidence_seen, second.evidence_seen) == ([], ["invoice"])
        assert second.facts["evidence_seen"] == ["invoice"]
        assert second.rule_version_id == first.rule_version_id


def test_two_questions_add_up(sign_in, app, asked, later):
    with later(days=3):
        act(sign_in("an"), asked, "answer", text="Ja")
        approve(sign_in, asked, "ask", question="En de datum?")
    with later(days=5):
        act(sign_in("an"), asked, "answer", text="3 mei")
    assert stored(app, asked)[1] == 5


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "Schrijf een antwoord."), ("  ", "Schrijf een antwoord."), ("x" * 4001, "4001")],
)
def test_a_wrong_answer_keeps_what_was_typed(sign_in, app, asked, text, words):
    response = act(sign_in("an"), asked, "answer", text=text)
    assert any(words in error for error in errors(response))
    assert stored(app, asked)[0] == "waiting"


def test_answered_from_an_old_page_says_that_it_changed(sign_in, asked):
    first, second = sign_in("an"), sign_in("an")
    action = f"/requests/{asked}/answer"
    old = second.page(f"/requests/{asked}").form(action)
    act(first, asked, "answer", text="Ja")
    response = second.post(action, data=old | {"text": "Ook ja"})
    assert errors(response, 409) == ["Iemand anders heeft dit intussen gewijzigd."]
    assert "Vraag beantwoord" in said(Page(response))


@pytest.mark.parametrize("who", ["arne", "bert", "hilde", "carla"])
def test_nobody_else_answers(sign_in, app, asked, who):
    browser = sign_in(who)
    data = {"csrf_token": browser.csrf(), "text": "Ja", "seen_version": "2"}
    assert browser.post(f"/requests/{asked}/answer", data=data).status_code == 404
    assert stored(app, asked)[0] == "waiting"


def test_without_a_question_there_is_nothing_to_answer(sign_in, app, world):
    an = sign_in("an")
    request_id = filed(an, world)
    data = {"csrf_token": an.csrf(), "text": "Ja", "seen_version": "1"}
    assert an.post(f"/requests/{request_id}/answer", data=data).status_code == 409
    assert stored(app, request_id)[0] == "submitted"
