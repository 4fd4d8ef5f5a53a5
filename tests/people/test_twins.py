"""A second file of one person: warned of across teams, never blocked, telling no more than it may."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from core.db import db
from intake.people.models import Client
from tests.inspector import Page

LENA = {"given_name": "Lena", "family_name": "Peeters", "birth_on": "14/03/1988"}
KARIM = {"given_name": "Karim", "family_name": "Yilmaz", "birth_on": "20/01/1979"}


def warned(browser, data):
    answer = browser.send("/clients/new/twins", data, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return Page(answer).by_id("twins"), Page(answer)


@pytest.mark.parametrize("swap", [False, True])
@pytest.mark.parametrize("accents", [False, True])
def test_a_full_match_is_warned_of_while_typing(sign_in, world, swap, accents):
    data = dict(LENA)
    if swap:
        data["given_name"], data["family_name"] = data["family_name"], data["given_name"]
    if accents:
        data["family_name"] = data["family_name"].replace("e", "É")
    root, page = warned(sign_in("an"), data)
    assert "Lena Peeters" in page.text(root)
    assert page.link("Lena Peeters") == f"/clients/{world.clients['lena']}"
    assert root.get("data-announce")


LIKE = (
    {"birth_on": "15/03/1988"},
    {"birth_on": "14/03/1978"},
    {"given_name": "Len"},
    {"family_name": "Peters"},
    {"given_name": "Peetrs", "family_name": "Lena"},
    {"family_name": "Benali"},
)


@pytest.mark.parametrize("change", LIKE)
def test_a_likeness_in_ones_own_team_stands_beside_what_is_typed(sign_in, world, change):
    root, page = warned(sign_in("an"), {**LENA, **change})
    shown = page.text(root)
    assert "Iemand die hierop lijkt, heeft een dossier." in shown
    assert "14/03/1988" in shown
    assert page.link("Lena Peeters") == f"/clients/{world.clients['lena']}"
    assert page.by_id("despite-twins") is None


@pytest.mark.parametrize("change", LIKE)
def test_a_likeness_in_another_team_says_nothing(sign_in, change):
    root, page = warned(sign_in("arne"), {**LENA, **change})
    assert page.text(root) == ""


@pytest.mark.parametrize(
    "change",
    [
        {"birth_on": "14/03"},
        {"birth_on": "15/04/1988"},
        {"given_name": "Mira"},
        {"given_name": "Tom", "family_name": "Claes"},
    ],
)
def test_less_than_a_likeness_warns_of_nothing(sign_in, change):
    root, page = warned(sign_in("an"), {**LENA, **change})
    assert page.text(root) == ""


def test_a_number_alone_finds_the_file_in_any_team(sign_in, world):
    number = {"national_number": "85.07.30-033 28"}
    sign_in("an").send(f"/clients/{world.clients['lena']}/numbers", number)
    root, page = warned(sign_in("arne"), number)
    assert "Lena Peeters, geboren in 1988, bij An Aerts" in page.text(root)
    assert "20177" not in page.html


def test_another_teams_file_shows_name_year_and_worker_only(sign_in, world):
    root, page = warned(sign_in("an"), KARIM)
    shown = page.text(root)
    assert "Karim Yilmaz, geboren in 1979, bij Arne Adams" in shown
    assert "20181" not in shown
    assert f"/clients/{world.clients['karim']}" not in page.html


def test_sending_the_form_asks_once_more_and_then_makes_the_file(sign_in, app):
    browser = sign_in("an")
    asked = browser.send("/clients/new", KARIM)
    page = Page(asked)
    assert asked.status_code == 422
    assert "Er is al een dossier van deze persoon." in page.text(page.by_id("error-summary"))
    assert page.form("/clients/new")["given_name"] == "Karim"
    assert "Toch een nieuw dossier" in page.text(page.by_id("despite-twins"))
    made = browser.send("/clients/new", {**KARIM, "despite_twins": "1"})
    assert made.status_code == 303
    with app.app_context():
        namesakes = select(func.count()).where(Client.given_name == "Karim")
        assert db.session.scalar(namesakes) == 2


def test_members_are_compared_too(sign_in):
    noor = {f"members-0-{name}": value for name, value in
            {"given_name": "Noor", "family_name": "Peeters", "birth_on": "02/05/2017"}.items()}  # fmt: skip
    jo = {"given_name": "Jo", "family_name": "Aarts", "birth_on": "01/01/1980"}
    assert "Noor Peeters" in warned(sign_in("an"), {**jo, **noor})[1].text()
    assert sign_in("an").send("/clients/new", {**jo, **noor}).status_code == 422
