"""The whole way of a meeting: agenda, convocation, votes, the frozen list, letters."""

from __future__ import annotations

import datetime as dt

from core.db import db
from fund.letters.models import Dispatch
from fund.meetings.models import Meeting
from fund.meetings.votes.closing import hash_of
from tests.fund.desk import committed, days_later, decision_of, filed, request_of, seen
from tests.meetings.desk import (
    block_on_page,
    convened,
    done,
    item,
    item_of,
    opened,
    persons,
    planned,
    press,
    send,
    stage,
)
from tests.world import NOW


def test_the_vote_makes_the_decision_and_closing_freezes_the_list(app, world, sara):
    meeting_id, (first, second) = convened(app, world, sara, "noor", "emir")
    with days_later(9):
        opened(app, sara, meeting_id)
        page = sara.page(f"/meetings/{meeting_id}")
        assert "Blok: 2 zuivere punten" in page.text()
        answer = send(sara, meeting_id, "block", items=[str(first), str(second)])
        assert "2 aanvragen beslist" in seen(sara, answer).text()
        with app.app_context():
            request_id = db.session.get_one(Meeting, meeting_id).items[0].request_id
            decision = decision_of(request_id)
            assert (decision.body, decision.capacity) == ("bcsd", "by_vote")
            assert decision.outcome == "granted"
            assert request_of(request_id).status == "granted"
            assert db.session.query(Dispatch).count() == 0  # not before the session closes
            assert committed() > 0
        done(send(sara, meeting_id, "close"))
        with app.app_context():
            meeting = db.session.get_one(Meeting, meeting_id)
            assert [line["stage"] for line in meeting.decided] == ["adopted", "adopted"]
            assert meeting.decided_hash == hash_of(meeting.decided)
            assert db.session.query(Dispatch).count() >= 2
        assert "Lijst van beslissingen" in sara.page(f"/meetings/{meeting_id}/decisions").h1


def test_a_tie_rejects_what_was_proposed_and_the_request_stays_open(app, world, sara):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo")
        done(press(sara, one, "vote", for_n="1", against_n="1"))
        assert item(app, one, "stage", "decision_id") == ["rejected", None]
        with app.app_context():
            request = db.session.get_one(Meeting, meeting_id).items[0].request
            assert request.status == "submitted"
        # it may come back on another agenda
        other = planned(sara)
        assert "Noor" in sara.page(f"/meetings/{other}").text()


def test_the_body_is_filled_in_and_named_in_dutch(app, world, sara):
    page = sara.page("/meetings")
    options = [page.text(one) for one in page.all("option")]
    assert "Het bijzonder comité voor de sociale dienst" in options
    assert "Een subcomité van het bijzonder comité" in options


def test_abstentions_do_not_count_and_as_many_votes_as_voters(app, world, sara):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id)
        wrong = press(sara, one, "vote", for_n="1", abstained_n="1")
        assert wrong.status_code == 422
        assert "3 leden stemmen" in wrong.get_data(as_text=True)
        done(press(sara, one, "vote", for_n="1", against_n="0", abstained_n="2"))
        assert item(app, one, "stage", "votes_for", "abstained") == ["adopted", 1, 2]


def test_members_are_convened_eight_days_ahead_or_it_is_said_why_not(app, world, sara):
    request_id = filed(app, world)
    meeting_id = planned(sara, day=at_day(7))
    done(send(sara, meeting_id, "items", requests=[str(request_id)]))
    late = send(sara, meeting_id, "convene")
    assert late.status_code == 422
    assert "8 dagen vooraf" in late.get_data(as_text=True)
    action = f"/meetings/{meeting_id}/convene"
    from_page = sara.page(f"/meetings/{meeting_id}").form(action)
    done(sara.post(action, data=from_page | {"late_why": "Het kamp begint maandag."}))
    assert stage(app, meeting_id) == "convened"


