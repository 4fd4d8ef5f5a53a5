"""The counter: under a council rule the worker grants what the rule gives, and an approver sees it the next day."""

import pytest
from sqlalchemy import select

from accounts.models import Account
from core.db import db, transaction
from fund.bodies.queries import touched_by
from fund.counter.models import CounterLook
from fund.models import Decision
from payout.models import Voucher
from tests.fund import desk, rule
from tests.inspector import Page

UP_TO_100 = 'rests_on = "council_rule"\ncounter_up_to = 100'
FREE = "registers_free_discounts = true"


def seen_proof(app, request_id):
    """The invoice that the rule asks was shown at filing."""
    with app.app_context(), transaction():
        version = desk.request_of(request_id).versions[0]
        version.facts = version.facts | {"evidence_seen": ["invoice"]}


@pytest.fixture
def asked(app, world):
    """100 euro for Noor, with its bill."""
    rule.says(app, UP_TO_100)
    request_id = desk.filed(app, world)
    seen_proof(app, request_id)
    return request_id


def at_counter(browser, request_id, **typed):
    path = f"/requests/{request_id}/counter"
    return browser.post(path, data=browser.page(f"/requests/{request_id}").form(path) | typed)


def test_the_worker_grants_exactly_what_the_rule_gives(app, world, sign_in, asked):
    assert at_counter(sign_in("an"), asked).status_code == 303
    found = rule.columns(app, asked, Decision, "decided_by_id", "capacity", "granted_cents")
    assert found == [world.people["an"], "counter", 10_000]
    with app.app_context():
        assert (desk.request_of(asked).status, desk.committed()) == ("granted", 10_000)
        assert world.people["an"] in touched_by(desk.request_of(asked))


@pytest.mark.parametrize("shown", ["9999", "10001", "0", "-1", "x"])
def test_never_more_and_never_less(app, sign_in, asked, shown):
    assert at_counter(sign_in("an"), asked, shown_cents=shown).status_code == 409
    with app.app_context():
        assert desk.request_of(asked).status == "submitted"


@pytest.mark.parametrize(
    "basis",
    ["second_above = 500", UP_TO_100.replace("100", "99.99"), f"{UP_TO_100}\nsecond_above = 50"],
)
def test_only_where_the_rule_lets_and_up_to_its_amount(app, world, sign_in, asked_under, basis):
    an, request_id = sign_in("an"), asked_under(basis)
    form = {"version": "1", "shown_cents": "10000"} | rule.token(an)
    assert an.post(f"/requests/{request_id}/counter", data=form).status_code in {404, 409, 422}
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"


@pytest.fixture
def asked_under(app, world):
    def file(basis):
        rule.says(app, basis)
        request_id = desk.filed(app, world)
        seen_proof(app, request_id)
        return request_id

    return file


def test_without_the_proof_it_goes_to_an_approver(app, world, sign_in):
    rule.says(app, UP_TO_100)
    request_id = desk.filed(app, world)
    answer = at_counter(sign_in("an"), request_id)
    assert answer.status_code == 422
    assert "Een beslisser beslist hierover" in Page(answer).text()


def test_another_team_and_an_approver_have_no_counter(app, sign_in, asked):
    for who in ("arne", "bert", "hilde"):
        browser = sign_in(who)
        form = {"version": "1", "shown_cents": "10000"} | rule.token(browser)
        assert browser.post(f"/requests/{asked}/counter", data=form).status_code == 404


def test_an_approver_sees_the_list_and_marks_it_with_trace(app, world, sign_in, asked):
    at_counter(sign_in("an"), asked)
    bert = sign_in("bert")
    assert "1 toekenning aan het loket te bekijken" in bert.page("/worklist").text()
    page = bert.page("/counter")
    assert "An Aerts" in page.text()
    assert bert.post("/counter/seen", data=page.form("/counter/seen")).status_code == 303
    assert "Niets te bekijken" in bert.page("/counter").text()
    assert "Bert Bex" in bert.page("/counter?state=all").text()
    with app.app_context():
        assert db.session.scalars(select(CounterLook)).one().seen_by_id == world.people["bert"]


def test_nobody_marks_an_own_grant_as_seen(app, world, sign_in, asked):
    at_counter(sign_in("an"), asked)
    with app.app_context(), transaction():
        desk.second_account(world.people["an"], "an-beslist", "approver")
    twin = sign_in("an-beslist")
    twin.post("/counter/seen", data=twin.page("/counter").form("/counter/seen"))
    with app.app_context():
        assert db.session.scalars(select(CounterLook)).all() == []


def test_seen_twice_is_seen_once_and_what_is_no_counters_is_not_seen(app, world, sign_in, asked):
    at_counter(sign_in("an"), asked)
    bert = sign_in("bert")
    other = desk.filed(app, world, "zoë", cost_cents=500)
    desk.grant(bert, other)
    form = bert.page("/counter").form("/counter/seen")
    numbers = [form["decision"], form["decision"], str(desk.decision_id(app, other)), "x"]
    for _time in range(2):
        bert.post("/counter/seen", data=form | {"decision": numbers})
    with app.app_context():
        assert len(db.session.scalars(select(CounterLook)).all()) == 1


def test_an_approver_can_take_it_back_and_its_worker_cannot(app, world, sign_in, asked):
    at_counter(sign_in("an"), asked)
    with app.app_context(), transaction():
        desk.second_account(world.people["an"], "an-beslist", "approver")
    bert = sign_in("bert")
    assert sign_in("an-beslist").page(f"/worklist/{asked}").by_id("undo") is None
    assert desk.undo(bert, asked).status_code == 303
    with app.app_context():
        assert desk.committed() == 0


def test_a_second_click_does_nothing_more(app, sign_in, asked):
    an, path = sign_in("an"), f"/requests/{asked}/counter"
    form = an.page(f"/requests/{asked}").form(path)
    assert [an.post(path, data=form).status_code for _ in range(2)] == [303, 409]
    with app.app_context():
        assert desk.committed() == 10_000


def test_a_discount_that_costs_nothing_is_registered_at_filing_with_its_proof(app, world, sign_in):
    rule.says(app, FREE, scheme=rule.DISCOUNT)
    with app.app_context(), transaction():
        desk.agree(client=50, provider=50, network=0)
    request_id = desk.discount(app, world)
    found = rule.columns(app, request_id, Decision, "capacity", "granted_cents", "outcome")
    assert found == ["registered", 0, "granted"]
    with app.app_context():
        assert [one.verb for one in desk.request_of(request_id).events] == ["submit", "register"]
        assert db.session.scalars(select(Voucher)).one().revoked_at is None
        assert db.session.get_one(Account, world.accounts["an"]) is not None


def test_one_that_costs_something_waits_for_its_decision(app, world):
    rule.says(app, FREE, scheme=rule.DISCOUNT)
    request_id = desk.discount(app, world)
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"
