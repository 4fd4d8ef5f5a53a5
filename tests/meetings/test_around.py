"""What stands around a meeting: who pays, reminders, calendars, and what a worker sees of it."""

from __future__ import annotations

import datetime as dt

import pytest

from fund.bodies.queries import touched_by
from tests.fund.desk import days_later, filed, request_of
from tests.meetings.desk import (
    committee,
    convened,
    done,
    item,
    opened,
    persons,
    planned,
    press,
    send,
)
from tests.meetings.test_urgent import urgently
from tests.notices.test_calendar import makes
from tests.telling.desk import all_told, look, unread


@pytest.fixture
def sara(app, world, sign_in):
    committee(app, chair="bert")
    return sign_in("sara")


def test_who_voted_pays_nothing_of_it_and_who_sat_out_may(app, world, sara):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    (mo, mia, bert, max_) = (int(one) for one in persons(app, "mo", "mia", "bert", "max"))
    action = f"/meetings/items/{one}/sit-out"
    form = sara.page(f"/meetings/items/{one}").form(action)
    done(sara.post(action, data=form | {"person": str(mo), "out": "conflict"}))
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "bert")
        done(press(sara, one, "vote"))
    request_id = item(app, one, "request_id")[0]
    with app.app_context():
        hands = touched_by(request_of(request_id))
    assert {mia, bert} <= hands
    assert not {mo, max_} & hands


def test_an_urgent_grant_that_no_meeting_speaks_on_is_told_again(app, world, sara, sign_in):
    request_id = filed(app, world, cost_cents=1_000, evidence_seen=("invoice",))
    done(urgently(sign_in("bert"), request_id))
    at_once = all_told(app, "sara", "meeting.to_ratify")
    assert (at_once, all_told(app, "hilde", "meeting.to_ratify")) == (1, 0)
    look(app, dt.date(2026, 12, 8))
    assert all_told(app, "hilde", "meeting.to_ratify") == 0
    look(app, dt.date(2026, 12, 9))
    look(app, dt.date(2026, 12, 10))
    assert all_told(app, "hilde", "meeting.to_ratify") == 1


def test_called_off_its_members_are_told_and_are_convened_no_more(app, world, sara):
    meeting_id, _items = convened(app, world, sara)
    assert unread(app, "mia") == ["U bent opgeroepen voor zitting 1/2026 (03/12/2026)."]
    done(send(sara, meeting_id, "call-off", why="De voorzitter is ziek."))
    assert unread(app, "mia") == ["Zitting 1/2026 (03/12/2026) gaat niet door."]
    assert unread(app, "sara") == []


def test_the_days_to_tell_run_from_the_vote_and_an_open_session_calls_its_secretary(
    app, world, sara
):
    meeting_id, (one,) = convened(app, world, sara)
    request_id = item(app, one, "request_id")[0]
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "max")
        done(press(sara, one, "vote"))
        with app.app_context():
            assert request_of(request_id).notify_due_on == dt.date(2026, 12, 11)
    look(app, dt.date(2026, 12, 3), hour=23)
    assert all_told(app, "sara", "meeting.still_open") == 0
    for day in (4, 5):
        look(app, dt.date(2026, 12, day))
    assert all_told(app, "sara", "meeting.still_open") == 1
    words = "Zitting 1/2026 (03/12/2026) is nog niet gesloten"
    assert any(words in one for one in unread(app, "hilde"))
    with days_later(12):
        done(send(sara, meeting_id, "close"))
        with app.app_context():
            assert request_of(request_id).notify_due_on == dt.date(2026, 12, 11)
    assert not any(words in one for one in unread(app, "sara"))


def test_a_meeting_stands_in_the_calendar_of_its_members_from_the_convocation(
    app, world, sara, sign_in, client
):
    feed = makes(sign_in("mia"))
    request_id = filed(app, world)
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "items", requests=[str(request_id)]))
    assert "VEVENT" not in client.get(feed).get_data(as_text=True)
    done(send(sara, meeting_id, "convene"))
    text = client.get(feed).get_data(as_text=True)
    assert "DTSTART:20261203T183000Z" in text
    assert f"/meetings/{meeting_id}" in text
    assert not any(name in text for name in ("Noor", "Peeters", "Maes"))


def test_a_worker_sees_on_which_agenda_it_stands_and_cannot_go_there(app, world, sara, sign_in):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    an, request_id = sign_in("an"), item(app, one, "request_id")[0]
    page = an.page(f"/requests/{request_id}")
    assert "Op de agenda van" in page.text()
    assert "3 december 2026" in page.text()
    assert not [a for a in page.all("a") if "/meetings" in a.get("href", "")]
    assert an.get(f"/meetings/{meeting_id}").status_code == 404


def asked(browser, request_id):
    path = f"/worklist/{request_id}"
    form = browser.page(path).form(f"{path}/ask")
    return browser.post(f"{path}/ask", data=form | {"question": "Welke groep?"})


def forwarded(browser, request_id):
    path = f"/requests/{request_id}/forward"
    form = browser.page(path).form(path)
    typed = {"centre": "OCMW Hasselt", "address": "Straat 1\n3500 Hasselt", "why": "Verhuisd."}
    return browser.post(path, data=form | typed)


@pytest.mark.parametrize("leaves", [asked, forwarded, urgently])
def test_whatever_takes_it_elsewhere_takes_it_off_the_agenda(app, world, sara, sign_in, leaves):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    done(leaves(sign_in("bert"), item(app, one, "request_id")[0]))
    assert item(app, one, "stage") == ["dropped"]
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "max")
        assert press_vote(sara, one) == 409


def press_vote(browser, item_id):
    """Somebody had the page open."""
    token = browser.page("/meetings").form("/sign-out")
    return browser.post(f"/meetings/items/{item_id}/vote", data=token).status_code


def test_when_the_year_turns_before_the_session_the_new_years_budget_gives(app, world, sara):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    with days_later(45):  # 8 January; nobody opened a budget for that year
        opened(app, sara, meeting_id, "mia", "mo", "max")
        answer = press(sara, one, "vote")
        assert answer.status_code == 422
        assert "2027" in answer.get_data(as_text=True)
    assert item(app, one, "stage", "decision_id", "voted_at") == ["pending", None, None]
