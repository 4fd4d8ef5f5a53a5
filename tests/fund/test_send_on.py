"""Sending on: another body of the same fund decides, with a reason; it keeps that body until it is decided."""

import pytest

from accounts.notices.models import Notice
from accounts.queries import account_by_username
from core import settings
from core.db import db, transaction
from fund.claims.models import Claim
from fund.models import Decision
from fund.setup.choices import BODY
from fund.together.actions import line_if_clean
from intake.requests.models import RequestEvent
from tests.fund import desk, rule
from tests.inspector import Page
from tests.requests.steps import act

COUNCIL, AID = 'rests_on = "council_rule"', 'rests_on = "individual_aid"'
HEAD = "head_of_service"
WHY = "De vraag raakt aan het beleid."
# Up to 50 euro staff decides, above it the head.
BY_AMOUNT = '[[schemes.cultuurfonds.decide]]\nbody = "staff"\nwhen.amount = { lte = 50 }\n'


def sent(client, request_id, to_body=HEAD, why=WHY):
    return desk.press(client, request_id, "send-on", to_body=to_body, why=why)


def offered(page):
    return [one.get("value") for one in page.by_id("to-body").iter("option") if one.get("value")]


def test_the_other_body_decides_from_now_on_and_the_page_says_why(app, world, sign_in):
    rule.says(app, COUNCIL)
    request_id, bert, hilde = desk.filed(app, world), sign_in("bert"), sign_in("hilde")
    due_on = due(app, request_id)
    answer = sent(bert, request_id)
    assert "een ander orgaan beslist er nu over" in desk.seen(bert, answer).text()
    page = bert.page(f"/worklist/{request_id}")
    assert page.by_id("grant") is None
    assert f"Bert Bex, 24/11/2026: naar het diensthoofd: {WHY}" in page.text()
    assert bert.post(f"/worklist/{request_id}/grant", data=rule.token(bert)).status_code == 404
    assert "Niets te beslissen" in bert.page("/worklist").text()
    assert f"naar het diensthoofd: {WHY}" in sign_in("an").page(f"/requests/{request_id}").text()
    assert due(app, request_id) == due_on
    assert desk.grant(hilde, request_id).status_code == 303
    assert rule.columns(app, request_id, Decision, "body", "capacity") == [HEAD, "head"]


def due(app, request_id):
    with app.app_context():
        request = desk.request_of(request_id)
        return request.legal_due_on, request.waited_days, request.status


def test_it_keeps_the_body_where_the_amount_names_another(app, world, sign_in):
    rule.says(app, COUNCIL, more=BY_AMOUNT, many=True, body=HEAD)
    request_id = desk.filed(app, world, cost_cents=5_000)
    sent(sign_in("bert"), request_id)
    assert sign_in("bert").page(f"/worklist/{request_id}").by_id("grant") is None
    assert "2026-0001" in sign_in("hilde").page("/worklist").text()
    assert desk.grant(sign_in("hilde"), request_id).status_code == 303


def test_an_answer_does_not_send_it_back_to_the_body_of_the_rule(app, world, sign_in):
    rule.says(app, COUNCIL)
    request_id, bert = desk.filed(app, world), sign_in("bert")
    desk.press(bert, request_id, "ask", question="Is er een factuur?")
    sent(bert, request_id)
    act(sign_in("an"), request_id, "answer", text="Ja, gezien.")
    with app.app_context():
        assert desk.request_of(request_id).body == HEAD
    assert desk.grant(sign_in("hilde"), request_id).status_code == 303


def test_nobody_reads_it_any_more_and_the_other_body_is_told(app, world, sign_in):
    rule.says(app, COUNCIL)
    request_id, bert = desk.filed(app, world), sign_in("bert")
    bert.post(f"/worklist/{request_id}/claim", data=rule.token(bert))
    sent(bert, request_id)
    with app.app_context():
        assert db.session.query(Claim).count() == 0
        told = db.session.query(Notice).filter_by(kind="request.sent_on", read_at=None).all()
        assert [one.person_id for one in told] == [world.people["hilde"]]
    assert "naar u doorgestuurd" in sign_in("hilde").page("/notices").text()
    desk.grant(sign_in("hilde"), request_id)
    with app.app_context():
        assert db.session.query(Notice).filter_by(kind="request.sent_on", read_at=None).all() == []


@pytest.mark.parametrize(
    ("basis", "body", "words"),
    [
        (AID, "bcsd", ["subcommittee"]),
        (COUNCIL, "approver", ["bcsd", HEAD, "partner", "social_service", "staff", "town"]),
        (COUNCIL, "staff", ["approver", "bcsd", HEAD, "partner", "social_service", "town"]),
    ],
)
def test_only_bodies_that_the_basis_allows_are_offered(app, world, sign_in, basis, body, words):
    rule.says(app, basis, body=body)
    rule.keeps_no_meetings(app)
    request_id = desk.filed(app, world)
    assert offered(sign_in("bert").page(f"/worklist/{request_id}")) == words


