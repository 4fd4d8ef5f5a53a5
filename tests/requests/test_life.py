"""The life of a request, written out by hand: a test made from the table is blind to a wrong table.

A committee's secretary, its member and a worker of another team: `test_life_of_others.py`.
"""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.queries import account_by_username
from core import clock
from core.db import db, transaction
from core.errors import Conflict, NotThere, RuleBroken
from intake.requests import life
from intake.requests.models import Request
from tests.conftest import close_connections, make_fresh
from tests.fund.desk import second_account
from tests.requests.steps import act, approve, filed
from tests.world import NOW, world_of

VERBS = (
    "submit", "ask", "answer", "grant", "grant_partly", "refuse", "undo", "notify", "withdraw",
    "take_over", "correct", "add", "give_first", "send_back", "recuse", "lift_recusal",
    "grant_at_counter", "register", "revise_grant", "revise_partly", "revise_refuse",
    "forward", "vote_grant", "vote_partly", "vote_refuse", "retract_vote", "urgent_grant",
    "urgent_partly", "ratify", "not_ratify", "vote_revise_grant", "vote_revise_partly",
    "vote_revise_refuse",
    "send_on", "revise_first", "revise_back",
)  # fmt: skip
WORKER, APPROVER, HEAD = "an", "bert", "hilde"

# (state, verb) -> (state after, who may); all that is not here cannot be done.
LIFE = {
    ("submitted", "ask"): ("waiting", {APPROVER}),
    ("submitted", "grant"): ("granted", {APPROVER}),
    ("submitted", "grant_partly"): ("partly_granted", {APPROVER}),
    ("submitted", "refuse"): ("refused", {APPROVER}),
    ("submitted", "withdraw"): ("withdrawn", {WORKER}),
    ("submitted", "correct"): ("submitted", {WORKER}),
    ("submitted", "add"): ("submitted", {WORKER}),
    ("submitted", "forward"): ("forwarded", {WORKER, APPROVER}),
    ("waiting", "forward"): ("forwarded", {WORKER, APPROVER}),
    ("submitted", "send_on"): ("submitted", {APPROVER}),
    ("waiting", "send_on"): ("waiting", {APPROVER}),
    ("waiting", "correct"): ("waiting", {WORKER}),
    ("waiting", "add"): ("waiting", {WORKER}),
    ("waiting", "answer"): ("submitted", {WORKER}),
    ("waiting", "grant"): ("granted", {APPROVER}),
    ("waiting", "grant_partly"): ("partly_granted", {APPROVER}),
    ("waiting", "refuse"): ("refused", {APPROVER}),
    ("waiting", "withdraw"): ("withdrawn", {WORKER}),
    ("submitted", "give_first"): ("confirming", {APPROVER}),
    ("waiting", "give_first"): ("confirming", {APPROVER}),
    ("confirming", "grant"): ("granted", {APPROVER}),
    ("confirming", "grant_partly"): ("partly_granted", {APPROVER}),
    ("confirming", "send_back"): ("submitted", {APPROVER}),
    ("confirming", "add"): ("confirming", {WORKER}),
    ("confirming", "withdraw"): ("withdrawn", {WORKER}),
    ("submitted", "recuse"): ("submitted", {APPROVER}),
    ("waiting", "recuse"): ("waiting", {APPROVER}),
    ("confirming", "recuse"): ("confirming", {APPROVER}),
    ("submitted", "lift_recusal"): ("submitted", {HEAD}),
    ("waiting", "lift_recusal"): ("waiting", {HEAD}),
    ("confirming", "lift_recusal"): ("confirming", {HEAD}),
    ("granted", "recuse"): ("granted", {APPROVER}),
    ("granted", "lift_recusal"): ("granted", {HEAD}),
    ("partly_granted", "recuse"): ("partly_granted", {APPROVER}),
    ("partly_granted", "lift_recusal"): ("partly_granted", {HEAD}),
    ("refused", "recuse"): ("refused", {APPROVER}),
    ("refused", "lift_recusal"): ("refused", {HEAD}),
    ("notified", "recuse"): ("notified", {APPROVER}),
    ("notified", "lift_recusal"): ("notified", {HEAD}),
    ("not_ratified", "recuse"): ("not_ratified", {APPROVER}),
    ("not_ratified", "lift_recusal"): ("not_ratified", {HEAD}),
    ("granted", "undo"): ("submitted", {APPROVER}),
    ("granted", "notify"): ("notified", {APPROVER, HEAD}),
    ("granted", "withdraw"): ("withdrawn", {WORKER}),
    ("partly_granted", "undo"): ("submitted", {APPROVER}),
    ("partly_granted", "notify"): ("notified", {APPROVER, HEAD}),
    ("partly_granted", "withdraw"): ("withdrawn", {WORKER}),
    ("refused", "undo"): ("submitted", {APPROVER}),
    ("refused", "notify"): ("notified", {APPROVER, HEAD}),
    ("taken_over", "withdraw"): ("withdrawn", {WORKER}),
    ("not_ratified", "revise_grant"): ("granted", {APPROVER}),
    ("not_ratified", "revise_partly"): ("partly_granted", {APPROVER}),
    ("not_ratified", "revise_refuse"): ("refused", {APPROVER}),
    ("not_ratified", "revise_first"): ("not_ratified", {APPROVER}),
    ("not_ratified", "revise_back"): ("not_ratified", {APPROVER}),
}
STATES = (
    "submitted", "waiting", "confirming", "granted", "partly_granted", "refused", "notified", "withdrawn",
    "taken_over", "forwarded", "not_ratified",
)  # fmt: skip


