"""Opening the form: what the file knows is filled in, and only for those in one's care."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from core.db import db, transaction
from intake.people.models import Membership
from tests.inspector import Page
from tests.requests.steps import filed, opened, said


def test_the_client_is_chosen_and_the_family_can_be(sign_in, world):
    page = sign_in("an").page(f"/filings/new?client={world.clients['noor']}")
    assert page.form("/filings")["client_id"] == str(world.clients["noor"])
    for words in ("Lena, 38 jaar", "Noor, 9 jaar", "Emir, 12 jaar"):
        assert words in said(page)


def test_the_cursor_stands_in_what(sign_in, world):
    page = sign_in("an").page(f"/filings/new?client={world.clients['noor']}")
    assert page.by_id("what").get("data-focus") is not None


def test_five_fields_are_empty_and_all_else_is_filled_in_or_may_stay_empty(sign_in, world):
    fields = opened(sign_in("an"), world.clients["noor"])
    assert {name for name in ("what", "cost", "cost_on", "reason") if not fields[name]} == {
        "what", "cost", "cost_on", "reason",
    }  # fmt: skip
    assert fields["kind"] == "fund"
    assert fields["payee"] == "provider"


def test_goal_and_life_domain_come_from_the_last_time(sign_in, world):
    an = sign_in("an")
    filed(an, world, "emir", goal="Een vaste groep vrienden", life_domain="network")
    fields = opened(an, world.clients["noor"])
    assert fields["goal"] == "Een vaste groep vrienden"
    assert fields["life_domain"] == "network"


@pytest.mark.parametrize("client", ["999999", "0", "-3", "99999999999999999999", "9" * 4000])
def test_an_unknown_client_is_not_there(sign_in, client):
    assert sign_in("an").get(f"/filings/new?client={client}").status_code == 404


def test_another_teams_client_is_not_there(sign_in, world):
    response = sign_in("an").get(f"/filings/new?client={world.clients['karim']}")
    assert response.status_code == 404
    assert "Karim" not in response.get_data(as_text=True)


@pytest.mark.parametrize("address", ["/filings/new", "/filings/new?client=abc"])
def test_without_a_client_the_page_says_how_to_find_one(sign_in, address):
    page = sign_in("an").page(address)
    assert "Voor wie?" in said(page)
    assert page.link("Nieuwe cliënt") == "/clients/new"


@pytest.mark.parametrize("who", ["bert", "hilde", "fien", "carla", "dirk", "bea"])
def test_only_social_workers_file(sign_in, world, who):
    response = sign_in(who).get(f"/filings/new?client={world.clients['noor']}")
    assert response.status_code == 404
    assert "Noor" not in Page(response).text()


def test_the_goal_of_another_teams_request_stays_there(sign_in, world, app):
    with app.app_context(), transaction():
        karim = Membership.client_id == world.clients["karim"]
        noor = Membership.client_id == world.clients["noor"]
        shared = db.session.scalars(select(Membership.household_id).where(noor)).one()
        db.session.scalars(select(Membership).where(karim)).one().household_id = shared
    filed(sign_in("arne"), world, "karim", goal="Weer buiten komen", life_domain="health")
    page = sign_in("an").page(f"/filings/new?client={world.clients['noor']}")
    assert "Weer buiten komen" not in page.html
