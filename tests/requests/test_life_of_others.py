"""State, verb, person: the three who stand beside a request, written out by hand and asked at the front door.

Arne works in another team, and knows of a client only that there is a file. Mo is a member of the committee: he reads
what stands on its agenda, and moves nothing. Sara is its secretary: she writes down what it decided, that alone. What
somebody else may do is sent by each of them, from each state, with the very fields that this somebody has.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import update

from core.db import db, transaction
from fund.meetings.models import Item
from intake.requests.models import Request
from tests.fund.desk import days_later
from tests.meetings.desk import committee, convened, newcomer, opened
from tests.requests.steps import approve, filed
from tests.requests.test_life import STATES

ARNE, MO, SARA = "arne", "mo", "sara"
REASONS = "Dat is nodig voor dit gezin."
NOT_THERE = 404


@dataclass(frozen=True)
class Act:
    """What its owner sends from which page, in which state, and what comes of it."""

    owner: str
    state: str
    page: str
    address: str
    after: str
    typed: tuple[tuple[str, str], ...] = ()


def act(owner: str, state: str, page: str, verb: str, after: str, **typed: str) -> Act:
    return Act(owner, state, page, verb, after, tuple(typed.items()))


REQUEST, WORKLIST = "/requests/{request}", "/worklist/{request}"
BY_THE_WORKER = {
    "withdraw": act("an", "submitted", REQUEST, f"{REQUEST}/withdraw", "withdrawn", why=REASONS),
    "add": act("an", "submitted", REQUEST, f"{REQUEST}/add", "submitted", more=REASONS),
    "forward": act(
        "an", "submitted", f"{REQUEST}/forward", f"{REQUEST}/forward", "forwarded",
        centre="OCMW Hasselt", why=REASONS,
    ),
}  # fmt: skip
BY_THE_APPROVER = {
    "ask": act("bert", "submitted", WORKLIST, f"{WORKLIST}/ask", "waiting", question=REASONS),
    "grant": act("bert", "submitted", WORKLIST, f"{WORKLIST}/grant", "granted"),
    "refuse": act(
        "bert", "submitted", WORKLIST, f"{WORKLIST}/refuse", "refused", reason_code="other", reasons=REASONS
    ),
    "recuse": act("bert", "submitted", WORKLIST, f"{WORKLIST}/step-back", "submitted", why=REASONS),
}  # fmt: skip
ANSWER = act("an", "waiting", REQUEST, f"{REQUEST}/answer", "submitted", text=REASONS)
ITEM = "/meetings/items/{item}"
VOTE = act(SARA, "submitted", ITEM, f"{ITEM}/vote", "granted")
RETRACT = act(SARA, "granted", ITEM, f"{ITEM}/retract", "submitted")
NOTIFY = act("bert", "granted", "/decided", "/decided/{request}/sent", "notified")


def sent(browser, numbers, one: Act):
    """What the owner's form holds in that state, and where it goes."""
    page, address = one.page.format(**numbers), one.address.format(**numbers)
    return address, browser.page(page).form(address) | dict(one.typed)


def put(app, number: int, state: str) -> None:
    with app.app_context(), transaction():
        db.session.execute(update(Request).where(Request.id == number).values(status=state))


def state_of(app, number: int) -> str:
    with app.app_context():
        return str(db.session.get_one(Request, number).status)


def nobody_else(app, sign_in, number: int, address: str, fields, people) -> None:
    """From no state does it do anything for these."""
    for username in people:
        browser = sign_in(username)
        own = browser.page("/account").form("/account")["csrf_token"]
        for state in STATES:
            put(app, number, state)
            answer = browser.post(address, data=fields | {"csrf_token": own})
            assert answer.status_code == NOT_THERE, (username, state, answer.status_code)
            assert state_of(app, number) == state, (username, state)


def check(app, sign_in, one: Act, numbers, people) -> None:
    """These first, from each state; then who may, from the one where it can be done."""
    number = numbers["request"]
    put(app, number, one.state)
    owner = sign_in(one.owner)
    address, fields = sent(owner, numbers, one)
    nobody_else(app, sign_in, number, address, fields, people)
    put(app, number, one.state)
    answer = owner.post(address, data=fields)
    assert answer.status_code == 303, answer.get_data(as_text=True)
    assert state_of(app, number) == one.after


@pytest.fixture
def on_the_agenda(app, world, sign_in):
    """An's request, before the committee that was convened to it: the numbers of it, its item and the meeting."""
    committee(app)
    meeting_id, (item_id,) = convened(app, world, sign_in(SARA), "noor")
    with app.app_context():
        number = db.session.get_one(Item, item_id).request_id
    return {"meeting": meeting_id, "item": item_id, "request": number}


@pytest.mark.parametrize("name", BY_THE_WORKER)
def test_who_reads_it_on_the_agenda_does_nothing_of_what_the_worker_does(
    app, sign_in, on_the_agenda, name
):
    for username in (MO, SARA):
        assert sign_in(username).get(REQUEST.format(**on_the_agenda)).status_code == 200
    check(app, sign_in, BY_THE_WORKER[name], on_the_agenda, (ARNE, MO, SARA))


@pytest.fixture
def beside_it(app, world, sign_in):
    """An's request, where one person decides: Sara and Mo have to do with other requests, of a committee."""
    with app.app_context(), transaction():
        newcomer(SARA, "Sara Smet", "secretary")
        newcomer(MO, "Mo Moons", "member")
    return {"request": filed(sign_in("an"), world)}


@pytest.mark.parametrize("name", BY_THE_APPROVER)
def test_where_one_person_decides_nobody_beside_him_does(app, sign_in, beside_it, name):
    check(app, sign_in, BY_THE_APPROVER[name], beside_it, (ARNE, MO, SARA))


def test_what_was_asked_its_worker_answers(app, sign_in, beside_it):
    approve(sign_in, beside_it["request"], "ask", question="Is er een factuur?")
    check(app, sign_in, ANSWER, beside_it, (ARNE, MO, SARA))


def test_a_letter_of_what_one_person_decided_is_not_the_secretarys(app, sign_in, beside_it):
    approve(sign_in, beside_it["request"], "grant")
    check(app, sign_in, NOTIFY, beside_it, (ARNE, MO, SARA))


def test_what_the_committee_decides_its_secretary_alone_writes_down(app, sign_in, on_the_agenda):
    sara, number = sign_in(SARA), on_the_agenda["request"]
    with days_later(9):
        opened(app, sara, on_the_agenda["meeting"])
        address, fields = sent(sara, on_the_agenda, VOTE)
        for state in STATES[1:]:  # no vote but on what was submitted
            put(app, number, state)
            assert sara.post(address, data=fields).status_code in {409, 422}, state
            assert state_of(app, number) == state
        for one in (VOTE, RETRACT):
            check(app, sign_in, one, on_the_agenda, (ARNE, MO, "an", "bert"))
