"""One human being with two persons in the list: linked, they are one pair of eyes everywhere."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from accounts.permissions import Role
from accounts.queries import account_by_username
from accounts.same_person.models import PersonLink
from accounts.same_person.queries import same_as
from accounts.staff import actions as staff
from core.db import db, transaction
from core.errors import RuleBroken
from core.trail import AuditEntry
from fund.bodies.queries import touched_by
from tests.fund import desk, rule
from tests.inspector import Page


@pytest.fixture
def anna(app, world):
    """An once more, as an approver with a person of her own."""
    with app.app_context(), transaction():
        person = staff.new_person("An Aerts-Bis")
        an = account_by_username("an")
        staff.new_account(
            *(person, "anna"),
            passphrase_hash=an.passphrase_hash,
            roles={Role.APPROVER},
            must_change=False,
        )
        world.people["anna"] = person.id
    return person


def link(sign_in, world, who="an", other="anna"):
    bea, path = sign_in("bea"), f"/staff/{world.people[who]}/same-person"
    return bea.post(path, data=bea.page(path).form(path) | {"other": str(world.people[other])})


def test_linked_she_does_not_decide_on_her_own_request(app, world, sign_in, anna):
    request_id = desk.filed(app, world)
    browser = sign_in("anna")
    form = browser.page(f"/worklist/{request_id}").form(f"/worklist/{request_id}/grant")
    assert link(sign_in, world).status_code == 303
    assert browser.page(f"/worklist/{request_id}").by_id("grant") is None
    answer = browser.post(f"/worklist/{request_id}/grant", data=form)
    assert answer.status_code == 422
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"


def test_the_worklist_marks_it_as_her_own_and_the_next_one_is_another(app, world, sign_in, anna):
    desk.filed(app, world)
    theirs = desk.filed(app, world, "karim", by="arne", cost_cents=500)
    link(sign_in, world)
    browser = sign_in("anna")
    assert "eigen aanvraag" in browser.page("/worklist").text()
    answer = desk.grant(browser, theirs)
    assert answer.location == "/worklist"


def test_nor_is_she_her_own_second_person(app, world, sign_in, anna):
    rule.says(app, "second_above = 80")
    link(sign_in, world, "bert", "anna")
    request_id = desk.filed(app, world)
    desk.grant(sign_in("bert"), request_id)
    assert sign_in("anna").page(f"/worklist/{request_id}").by_id("confirm") is None


def test_who_stepped_back_under_one_name_reads_it_under_no_other(app, world, sign_in, anna):
    request_id = desk.filed(app, world)
    link(sign_in, world, "bert", "anna")
    desk.press(sign_in("bert"), request_id, "step-back")
    assert sign_in("anna").get(f"/worklist/{request_id}").status_code == 404


def test_unlinked_they_are_two_again_and_both_are_in_the_trail(app, world, sign_in, anna):
    request_id = desk.filed(app, world)
    link(sign_in, world)
    bea, path = sign_in("bea"), f"/staff/{world.people['an']}/same-person"
    undo = f"{path}/undo"
    assert bea.post(undo, data=bea.page(path).form(undo)).status_code == 303
    assert sign_in("anna").page(f"/worklist/{request_id}").by_id("grant") is not None
    with app.app_context():
        said = set(db.session.scalars(select(AuditEntry.action)))
        assert {"person.linked", "person.unlinked"} <= said


def test_three_are_one_whatever_the_order(app, world, sign_in, anna):
    link(sign_in, world, "an", "anna")
    link(sign_in, world, "boris", "anna")
    with app.app_context():
        everybody = {world.people[one] for one in ("an", "boris", "anna")}
        assert all(same_as(one) == everybody for one in everybody)


def test_nobody_is_linked_across_the_wall(app, world, sign_in):
    answer = link(sign_in, world, "an", "carla")
    assert answer.status_code == 422
    assert "ziet geen cliënten" in Page(answer).text()


def test_nor_crosses_it_once_linked(app, world, sign_in, anna):
    link(sign_in, world)
    with app.app_context(), pytest.raises(RuleBroken), transaction():
        staff.set_roles(account_by_username("anna"), frozenset({Role.COORDINATOR}))


def test_the_database_refuses_a_link_across_the_wall(app, world):
    ids = {"person_id": world.people["carla"], "same_as_id": world.people["an"]}
    row = PersonLink(**ids, sphere="clients", made_at=desk.clock.now())
    with app.app_context(), pytest.raises(IntegrityError), transaction() as session:
        session.add(row)


def test_the_payer_will_be_none_of_those_who_touched_it(app, world, sign_in, anna):
    rule.says(app, "second_above = 80")
    link(sign_in, world)
    request_id = desk.filed(app, world)
    desk.grant(sign_in("bert"), request_id)
    desk.press(sign_in("boris"), request_id, "confirm")
    with app.app_context():
        wanted = {world.people[one] for one in ("an", "anna", "bert", "boris")}
        assert touched_by(desk.request_of(request_id)) == wanted


def test_who_answered_a_question_once_does_not_decide_with_a_role_of_later(app, world, sign_in):
    request_id = desk.filed(app, world)
    with app.app_context(), transaction():
        desk.request_of(request_id).worker_id = world.people["arne"]
        desk.request_of(request_id).filing.filed_by_id = world.people["arne"]
        staff.set_roles(account_by_username("an"), frozenset({Role.APPROVER}))
    assert sign_in("an").page(f"/worklist/{request_id}").by_id("grant") is None
