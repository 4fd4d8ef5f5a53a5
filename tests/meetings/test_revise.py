"""A decision that has left is revised by a meeting too: a new one in its place, by a vote."""

from __future__ import annotations

import datetime as dt

import pytest

from core.db import db
from fund.letters.models import Dispatch
from tests.fund.desk import committed, days_later, decision_of, request_of
from tests.fund.test_revise import letter_of
from tests.inspector import Page
from tests.meetings.desk import (
    convened,
    done,
    item,
    item_of,
    opened,
    planned,
    press,
    send,
)
from tests.meetings.test_urgent import spent
from tests.world import NOW


@pytest.fixture
def sent(app, world, sara, sign_in):
    """What a meeting granted, and the client was told."""
    meeting_id, (one,) = convened(app, world, sara, "noor")
    request_id = item(app, one, "request_id")[0]
    with days_later(9):
        opened(app, sara, meeting_id)
        done(press(sara, one, "vote"))
        done(send(sara, meeting_id, "close"))
        bert = sign_in("bert")
        form = bert.page(f"/worklist/{request_id}").form(f"/decided/{request_id}/sent")
        done(bert.post(f"/decided/{request_id}/sent", data=form | {"own": "y"}))
    return request_id


def number_of(app, request_id):
    with app.app_context():
        return request_of(request_id).number


def less_on_an_agenda(app, request_id, sara):
    """A meeting is convened on five euro in the place of what was granted: (its number, the item's)."""
    meeting_id = planned(sara, day=request_day(30))
    done(send(sara, meeting_id, "items", number=number_of(app, request_id)))
    one = item_of(app, request_id)
    done(press(sara, one, "draft", ruling="grant", amount="5", reasons="Iets terug."))
    done(send(sara, meeting_id, "convene"))
    return meeting_id, one


def test_nobody_revises_alone_and_a_vote_does(app, sent, sara, sign_in):
    with days_later(10):
        assert "revise" not in sign_in("bert").page(f"/worklist/{sent}").html
        meeting_id = planned(sara, day=request_day(30))
        done(send(sara, meeting_id, "items", number=number_of(app, sent)))
        one = item_of(app, sent)
        assert "Eerder beslist Toegekend, € 9,00" in spaced(sara.page(f"/meetings/items/{one}"))
        assert send(sara, meeting_id, "convene").status_code == 422  # no proposal yet
        silent = press(sara, one, "draft", ruling="grant", amount="5")
        assert silent.status_code == 422  # it is said why
        because = {"ruling": "grant", "amount": "5", "reasons": "De club gaf iets terug."}
        done(press(sara, one, "draft", **because))
        done(send(sara, meeting_id, "convene"))
    with days_later(41):
        opened(app, sara, meeting_id)
        done(press(sara, one, "vote"))
    with app.app_context():
        new, request = decision_of(sent), request_of(sent)
        assert (new.number, new.granted_cents, new.capacity) == (2, 500, "by_vote")
        assert new.revises is not None
        assert new.revises.revised_at is not None
        assert (request.status, request.granted_cents) == ("partly_granted", 500)
        assert committed() == 500


def letters_of(app, request_id):
    """Of its newest decision: (kind, how far, which decision it replaces)."""
    with app.app_context():
        new = decision_of(request_id)
        found = db.session.query(Dispatch).filter(Dispatch.decision_id == new.id)
        return [(one.kind, one.stage, one.revises_id == new.revises_id) for one in found]


def test_no_letter_leaves_while_the_session_runs_and_one_when_it_closed(app, sent, sara, sign_in):
    bert, leaves = sign_in("bert"), f"/decided/{sent}/sent"
    with days_later(10):
        meeting_id, one = less_on_an_agenda(app, sent, sara)
    with days_later(41):
        opened(app, sara, meeting_id)
        done(press(sara, one, "vote"))
        assert letters_of(app, sent) == []
        assert "Brief met de beslissing" not in bert.page(f"/requests/{sent}").text()
        assert leaves not in bert.page(f"/worklist/{sent}").html
        with app.app_context():
            seen = request_of(sent).lock_version
        too_soon = bert.send(leaves, {"version": str(seen), "own": "y"})
        assert too_soon.status_code == 422
        assert "loopt nog" in Page(too_soon).text()
        done(send(sara, meeting_id, "close"))
        assert letters_of(app, sent) == [("partial_grant", "waiting", True)]
        assert (
            "Brief met de beslissing (PDF) Af te drukken" in bert.page(f"/requests/{sent}").text()
        )
        form = bert.page(f"/worklist/{sent}").form(leaves) | {"own": "y"}
        done(bert.post(leaves, data=form))
    assert letters_of(app, sent) == [("partial_grant", "sent", True)]


