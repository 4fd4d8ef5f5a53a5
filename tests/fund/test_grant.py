"""Granting: what the rule gives, once, with all that was known at that moment."""

import datetime as dt

from sqlalchemy import select

from books.models import LedgerEntry
from books.queries import verify
from core import clock
from core.db import db, transaction
from tests.fund import desk
from tests.inspector import Page


def test_the_first_button_grants_what_the_rule_gives(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    page = desk.seen(bert, desk.grant(bert, request_id))
    assert "2026-0001: € 100,00 toegekend." in page.text()
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.outcome) == ("granted", "granted")
        assert request.granted_cents == desk.committed() == 10_000


def test_the_next_request_by_term_opens_with_the_focus_on_its_heading(app, world, sign_in):
    first = desk.filed(app, world)
    second = desk.filed(app, world, "zoë")
    bert = sign_in("bert")
    answer = desk.grant(bert, first)
    assert answer.location == f"/worklist/{second}"
    heading = bert.page(answer.location).by_id("page-title")
    assert heading.tag == "h1"
    assert heading.get("data-focus") is not None


def test_after_the_last_one_the_worklist_says_so(app, world, sign_in):
    bert = sign_in("bert")
    page = desk.seen(bert, desk.grant(bert, desk.filed(app, world)))
    assert "Niets te beslissen. Mooi." in page.text()


def test_the_decision_freezes_all_that_was_known(app, world, sign_in):
    request_id = desk.filed(app, world, others={"health_fund": 3_000})
    desk.grant(sign_in("bert"), request_id)
    with app.app_context():
        decision = desk.decision_of(request_id)
        request = desk.request_of(request_id)
        assert (decision.number, decision.body, decision.capacity) == (1, "approver", "approver")
        assert decision.decided_by_id == world.people["bert"]
        assert decision.facts["other_payers"] == [{"payer": "health_fund", "cents": 3000}]
        assert [line["kind"] for line in decision.lines][:2] == ["cost", "other_payer"]
        assert decision.caps[0]["left_before_cents"] == 10_000
        assert decision.caps[0]["left_after_cents"] == 0
        assert decision.request_version_id == request.versions[0].id
        assert decision.rule_version_id == request.versions[0].rule_version_id
        assert decision.assessed_cents == request.proposed_cents


def test_the_decision_freezes_the_budget_with_its_shares(app, world, sign_in):
    request_id = desk.filed(app, world)
    desk.grant(sign_in("bert"), request_id)
    with app.app_context():
        held = desk.decision_of(request_id).budget
        assert (held["before_cents"], held["after_cents"]) == (0, 10_000)
        assert (held["year"], held["amount_cents"]) == (2026, 1_500_000)
        assert held["shares"] == [{"source": "drawing_right", "cents": 10_000}]


def test_the_decision_freezes_every_leaf_of_the_figures(app, world, sign_in):
    request_id = desk.filed(app, world)
    desk.grant(sign_in("bert"), request_id)
    with app.app_context():
        one = desk.decision_of(request_id)
        assert (one.booked_quarter, one.leaf_neighbourhood) == ("2026Q4", "Winterslag")
        assert (one.leaf_sector, one.leaf_age_band) == ("youth", "6-11")
        assert (one.leaf_household_type, one.leaf_kind) == ("one_parent", "fund")
        assert (one.leaf_again, one.leaf_provider_type) == ("first", "youth_movement")
        assert one.leaf_funding_source == "drawing_right"
        assert one.unit_household_id == desk.request_of(request_id).household_id


def test_a_second_decision_for_the_same_client_counts_as_again(app, world, sign_in):
    bert = sign_in("bert")
    desk.grant(bert, desk.filed(app, world, cost_cents=2_000))
    later = desk.filed(app, world, cost_cents=2_000, activity_id=None, category="course",
                       what="Cursus", provider_name="Onbekend")  # fmt: skip
    desk.grant(bert, later)
    with app.app_context():
        one = desk.decision_of(later)
        assert (one.leaf_again, one.leaf_provider_type) == ("again", "other")
        assert one.leaf_provider_id is None


