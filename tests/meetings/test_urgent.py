"""What cannot wait: granted at once by the chair, ratified by the next meeting or not."""

from __future__ import annotations

import datetime as dt

import pytest

from books.queries import verify
from core.db import db, transaction
from core.money import show_cents
from fund.letters.gathering import fields_of
from fund.letters.models import Dispatch
from fund.letters.texts import texts_now
from fund.meetings.models import UrgentGrant
from tests.fund.desk import committed, days_later, decision_of, filed, request_of
from tests.meetings.desk import (
    committee,
    done,
    item,
    item_of,
    opened,
    planned,
    press,
    send,
    stage,
)

WHY = "Het kamp begint morgen."


@pytest.fixture
def asked(app, world):
    """The committee decides here, and Bert chairs it."""
    committee(app, chair="bert")
    return filed(app, world, cost_cents=1_000, evidence_seen=("invoice",))


@pytest.fixture
def bert(asked, sign_in):
    return sign_in("bert")


@pytest.fixture
def sara(asked, sign_in):
    return sign_in("sara")


def urgently(bert, request_id, **typed):
    action = f"/worklist/{request_id}/urgent"
    form = bert.page(action).form(action)
    return bert.post(action, data={**form, "why": WHY, **typed})


def spent(app, request_id, cents):
    """The provider was paid so much."""
    with app.app_context(), transaction():
        request = request_of(request_id)
        request.paid_cents, request.paid_on = cents, dt.date(2026, 11, 25)


def state(app, request_id):
    with app.app_context():
        one = request_of(request_id)
        return one.status, one.granted_cents, one.freed_cents, one.recovery_due_cents


def in_session(app, sara, request_id):
    """The next meeting, open; its item about this request."""
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "convene"))
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "max", "bert")
    return meeting_id, item_of(app, request_id)


def test_the_chair_grants_at_once_and_the_money_and_letter_are_there(app, asked, bert):
    assert "Dit kan niet op de zitting wachten" in bert.page(f"/worklist/{asked}").text()
    done(urgently(bert, asked))
    assert state(app, asked) == ("granted", 900, 0, 0)
    with app.app_context():
        decision = decision_of(asked)
        assert (decision.body, decision.capacity) == ("bcsd", "chair")
        assert committed() == 900
        assert db.session.query(Dispatch).count() > 0
        assert db.session.query(UrgentGrant).one().outcome is None


def test_nobody_else_grants_urgently(app, asked, sign_in):
    for who in ("boris", "hilde", "sara", "mia", "an", "fien", "carla"):
        assert sign_in(who).get(f"/worklist/{asked}/urgent").status_code == 404, who


def test_it_is_said_why_and_no_more_than_the_rule_gives(app, asked, bert):
    assert urgently(bert, asked, why="").status_code == 422
    assert urgently(bert, asked, amount="9,50").status_code == 422
    assert urgently(bert, asked, amount="5").status_code == 422  # less, without a reason
    assert state(app, asked)[0] == "submitted"
    done(urgently(bert, asked, amount="5", reasons="De school geeft de rest."))
    assert state(app, asked)[:2] == ("partly_granted", 500)


def test_it_stands_on_the_next_agenda_whether_anybody_puts_it_there_or_not(app, asked, bert, sara):
    before = planned(sara)
    done(urgently(bert, asked))
    assert "hoogdringend toegekend" in sara.page(f"/meetings/{before}").text()
    one = item_of(app, asked)
    off = sara.page(f"/meetings/items/{one}")
    assert not [f for f in off.all("form") if f.get("action", "").endswith("/off")]


def test_ratified_it_stays_as_it_was_granted(app, asked, bert, sara):
    done(urgently(bert, asked))
    meeting_id, one = in_session(app, sara, asked)
    with days_later(9):
        refused = send(sara, meeting_id, "close")
        assert refused.status_code == 422  # the meeting must speak on it
        done(press(sara, one, "vote"))
        done(send(sara, meeting_id, "close"))
    assert stage(app, meeting_id) == "closed"
    assert state(app, asked) == ("granted", 900, 0, 0)
    with app.app_context():
        assert db.session.query(UrgentGrant).one().outcome == "ratified"
        kinds = [one.kind for one in db.session.query(Dispatch).all()]
        assert kinds.count("ratified") == 1


def test_not_ratified_what_was_not_spent_is_free_again(app, asked, bert, sara):
    done(urgently(bert, asked))
    _meeting, one = in_session(app, sara, asked)
    with days_later(9):
        silent = press(sara, one, "vote", for_n="1", against_n="3")
        assert silent.status_code == 422  # it is said why
        done(press(sara, one, "vote", for_n="1", against_n="3", reasons="Niet hoogdringend."))
    assert state(app, asked) == ("not_ratified", 900, 900, 0)
    assert item(app, one, "stage") == ["rejected"]
    told = bert.page(f"/requests/{asked}").text()
    assert "Vrijgegeven" in told
    assert "na intrekking" not in told
    with app.app_context():
        assert committed() == 0


