"""Who lives with whom, from a day on: a move, a split, two households, coming of age, a death."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from core.clock import today
from core.db import db, transaction
from intake.people import queries
from intake.people.identity import identity_of
from intake.people.models import Client, Membership
from tests.people.test_client_page import lenas, post

ADDRESS = {"from_on": "01/11/2026", "neighbourhood": "Bokrijk"}


def membership_of(app, world, who):
    with app.app_context():
        mine = select(Membership.id).where(Membership.client_id == world.clients[who])
        return db.session.scalars(mine.order_by(Membership.id.desc())).first()


def living_with(world, who, on=None):
    """The given names in each household of somebody on a day, with its neighbourhood."""
    on = on or today()
    return [
        (queries.address_on(one, on).neighbourhood,
         sorted(row.client.given_name for row in queries.members_of(one, on)))
        for one in queries.households_of(db.session.get(Client, world.clients[who]), on)
    ]  # fmt: skip


def with_an_adult(sign_in, app, world):
    data = {"given_name": "Jo", "family_name": "Claes", "birth_on": "01/01/1985", "role": ""}
    post(sign_in("an"), lenas(world) + "/members/new", data)
    with app.app_context(), transaction():
        jo = db.session.scalars(select(Client).where(Client.given_name == "Jo")).one()
        jo.memberships[0].from_on = dt.date(2026, 2, 1)
        return jo.id


def choices(world, number, **ways):
    named = {**world.clients, "jo": number}
    return {f"who-{named[name]}": way for name, way in ways.items()}


def test_some_go_to_a_household_of_their_own_and_a_child_lives_in_both(sign_in, app, world):
    jo = with_an_adult(sign_in, app, world)
    ways = choices(world, jo, lena="stays", jo="goes", noor="both", emir="stays")
    post(sign_in("an"), lenas(world) + "/address", {**ADDRESS, **ways})
    with app.app_context():
        world.clients["jo"] = jo
        with_lena = ("Winterslag", ["Emir", "Lena", "Noor"])
        assert living_with(world, "noor") == [with_lena, ("Bokrijk", ["Jo", "Noor"])]
        assert living_with(world, "emir") == [with_lena]
        together = living_with(world, "jo", dt.date(2026, 10, 31))
        assert together == [("Winterslag", ["Emir", "Jo", "Lena", "Noor"])]
    assert "Woont ook bij" in sign_in("an").page(f"/clients/{world.clients['noor']}").text()


@pytest.mark.parametrize(
    ("ways", "field", "words"),
    [
        ({"jo": "stays", "lena": "stays"}, "noor", "Er gaat geen volwassene mee."),
        ({"noor": "stays"}, "noor", "Er blijft geen volwassene achter."),
        ({"jo": "stays", "lena": "both"}, "lena", ""),
        (dict.fromkeys(("jo", "lena", "noor", "emir"), "stays"), "lena", "Kies wie er verhuist."),
    ],
)  # fmt: skip
def test_a_split_that_leaves_children_alone_is_refused(sign_in, app, world, ways, field, words):
    jo = with_an_adult(sign_in, app, world)
    data = {**ADDRESS, **choices(world, jo, **ways)}
    page = post(sign_in("an"), lenas(world) + "/address", data, 422)
    assert words in page.text(page.by_id(f"who-{world.clients[field]}-error"))


def test_who_came_later_cannot_have_left_before(sign_in, app, world):
    jo = with_an_adult(sign_in, app, world)
    ways = choices(world, jo, lena="stays", noor="stays", emir="stays")
    data = {**ADDRESS, "from_on": "01/02/2026", **ways}
    page = post(sign_in("an"), lenas(world) + "/address", data, 422)
    assert page.by_id("from_on-error") is not None


@pytest.mark.parametrize(
    ("who", "change", "field"),
    [
        ("lena", {"role": "child"}, "role"),
        ("lena", {"until_on": "23/11/2026"}, "role"),
        ("noor", {"until_on": "31/12/2025"}, "until_on"),
        ("noor", {"from_on": "ooit"}, "from_on"),
        ("noor", {"role": ""}, "role"),
    ],
)
def test_a_wrong_place_in_a_household_is_refused(sign_in, app, world, who, change, field):
    address = f"{lenas(world)}/members/{membership_of(app, world, who)}"
    browser = sign_in("an")
    page = post(browser, address, {**browser.page(address).form(""), **change}, 422)
    assert page.by_id(f"{field}-error") is not None


def test_a_member_leaves_on_a_last_day(sign_in, app, world):
    address = f"{lenas(world)}/members/{membership_of(app, world, 'noor')}"
    browser = sign_in("an")
    post(browser, address, {**browser.page(address).form(""), "until_on": "31/10/2026"})
    with app.app_context():
        assert living_with(world, "lena") == [("Winterslag", ["Emir", "Lena"])]
        before = living_with(world, "lena", dt.date(2026, 10, 31))
        assert before == [("Winterslag", ["Emir", "Lena", "Noor"])]


def test_nobody_is_a_member_twice_at_a_time(sign_in, app, world):
    with app.app_context(), transaction():
        noor = db.session.get(Membership, membership_of(app, world, "noor"))
        earlier = Membership(client_id=noor.client_id, household_id=noor.household_id, role="child",
                             from_on=dt.date(2025, 1, 1), until_on=dt.date(2025, 6, 30))  # fmt: skip
        db.session.add(earlier)
        db.session.flush()
        number = earlier.id
    browser = sign_in("an")
    address = f"{lenas(world)}/members/{number}"
    page = post(browser, address, {**browser.page(address).form(""), "until_on": ""}, 422)
    assert page.by_id("from_on-error") is not None


@pytest.mark.parametrize("who", ["zoë", "karim"])
def test_somebody_of_another_household_is_not_there(sign_in, app, world, who):
    address = f"{lenas(world)}/members/{membership_of(app, world, who)}"
    sign_in("an").page(address, status=404)
    assert sign_in("an").send(f"{address}/adult").status_code == 404


def test_a_child_comes_of_age_and_the_years_before_stay(sign_in, app, world):
    with app.app_context(), transaction():
        db.session.get(Client, world.clients["emir"]).birth_on = dt.date(2008, 9, 30)
    browser = sign_in("an")
    assert "Volwassene vanaf de achttiende verjaardag" in browser.page(lenas(world)).text()
    number = membership_of(app, world, "emir")
    post(browser, f"{lenas(world)}/members/{number}/adult", {})
    assert browser.send(f"{lenas(world)}/members/{number}/adult").status_code == 422
    with app.app_context():
        home = queries.household_of(db.session.get(Client, world.clients["emir"]), today())
        emir = world.clients["emir"]
        roles = [{row.client_id: row.role for row in queries.members_of(home, dt.date(2026, 9, day))}[emir]
                 for day in (29, 30)]  # fmt: skip
        assert roles == ["child", "adult"]
        assert home.household_type == "family"


def test_a_child_is_no_adult_before_the_birthday(sign_in, app, world):
    number = membership_of(app, world, "noor")
    assert sign_in("an").send(f"{lenas(world)}/members/{number}/adult").status_code == 422
    assert "achttien" not in sign_in("an").page(lenas(world)).text()


def test_a_death_ends_what_runs_and_can_be_taken_back(sign_in, app, world):
    browser = sign_in("an")
    post(browser, lenas(world) + "/death", {"died_on": "20/11/2026"})
    assert "overleden op 20 november 2026" in browser.page(lenas(world)).text()
    with app.app_context():
        lena = db.session.get(Client, world.clients["lena"])
        assert identity_of(lena, dt.date(2026, 11, 20)).statuses
        assert not identity_of(lena, dt.date(2026, 11, 21)).statuses
        assert living_with(world, "noor") == [("Winterslag", ["Emir", "Noor"])]
    orphans = browser.page(f"/clients/{world.clients['noor']}").text()
    assert "Dit gezin heeft geen volwassene meer." in orphans
    post(browser, lenas(world) + "/death", {"died_on": ""})
    with app.app_context():
        assert living_with(world, "noor") == [("Winterslag", ["Emir", "Lena", "Noor"])]


@pytest.mark.parametrize("day", ["25/11/2026", "13/03/1988", "ooit"])
def test_a_death_before_birth_or_to_come_is_refused(sign_in, world, day):
    page = post(sign_in("an"), lenas(world) + "/death", {"died_on": day}, 422)
    assert page.by_id("died_on-error") is not None


@pytest.mark.parametrize(
    ("born", "who", "status"), [("01/01/2015", "lena", 422), ("14/03/1970", "noor", 422), ("01/01/1990", "lena", 303)]
)  # fmt: skip
def test_nobody_becomes_older_than_the_parent_by_a_correction(sign_in, world, born, who, status):
    browser = sign_in("an")
    address = f"/clients/{world.clients[who]}/edit"
    form = browser.page(address).form("")
    page = post(browser, address, {**form, "birth_on": born}, status)
    if status == 422:
        assert "ouder" in page.text() or "oudste volwassene" in page.text(
            page.by_id("birth_on-error")
        )


def test_a_child_older_than_the_parent_is_not_added(sign_in, world):
    data = {"given_name": "Jo", "family_name": "Claes", "birth_on": "01/01/1985", "role": "child"}
    page = post(sign_in("an"), lenas(world) + "/members/new", data, 422)
    assert "oudste volwassene" in page.text(page.by_id("birth_on-error"))
