"""Decisions at a bad moment: on what is over or not one's own, with a flood of words, while years or clocks turn."""

import datetime as dt

import pytest
from sqlalchemy import func, select

from books.actions import open_year
from books.models import FundingSource
from core import clock
from core.db import db, transaction
from fund.models import Decision
from intake.requests.models import RequestEvent
from tests.forwarding.test_forward import forwarded
from tests.fund import desk, rule
from tests.inspector import Page
from tests.requests.steps import act

FIVE_THOUSAND_WORDS = "woord " * 5_000
HOURS = dt.timedelta(hours=1)
FULL = {
    "grant": {},
    "amount": {"amount": "50,00", "reasons": "Minder nodig."},
    "refuse": {"reason_code": "other", "reasons": "Past niet."},
    "ask": {"question": "Welke groep?", "to_whom": "worker", "answer_by": "4/12/2026"},
    "send-on": {"to_body": "head_of_service", "why": "Te groot."},
    "step-back": {},
    "confirm": {},
    "send-back": {"why": "Te veel."},
}
# Once it has been seen that it is decided: others may undo or revise it.
STILL_POSSIBLE = ("decided", "step-back")


def over(app, world, sign_in, how):
    """A request that waits for no decision any more, and the form as it stood on Bert's page before."""
    request_id, bert = desk.filed(app, world), sign_in("bert")
    form = bert.page(f"/worklist/{request_id}").form(f"/worklist/{request_id}/grant")
    if how == "withdrawn":
        act(sign_in("an"), request_id, "withdraw", why="Gaat niet door")
    elif how == "forwarded":
        forwarded(sign_in("an"), request_id)
    else:
        desk.grant(sign_in("boris"), request_id)
    return request_id, form, bert


def stored(app):
    with app.app_context():
        wanted = (select(func.count()).select_from(table) for table in (Decision, RequestEvent))
        return [db.session.scalar(one) for one in wanted] + [desk.committed()]


@pytest.mark.parametrize("how", ["withdrawn", "decided", "forwarded"])
@pytest.mark.parametrize("act_name", FULL)
def test_nothing_is_done_to_what_is_over(app, world, sign_in, how, act_name):
    request_id, form, bert = over(app, world, sign_in, how)
    before = stored(app)
    with app.app_context():
        now = desk.request_of(request_id).lock_version
    versions = [form["version"]]
    if (how, act_name) != STILL_POSSIBLE:
        versions.append(str(now))  # as if it had been seen since
    for version in versions:
        typed = form | FULL[act_name] | {"version": version}
        answer = bert.post(f"/worklist/{request_id}/{act_name}", data=typed)
        assert answer.status_code == 409, version
    assert stored(app) == before


@pytest.mark.parametrize("act_name", FULL)
def test_what_one_stepped_back_from_is_not_there(app, world, sign_in, act_name):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    form = bert.page(f"/worklist/{request_id}").form(f"/worklist/{request_id}/grant")
    desk.press(bert, request_id, "step-back")
    before = stored(app)
    answer = bert.post(f"/worklist/{request_id}/{act_name}", data=form | FULL[act_name])
    assert answer.status_code == 404
    assert stored(app) == before


@pytest.mark.parametrize(
    ("act_name", "field"),
    [("amount", "reasons"), ("refuse", "reasons"), ("ask", "question"), ("send-on", "why")],
)
def test_five_thousand_words_are_refused_and_kept_whole(app, world, sign_in, act_name, field):
    request_id = desk.filed(app, world)
    typed = FULL[act_name] | {field: FIVE_THOUSAND_WORDS}
    answer = desk.press(sign_in("bert"), request_id, act_name, **typed)
    assert answer.status_code == 422
    form = Page(answer).form(f"/worklist/{request_id}/{act_name}")
    assert form[field].split() == FIVE_THOUSAND_WORDS.split()
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"


@pytest.fixture
def ruled(app, world, sign_in):
    """Bert ruled first, on the last day of the year."""
    rule.says(app, "second_above = 80")
    request_id = desk.filed(app, world)
    with clock.at(dt.datetime(2026, 12, 31, 15, tzinfo=dt.UTC)):
        assert desk.grant(sign_in("bert"), request_id).status_code == 303
    return request_id


def on_new_year():
    return clock.at(dt.datetime(2027, 1, 4, 9, tzinfo=dt.UTC))


def test_when_the_year_turns_before_the_second_the_new_years_budget_pays(app, sign_in, ruled):
    with app.app_context(), transaction():
        sources = db.session.scalars(select(FundingSource).order_by(FundingSource.id)).all()
        open_year(2027, "client_aid", [(sources[0], 50_000)])
    with on_new_year():
        assert desk.press(sign_in("boris"), ruled, "confirm").status_code == 303
    with app.app_context():
        decision = desk.decision_of(ruled)
        assert (decision.budget["year"], decision.booked_quarter) == (2027, "2027Q1")
        assert decision.budget["after_cents"] == 10_000


def test_without_a_budget_for_the_new_year_it_waits_on(app, sign_in, ruled):
    with on_new_year():
        answer = desk.press(sign_in("boris"), ruled, "confirm")
    assert answer.status_code == 422
    assert "nog geen budget voor 2027" in answer.text
    with app.app_context():
        assert (desk.request_of(ruled).status, desk.committed()) == ("confirming", 0)


def test_a_clock_that_is_set_back_before_the_second_changes_nothing(app, sign_in, ruled):
    """What was decided keeps the order in which it happened."""
    assert desk.press(sign_in("boris"), ruled, "confirm").status_code == 303
    with app.app_context():
        verbs = [one.verb for one in desk.request_of(ruled).events]
        assert verbs == ["submit", "give_first", "grant"]
        assert desk.committed() == 10_000


def test_an_answer_before_its_question_takes_no_day_away(app, world, sign_in):
    request_id = desk.filed(app, world)
    with desk.days_later(3):
        desk.press(sign_in("bert"), request_id, "ask", question="Welke groep?")
    with desk.days_later(1):  # somebody set the clock back
        act(sign_in("an"), request_id, "answer", text="De jongste.")
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.waited_days) == ("submitted", 0)
        assert request.shown_due_on == request.legal_due_on


def test_a_decision_before_its_request_is_a_decision_all_the_same(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    with clock.at(clock.now() - 2 * HOURS):
        assert desk.grant(bert, request_id).status_code == 303
        assert "€ 100,00" in bert.page(f"/worklist/{request_id}").text()
        assert bert.page("/decided").by_id(f"sent-{desk.decision_id(app, request_id)}") is not None
