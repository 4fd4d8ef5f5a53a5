"""The page of a client: who may open it, what it says, and how it is changed."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import event, select

from core.audit import AuditEntry
from core.clock import today
from core.db import db, transaction
from intake.people import queries
from intake.people.identity import identity_of
from intake.people.models import Client, ClientStatus, Membership
from tests.inspector import Page


def lenas(world):
    return f"/clients/{world.clients['lena']}"


def post(browser, address, data, status=303):
    answer = browser.send(address, data)
    assert answer.status_code == status, Page(answer).text()
    return Page(answer)


@pytest.mark.parametrize("username", ["an", "bert", "boris", "hilde"])
def test_who_may_open_it_sees_household_and_status(sign_in, world, username):
    page = sign_in(username).page(lenas(world))
    shown = page.text()
    for words in ("Lena Peeters", "dossier 20177", "1 volwassene, 2 kinderen", "Winterslag",
                  "verhoogde tegemoetkoming tot en met 31 december 2027", "38 jaar",
                  "Noor Peeters", "Emir Peeters", "An Aerts"):  # fmt: skip
        assert words in shown, words
    assert "Peeters" not in page.title


@pytest.mark.parametrize("username", ["arne", "fien", "carla", "dirk", "bea"])
def test_others_find_nothing_there(sign_in, world, username):
    browser = sign_in(username)
    for tail in ("", "/edit", "/address", "/worker", "/statuses/new", "/members/new"):
        browser.page(lenas(world) + tail, status=404)
        browser.page(f"/clients/999999{tail}", status=404)


@pytest.mark.parametrize("number", ["0", "-1", "9" * 30, "x", "1.0", "%00"])
def test_an_address_that_is_no_number_is_not_there(sign_in, number):
    sign_in("an").page(f"/clients/{number}", status=404)


def test_an_approver_reads_but_changes_nothing(sign_in, world):
    browser = sign_in("bert")
    page = browser.page(lenas(world))
    assert "Adres wijzigen" not in page.text()
    assert "Nieuwe aanvraag" not in page.text()
    browser.page(lenas(world) + "/edit", status=404)


def test_looking_is_traced(sign_in, world, app):
    sign_in("bert").get(lenas(world)).close()
    with app.app_context():
        looks = select(AuditEntry).where(AuditEntry.action == "looked")
        seen = {(entry.kind, entry.object_id) for entry in db.session.scalars(looks)}
        assert ("client", str(world.clients["lena"])) in seen


def test_a_birth_date_is_corrected(sign_in, world, app):
    browser = sign_in("an")
    form = browser.page(lenas(world) + "/edit").form("")
    post(browser, lenas(world) + "/edit", {**form, "birth_on": "14/03/1989", "given_name": "Léna"})
    with app.app_context():
        lena = db.session.get(Client, world.clients["lena"])
        assert lena.birth_on == dt.date(1989, 3, 14)
        assert lena.sort_name == "peeters lena"
        assert lena.name == "Léna Peeters"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"birth_on": "01/01/2030"}, "birth_on"),
        ({"given_name": ""}, "given_name"),
        ({"file_number": "20178"}, "file_number"),
        ({"file_number": ""}, "file_number"),
    ],
)
def test_a_wrong_correction_is_refused(sign_in, world, change, field):
    browser = sign_in("an")
    form = browser.page(lenas(world) + "/edit").form("")
    page = post(browser, lenas(world) + "/edit", {**form, **change}, 422)
    assert page.by_id(f"{field}-error") is not None
    assert page.title.startswith("Fout:")


def test_a_status_is_added_with_its_proof(sign_in, world):
    browser = sign_in("an")
    data = {"status": "leefloon", "status_from_on": "01/03/2026", "status_until_on": "",
            "proof_seen": "y"}  # fmt: skip
    post(browser, lenas(world) + "/statuses/new", data)
    shown = browser.page(lenas(world)).text()
    assert "Leefloon" in shown
    assert "gezien op 24/11/2026" in shown


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"status_until_on": "01/02/2026"}, "status_until_on"),
        ({"status": "increased_reimbursement"}, "status"),
        ({"status": ""}, "status"),
        ({"status_from_on": "ooit"}, "status_from_on"),
    ],
)
def test_a_wrong_status_is_refused(sign_in, world, change, field):
    data = {"status": "leefloon", "status_from_on": "01/03/2026", "status_until_on": "", **change}
    page = post(sign_in("an"), lenas(world) + "/statuses/new", data, 422)
    assert page.by_id(f"{field}-error") is not None


def test_a_status_ends_and_no_longer_holds_the_day_after(sign_in, world, app):
    browser = sign_in("an")
    address = browser.page(lenas(world)).link("Beëindigen")
    post(browser, address, {"until_on": "01/01/2025"}, 422)
    post(browser, address, {"until_on": "24/11/2026"})
    with app.app_context():
        lena = db.session.get(Client, world.clients["lena"])
        assert identity_of(lena, today()).statuses
        assert not identity_of(lena, today() + dt.timedelta(days=1)).statuses


def test_the_proof_of_a_status_is_seen_later(sign_in, world, app):
    browser = sign_in("an")
    post(browser, lenas(world) + "/statuses/new",
         {"status": "leefloon", "status_from_on": "01/03/2026"})  # fmt: skip
    with app.app_context():
        unseen = select(ClientStatus.id).where(ClientStatus.proof_seen_on.is_(None))
        status_id = db.session.scalars(unseen).one()
    post(browser, f"{lenas(world)}/statuses/{status_id}/proof", {})
    assert "gezien op 24/11/2026" in browser.page(lenas(world)).text()
    other = f"/clients/{world.clients['zoë']}/statuses/{status_id}/proof"
    assert browser.send(other).status_code == 404


def test_a_new_address_leaves_the_old_one_in_the_history(sign_in, world, app):
    browser = sign_in("an")
    move = lenas(world) + "/address"
    post(browser, move, {"from_on": "24/11/2026", "neighbourhood": "Bokrijk"})
    assert "Bokrijk" in browser.page(lenas(world)).text()
    post(browser, move, {"from_on": "24/11/2026", "neighbourhood": "Termien"})
    post(browser, move, {"from_on": "01/05/2026", "neighbourhood": "Bokrijk"}, 422)
    post(browser, move, {"from_on": "24/11/2026"}, 422)
    with app.app_context():
        household = queries.household_of(db.session.get(Client, world.clients["noor"]), today())
        assert queries.address_on(household, today()).neighbourhood == "Termien"
        assert queries.address_on(household, dt.date(2026, 11, 23)).neighbourhood == "Winterslag"


def test_a_member_is_added_and_the_household_changes_kind(sign_in, world, app):
    browser = sign_in("an")
    data = {"given_name": "Jo", "family_name": "Claes", "birth_on": "01/01/1985", "role": ""}
    post(browser, lenas(world) + "/members/new", data)
    with app.app_context():
        household = queries.household_of(db.session.get(Client, world.clients["lena"]), today())
        assert household.household_type == "family"
        assert len(queries.members_of(household, today())) == 4


def test_a_child_with_a_file_joins_a_second_household(sign_in, world, app):
    browser = sign_in("an")
    address = f"/clients/{world.clients['zoë']}/members/new"
    data = {"given_name": "Noor", "family_name": "Peeters", "birth_on": "02/05/2017", "role": ""}
    asked = post(browser, address, data, 422)
    known = str(world.clients["noor"])
    assert asked.by_id(f"known-{known}") is not None
    post(browser, address, {**data, "known": known})
    post(browser, address, {**data, "known": known}, 422)
    assert browser.send(address, {**data, "known": str(world.clients["karim"])}).status_code == 404
    with app.app_context():
        mine = select(Membership).where(Membership.client_id == world.clients["noor"])
        assert len(db.session.scalars(mine).all()) == 2


def statements_for(app, browser, address):
    seen = []
    with app.app_context():
        engine = db.engine

    def note(*args):
        seen.append(args[2])

    event.listen(engine, "before_cursor_execute", note)
    browser.page(address)
    event.remove(engine, "before_cursor_execute", note)
    return len([one for one in seen if one.startswith("SELECT")])


def test_a_larger_household_asks_no_more_of_the_database(sign_in, world, app):
    small = statements_for(app, sign_in("an"), f"/clients/{world.clients['zoë']}")
    assert statements_for(app, sign_in("an"), lenas(world)) == small


def test_a_member_with_another_teams_file_is_named_and_no_more(sign_in, world, app):
    with app.app_context(), transaction():
        karim = Membership.client_id == world.clients["karim"]
        noor = Membership.client_id == world.clients["noor"]
        shared = db.session.scalars(select(Membership.household_id).where(noor)).one()
        db.session.scalars(select(Membership).where(karim)).one().household_id = shared
    page = sign_in("an").page(lenas(world))
    assert "Karim Yilmaz" in page.text()
    assert "dossier van een ander team" in page.text()
    assert "20/01/1979" not in page.text()
    assert "20181" not in page.text()
    assert f"/clients/{world.clients['karim']}" not in page.html
    assert f"client={world.clients['karim']}" not in page.html
