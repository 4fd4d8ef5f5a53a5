"""On what ground is asked back stands with the decision: on the pages, in the record, in the file for the court."""

import json

import pytest
from sqlalchemy import update

from core.db import db, transaction
from fund.models import Decision
from fund.records.canonical import canonical, hash_of
from fund.records.checking import check_all
from tests.appeals.desk import came_in, made, read
from tests.fund import desk
from tests.fund.test_revise import granted_and_sent, revised
from tests.meetings import desk as meetings
from tests.meetings.test_urgent import in_session, spent, urgently

GROUND = "geld dat een ander voor dezelfde kosten betaalde"
# What the records held that were sealed before the ground of a recovery was kept.
FORMER = {
    *("format", "request", "decided_at", "known", "rule", "number", "decided_by_id", "body"),
    *("capacity", "on_behalf_of_id", "revises_id", "outcome", "assessed_outcome", "facts"),
    *("assessed_cents", "granted_cents", "deviates_from", "reason_code", "article"),
    *("reasons", "lines", "caps", "budget"),
}


@pytest.fixture
def asked_back(app, world, sign_in):
    """Of 100 euro that were granted 80 were paid, and 30 are granted now."""
    request_id, bert = granted_and_sent(app, world, sign_in)
    with app.app_context(), transaction():
        desk.request_of(request_id).paid_cents = 8_000
    answer = revised(bert, request_id, ruling="grant", amount="30,00", ground="other_payer")
    assert answer.status_code == 303
    return request_id


def test_the_pages_the_record_and_the_paper_for_the_central_file_say_it(app, asked_back, sign_in):
    with app.app_context():
        first, second = db.session.query(Decision).order_by(Decision.number)
        assert (first.recovery_cents, first.recovery_ground) == (0, "")
        assert (second.recovery_cents, second.recovery_ground) == (5_000, "other_payer")
    for who, path in (
        ("bert", f"/worklist/{asked_back}"),
        ("an", f"/requests/{asked_back}"),
        ("an", f"/decisions/{asked_back}/record"),
    ):
        text = sign_in(who).page(path).text().replace("\xa0", " ")
        assert "Teruggevorderd € 50,00" in text, path
        assert text.count(f"Op welke grond {GROUND}") == 1, path


def test_it_is_in_the_file_for_the_court(app, asked_back):
    with app.app_context():
        appeal_id = came_in(asked_back)[0]
        made(appeal_id)
        assert GROUND not in read(appeal_id, "4-beslissing-01.pdf")
        assert GROUND in read(appeal_id, "4-beslissing-02.pdf")


def test_where_nothing_comes_back_no_page_speaks_of_it(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in)
    assert revised(bert, request_id, ruling="grant", amount="30,00").status_code == 303
    for path in (f"/worklist/{request_id}", f"/requests/{request_id}"):
        assert "Op welke grond" not in bert.page(path).text()


def test_of_an_urgent_grant_that_was_not_ratified_it_stands_there_too(app, world, sign_in):
    meetings.committee(app, chair="bert")
    request_id = desk.filed(app, world, cost_cents=1_000, evidence_seen=("invoice",))
    bert, sara = sign_in("bert"), sign_in("sara")
    meetings.done(urgently(bert, request_id))
    spent(app, request_id, 400)
    meeting_id, one = in_session(app, sara, request_id)
    against = {"for_n": "0", "against_n": "4", "reasons": "De school betaalde al."}
    with desk.days_later(9):
        typed = against | {"recover": "3", "ground": "other_payer"}
        meetings.done(meetings.press(sara, one, "vote", **typed))
        meetings.done(meetings.send(sara, meeting_id, "close"))
    for who, path in (
        ("bert", f"/worklist/{request_id}"),
        ("an", f"/requests/{request_id}"),
        ("an", f"/decisions/{request_id}/record"),
        ("sara", f"/meetings/items/{one}"),
    ):
        text = sign_in(who).page(path).text().replace("\xa0", " ")
        assert "Teruggevorderd € 3,00" in text, path
        assert f"Op welke grond {GROUND}" in text, path
    with app.app_context():
        assert check_all().changed == []  # the record of the chair's decision is as it was sealed


@pytest.mark.parametrize(
    "changed", [{"recovery_ground": "error"}, {"recovery_cents": 1}, {"record_format": 1}]
)
def test_a_ground_that_is_changed_later_is_found_out(app, asked_back, changed):
    with app.app_context():
        assert check_all().changed == []
        decision = desk.decision_of(asked_back).id
        with transaction() as session:
            session.execute(update(Decision).where(Decision.id == decision).values(**changed))
        assert check_all().changed == [decision]


def test_a_record_from_before_keeps_the_form_that_its_hash_was_taken_of(app, asked_back):
    with app.app_context(), transaction():
        decision = desk.decision_of(asked_back)
        assert {*FORMER, "recovery_cents", "recovery_ground"} == {*json.loads(canonical(decision))}
        now = hash_of(decision)
        decision.record_format = 1
        held = json.loads(canonical(decision))
        assert {*held} == FORMER
        assert held["format"] == 1
        assert hash_of(decision) != now
