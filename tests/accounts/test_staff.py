"""The administrator's pages: people, accounts, roles, teams."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from accounts.models import Account, Person, RoleGrant
from core.db import db
from tests.inspector import Page

ADD = "/staff/new"


def description(page, term):
    terms = [page.text(dt) for dt in page.all("dt")]
    return page.text(page.all("dd")[terms.index(term)])


def test_a_new_colleague_gets_a_passphrase_for_one_time(sign_in, client):
    form = {"name": "Els Eyck", "username": "Els", "team": "1", "roles": ["social_worker"]}
    page = Page(sign_in("bea").send(ADD, form))
    assert page.status == 200
    client.sign_in("els", description(page, "Eenmalige wachtzin"))
    assert client.get("/").location == "/account/passphrase"


def test_a_user_name_is_given_once(sign_in):
    answer = sign_in("bea").send(ADD, {"name": "An Twee", "username": "AN", "team": "0"})
    assert answer.status_code == 422
    assert 'value="An Twee"' in answer.get_data(as_text=True)


def test_the_coordinator_holds_no_second_role(sign_in, app):
    roles = ["coordinator", "social_worker"]
    form = {"name": "Els", "username": "els", "team": "0", "roles": roles}
    answer = sign_in("bea").send(ADD, form)
    assert answer.status_code == 422
    assert "netwerkcoördinator" in answer.get_data(as_text=True)
    with app.app_context():
        assert db.session.scalars(select(Person).where(Person.name == "Els")).first() is None


def test_nor_through_a_second_account(sign_in, world):
    bea, carla = sign_in("bea"), world.people["carla"]
    fields = bea.page(f"/staff/{carla}").form(f"/staff/{carla}/accounts")
    answer = bea.send(
        f"/staff/{carla}/accounts",
        {**fields, "new-username": "carla2", "new-roles": ["approver"]},
    )
    assert answer.status_code == 422


def test_the_database_itself_refuses_it(inside, world):
    carla = world.accounts["carla"], world.people["carla"]
    for sphere in ("figures", "clients"):
        grant = RoleGrant(account_id=carla[0], person_id=carla[1], role="approver", sphere=sphere)
        db.session.add(grant)
        with pytest.raises(IntegrityError):
            db.session.flush()
        db.session.rollback()


def roles_form(client, world, name, roles):
    person, account = world.people[name], world.accounts[name]
    path = f"/staff/{person}/accounts/{account}/roles"
    seen = client.page(f"/staff/{person}").form(path)[f"a{account}-seen_version"]
    return path, {f"a{account}-seen_version": seen, f"a{account}-roles": roles}


def test_other_roles_end_open_sessions(sign_in, world):
    an, bea = sign_in("an"), sign_in("bea")
    path, form = roles_form(bea, world, "an", ["approver"])
    assert bea.send(path, form).status_code == 303
    assert an.get("/account").status_code == 303
    assert sign_in("an").get("/").location == "/worklist"


def test_the_last_administrator_stays(sign_in, world):
    bea = sign_in("bea")
    path, form = roles_form(bea, world, "bea", ["head"])
    answer = bea.send(path, form)
    assert answer.status_code == 422
    person, account = world.people["bea"], world.accounts["bea"]
    disable = f"/staff/{person}/accounts/{account}/disable"
    seen = bea.page(f"/staff/{person}").form(disable)
    assert bea.send(disable, seen).status_code == 422
    assert bea.get("/staff").status_code == 200


def test_ones_own_new_roles_come_with_a_new_token(sign_in, world):
    bea = sign_in("bea")
    path, form = roles_form(bea, world, "an", ["administrator"])
    bea.send(path, form)
    before = bea.get_cookie("session").value
    path, form = roles_form(bea, world, "bea", ["head"])
    assert bea.send(path, form).status_code == 303
    assert bea.get("/").location == "/worklist"
    bea.set_cookie("session", before)
    assert bea.get("/account").status_code == 303


def test_the_second_administrator_sees_what_the_first_one_changed(sign_in, world):
    one, other = sign_in("bea"), sign_in("bea")
    path, first = roles_form(one, world, "an", ["approver"])
    _path, second = roles_form(other, world, "an", ["finance"])
    assert one.send(path, first).status_code == 303
    late = Page(other.send(path, second))
    assert late.status == 409
    said = late.text(late.by_id("conflict"))
    for words in ("Beslisser", "rollen ingesteld, 24/11/2026 10:30, Bea Beks"):
        assert words in said
    again = late.form(path)
    assert again[f"a{world.accounts['an']}-roles"] == "finance"
    assert other.post(path, data=again).status_code == 303


@pytest.mark.parametrize(
    ("action", "typed"),
    [
        ("", {"name": "An Anders", "team": "0"}),
        ("/accounts", {"new-username": "an.twee", "new-roles": ["approver"]}),
    ],
)
def test_what_was_typed_too_late_is_kept_and_can_be_saved_after_all(sign_in, world, action, typed):
    bea, person = sign_in("bea"), f"/staff/{world.people['an']}"
    form = bea.page(person).form(person + action)
    bea.send(person, bea.page(person).form(person) | {"name": "An Eerder"})
    late = Page(bea.send(person + action, form | typed))
    assert late.status == 409
    assert "An Eerder" in late.text(late.by_id("conflict"))
    again = late.form(person + action)
    name = next(iter(typed))
    assert again[name] == typed[name]
    assert bea.send(person + action, again | typed).status_code in {200, 303}


def test_an_account_that_changed_meanwhile_is_not_disabled_unseen(sign_in, world):
    bea, person = sign_in("bea"), f"/staff/{world.people['an']}"
    button = f"{person}/accounts/{world.accounts['an']}/disable"
    seen = bea.page(person).form(button)
    bea.send(person, bea.page(person).form(person) | {"name": "An Eerder"})
    late = Page(bea.send(button, seen))
    assert late.status == 409
    assert bea.send(button, late.form(button)).status_code == 303


def test_a_disabled_account_opens_again(sign_in, client, world):
    bea = sign_in("bea")
    person, account = world.people["an"], world.accounts["an"]
    for act in ("disable", "enable"):
        path = f"/staff/{person}/accounts/{account}/{act}"
        assert bea.send(path, bea.page(f"/staff/{person}").form(path)).status_code == 303
    client.sign_in("an")


def test_an_account_is_reached_through_its_person_only(sign_in, world):
    path = f"/staff/{world.people['arne']}/accounts/{world.accounts['an']}/passphrase"
    assert sign_in("bea").send(path).status_code == 404


def test_a_second_account_is_the_same_person(app, sign_in, world):
    bea, an = sign_in("bea"), world.people["an"]
    fields = bea.page(f"/staff/{an}").form(f"/staff/{an}/accounts")
    answer = bea.send(
        f"/staff/{an}/accounts", {**fields, "new-username": "an.twee", "new-roles": ["approver"]}
    )
    assert answer.status_code == 200
    with app.app_context():
        made = db.session.scalars(select(Account).where(Account.username == "an.twee")).one()
        assert made.person_id == an


def test_name_and_team_can_change(sign_in, world):
    bea, an = sign_in("bea"), world.people["an"]
    fields = bea.page(f"/staff/{an}").form(f"/staff/{an}")
    bea.send(f"/staff/{an}", {**fields, "name": "Ann Aerts", "team": "2"})
    assert bea.page(f"/staff/{an}").h1 == "Ann Aerts"


def test_teams_are_added_renamed_and_closed(sign_in):
    bea = sign_in("bea")
    assert bea.send("/teams", {"name": "Oost"}).status_code == 303
    assert bea.send("/teams", {"name": "Oost"}).status_code == 422
    assert bea.send("/teams/3", {"name": "West"}).status_code == 303
    assert bea.send("/teams/3/close").status_code == 303
    assert "gesloten" in bea.page("/teams").html


def test_a_team_with_members_stays_open(sign_in):
    assert sign_in("bea").send("/teams/1/close").status_code == 422


@pytest.mark.parametrize("path", ["/staff/999999", "/staff/x", "/teams/0", "/staff?key=zzz"])
def test_what_is_not_there_is_404(sign_in, path):
    assert sign_in("bea").get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/staff",
        "/staff/new",
        "/teams",
        "/teams/1",
        "/settings",
        "/keys",
        "/account",
        "/account/passphrase",
    ],
)
def test_every_page_stands_in_both_languages(sign_in, path):
    bea = sign_in("bea")
    assert bea.page(path).all("html")[0].get("lang") == "nl"
    bea.send("/language", {"language": "en"})
    assert bea.page(path).all("html")[0].get("lang") == "en"
