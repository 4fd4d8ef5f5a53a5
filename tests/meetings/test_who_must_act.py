"""Where a committee decides a request waits for the secretary and her agenda, and not for one approver."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.models import RoleGrant
from accounts.queries import account_by_username
from core import clock, settings
from core.db import db, transaction
from fund.claims.actions import take_next
from fund.meetings.choices import AGENDA
from fund.narrowing.filters import PLAIN
from fund.setup.choices import BODY
from intake.requests.recusal.models import Recusal
from tests.counting import queries_of
from tests.fund import desk, rule
from tests.fund.many import many_open
from tests.fund.test_query_counts import WORKLIST
from tests.fund.test_step_back import steps_back
from tests.fund.test_worklist import numbers
from tests.meetings.desk import committee, newcomer
from tests.notices.test_calendar import makes
from tests.telling.desk import DUE_ON, FILED_ON, all_told, days_before, look, unread
from tests.telling.test_deciders import away

SOON = "Aanvraag 2026-0001 (24/12/2026) wacht op een zitting: de wettelijke termijn loopt bijna af."
OVER = "Aanvraag 2026-0001 (24/12/2026) wacht op een zitting: de wettelijke termijn is voorbij."


def both(app, world):
    """One that the committee decides on, and a discount, which an approver does."""
    return desk.filed(app, world, cost_cents=1_000), desk.discount(app, world)


def no_secretary(app):
    with app.app_context(), transaction():
        db.session.query(RoleGrant).filter_by(role="secretary").delete()


@pytest.mark.parametrize("agenda", ["here", "elsewhere"])
def test_one_approver_finds_it_only_with_all_that_is_open(app, world, sign_in, agenda):
    committee(app, agenda=agenda)
    both(app, world)
    bert = sign_in("bert")
    page = bert.page("/worklist")
    assert numbers(page) == ["2026-0002"]
    assert "Wacht op mij 1" in page.text()
    assert "Alles open 2" in page.text()
    page = bert.page("/worklist?state=all")
    assert numbers(page) == ["2026-0001", "2026-0002"]
    assert page.text().count("voor een zitting") == 1


def test_it_is_the_same_where_the_rule_leaves_it_to_the_centre(app, world, sign_in):
    with app.app_context(), transaction():
        settings.put(BODY, "committee", by=None)
        settings.put(AGENDA, "here", by=None)
    both(app, world)
    page = sign_in("bert").page("/worklist")
    assert numbers(page) == []
    assert "Er wacht niets op u." in page.text()
    page = sign_in("bert").page(page.link("Alles open"))
    assert len(numbers(page)) == page.text().count("voor een zitting") == 2


def test_the_next_one_is_never_one_that_a_meeting_votes_on(app, world):
    committee(app)
    _of_committee, of_approver = both(app, world)
    with app.app_context(), transaction():
        assert take_next(by=account_by_username("bert"), filters=PLAIN) == of_approver
        assert take_next(by=account_by_username("boris"), filters=PLAIN) is None


@pytest.mark.parametrize("count", [9, 999])
def test_the_worklist_asks_no_more_for_it(app, world, sign_in, count):
    committee(app)
    many_open(app, both(app, world)[1], count)
    bert = sign_in("bert")
    bert.get("/worklist")
    with queries_of(app) as asked:
        assert bert.get("/worklist").status_code == 200
    assert len(asked) == WORKLIST, "\n".join(asked)


def test_who_steps_back_is_not_told_that_nobody_is_left(app, world, sign_in):
    committee(app)
    with app.app_context(), transaction():
        account_by_username("boris").disabled_at = clock.now()
    bert = sign_in("bert")
    answer = steps_back(bert, desk.filed(app, world))
    assert "Anderen beslissen erover." in desk.seen(bert, answer).text()


@pytest.mark.parametrize("agenda", ["here", "elsewhere"])
def test_the_secretary_hears_each_step_of_a_term_and_approvers_none(app, world, agenda):
    committee(app, agenda=agenda)
    desk.filed(app, world)
    look(app, days_before(10))
    assert SOON in unread(app, "sara")
    look(app, days_before(-1))
    assert [one for one in unread(app, "sara") if "termijn" in one] == [OVER]
    for who, mine, decide in (("an", 1, 0), ("hilde", 0, 1), ("bert", 0, 0), ("mia", 0, 0)):
        assert all_told(app, who, "lapsed.mine") == mine
        assert all_told(app, who, "lapsed.decide") == decide
        assert all_told(app, who, "lapsed.prepare") == 0


@pytest.mark.parametrize(("agenda", "bert"), [("here", 0), ("elsewhere", 0), ("off", 1)])
def test_without_a_secretary_it_is_the_head_or_who_writes_it_down(app, world, agenda, bert):
    committee(app, agenda=agenda)
    no_secretary(app)
    desk.filed(app, world)
    look(app, FILED_ON + dt.timedelta(1))
    look(app, days_before(10))
    assert all_told(app, "bert", "term.decide") == bert
    assert all_told(app, "bert", "worklist.new") == bert
    assert all_told(app, "hilde", "term.decide") == 1
    assert all_told(app, "hilde", "worklist.new_for_meeting") == 1 - bert


def test_of_new_requests_each_hears_those_that_she_can_bring_further(app, world):
    committee(app)
    both(app, world)
    desk.filed(app, world, "emir")
    look(app, FILED_ON + dt.timedelta(1))
    assert unread(app, "sara") == ["Nieuwe aanvragen die op een zitting wachten: 2."]
    assert unread(app, "bert") == ["Nieuwe aanvragen die op een beslissing wachten: 1."]


def test_the_notice_opens_the_request_for_her(app, world, sign_in):
    committee(app)
    request_id, sara = desk.filed(app, world), sign_in("sara")
    look(app, days_before(10))
    page = sara.page("/notices")
    (action,) = [
        one.get("action") for one in page.all("form") if "open" in (one.get("action") or "")
    ]
    answer = sara.post(action, data=page.form(action))
    assert answer.location == f"/requests/{request_id}"
    assert sara.get(answer.location).status_code == 200


def test_what_is_sent_on_to_a_committee_calls_its_secretary(app, world, sign_in):
    rule.says(app, 'rests_on = "council_rule"')
    with app.app_context(), transaction():
        settings.put(AGENDA, "here", by=None)
        newcomer("sara", "Sara Smet", "secretary")
    request_id = desk.filed(app, world)
    answer = desk.press(sign_in("bert"), request_id, "send-on", to_body="bcsd", why="Beleid.")
    assert answer.status_code == 303
    words = "Aanvraag 2026-0001 werd doorgestuurd naar een zitting: zet ze op een agenda."
    assert unread(app, "sara") == [words]
    assert unread(app, "boris") == []


def test_an_approver_who_is_away_keeps_no_meeting_from_deciding(app, world):
    committee(app)
    desk.filed(app, world)
    away(app, world, "bert", "boris")
    away(app, world, "boris", "hilde")
    look(app, FILED_ON + dt.timedelta(1))
    assert all_told(app, "hilde", "decider.nobody_there") == 0


def test_she_reads_the_terms_of_what_meetings_decide_and_no_other(app, world, sign_in, client):
    committee(app)
    request_id, other = both(app, world)
    sara = sign_in("sara")
    feed = makes(sara)
    with clock.at(dt.datetime.combine(DUE_ON + dt.timedelta(1), dt.time(12), clock.BRUSSELS)):
        page = sara.page("/overdue")
        assert page.link("2026-0001") == f"/requests/{request_id}"
        assert "2026-0002" not in page.text()
        assert sara.get(f"/requests/{other}").status_code == 404
        assert page.by_id("appeals") is None
    assert "1 wettelijke termijn loopt af" in client.get(feed).get_data(as_text=True)


@pytest.mark.parametrize("who", ["sara", "bert"])
def test_what_one_stepped_back_from_stands_in_no_list_of_terms(app, world, sign_in, who):
    committee(app)
    request_id, browser = desk.filed(app, world), sign_in(who)
    with app.app_context(), transaction() as session:
        person_id = account_by_username(who).person_id
        at = clock.now()
        session.add(Recusal(request_id=request_id, person_id=person_id, at=at))
    with clock.at(dt.datetime.combine(DUE_ON + dt.timedelta(1), dt.time(12), clock.BRUSSELS)):
        assert "2026-0001" not in browser.page("/overdue").text()