def test_what_came_after_the_convocation_needs_two_thirds(app, world, sara):
    meeting_id, _items = convened(app, world, sara, "noor")
    late = filed(app, world, "emir")
    without = send(sara, meeting_id, "items", requests=[str(late)])
    assert without.status_code == 422
    done(send(sara, meeting_id, "items", requests=[str(late)], late_why="Het kamp is morgen."))
    item_id = item_of(app, late)
    with days_later(9):
        opened(app, sara, meeting_id)
        assert item_id not in block_on_page(sara, meeting_id)
        done(press(sara, item_id, "admit", for_n="1"))  # one of three
        assert item(app, item_id, "stage") == ["postponed"]


def test_two_of_three_let_an_urgent_item_in(app, world, sara):
    meeting_id, _items = convened(app, world, sara, "noor")
    late = filed(app, world, "emir")
    done(send(sara, meeting_id, "items", requests=[str(late)], late_why="Het kamp is morgen."))
    item_id = item_of(app, late)
    with days_later(9):
        opened(app, sara, meeting_id)
        done(press(sara, item_id, "admit", for_n="2"))
        done(press(sara, item_id, "vote"))
        assert item(app, item_id, "stage", "admitted_by") == ["adopted", 2]


def test_any_member_takes_an_item_out_of_the_block(app, world, sara, sign_in):
    meeting_id, (first, second) = convened(app, world, sara, "noor", "emir")
    done(press(sign_in("mo"), first, "take-out"))
    with days_later(9):
        opened(app, sara, meeting_id)
        assert block_on_page(sara, meeting_id) == [second]
        stale = send(sara, meeting_id, "block", items=[str(first), str(second)])
        assert stale.status_code == 409


def test_a_request_that_changed_since_its_draft_is_not_decided_by_it(app, world, sara, sign_in):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    an = sign_in("an")
    request_id = item(app, one, "request_id")[0]
    action = f"/requests/{request_id}/correct"
    form = an.page(action).form(action)
    done(an.post(action, data=form | {"cost": "90", "note": "Duurder."}))
    with days_later(9):
        opened(app, sara, meeting_id)
        assert "gewijzigd" in sara.page(f"/meetings/items/{one}").text()
        old = press(sara, one, "vote")
        assert old.status_code == 422
        assert item(app, one, "stage") == ["pending"]
        done(press(sara, one, "draft", ruling="grant", amount="81"))
        done(press(sara, one, "vote"))
        with app.app_context():
            assert request_of(request_id).status == "granted"


def test_a_vote_that_was_written_down_wrongly_is_recorded_anew(app, world, sara):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id)
        done(press(sara, one, "vote"))
        done(press(sara, one, "retract"))
        with app.app_context():
            assert committed() == 0
        done(press(sara, one, "vote", for_n="0", against_n="3", abstained_n="0"))
        assert item(app, one, "stage") == ["rejected"]
        done(send(sara, meeting_id, "close"))
        with app.app_context():
            assert db.session.query(Dispatch).filter(Dispatch.stage != "void").count() == 0


def test_a_withdrawn_request_falls_away_from_the_agenda(app, world, sara, sign_in):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    request_id = item(app, one, "request_id")[0]
    an = sign_in("an")
    action = f"/requests/{request_id}/withdraw"
    form = an.page(f"/requests/{request_id}").form(action)
    done(an.post(action, data=form | {"why": "Gaat niet door."}))
    assert item(app, one, "stage") == ["dropped"]
    with days_later(9):
        opened(app, sara, meeting_id)
        done(send(sara, meeting_id, "close"))


def test_what_has_no_outcome_waits_for_another_agenda(app, world, sara):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id)
        done(send(sara, meeting_id, "close"))
    assert item(app, one, "stage") == ["postponed"]


