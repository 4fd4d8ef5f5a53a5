"""Between a vote and the end of its session, and between one meeting and the next: nothing comes too soon or
too late, and what no longer holds is told to nobody."""

from __future__ import annotations

import pytest

from accounts.queries import account_by_username
from core.db import db, transaction
from fund.letters.models import Dispatch
from intake.requests.queries import latest_version
from regulation.versions import actions as regulation
from tests.fund.desk import days_later, decision_of, filed, request_of
from tests.fund.rule import FUND, text_of
from tests.inspector import Page
from tests.meetings.desk import (
    committee,
    convened,
    done,
    item,
    item_of,
    opened,
    planned,
    press,
    send,
)
from tests.meetings.test_revise import number_of, request_day
from tests.meetings.test_urgent import urgently
from tests.requests.steps import act
from tests.world import COUNCIL


@pytest.fixture
def sara(app, world, sign_in):
    committee(app, chair="bert")
    return sign_in("sara")


@pytest.fixture
def voted(app, world, sara):
    """A session that runs, in which a grant was voted: (meeting, request)."""
    meeting_id, (one,) = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "max", "bert")
        done(press(sara, one, "vote"))
    return meeting_id, item(app, one, "request_id")[0]


def letters(app):
    """(kind, how far) of each."""
    with app.app_context():
        return [(one.kind, one.stage) for one in db.session.query(Dispatch).order_by(Dispatch.id)]


def test_withdrawn_between_vote_and_end_no_letter_grants_it(app, voted, sara, sign_in):
    meeting_id, request_id = voted
    with days_later(9):
        done(act(sign_in("an"), request_id, "withdraw", why="Gaat niet door"))
        done(send(sara, meeting_id, "close"))
    assert letters(app) == []


def test_no_letter_leaves_while_the_session_runs_and_one_when_it_closed(app, voted, sara, sign_in):
    meeting_id, request_id = voted
    bert, sent = sign_in("bert"), f"/decided/{request_id}/sent"
    with days_later(9):
        assert sent not in bert.page(f"/worklist/{request_id}").html
        with app.app_context():
            seen = request_of(request_id).lock_version
        too_soon = bert.send(sent, {"version": str(seen), "own": "y"})
        assert too_soon.status_code == 422
        assert "loopt nog" in Page(too_soon).text()
        assert letters(app) == []
        done(send(sara, meeting_id, "close"))
        done(bert.post(sent, data=bert.page(f"/worklist/{request_id}").form(sent) | {"own": "y"}))
    assert letters(app) == [("grant", "sent")]


def test_ratified_and_withdrawn_in_one_session_nobody_is_told_that_it_was_ratified(
    app, world, sara, sign_in
):
    request_id = filed(app, world, cost_cents=1_000, evidence_seen=("invoice",))
    done(urgently(sign_in("bert"), request_id))
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "convene"))
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "max")
        done(press(sara, item_of(app, request_id), "vote"))
        done(act(sign_in("an"), request_id, "withdraw", why="Gaat niet door"))
        done(send(sara, meeting_id, "close"))
    assert "ratified" not in [kind for kind, _stage in letters(app)]
    assert {stage for _kind, stage in letters(app)} == {"void"}


@pytest.mark.parametrize("why", ["called off", "nobody came"])
def test_an_urgent_grant_goes_on_to_the_next_meeting_though_its_agenda_has_left(
    app, world, sara, sign_in, why
):
    request_id = filed(app, world, cost_cents=1_000, evidence_seen=("invoice",))
    first = planned(sara)
    done(urgently(sign_in("bert"), request_id))
    meeting_id, _items = convened(app, world, sara, "emir")
    before = item_of(app, request_id)
    assert item(app, before, "meeting_id", "stage") == [first, "pending"]
    if why == "called off":
        done(send(sara, first, "call-off", why="Ziek"))
    else:
        done(send(sara, first, "convene"))
        with days_later(9):
            opened(app, sara, first, "mia")
            opened(app, sara, meeting_id)
    after = item_of(app, request_id)
    assert item(app, after, "meeting_id", "stage", "kind") == [meeting_id, "pending", "ratify"]


def test_a_revision_leaves_the_agenda_with_the_request_that_is_withdrawn(app, voted, sara, sign_in):
    meeting_id, request_id = voted
    with days_later(9):
        done(send(sara, meeting_id, "close"))
        bert, sent = sign_in("bert"), f"/decided/{request_id}/sent"
        done(bert.post(sent, data=bert.page(f"/worklist/{request_id}").form(sent) | {"own": "y"}))
        later = planned(sara, day=request_day(30))
        done(send(sara, later, "items", number=number_of(app, request_id)))
        one = item_of(app, request_id)
        assert item(app, one, "kind", "stage") == ["revise", "pending"]
        done(act(sign_in("an"), request_id, "withdraw", why="Gaat niet door"))
        assert item(app, one, "stage") == ["dropped"]


def test_what_was_rejected_and_then_withdrawn_is_not_open_again(app, world, sara, sign_in):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id)
        done(press(sara, one, "vote", for_n="0", against_n="3"))
        request_id = item(app, one, "request_id")[0]
        done(act(sign_in("an"), request_id, "withdraw", why="Gaat niet door"))
        assert sara.send(f"/meetings/items/{one}/retract").status_code == 409
    assert item(app, one, "stage") == ["rejected"]


def test_a_rule_that_comes_into_force_between_agenda_and_vote_changes_nothing_of_what_waits(
    app, world, sara
):
    """A request goes by the version of its day: from tomorrow on an approver decides instead."""
    meeting_id, (one,) = convened(app, world, sara, "noor")
    text = text_of('rests_on = "council_rule"', scheme=FUND)
    later = text.replace("version = 2", "version = 3").replace("2020-01-01", "2026-11-25", 1)
    with app.app_context(), transaction():
        before = latest_version(request_of(item(app, one, "request_id")[0])).rule_version_id
        version = regulation.bring_in(later, by=None)
        regulation.put_into_force(version, by=account_by_username("bea"), council=COUNCIL)
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "max")
        assert "€ 9,00 toekennen" in sara.page(f"/meetings/items/{one}").text().replace("\xa0", " ")
        done(press(sara, one, "vote"))
        with app.app_context():
            made = decision_of(item(app, one, "request_id")[0])
            assert (made.granted_cents, made.body, made.rule_version_id) == (900, "bcsd", before)