def test_revised_twice_in_one_session_the_last_one_is_told(app, sent, sara):
    with days_later(10):
        meeting_id, first = less_on_an_agenda(app, sent, sara)
    with days_later(41):
        opened(app, sara, meeting_id)
        done(press(sara, first, "vote"))
        number = number_of(app, sent)
        done(send(sara, meeting_id, "items", number=number, late_why="Verkeerd genoteerd."))
        second = item_of(app, sent)
        done(press(sara, second, "admit", for_n="3"))
        done(press(sara, second, "draft", ruling="grant", amount="6", reasons="Iets terug."))
        done(press(sara, second, "vote"))
        done(send(sara, meeting_id, "close"))
    with app.app_context():
        told = [one.decision.granted_cents for one in db.session.query(Dispatch).all()]
        assert sorted(told) == [600, 900]
    assert letters_of(app, sent) == [("partial_grant", "waiting", True)]


def test_the_letter_does_not_leave_twice_and_the_vote_stays(app, sent, sara):
    with days_later(10):
        meeting_id, one = less_on_an_agenda(app, sent, sara)
    with days_later(41):
        opened(app, sara, meeting_id)
        done(press(sara, one, "vote"))
        action = f"/meetings/items/{one}/retract"
        token = sara.page("/meetings").form("/sign-out")
        assert sara.post(action, data=token).status_code == 422
        done(send(sara, meeting_id, "close"))
    with app.app_context():
        new = decision_of(sent)
        letters = db.session.query(Dispatch).filter(Dispatch.decision_id == new.id).all()
        assert len([one for one in letters if one.kind != "provider"]) == 1


def test_below_what_was_paid_the_vote_says_on_what_ground(app, sent, sara):
    spent(app, sent, 800)
    with days_later(10):
        meeting_id, one = less_on_an_agenda(app, sent, sara)
    with days_later(41):
        opened(app, sara, meeting_id)
        silent = press(sara, one, "vote")
        assert silent.status_code == 422
        assert Page(silent).by_id("ground-error") is not None
        assert item(app, one, "stage") == ["pending"]
        done(press(sara, one, "vote", ground="other_payer"))
        assert letter_of(app, sent) is None  # it leaves when the session closes
        done(send(sara, meeting_id, "close"))
    assert letter_of(app, sent)["total"] == "€\xa03,00"
    with app.app_context():
        assert request_of(sent).recovery_due_cents == 300
        assert decision_of(sent).recovery_ground == "other_payer"
    extract = sara.page(f"/meetings/items/{one}/extract").text()
    assert "Op welke grond geld dat een ander voor dezelfde kosten betaalde" in extract


def test_rejected_the_old_decision_stays(app, sent, sara):
    with days_later(10):
        meeting_id, one = less_on_an_agenda(app, sent, sara)
    with days_later(41):
        opened(app, sara, meeting_id)
        done(press(sara, one, "vote", for_n="1", against_n="1", abstained_n="1"))
    with app.app_context():
        assert (decision_of(sent).number, committed()) == (1, 900)


def test_a_number_that_is_not_there_is_said(app, sent, sara):
    meeting_id = planned(sara, day=request_day(30))
    wrong = send(sara, meeting_id, "items", number="2026-9999")
    assert wrong.status_code == 422
    assert "geen aanvraag met dit nummer" in wrong.get_data(as_text=True)


def spaced(page):
    """Its facts as one reads them: what, a space, and what it is."""
    parts = (one for one in page.root.iter() if one.tag.split("}")[-1] in ("dt", "dd"))
    return " ".join(page.text(one) for one in parts)


def request_day(days):
    """A day so many days after the tests' own."""
    return (NOW + dt.timedelta(days=days)).date()
