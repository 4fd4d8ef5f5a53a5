"""The life of a request where a committee decides, written out by hand: state x verb x person."""

from __future__ import annotations

import pytest

from accounts.queries import account_by_username
from core.db import db, transaction
from core.errors import Conflict, NotThere, RuleBroken
from fund.meetings.models import Item, Meeting
from intake.requests import life
from intake.requests.models import Request
from tests.fund.desk import days_later
from tests.meetings.desk import committee, convened, opened

PEOPLE = ("an", "bert", "boris", "hilde", "sara", "mia", "fien", "carla", "dirk", "bea")
WORKER, CHAIR, HEAD, SECRETARY = "an", "bert", "hilde", "sara"
APPROVERS, HOLDERS = {"bert", "boris"}, {HEAD, SECRETARY}
VERBS = (
    "ask", "grant", "grant_partly", "refuse", "give_first", "undo", "recuse", "vote_grant",
    "vote_partly", "vote_refuse", "retract_vote", "urgent_grant", "urgent_partly", "ratify",
    "not_ratify", "withdraw", "forward", "notify", "revise_grant", "revise_partly", "revise_refuse",
    "revise_first", "vote_revise_grant", "vote_revise_partly", "vote_revise_refuse",
)  # fmt: skip

# What is voted on now, in which state -> verb -> who may. All that is not here cannot be done.
LIFE = {
    ("decide", "submitted"): {
        "ask": APPROVERS,
        "recuse": APPROVERS,
        "vote_grant": HOLDERS,
        "vote_partly": HOLDERS,
        "vote_refuse": HOLDERS,
        "urgent_grant": {CHAIR},
        "urgent_partly": {CHAIR},
        "withdraw": {WORKER},
        "forward": {WORKER, *APPROVERS},
    },
    ("decide", "waiting"): {
        "recuse": APPROVERS,
        "urgent_grant": {CHAIR},
        "urgent_partly": {CHAIR},
        "withdraw": {WORKER},
        "forward": {WORKER, *APPROVERS},
    },
    ("adopted", "granted"): {
        "recuse": APPROVERS,
        "retract_vote": HOLDERS,
        "withdraw": {WORKER},
    },
    ("adopted", "refused"): {"recuse": APPROVERS, "retract_vote": HOLDERS},
    ("ratify", "granted"): {
        "recuse": APPROVERS,
        "ratify": HOLDERS,
        "not_ratify": HOLDERS,
        "withdraw": {WORKER},
        "notify": {*APPROVERS, *HOLDERS},
    },
    ("ratify", "not_ratified"): {"recuse": APPROVERS},
    # Something has left: it is revised by a vote, and by nobody alone.
    ("revise", "notified"): {
        "recuse": APPROVERS,
        "vote_revise_grant": HOLDERS,
        "vote_revise_partly": HOLDERS,
        "vote_revise_refuse": HOLDERS,
        "withdraw": {WORKER},
    },
    ("nothing", "submitted"): {
        "ask": APPROVERS,
        "recuse": APPROVERS,
        "urgent_grant": {CHAIR},
        "urgent_partly": {CHAIR},
        "withdraw": {WORKER},
        "forward": {WORKER, *APPROVERS},
    },
}


@pytest.fixture
def case(app, world, sign_in, monkeypatch):
    """A request on the agenda of a session that runs."""
    committee(app, chair=CHAIR)
    sara = sign_in("sara")
    meeting_id, (item_id,) = convened(app, world, sara, "noor")
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "max", "bert")
        monkeypatch.setattr(life, "_listeners", {})
        yield app, meeting_id, item_id


def put(case, voted_on, state):
    """The item and its request, set into this state whatever the way there."""
    app, meeting_id, item_id = case
    with app.app_context(), transaction() as session:
        item = session.get_one(Item, item_id)
        item.request.status = state
        item.kind = voted_on if voted_on in ("ratify", "revise") else "decide"
        if voted_on == "revise":
            item.request.outcome, item.request.left_at = "granted", item.drafted_at
        number, opened_at = item.request_id, session.get_one(Meeting, meeting_id).opened_at
        item.voted_at = opened_at if voted_on == "adopted" else None
        item.stage = {"adopted": "adopted", "nothing": "dropped"}.get(voted_on, "pending")
        return number


@pytest.mark.parametrize(("voted_on", "state"), LIFE)
def test_each_verb_by_each_person(case, voted_on, state):
    request_id = put(case, voted_on, state)
    with case[0].app_context():
        request = db.session.get_one(Request, request_id)
        for verb in VERBS:
            who = LIFE[voted_on, state].get(verb, set())
            for username in PEOPLE:
                account = account_by_username(username)
                assert (verb in life.possible(request, account)) == (username in who), (
                    verb,
                    username,
                )
                if username not in who:
                    with pytest.raises((Conflict, NotThere, RuleBroken)):
                        life.allowed(request, verb, by=account)