def test_a_member_in_conflict_neither_votes_nor_reads(app, world, sara, sign_in):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    (mo,) = persons(app, "mo")
    action = f"/meetings/items/{one}/sit-out"
    form = sara.page(f"/meetings/items/{one}").form(action)
    done(sara.post(action, data=form | {"person": mo, "out": "conflict"}))
    assert sign_in("mo").get(f"/meetings/items/{one}").status_code == 404
    request_id = item(app, one, "request_id")[0]
    assert sign_in("mo").get(f"/requests/{request_id}").status_code == 404
    with days_later(9):
        opened(app, sara, meeting_id)
        done(press(sara, one, "vote", for_n="2"))
        assert item(app, one, "votes_for") == [2]


def test_members_read_from_the_convocation_until_days_after_the_session(app, world, sara, sign_in):
    request_id = filed(app, world)
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "items", requests=[str(request_id)]))
    mia, item_id = sign_in("mia"), item_of(app, request_id)
    assert mia.get(f"/meetings/items/{item_id}").status_code == 404
    assert mia.get(f"/requests/{request_id}").status_code == 404
    done(send(sara, meeting_id, "convene"))
    assert "Noor" in mia.page(f"/meetings/items/{item_id}").text()
    assert mia.get(f"/requests/{request_id}").status_code == 200
    with days_later(9):
        opened(app, sara, meeting_id)
        done(send(sara, meeting_id, "close"))
    with days_later(23):
        assert mia.get(f"/meetings/items/{item_id}").status_code == 200
    with days_later(24):
        assert mia.get(f"/meetings/items/{item_id}").status_code == 404
        assert mia.get(f"/requests/{request_id}").status_code == 404


def test_convened_too_late_every_item_needs_two_thirds(app, world, sara):
    """But for an urgent grant, on which the meeting speaks in any case."""
    request_id = filed(app, world, cost_cents=1_000, evidence_seen=("invoice",))
    meeting_id = planned(sara, dt.date(2026, 11, 24))
    done(send(sara, meeting_id, "items", requests=[str(request_id)]))
    action = f"/meetings/{meeting_id}/convene"
    form = sara.page(f"/meetings/{meeting_id}").form(action)
    done(sara.post(action, data=form | {"late_why": "De zaal was bezet."}))
    opened(app, sara, meeting_id)
    one = item_of(app, request_id)
    assert "De zaal was bezet." in sara.page(f"/meetings/items/{one}").text()
    assert block_on_page(sara, meeting_id) == []
    token = sara.page(f"/meetings/items/{one}").form(f"/meetings/items/{one}/admit")
    seen_at = item(app, one, "drafted_at")[0].isoformat()
    answer = sara.post(f"/meetings/items/{one}/vote", data=token | {"seen": seen_at})
    assert answer.status_code == 422
    done(press(sara, one, "admit", for_n="2"))
    done(press(sara, one, "vote", for_n="2", against_n="1"))
    assert item(app, one, "stage", "late_why") == ["adopted", "De zaal was bezet."]


def test_where_votes_are_here_nobody_decides_alone(app, world, sara, sign_in):
    request_id = filed(app, world)
    bert = sign_in("bert")
    page = bert.page(f"/worklist/{request_id}")
    assert "Een zitting beslist" in page.text()
    assert not [one for one in page.all("form") if "grant" in one.get("action", "")]
    token = page.form(f"/worklist/{request_id}/ask")
    answer = bert.post(f"/worklist/{request_id}/grant", data=token | {"shown_cents": "100"})
    assert answer.status_code == 422


def at_day(days: int):
    """A day so many days ahead."""
    return (NOW + dt.timedelta(days=days)).date()


def test_members_see_how_the_like_was_decided_of_late(app, world, sara, sign_in):
    who = ("noor", "noor", "emir", "emir", "zoë", "lena")
    meeting_id, items = convened(app, world, sara, *who)
    with days_later(9):
        opened(app, sara, meeting_id)
        for one in items[:5]:
            done(press(sara, one, "vote"))
        shown = sign_in("mo").page(f"/meetings/items/{items[5]}")
        assert "5 toegekend, 0 gedeeltelijk, 0 geweigerd." in shown.text(shown.by_id("comparable"))