def test_the_ledger_the_balance_and_the_grants_agree(app, world, sign_in):
    bert = sign_in("bert")
    granted = [desk.filed(app, world, who, cost_cents=5_000) for who in ("noor", "emir", "zoë")]
    for request_id in granted:
        desk.grant(bert, request_id)
    with app.app_context():
        assert verify(db.session()) == []
        assert desk.committed() == sum(desk.request_of(i).granted_cents for i in granted)
        causes = set(db.session.scalars(select(LedgerEntry.cause)))
        assert causes == {f"grant:{desk.decision_of(i).id}" for i in granted}


def test_what_changed_for_the_household_meanwhile_is_a_conflict(app, world, sign_in):
    first, second = (desk.filed(app, world, cost_cents=c) for c in (6_000, 8_000))
    bert = sign_in("bert")
    form = bert.page(f"/worklist/{second}").form(f"/worklist/{second}/grant")
    boris = sign_in("boris")
    desk.press(boris, first, "refuse", reason_code="other", reasons="Dubbel gevraagd.")
    answer = bert.post(f"/worklist/{second}/grant", data=form)
    assert answer.status_code == 409
    assert "Het reglement geeft nu € 72,00 in plaats van € 46,00." in Page(answer).text()
    with app.app_context():
        assert desk.request_of(second).status == "submitted"


def test_the_second_approver_sees_who_was_first(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert, boris = sign_in("bert"), sign_in("boris")
    form = boris.page(f"/worklist/{request_id}").form(f"/worklist/{request_id}/grant")
    desk.grant(bert, request_id)
    answer = boris.post(f"/worklist/{request_id}/grant", data=form)
    assert answer.status_code == 409
    assert "Bert Bex" in answer.text
    assert "Iemand anders was u voor" in answer.text
    with app.app_context():
        assert desk.committed() == 10_000


def test_a_spent_budget_is_said_with_what_is_left_and_nothing_is_stored(app, world, sign_in):
    request_id = desk.filed(app, world)
    desk.set_room(app, 4_000)
    answer = desk.grant(sign_in("bert"), request_id)
    assert answer.status_code == 422
    assert "nog maar € 40,00" in Page(answer).text()
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"
        assert desk.committed() == 0
        assert desk.decision_of(request_id) is None


def test_without_a_budget_for_the_year_it_says_whom_to_ask(app, world, sign_in):
    request_id = desk.filed(app, world)
    with desk.days_later(60):
        answer = desk.grant(sign_in("bert"), request_id)
        assert answer.status_code == 422
        assert "nog geen budget voor 2027" in answer.text


def test_the_year_of_the_decision_in_brussels_names_the_budget(app, world, sign_in):
    """23:30 UTC on 31 December is the next year in Brussels."""
    request_id = desk.filed(app, world)
    with clock.at(dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC)):
        answer = desk.grant(sign_in("bert"), request_id)
    assert answer.status_code == 422
    assert "2027" in answer.text


def test_nobody_decides_on_their_own_request_whatever_the_account(app, world, sign_in):
    request_id = desk.filed(app, world, by="an")
    with app.app_context(), transaction():
        desk.second_account(world.people["an"], "an2", "approver")
    an = sign_in("an2")
    page = an.page(f"/worklist/{request_id}")
    assert "Dit is uw eigen aanvraag. Iemand anders beslist erover." in page.text()
    assert not [f for f in page.all("form") if "grant" in f.get("action", "")]
    with app.app_context():
        form = {"version": desk.request_of(request_id).lock_version, "shown_cents": 10_000}
    answer = an.send(f"/worklist/{request_id}/grant", form)
    assert answer.status_code == 422
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"


def test_the_head_reads_but_does_not_decide(app, world, sign_in):
    request_id = desk.filed(app, world)
    hilde = sign_in("hilde")
    assert "Alleen een beslisser beslist" in hilde.page(f"/worklist/{request_id}").text()
    assert hilde.send(f"/worklist/{request_id}/grant", {"version": "1"}).status_code == 404


def test_a_form_without_a_version_is_a_conflict(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    assert bert.send(f"/worklist/{request_id}/grant").status_code == 409


def test_what_the_rule_refuses_cannot_be_granted(app, world, sign_in):
    request_id = desk.filed(app, world, activity_id=None, category="school_trip", what="Uitstap")
    bert = sign_in("bert")
    page = bert.page(f"/worklist/{request_id}")
    assert "Het reglement geeft hier niets." in page.text()
    with app.app_context():
        form = {"version": desk.request_of(request_id).lock_version, "shown_cents": "0"}
    assert bert.send(f"/worklist/{request_id}/grant", form).status_code == 422