@pytest.fixture
def alone(monkeypatch):
    """Without the upper rooms: what they do has its own tests."""
    monkeypatch.setattr(life, "_listeners", {})


@pytest.fixture(scope="session")
def request_id(house):
    """One that was filed, in a world that is kept: it takes longer than any test here."""
    app, database = house
    make_fresh(app, database)
    with clock.at(NOW):
        with app.app_context():
            world = world_of()
        number = filed(app.test_client().sign_in("an"), world)
    close_connections(app)
    database.keep("one request")
    return number


@pytest.fixture
def in_state(app, house, request_id, alone):
    """A request put into a state, whatever its way there."""
    make_fresh(app, house[1], "one request")

    def put(state: str, **columns) -> Request:
        request = db.session.get_one(Request, request_id)
        for name, value in {"status": state, **columns}.items():
            setattr(request, name, value)
        return request

    with app.app_context():
        yield put
        db.session.rollback()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_from_each_state(in_state, state, verb):
    after, who = LIFE.get((state, verb), (None, set()))
    for username in ("an", "bert", "hilde", "fien", "carla", "dirk", "bea"):
        request, account = in_state(state), account_by_username(username)
        assert (verb in life.possible(request, account)) == (username in who), username
        if username in who:
            event = life.advance(request, verb, by=account, why="daarom")
            assert (request.status, event.from_status, event.to_status) == (after, state, after)
            assert (event.by_id or event.by.id, event.why) == (account.person_id, "daarom")
        else:
            with pytest.raises((Conflict, NotThere)):
                life.advance(request, verb, by=account)
            assert request.status == state


@pytest.mark.parametrize(
    ("outcome", "may"),
    [("granted", True), ("partly_granted", True), ("refused", False), (None, False)],
)
def test_after_the_letter_only_what_was_given_is_withdrawn(in_state, outcome, may):
    request = in_state("notified", outcome=outcome)
    assert ("withdraw" in life.possible(request, account_by_username("an"))) == may