def test_a_tie_does_not_ratify_and_what_was_spent_stays(app, asked, bert, sara):
    done(urgently(bert, asked))
    spent(app, asked, 400)
    _meeting, one = in_session(app, sara, asked)
    with days_later(9):
        done(press(sara, one, "vote", for_n="2", against_n="2", reasons="Niet hoogdringend."))
    assert state(app, asked) == ("not_ratified", 900, 500, 0)
    with app.app_context():
        assert committed() == 400


def test_only_a_reasoned_decision_asks_back_what_was_spent(app, asked, bert, sara):
    done(urgently(bert, asked))
    spent(app, asked, 400)
    meeting_id, one = in_session(app, sara, asked)
    against = {"for_n": "0", "against_n": "4", "reasons": "De school betaalde al."}
    with days_later(9):
        assert press(sara, one, "vote", **against, recover="4").status_code == 422  # no ground
        too_much = press(sara, one, "vote", **against, recover="5", ground="other_payer")
        assert too_much.status_code == 422
        done(press(sara, one, "vote", **against, recover="4", ground="other_payer"))
        done(send(sara, meeting_id, "close"))
    assert state(app, asked) == ("not_ratified", 900, 500, 400)
    with app.app_context():
        assert committed() == 400
        letters = {one.kind: one for one in db.session.query(Dispatch)}
        assert {"not_ratified", "recovery"} <= letters.keys()
        fields = fields_of(letters["recovery"], texts_now())
        assert fields["total"] == show_cents(400)
        assert fields["ground"] == "geld dat een ander voor dezelfde kosten betaalde"
        assert [cents for _words, cents in fields["calculation"]] == [
            show_cents(one) for one in (900, 400, 400)
        ]


@pytest.mark.parametrize("spent_cents", [0, 400, 900])
def test_what_was_not_ratified_is_decided_anew(app, asked, bert, sara, spent_cents):
    """After an appeal, for one: what had been granted is granted after all, and set aside once."""
    done(urgently(bert, asked))
    spent(app, asked, spent_cents)
    meeting_id, one = in_session(app, sara, asked)
    with days_later(9):
        done(press(sara, one, "vote", for_n="0", against_n="4", reasons="Niet hoogdringend."))
        done(send(sara, meeting_id, "close"))
        with app.app_context():
            assert committed() == spent_cents
            number = request_of(asked).number
        assert bert.page(f"/worklist/{asked}").by_id("revise") is None
        again_id = planned(sara, dt.date(2026, 12, 3))
        done(send(sara, again_id, "items", number=number))
        new = item_of(app, asked)
        done(press(sara, new, "draft", ruling="grant", amount="9", reasons="De rechter besliste."))
        done(send(sara, again_id, "convene", late_why="De rechter gaf een dag."))
        opened(app, sara, again_id, "mia", "mo", "max", "bert")
        done(press(sara, new, "admit", for_n="4"))
        done(press(sara, new, "vote"))
        done(send(sara, again_id, "close"))
    assert state(app, asked) == ("granted", 900, 0, 0)
    with app.app_context():
        assert committed() == 900
        assert verify(db.session()) == []
        letters = [one.kind for one in db.session.query(Dispatch).filter_by(stage="waiting")]
        assert letters == ["grant"]


def test_undone_before_the_meeting_there_is_nothing_to_ratify(app, asked, bert, sara, sign_in):
    meeting_id = planned(sara)
    done(urgently(bert, asked))
    an = sign_in("an")
    action = f"/requests/{asked}/withdraw"
    form = an.page(f"/requests/{asked}").form(action)
    done(an.post(action, data=form | {"why": "Het kamp gaat niet door."}))
    assert state(app, asked)[0] == "withdrawn"
    assert item(app, item_of(app, asked), "stage") == ["dropped"]
    assert stage(app, meeting_id) == "preparing"
    with app.app_context():
        assert db.session.query(UrgentGrant).one().outcome == "lapsed"


def test_the_same_form_sent_twice_grants_once(app, asked, bert):
    action = f"/worklist/{asked}/urgent"
    form = bert.page(action).form(action) | {"why": WHY}
    done(bert.post(action, data=form))
    assert bert.post(action, data=form).status_code in (404, 409)
    with app.app_context():
        assert db.session.query(UrgentGrant).count() == 1


def test_each_of_two_has_its_own_line_in_the_list(app, world, asked, bert, sara):
    other = filed(app, world, "emir", cost_cents=1_000, evidence_seen=("invoice",))
    done(urgently(bert, asked))
    done(urgently(bert, other))
    meeting_id, one = in_session(app, sara, asked)
    with days_later(9):
        done(press(sara, one, "vote"))
        against = {"for_n": "0", "against_n": "4", "reasons": "Niet hoogdringend."}
        done(press(sara, item_of(app, other), "vote", **against))
        done(send(sara, meeting_id, "close"))
        rows = sara.page(f"/meetings/{meeting_id}/decisions").all("tr")[1:]
    page = sara.page(f"/meetings/{meeting_id}/decisions")
    assert [page.text(row)[0] for row in rows] == ["1", "2"]
    assert [("niet bekrachtigd" in page.text(row)) for row in rows] == [False, True]
