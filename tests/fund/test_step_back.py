"""Family or acquaintance: who steps back decides no more, sees no more, and cannot undo it alone."""

from accounts.models import Account, RoleGrant
from core.db import db, transaction
from intake.requests.recusal.models import Recusal
from tests.fund import desk, rule


def steps_back(browser, request_id):
    return desk.press(browser, request_id, "step-back")


def test_it_is_taken_away_from_this_person_and_goes_on_with_others(app, world, sign_in):
    request_id, other = desk.filed(app, world), desk.filed(app, world, "zoë")
    bert = sign_in("bert")
    answer = steps_back(bert, request_id)
    assert answer.location == f"/worklist/{other}"
    for path in (f"/worklist/{request_id}", f"/requests/{request_id}"):
        assert bert.get(path).status_code == 404
    assert "U trok zich terug uit 2026-0001." in bert.page("/worklist").text()
    assert "2026-0001" not in bert.page("/worklist").text()
    assert desk.grant(sign_in("boris"), request_id).status_code == 303


def test_it_is_no_history_of_the_household_to_who_stepped_back(app, world, sign_in):
    first, second = desk.filed(app, world), desk.filed(app, world, "lena")
    desk.press(sign_in("bert"), first, "step-back")
    shown = {who: sign_in(who).page(f"/worklist/{second}").text() for who in ("bert", "boris")}
    assert ["2026-0001 niet voor u" in shown[who] for who in ("bert", "boris")] == [True, False]


def test_the_list_says_how_many_are_left(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    steps_back(bert, request_id)
    assert "Niets te beslissen" in bert.page("/worklist").text()


def test_a_form_that_was_open_already_does_nothing(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    form = bert.page(f"/worklist/{request_id}").form(f"/worklist/{request_id}/grant")
    steps_back(bert, request_id)
    assert bert.post(f"/worklist/{request_id}/grant", data=form).status_code == 404
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"


def test_another_account_of_the_same_person_reads_it_no_more_either(app, world, sign_in):
    request_id = desk.filed(app, world)
    with app.app_context(), transaction():
        desk.second_account(world.people["bert"], "bert-twee", "approver")
    steps_back(sign_in("bert"), request_id)
    assert sign_in("bert-twee").get(f"/worklist/{request_id}").status_code == 404


def test_the_trace_tells_who_and_when_to_the_others(app, world, sign_in):
    request_id = desk.filed(app, world)
    steps_back(sign_in("bert"), request_id)
    text = sign_in("boris").page(f"/worklist/{request_id}").text()
    assert "Trok zich terug" in text
    assert "Bert Bex" in text


def test_the_head_lifts_it_with_trace(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert, hilde = sign_in("bert"), sign_in("hilde")
    steps_back(bert, request_id)
    lift = f"/recusals/{rule.columns(app, request_id, Recusal, 'id')[0]}/lift"
    form = hilde.page(f"/worklist/{request_id}").form(lift)
    assert bert.post(lift, data=form).status_code == 404
    assert hilde.post(lift, data=form).status_code == 303
    assert "Terugtrekking opgeheven" in bert.page(f"/worklist/{request_id}").text()
    assert rule.columns(app, request_id, Recusal, "lifted_by_id") == [world.people["hilde"]]


def test_a_head_does_not_lift_her_own(app, world, sign_in):
    rule.says(app, 'rests_on = "council_rule"', body="head_of_service")
    request_id = desk.filed(app, world)
    hilde = sign_in("hilde")
    steps_back(hilde, request_id)
    lift = f"/recusals/{rule.columns(app, request_id, Recusal, 'id')[0]}/lift"
    assert hilde.post(lift, data=rule.token(hilde)).status_code == 404


def test_what_the_first_of_two_ruled_falls_with_it(app, world, sign_in):
    rule.says(app, "second_above = 80")
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    desk.grant(bert, request_id)
    assert steps_back(bert, request_id).status_code == 303
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.first_by_id) == ("submitted", None)


def test_when_nobody_is_left_it_says_so_at_once(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    with app.app_context(), transaction():
        boris = db.session.get_one(Account, world.accounts["boris"])
        db.session.query(RoleGrant).filter_by(account_id=boris.id).delete()
    page = desk.seen(bert, steps_back(bert, request_id))
    assert "Niemand anders kan erover beslissen" in page.text()


def test_who_looks_only_cannot_step_back(app, world, sign_in):
    request_id = desk.filed(app, world)
    hilde = sign_in("hilde")
    assert hilde.page(f"/worklist/{request_id}").by_id("step-back") is None
    answer = hilde.post(f"/worklist/{request_id}/step-back", data=rule.token(hilde))
    assert answer.status_code == 404


def test_from_what_is_decided_too_so_that_others_undo_or_revise_it(app, world, sign_in):
    request_id, boris, hilde = desk.filed(app, world), sign_in("boris"), sign_in("hilde")
    desk.grant(sign_in("bert"), request_id)
    form = boris.page(f"/worklist/{request_id}").form(f"/worklist/{request_id}/undo")
    assert steps_back(boris, request_id).status_code == 303
    assert boris.get(f"/worklist/{request_id}").status_code == 404
    assert boris.post(f"/worklist/{request_id}/undo", data=form).status_code == 404
    lift = f"/recusals/{rule.columns(app, request_id, Recusal, 'id')[0]}/lift"
    page = hilde.page(f"/worklist/{request_id}")
    assert "Boris Bal trok zich terug" in page.text()
    assert hilde.post(lift, data=page.form(lift)).status_code == 303
    assert desk.press(boris, request_id, "undo").status_code == 303
