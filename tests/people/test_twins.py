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


@pytest.mark.parametrize(
    "change", [{"birth_on": "15/03/1988"}, {"given_name": "Len"}, {"birth_on": "14/03"}]
)
def test_part_of_a_match_warns_of_nothing(sign_in, change):
    root, page = warned(sign_in("an"), {**LENA, **change})
    assert page.text(root) == ""


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
