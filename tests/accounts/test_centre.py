"""Settings, access log, first run, own preferences."""

import re

import pytest

from accounts import queries
from accounts.models import Account
from accounts.signing import first_run
from accounts.staff import actions
from core import settings
from core.db import db, transaction
from tests.inspector import PASSPHRASE, Page


def test_settings_are_stored_and_noted(app, sign_in):
    bea = sign_in("bea")
    form = bea.page("/settings").form("/settings")
    form |= {"letters-sender_name": "OCMW Genk", "letters-sender_lines": "Straat 1\n3600 Genk"}
    assert bea.send("/settings", form).status_code == 303
    with app.app_context():
        assert settings.get(settings.registered()["letters.sender_name"]) == "OCMW Genk"
        lines = settings.get(settings.registered()["letters.sender_lines"])
        assert lines == ["Straat 1", "3600 Genk"]
    log = sign_in("dirk").page("/access-log?kind=setting").html
    assert "letters.sender_name" in log
    assert "decision_term_days" not in log


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("0", "Dagen om te beslissen: schrijf een geheel getal van 1 tot 365."),
        ("abc", "Dagen om te beslissen: schrijf een geheel getal van 1 tot 365."),
        ("100000", "Dagen om te beslissen: schrijf een geheel getal van 1 tot 365."),
        ("", "Dagen om te beslissen is nog niet ingevuld."),
    ],
)
def test_a_term_must_be_a_number_of_days(sign_in, days, words):
    bea = sign_in("bea")
    form = bea.page("/settings").form("/settings")
    answer = bea.send("/settings", form | {"decision_term_days": days})
    assert answer.status_code == 422
    assert words in Page(answer).text()


def test_the_profile_is_told_and_is_no_choice(sign_in):
    page = sign_in("bea").page("/settings")
    assert "Profiel: eenvoudig." in page.text()
    assert not [field for field in page.all("select") if field.get("name") == "profile"]


def test_the_dpo_reads_who_did_what(sign_in, world):
    sign_in("an")
    page = sign_in("dirk").page(f"/access-log?kind=account&number={world.accounts['an']}")
    assert "An Aerts" in page.html
    assert "aangemeld" in page.html
    assert sign_in("dirk").page("/access-log?number=999999").h1


def test_language_and_shortcuts_are_the_accounts_own(sign_in):
    an = sign_in("an")
    form = an.page("/account").form("/account")
    form.pop("shortcuts")
    assert an.send("/account", form | {"language": "en"}).status_code == 303
    page = an.page("/account")
    assert page.h1 == "My account"
    assert page.all("body")[0].get("data-keys") == "off"


def test_a_stranger_can_choose_a_language(client):
    client.send("/language", {"language": "en"})
    assert client.page("/sign-in").h1 == "Sign in"
    client.send("/language", {"language": "xx"})
    assert client.page("/sign-in").h1 == "Sign in"


NEW = {"name": "Ada Ackx", "username": "ada", "passphrase": "kade lantaarn mosterd"}


@pytest.fixture
def nobody_rules(app, world):
    """No administrator any more."""
    with app.app_context(), transaction():
        db.session.delete(db.session.get(Account, world.accounts["bea"]).grants[0])


def link(app):
    printed = app.test_cli_runner().invoke(args=["accounts", "first-run-link"])
    return re.search(r"/first-run/\S+", printed.output)[0]


def test_the_link_makes_the_first_administrator_once(app, client, nobody_rules):
    path = link(app)
    assert client.page(path).h1
    assert client.send(path, NEW | {"passphrase": "short"}).status_code == 422
    assert client.send(path, NEW).status_code == 303
    assert client.get("/").location == "/staff"
    assert client.get(path).status_code == 404
    assert client.send(path, NEW | {"username": "eve"}).status_code == 404


def test_a_spent_link_stays_spent_when_nobody_rules_any_more(app, client, nobody_rules):
    path = link(app)
    client.send(path, NEW)
    with app.app_context(), transaction():
        made = queries.account_by_username("ada")
        made.disabled_at = made.passphrase_changed_at
    assert client.get(path).status_code == 404


def test_after_a_day_the_link_opens_nothing(app, client, nobody_rules, time_machine_at):
    path = link(app)
    with time_machine_at(hours=24, minutes=1):
        assert client.get(path).status_code == 404


def test_a_guessed_link_opens_nothing(client):
    assert client.get("/first-run/guessed").status_code == 404


def test_with_an_administrator_there_is_no_link(app):
    printed = app.test_cli_runner().invoke(args=["accounts", "first-run-link"])
    assert printed.exit_code == 1


def test_a_link_made_before_is_spent_by_another_administrator(app, client, nobody_rules, world):
    with app.app_context(), transaction():
        token = first_run.make_link()
    with app.app_context(), transaction():
        an = db.session.get(Account, world.accounts["an"])
        actions.set_roles(an, an.roles | {"administrator"})
    assert client.get(f"/first-run/{token}").status_code == 404


def test_the_command_makes_an_administrator(app, client):
    options = ["--name", "Ada", "--username", "ada", "--passphrase", PASSPHRASE]
    done = app.test_cli_runner().invoke(args=["accounts", "create-admin", *options])
    assert done.exit_code == 0, done.output
    client.sign_in("ada")
    again = app.test_cli_runner().invoke(args=["accounts", "create-admin", *options])
    assert again.exit_code == 1