@pytest.mark.parametrize(
    ("basis", "body", "to_body"),
    [
        (AID, "bcsd", HEAD),
        (AID, "bcsd", "bcsd"),
        (COUNCIL, "approver", "subcommittee"),
        (COUNCIL, "approver", "approver"),
        (COUNCIL, "approver", "worker"),
        (COUNCIL, "approver", "mars"),
    ],
)
def test_a_forbidden_body_or_the_same_one_is_refused(app, world, sign_in, basis, body, to_body):
    rule.says(app, basis, body=body)
    rule.keeps_no_meetings(app)
    request_id, bert = desk.filed(app, world), sign_in("bert")
    answer = sent(bert, request_id, to_body)
    assert answer.status_code == 422
    assert "Dit orgaan kan hier niet over beslissen." in Page(answer).text()
    with app.app_context():
        assert desk.request_of(request_id).sent_to == ""


@pytest.mark.parametrize("why", ["nobody has the role", "she worked on it"])
def test_a_body_for_which_nobody_may_decide_is_refused(app, world, sign_in, why):
    rule.says(app, COUNCIL)
    request_id, bert = desk.filed(app, world), sign_in("bert")
    with app.app_context(), transaction():
        if why == "nobody has the role":
            db.session.query(desk.RoleGrant).filter_by(role="head").delete()
        else:
            desk.request_of(request_id).worker_id = world.people["hilde"]
    answer = sent(bert, request_id)
    assert answer.status_code == 422
    assert "Niemand beslist hier voor dit orgaan." in Page(answer).text()


def test_what_the_centre_decides_itself_is_no_other_body(app, world, sign_in):
    with app.app_context(), transaction():
        settings.put(BODY, "head", by=world.people["bea"])
    request_id, hilde = desk.filed(app, world), sign_in("hilde")
    assert "approver" not in offered(hilde.page(f"/worklist/{request_id}"))
    sent(hilde, request_id, "staff")
    assert desk.grant(sign_in("bert"), request_id).status_code == 303


def test_it_can_be_sent_on_once_more_and_back(app, world, sign_in):
    rule.says(app, COUNCIL)
    request_id = desk.filed(app, world)
    sent(sign_in("bert"), request_id)
    sent(sign_in("hilde"), request_id, "approver", "Dit kan gewoon.")
    page = sign_in("bert").page(f"/worklist/{request_id}").text()
    assert "Hilde Hox, 24/11/2026: naar de beslisser: Dit kan gewoon." in page
    assert desk.grant(sign_in("bert"), request_id).status_code == 303
    with app.app_context():
        verbs = [one.verb for one in db.session.query(RequestEvent).order_by(RequestEvent.id)]
        assert verbs == ["submit", "send_on", "send_on", "grant"]


@pytest.mark.parametrize("missing", ["to_body", "why"])
def test_a_body_and_a_reason_are_needed(app, world, sign_in, missing):
    rule.says(app, COUNCIL)
    request_id = desk.filed(app, world)
    answer = sent(sign_in("bert"), request_id, **{missing: " "})
    assert answer.status_code == 422
    assert Page(answer).by_id("seldom").get("open") is not None


def test_what_is_decided_or_withdrawn_meanwhile_is_a_conflict(app, world, sign_in):
    rule.says(app, COUNCIL)
    for end in ("grant", "withdraw"):
        request_id, bert = desk.filed(app, world), sign_in("bert")
        address = f"/worklist/{request_id}/send-on"
        form = bert.page(f"/worklist/{request_id}").form(address)
        if end == "grant":
            desk.grant(sign_in("boris"), request_id)
        else:
            act(sign_in("an"), request_id, "withdraw", why="Gaat niet door")
        for version in (form["version"], str(int(form["version"]) + 1)):
            typed = form | {"to_body": HEAD, "why": WHY, "version": version}
            assert bert.post(address, data=typed).status_code == 409


def test_the_counter_is_no_way_round_it(app, world, sign_in):
    rule.says(app, f"{COUNCIL}\ncounter_up_to = 200")
    request_id, an = desk.filed(app, world), sign_in("an")
    form = an.page(f"/requests/{request_id}").form(f"/requests/{request_id}/counter")
    sent(sign_in("bert"), request_id)
    with app.app_context():
        form["version"] = str(desk.request_of(request_id).lock_version)
    assert an.post(f"/requests/{request_id}/counter", data=form).status_code == 404


def test_it_is_not_decided_together_without_a_look(app, world, sign_in):
    rule.says(app, COUNCIL)
    seen = {"evidence_seen": ("invoice",), "cost_cents": 1_000}
    left, gone = desk.filed(app, world, "emir", **seen), desk.filed(app, world, **seen)
    sent(sign_in("bert"), gone, "staff")
    with app.app_context():
        bert = account_by_username("bert")
        lines = [line_if_clean(desk.request_of(one), bert) for one in (left, gone)]
        assert [line is not None for line in lines] == [True, False]
        db.session.rollback()


def test_one_who_only_departs_alone_by_the_rule_still_does(app, world, sign_in):
    rule.says(app, f'{COUNCIL}\ndeviation_body = "head_of_service"')
    request_id, bert = desk.filed(app, world), sign_in("bert")
    sent(bert, request_id, "staff")
    answer = desk.press(bert, request_id, "amount", amount="50", reasons="minder nodig")
    assert answer.status_code == 422
    assert "Hier beslist alleen dit orgaan: Het diensthoofd" in Page(answer).text()