@pytest.mark.parametrize("state", ["granted", "partly_granted", "refused"])
def test_no_undo_once_something_has_left(in_state, state):
    request = in_state(state)
    request.left_at = request.submitted_at
    bert = account_by_username("bert")
    assert "undo" not in life.possible(request, bert)
    with pytest.raises(RuleBroken):
        life.advance(request, "undo", by=bert)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("verb", "after"),
    [
        ("revise_grant", "granted"),
        ("revise_partly", "partly_granted"),
        ("revise_refuse", "refused"),
        # What had left stands until the second person.
        ("revise_first", None),
        ("revise_back", None),
    ],
)
def test_only_what_has_left_is_revised(in_state, state, verb, after):
    request, bert = in_state(state, left_at=dt.datetime(2026, 11, 24, tzinfo=dt.UTC)), "bert"
    was_decided = state in {"granted", "partly_granted", "refused", "notified", "not_ratified"}
    for username in ("an", "bert", "hilde", "fien", "carla", "dirk", "bea"):
        may = username == bert and was_decided
        assert (verb in life.possible(request, account_by_username(username))) == may, username
    if was_decided:
        event = life.advance(request, verb, by=account_by_username(bert))
        assert (request.status, event.from_status) == (after or state, state)
        assert request.left_at is not None
    else:
        with pytest.raises(Conflict):
            life.advance(request, verb, by=account_by_username(bert))


@pytest.mark.parametrize("verb", ["ask", "grant", "grant_partly", "refuse", "send_on"])
@pytest.mark.parametrize("own", ["worker", "filer"])
def test_nobody_decides_on_an_own_request_by_whatever_account(in_state, world, verb, own):
    second_account(world.people["an"], "an-beslist", "approver")
    request, account = in_state("submitted"), account_by_username("an-beslist")
    if own == "filer":
        request.worker_id = world.people["arne"]
    else:
        request.filing.filed_by_id = world.people["arne"]
    assert verb not in life.possible(request, account)
    with pytest.raises(RuleBroken):
        life.advance(request, verb, by=account)
    assert request.status == "submitted"


def test_a_disabled_account_moves_nothing(in_state):
    request, bert = in_state("submitted"), account_by_username("bert")
    bert.disabled_at = request.submitted_at
    assert life.possible(request, bert) == ()
    with pytest.raises(NotThere):
        life.advance(request, "grant", by=bert)


def test_the_upper_rooms_hear_of_a_move_inside_its_transaction(in_state):
    heard = []
    life.listen("ask", lambda request, event: heard.append((request.status, event.verb)))
    life.advance(in_state("submitted"), "ask", by=account_by_username("bert"))
    assert heard == [("waiting", "ask")]


def test_a_listener_that_fails_undoes_the_move(app, world, sign_in, alone):
    request_id = filed(sign_in("an"), world)

    def fails(_request, _event):
        raise LookupError

    life.listen("withdraw", fails)
    with app.app_context():
        with pytest.raises(LookupError):
            withdrawn(request_id)
        assert db.session.get_one(Request, request_id).status == "submitted"


def withdrawn(request_id):
    with transaction():
        request = db.session.get_one(Request, request_id)
        life.advance(request, "withdraw", by=account_by_username("an"))


def test_nobody_listens_to_a_verb_that_does_not_exist(alone):
    with pytest.raises(ValueError, match="dance"):
        life.listen("dance", lambda _request, _event: None)


def test_a_whole_life_leaves_its_trace(app, world, sign_in):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(sign_in, request_id, "ask", question="Is er een factuur?")
    act(an, request_id, "answer", text="Ja, gezien.")
    approve(sign_in, request_id, "grant")
    act(an, request_id, "withdraw", why="Gaat niet door")
    with app.app_context():
        events = db.session.get_one(Request, request_id).events
        assert [(e.verb, e.from_status, e.to_status, e.by.name) for e in events] == [
            ("submit", None, "submitted", "An Aerts"),
            ("ask", "submitted", "waiting", "Bert Bex"),
            ("answer", "waiting", "submitted", "An Aerts"),
            ("grant", "submitted", "granted", "Bert Bex"),
            ("withdraw", "granted", "withdrawn", "An Aerts"),
        ]
