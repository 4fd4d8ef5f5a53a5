"""Which body decides: by rule, by amount, by the centre's setup; and what a deviation asks."""

import datetime as dt

import pytest

from accounts.queries import account_by_username
from core import settings
from core.db import transaction
from core.errors import RuleBroken
from fund.bodies.deciding import Centre, deciding_of, terms_of
from fund.models import Decision
from fund.rules.actions import enact
from fund.setup.choices import BASIS, BODY
from regulation.versions.actions import bring_in
from regulation.vocabulary.rules import Basis, Ground, TimeLimits
from tests.fund import desk, rule
from tests.inspector import Page
from tests.regulation.build import rules
from tests.requests.steps import act
from tests.world import COUNCIL as COUNCIL_SAYS

HEAD = {"body": "head_of_service"}
COUNCIL = 'rests_on = "council_rule"'


def test_the_head_decides_where_the_rule_says_so_and_an_approver_only_looks(app, world, sign_in):
    rule.says(app, COUNCIL, **HEAD)
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    page = bert.page(f"/worklist/{request_id}")
    assert "Het diensthoofd (art. 9)" in page.text()
    assert page.by_id("grant") is None
    assert bert.post(f"/worklist/{request_id}/grant", data=rule.token(bert)).status_code == 404
    assert "Niets te beslissen" in bert.page("/worklist").text()
    assert desk.grant(sign_in("hilde"), request_id).status_code == 303
    found = rule.columns(app, request_id, Decision, "body", "capacity")
    assert found == ["head_of_service", "head"]


def test_what_a_committee_decided_is_written_down_by_an_approver(app, world, sign_in):
    rule.says(app, 'rests_on = "individual_aid"', body="bcsd")
    rule.keeps_no_meetings(app)
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    assert "Noteer hier wat er beslist is." in bert.page(f"/worklist/{request_id}").text()
    assert "voor een zitting" in bert.page("/worklist").text()
    assert sign_in("hilde").page(f"/worklist/{request_id}").by_id("grant") is None
    assert desk.grant(bert, request_id).status_code == 303
    found = rule.columns(app, request_id, Decision, "body", "capacity")
    assert found == ["bcsd", "for_meeting"]


def test_the_setup_counts_where_the_rule_leaves_it_open(app, world, sign_in):
    with app.app_context(), transaction():
        settings.put(BASIS, "council_rule", by=world.people["bea"])
        settings.put(BODY, "head", by=world.people["bea"])
    request_id = desk.filed(app, world)
    assert sign_in("bert").page(f"/worklist/{request_id}").by_id("grant") is None
    assert desk.grant(sign_in("hilde"), request_id).status_code == 303


def test_with_no_basis_and_no_route_approvers_decide_as_before(app, world, sign_in):
    request_id = desk.filed(app, world)
    assert "De beslisser (art. 9)" in sign_in("bert").page(f"/worklist/{request_id}").text()
    desk.grant(sign_in("bert"), request_id)
    found = rule.columns(app, request_id, Decision, "body", "capacity", "on_behalf_of_id")
    assert found == ["approver", "approver", None]


def test_only_the_body_that_the_rule_names_gives_another_amount(app, world, sign_in):
    rule.says(app, f'{COUNCIL}\ndeviation_body = "head_of_service"')
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    answer = desk.press(bert, request_id, "amount", amount="50", reasons="minder nodig")
    assert answer.status_code == 422
    assert "Hier beslist alleen dit orgaan: Het diensthoofd" in Page(answer).text()
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"
    assert desk.grant(bert, request_id).status_code == 303


@pytest.mark.parametrize(("cost", "who"), [(5_000, "bert"), (18_000, "hilde")])
def test_the_amount_of_the_grant_chooses_the_body(app, world, sign_in, cost, who):
    route = '[[schemes.cultuurfonds.decide]]\nbody = "staff"\nwhen.amount = { lte = 50 }\n'
    rule.says(app, COUNCIL, more=route, many=True, **HEAD)
    request_id = desk.filed(app, world, cost_cents=cost)
    others = {"bert", "hilde"} - {who}
    assert sign_in(who).page(f"/worklist/{request_id}").by_id("grant") is not None
    assert sign_in(others.pop()).page(f"/worklist/{request_id}").by_id("grant") is None


def test_when_a_cap_changes_the_amount_the_other_body_decides(app, world, sign_in):
    """55 beside an open request of 45, 100 once that is gone: the head's, whatever stands on it."""
    route = '[[schemes.cultuurfonds.decide]]\nbody = "staff"\nwhen.amount = { lte = 50 }\n'
    rule.says(app, COUNCIL, more=route, many=True, **HEAD)
    before, request_id = desk.filed(app, world, cost_cents=5_000), desk.filed(app, world)
    assert sign_in("bert").page(f"/worklist/{request_id}").by_id("grant") is None
    act(sign_in("an"), before, "withdraw", why="Gaat niet door")
    with app.app_context(), transaction():
        desk.request_of(request_id).body = "staff"
    assert desk.grant(sign_in("hilde"), request_id).status_code == 303


def scheme(**said):
    return rules(**said).schemes["fund"]


def test_terms_and_remedy_follow_from_the_basis_and_the_rule_goes_first():
    law = terms_of(scheme(basis=Basis(rests_on=Ground.INDIVIDUAL_AID)), Centre())
    assert (law.decide_days, law.notify_days) == (30, 8)
    assert (law.appeal_months, law.appeal_to) == (3, "labour_court")
    own = TimeLimits(decide_days=20, appeal_to="town", appeal_months=1, next_working_day=True)
    council = terms_of(scheme(basis=Basis(rests_on=Ground.COUNCIL_RULE), time_limits=own), Centre())
    assert (council.decide_days, council.appeal_to, council.appeal_months) == (20, "town", 1)
    assert (council.notify_days, council.next_working_day) == (None, True)
    assert terms_of(scheme(), Centre(basis="individual_aid")) == law


@pytest.mark.parametrize("stated", [None, Ground.INDIVIDUAL_AID])
def test_no_counter_without_a_council_rule(stated):
    basis = Basis(rests_on=stated, counter_up_to_cents=5_000)
    centre = Centre(basis="individual_aid")
    assert deciding_of(scheme(basis=basis), "", "", centre).counter_up_to_cents is None


@pytest.mark.parametrize(
    ("limits", "due_on"),
    [
        ("decide_days = 20", dt.date(2026, 12, 14)),
        # 24 November and 31 days is Christmas: the next working day is Monday the 28th.
        ("decide_days = 31\nnext_working_day = true", dt.date(2026, 12, 28)),
        ("decide_days = 31", dt.date(2026, 12, 25)),
        ("next_working_day = true", dt.date(2026, 12, 24)),
    ],
)
def test_the_term_is_that_of_the_rule(app, world, limits, due_on):
    rule.says(app, COUNCIL, more=f"[schemes.cultuurfonds.time_limits]\n{limits}\n")
    request_id = desk.filed(app, world)
    with app.app_context():
        assert desk.request_of(request_id).legal_due_on == due_on


def test_a_rule_does_not_enter_into_force_against_the_basis_of_the_setup(app, world):
    with app.app_context(), transaction():
        settings.put(BASIS, "individual_aid", by=world.people["bea"])
        version = bring_in(rule.text_of("second_above = 50", **HEAD), by=None)
        said = {"by": account_by_username("bea"), "council": COUNCIL_SAYS}
        with pytest.raises(RuleBroken, match="diensthoofd"):
            enact(version, from_on=dt.date(2027, 1, 1), **said)
