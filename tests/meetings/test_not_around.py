"""Nobody gets round a meeting: not round its quorum, its vote, its members who sit out, nor its own day."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.queries import account_by_username
from core import settings
from core.db import db, transaction
from fund.letters.models import Dispatch
from fund.meetings.choices import AGENDA
from fund.meetings.models import Seat, UrgentGrant
from tests.fund import desk, rule
from tests.fund.desk import days_later, decision_of, filed, request_of
from tests.hearing.test_hearing import note
from tests.letters import desk as post
from tests.meetings.desk import (
    BODY,
    committee,
    convened,
    done,
    item,
    item_of,
    newcomer,
    opened,
    persons,
    planned,
    press,
    send,
    stage,
)
from tests.meetings.test_urgent import spent, state, urgently


@pytest.fixture
def sara(app, world, sign_in):
    committee(app, chair="bert")
    return sign_in("sara")


@pytest.fixture
def bert(sara, sign_in):
    return sign_in("bert")


def asked(app, world, who="noor"):
    return filed(app, world, who, cost_cents=1_000, evidence_seen=("invoice",))


def sit_out(browser, app, one, who, out):
    action = f"/meetings/items/{one}/sit-out"
    form = browser.page(f"/meetings/items/{one}").form(action)
    return browser.post(action, data=form | {"person": persons(app, who)[0], "out": out})


@pytest.mark.parametrize("how_far", ["preparing", "convened", "closed"])
def test_only_a_meeting_without_quorum_is_convened_again(app, world, sara, how_far):
    meeting_id, _items = convened(app, world, sara, "noor")
    with days_later(9):
        if how_far == "closed":
            opened(app, sara, meeting_id)
            done(send(sara, meeting_id, "close"))
        if how_far == "preparing":
            meeting_id = planned(sara)
        again = sara.send(f"/meetings/{meeting_id}/again", {"on": "04/12/2026", "time": "18:00"})
        assert again.status_code == 409
    assert stage(app, meeting_id) == how_far


def test_what_only_a_meeting_gives_nobody_revises_alone(app, world, sign_in):
    rule.says(app, 'rests_on = "council_rule"\ndeviation_body = "bcsd"')
    with app.app_context(), transaction():
        settings.put(AGENDA, "here", by=None)
        newcomer("sara", "Sara Smet", "secretary")
    request_id, bert = filed(app, world), sign_in("bert")
    assert desk.press(bert, request_id, "amount", amount="50", reasons="Meer.").status_code == 422
    done(desk.grant(bert, request_id))
    sent, revise = f"/decided/{request_id}/sent", f"/worklist/{request_id}/revise"
    done(bert.post(sent, data=bert.page(f"/worklist/{request_id}").form(sent) | {"own": "y"}))
    typed = {"ruling": "grant", "amount": "60,00", "reasons": "Minder nodig."}
    assert bert.post(revise, data=bert.page(revise).form(revise) | typed).status_code == 422
    with app.app_context():
        assert decision_of(request_id).number == 1
        number = request_of(request_id).number
    hilde = sign_in("hilde")  # the meeting itself may
    done(send(hilde, planned(hilde), "items", number=number))
    assert item(app, item_of(app, request_id), "kind") == ["revise"]


def test_what_a_meeting_decides_nobody_sends_on_to_himself(app, world, bert):
    request_id = asked(app, world)
    assert "send-on" not in bert.page(f"/worklist/{request_id}").html
    with app.app_context():
        seen = {"version": str(request_of(request_id).lock_version)}
    typed = seen | {"to_body": "staff", "why": "Sneller."}
    assert bert.send(f"/worklist/{request_id}/send-on", typed).status_code == 422
    assert state(app, request_id)[0] == "submitted"


def test_who_steps_back_after_the_convocation_does_not_vote(app, world, sara, bert):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    done(desk.press(bert, item(app, one, "request_id")[0], "step-back"))
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "bert", "mo")
        assert send(sara, meeting_id, "block", items=[str(one)]).status_code == 409
        done(press(sara, one, "vote"))
        assert item(app, one, "votes_for") == [2]
        done(send(sara, meeting_id, "close"))
        for address in (f"/meetings/items/{one}", f"/meetings/items/{one}/extract"):
            assert bert.get(address).status_code == 404
        with app.app_context():
            letter = db.session.query(Dispatch).order_by(Dispatch.id).first().id
        assert bert.get(f"/letters/{letter}").status_code == 404
        assert sara.get(f"/letters/{letter}").status_code == 200


@pytest.mark.parametrize("out", ["", "away"])
def test_the_secretary_lets_nobody_vote_on_what_he_worked_on(app, world, sara, sign_in, out):
    with app.app_context(), transaction():
        seat = {"body": BODY, "is_chair": False, "from_on": dt.date(2026, 1, 1)}
        hilde = account_by_username("hilde")
        person_id = world.people["an"]
        db.session.add(Seat(person_id=person_id, given_by_id=hilde.person_id, **seat))
        desk.second_account(person_id, "an-lid", "member")
    meeting_id, (one,) = convened(app, world, sara, "noor")
    assert sit_out(sara, app, one, "an", out).status_code == 422
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "an")
        done(press(sara, one, "vote"))
        assert item(app, one, "votes_for") == [2]


def test_an_urgent_grant_is_not_ratified_without_a_quorum_by_who_was_never_convened_for_it(
    app, world, sara, bert
):
    meeting_id, _items = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id, "mia")
        answer = done(send(sara, meeting_id, "again", on="04/12/2026", time="18:00"))
        second = int(answer.location.rsplit("/", 1)[1])
        request_id = asked(app, world, "zoë")
        done(urgently(bert, request_id))
        done(send(sara, second, "convene"))
        with app.app_context():
            stands = db.session.query(UrgentGrant).filter_by(request_id=request_id).one()
            assert stands.outcome is None
    third = planned(sara, day=dt.date(2026, 12, 20))
    assert item(app, item_of(app, request_id), "meeting_id", "kind") == [third, "ratify"]


def test_a_session_elsewhere_ratifies_nothing_that_was_granted_after_it(app, world, sign_in):
    committee(app, agenda="elsewhere", chair="bert")
    sara, bert = sign_in("sara"), sign_in("bert")
    meeting_id, _items = convened(app, world, sara, "noor")
    request_id = asked(app, world, "zoë")
    with days_later(12):
        following = planned(sara, day=dt.date(2026, 12, 20))
        done(urgently(bert, request_id))
        outcomes = f"/meetings/{meeting_id}/outcomes"
        form = sara.page(outcomes).form(outcomes) | {"number": "BC 14", "held_on": "03/12/2026"}
        done(sara.post(outcomes, data=form))
    with app.app_context():
        assert db.session.query(UrgentGrant).one().outcome is None
    assert item(app, item_of(app, request_id), "meeting_id", "stage") == [following, "pending"]


def test_not_ratified_only_once_heard_and_its_letter_begins_the_term_anew(
    app, world, sara, bert, sign_in
):
    request_id, an = asked(app, world), sign_in("an")
    done(note(an, request_id, asked_on="23/11/2026"))
    done(urgently(bert, request_id))
    spent(app, request_id, 400)
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "convene"))
    against = {"for_n": "0", "against_n": "4", "reasons": "Het kon wachten."}
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "max", "bert")
        one = item_of(app, request_id)
        unheard = press(sara, one, "vote", **against)
        assert unheard.status_code == 422
        assert "gehoord" in unheard.get_data(as_text=True)
        assert state(app, request_id)[0] == "granted"
        done(note(an, request_id, "waive", why="De klant ziet ervan af."))
        done(press(sara, one, "vote", **against))
        done(send(sara, meeting_id, "close"))
        with app.app_context():
            letter = db.session.query(Dispatch).filter_by(kind="not_ratified").one().id
        post.settle(app)
        post.printed(app, sara)
        sent = f"/letters/{letter}/sent"
        form = sara.page(f"/letters/{letter}").form(sent)
        way = {"way": "registered", "tracking": "R2", "on": "03/12/2026"}
        done(sara.post(sent, data=form | way))
        with app.app_context():
            assert request_of(request_id).appeal_until_on == dt.date(2027, 3, 3)


def test_who_sits_out_in_conflict_reads_no_name_on_the_agenda(app, world, sara, sign_in):
    meeting_id, (one, _other) = convened(app, world, sara, "noor", "zoë")
    done(sit_out(sara, app, one, "mo", "conflict"))
    for address in (f"/meetings/{meeting_id}", f"/meetings/{meeting_id}/agenda"):
        for who, reads in (("mo", False), ("mia", True)):
            page = sign_in(who).page(address).text()
            assert ("Noor" in page) is reads
            assert "Zoë" in page


def test_who_sits_out_in_conflict_does_not_grant_it_urgently_as_chair(app, world, sara, bert):
    _meeting_id, (one,) = convened(app, world, sara, "noor")
    request_id = item(app, one, "request_id")[0]
    urgent = f"/worklist/{request_id}/urgent"
    form = bert.page(urgent).form(urgent) | {"why": "Het kamp begint morgen."}
    done(sit_out(sara, app, one, "bert", "conflict"))
    assert bert.post(urgent, data=form).status_code == 404
    assert state(app, request_id)[0] == "submitted"


def test_a_vote_that_was_taken_back_is_not_recorded_by_its_old_form(app, world, sara):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id)
        vote = f"/meetings/items/{one}/vote"
        form = sara.page(f"/meetings/items/{one}").form(vote)
        done(sara.post(vote, data=form))
        done(press(sara, one, "retract"))
        assert sara.post(vote, data=form).status_code == 409
    assert item(app, one, "stage") == ["pending"]


def test_what_stands_on_another_agenda_by_now_is_not_open_again_here(app, world, sara):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id)
        done(press(sara, one, "vote", for_n="0", against_n="3"))
        other = planned(sara, day=dt.date(2026, 12, 20))
        done(send(sara, other, "items", requests=[str(item(app, one, "request_id")[0])]))
        assert sara.send(f"/meetings/items/{one}/retract").status_code == 409


def test_a_meeting_that_nobody_opened_does_not_stay_open_to_its_members(app, world, sara, sign_in):
    _meeting_id, (one,) = convened(app, world, sara, "noor")
    mo = sign_in("mo")
    assert mo.get(f"/meetings/items/{one}").status_code == 200
    with days_later(9 + 15):
        assert sign_in("mo").get(f"/meetings/items/{one}").status_code == 404
