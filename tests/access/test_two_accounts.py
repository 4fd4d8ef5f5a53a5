"""One person with two accounts is still one pair of eyes, and stands on one side of the wall."""

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from accounts.models import Account, Person, RoleGrant
from accounts.permissions import Role
from accounts.queries import account_by_username
from accounts.staff import actions
from core.db import db, transaction
from fund.models import Decision
from intake.requests.models import Request
from tests.access.browser import browser_of
from tests.access.stored import counts
from tests.inspector import Page


@pytest.fixture(scope="module")
def an_decides(scene):
    """An, signed in with a second account that may decide."""
    with scene.app.app_context(), transaction():
        an = account_by_username("an")
        actions.new_account(
            an.person,
            "an.beslist",
            passphrase_hash=an.passphrase_hash,
            roles={Role.APPROVER},
            must_change=False,
        )
    return browser_of(scene.app, "an.beslist")


def decide(scene, browser, request_id, act, **typed):
    with scene.app.app_context():
        asked = db.session.get_one(Request, request_id)
        form = {"version": asked.lock_version, "shown_cents": asked.proposed_cents}
    return browser.send("POST", f"/worklist/{request_id}/{act}", form | typed)


@pytest.mark.parametrize(
    ("act", "typed"),
    [
        ("grant", {}),
        ("amount", {"amount": "10", "reasons": "minder"}),
        ("refuse", {"reason_code": "other", "reasons": "neen"}),
        ("ask", {"question": "waarom?"}),
    ],
)
def test_nobody_decides_on_an_own_request_with_another_account(scene, an_decides, act, typed):
    before = counts(scene.app, but=("audit_entry",))
    answer = decide(scene, an_decides, scene.ids["request"]["own"], act, **typed)
    assert answer.status_code == 422
    assert "Dit is uw eigen aanvraag" in answer.get_data(as_text=True)
    assert counts(scene.app, but=("audit_entry",)) == before


def test_nor_takes_back_what_was_decided_on_it(scene, an_decides):
    proved = scene.ids["proof"]["own"]
    assert decide(scene, an_decides, proved, "undo").status_code == 422
    with scene.app.app_context():
        wanted = select(Decision).where(Decision.request_id == proved, Decision.undone_at.is_(None))
        assert db.session.scalars(wanted).one()


def test_a_request_that_a_colleague_filed_for_ones_own_client_is_ones_own(scene, an_decides):
    with scene.app.app_context(), transaction() as session:
        asked = session.get_one(Request, scene.ids["request"]["team"])
        nina, asked.worker_id = asked.worker_id, scene.world.people["an"]
    assert decide(scene, an_decides, scene.ids["request"]["team"], "grant").status_code == 422
    with scene.app.app_context(), transaction() as session:
        session.get_one(Request, scene.ids["request"]["team"]).worker_id = nina


def test_somebody_elses_request_can_be_decided_with_it(scene, an_decides):
    assert decide(scene, an_decides, scene.ids["request"]["team"], "grant").status_code == 303


@pytest.mark.parametrize(
    ("role", "sphere"),
    [("coordinator", "figures"), ("coordinator", "clients"), ("head", "figures")],
)
@pytest.mark.parametrize("who", ["an", "bea", "dirk"])
def test_the_database_refuses_a_coordinator_who_reaches_clients(scene, who, role, sphere):
    with scene.app.app_context():
        account = account_by_username(who)
        grant = RoleGrant(
            account_id=account.id, person_id=account.person_id, role=role, sphere=sphere
        )
        with pytest.raises(IntegrityError), transaction() as session:
            session.add(grant)


def test_the_database_refuses_to_move_the_wall_under_somebody(scene):
    for who, sphere in (("an", "figures"), ("carla", "clients")):
        moved = update(Person).where(Person.id == scene.world.people[who]).values(sphere=sphere)
        with scene.app.app_context(), pytest.raises(IntegrityError), transaction() as session:
            session.execute(moved)


def test_the_database_refuses_a_grant_on_another_persons_account(scene):
    """Else a coordinator's account could be lent the rights of somebody beyond the wall."""
    with scene.app.app_context():
        carla, fien = account_by_username("carla"), account_by_username("fien")
        lent = RoleGrant(
            account_id=carla.id, person_id=fien.person_id, role="head", sphere="clients"
        )
        with pytest.raises(IntegrityError), transaction() as session:
            session.add(lent)


@pytest.mark.parametrize(
    ("who", "roles"),
    [("an", ["coordinator"]), ("carla", ["social_worker"]), ("carla", ["coordinator", "head"])],
)
def test_the_page_refuses_it_in_words(scene, who, roles):
    person_id = scene.world.people[who]
    with scene.app.app_context():
        version = db.session.get_one(Person, person_id).lock_version
    before = counts(scene.app, but=("audit_entry",))
    form = {"new-username": f"{who}.twee", "new-roles": roles, "new-seen_version": version}
    answer = scene.browsers["bea"].send("POST", f"/staff/{person_id}/accounts", form)
    page = Page(answer)
    assert (answer.status_code, page.title.startswith("Fout: ")) == (422, True)
    assert "ziet geen cliënten" in page.text(page.by_id("error-summary"))
    assert any(one.get("href", "").startswith("#new-roles") for one in page.all("a"))
    assert counts(scene.app, but=("audit_entry",)) == before


def test_a_coordinator_who_changes_work_can_cross_the_wall_only_empty_handed(scene):
    with scene.app.app_context(), transaction() as session:
        carla = session.get_one(Account, scene.world.accounts["carla"])
        actions.set_roles(carla, frozenset())
        actions.set_roles(carla, frozenset({Role.FINANCE}))
        session.execute(delete(RoleGrant).where(RoleGrant.account_id == carla.id))
