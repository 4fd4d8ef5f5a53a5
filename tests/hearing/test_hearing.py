"""The right to be heard: asked in writing, invited, held or waived; nothing is refused before."""

import pytest

from accounts.queries import account_by_username
from core.audit import AuditEntry
from core.db import db, transaction
from core.errors import RuleBroken
from fund.revising.actions import Wanted, revise
from intake.hearing.models import Hearing
from tests.fund import desk

MINUTES = {"held_on": "vandaag", "present": "Lena en An", "minutes": "Noor zwemt graag."}
INVITED = {"on": "1/12/2026", "time": "14u30", "place": "Sociaal Huis, bureau 3"}


def note(client, request_id, act="", **typed):
    address = f"/requests/{request_id}/hearing"
    action = f"{address}/{act}" if act else address
    form = client.page(address).form(action)
    return client.post(action, data={**form, **typed})


def wished(app, world, sign_in):
    request_id = desk.filed(app, world)
    assert note(sign_in("an"), request_id, asked_on="23/11/2026").status_code == 303
    return request_id


def refuse(client, request_id):
    typed = {"reason_code": "other", "reasons": "Past niet."}
    return desk.press(client, request_id, "refuse", **typed)


def test_while_a_client_waits_to_be_heard_nothing_is_refused_or_granted_in_part(
    app, world, sign_in
):
    request_id, bert = wished(app, world, sign_in), sign_in("bert")
    less = {"amount": "50,00", "reasons": "Minder nodig."}
    for answer in (refuse(bert, request_id), desk.press(bert, request_id, "amount", **less)):
        assert answer.status_code == 422
        assert "De cliënt vroeg om gehoord te worden." in answer.text
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"


def test_granting_all_needs_no_hearing(app, world, sign_in):
    request_id = wished(app, world, sign_in)
    assert desk.grant(sign_in("bert"), request_id).status_code == 303


def test_after_the_hearing_the_approver_decides_as_she_will(app, world, sign_in):
    request_id, bert = wished(app, world, sign_in), sign_in("bert")
    assert note(bert, request_id, "invite", **INVITED).status_code == 303
    assert note(sign_in("an"), request_id, "hold", **MINUTES).status_code == 303
    assert refuse(bert, request_id).status_code == 303
    with app.app_context():
        row = db.session.query(Hearing).one()
        assert (row.invited_time, row.place) == ("14:30", "Sociaal Huis, bureau 3")
        assert (row.present, row.minutes) == ("Lena en An", "Noor zwemt graag.")
        assert (row.invited_by_id, row.held_by_id) == (world.people["bert"], world.people["an"])


def test_without_a_hearing_the_reason_is_kept(app, world, sign_in):
    request_id, bert = wished(app, world, sign_in), sign_in("bert")
    assert note(bert, request_id, "waive", why="De cliënt neemt het terug.").status_code == 303
    assert refuse(bert, request_id).status_code == 303
    assert "De cliënt neemt het terug." in sign_in("an").page(f"/requests/{request_id}").text()


def test_both_see_how_far_it_is(app, world, sign_in):
    request_id = wished(app, world, sign_in)
    note(sign_in("an"), request_id, "invite", **INVITED)
    for who, address in (("bert", f"/worklist/{request_id}"), ("an", f"/requests/{request_id}")):
        page = sign_in(who).page(address).text()
        assert "uitgenodigd om gehoord te worden" in page
        assert "1 december 2026 14:30, Sociaal Huis, bureau 3" in page


def test_each_step_is_traced(app, world, sign_in):
    request_id, an = wished(app, world, sign_in), sign_in("an")
    note(an, request_id, "invite", **INVITED)
    note(an, request_id, "hold", **MINUTES)
    with app.app_context():
        noted = db.session.query(AuditEntry).filter(AuditEntry.action.startswith("hearing"))
        steps = [
            (one.action, one.object_id, one.actor_id) for one in noted.order_by(AuditEntry.seq)
        ]
        mine = world.people["an"]
        assert steps == [
            (f"hearing.{verb}", str(request_id), mine) for verb in ("ask", "invite", "hold")
        ]


@pytest.mark.parametrize(
    ("act", "typed", "words"),
    [
        ("invite", {**INVITED, "on": "23/11/2026"}, "Deze dag is voorbij."),
        ("invite", {**INVITED, "time": "25:00"}, "Schrijf een uur zoals 14:30."),
        ("hold", {**MINUTES, "held_on": "25/11/2026"}, "Deze dag moet nog komen."),
        ("hold", {**MINUTES, "held_on": "22/11/2026"}, "had de cliënt het nog niet gevraagd"),
        ("hold", {**MINUTES, "minutes": " "}, "Schrijf op wat er gezegd is."),
        ("waive", {"why": ""}, "Zeg waarom de cliënt niet gehoord wordt."),
    ],
)
def test_wrong_input_changes_nothing(app, world, sign_in, act, typed, words):
    request_id = wished(app, world, sign_in)
    answer = note(sign_in("an"), request_id, act, **typed)
    assert answer.status_code == 422
    assert words in answer.text
    with app.app_context():
        assert db.session.query(Hearing).one().state == "asked"


def test_a_second_click_notes_no_second_wish(app, world, sign_in):
    request_id, an = desk.filed(app, world), sign_in("an")
    form = an.page(f"/requests/{request_id}/hearing").form(f"/requests/{request_id}/hearing")
    assert an.post(f"/requests/{request_id}/hearing", data=form).status_code == 303
    assert an.post(f"/requests/{request_id}/hearing", data=form).status_code == 409


def test_a_decision_that_has_left_is_not_revised_to_less_before_the_hearing(app, world, sign_in):
    request_id = desk.filed(app, world)
    desk.grant(sign_in("bert"), request_id)
    with app.app_context(), transaction():
        request = desk.request_of(request_id)
        request.left_at = request.decided_at
    assert note(sign_in("an"), request_id).status_code == 303
    with app.app_context():
        wanted = Wanted(ruling="grant", amount_cents=100, reasons="Toch minder.")
        with pytest.raises(RuleBroken, match="gehoord"):
            revise(desk.request_of(request_id), wanted, by=account_by_username("bert"))


def test_another_teams_request_is_not_there(app, world, sign_in):
    request_id = desk.filed(app, world)
    assert sign_in("arne").get(f"/requests/{request_id}/hearing").status_code == 404
