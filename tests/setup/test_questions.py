"""The eight questions of a new centre, and what is still missing afterwards."""

from __future__ import annotations

import re

import pytest
from argon2 import PasswordHasher
from flask_migrate import upgrade
from sqlalchemy import select

from accounts.models import Account, Person, Team
from accounts.permissions import Role
from accounts.queries import account_by_username
from accounts.signing.first_run import make_administrator
from books.models import Budget
from core import instance, settings
from core.config import ROOT
from core.db import db, transaction
from core.letters.letters import NEUTRAL_NAME, SENDER_NAME
from fund.setup.choices import BASIS, BODY
from regulation.drafts.models import RuleDraft
from tests.faults.houses import bare_house
from tests.inspector import PASSPHRASE, Page

ANSWERS = {
    "centre": "OCMW Proefdorp",
    "fund": "Vrijetijdsfonds",
    "basis": "council_rule",
    "body": "head",
    "rule": "diepenbeek",
    "source": "Giften",
    "team": "Oost",
    "workers": "Els Maes; els\nTom Tack; Tom",
    "approvers": "Eva Eel; eva",
    "heads": "Hugo Hof; hugo",
    "finance": "Fons Fijn; fons",
    "sender_lines": "Dorpsplein 1\n3600 Genk",
    "neutral_name": "Vrijetijdspunt",
}
PAGE = "/setup/questions"


def sent(browser, **changes):
    form = browser.page(PAGE).form(PAGE)
    return browser.post(PAGE, data={**form, **ANSWERS, **changes})


def test_the_answers_are_written_where_the_rooms_keep_them(app, sign_in):
    page = Page(sent(sign_in("bea")))
    assert page.status == 200
    with app.app_context():
        assert settings.get(SENDER_NAME) == "OCMW Proefdorp"
        assert settings.get(NEUTRAL_NAME) == "Vrijetijdspunt"
        assert (settings.get(BASIS), settings.get(BODY)) == ("council_rule", "head")
        els, eva = account_by_username("els"), account_by_username("eva")
        assert els.person.team.name == "Oost"
        assert (els.roles, eva.roles) == ({Role.SOCIAL_WORKER}, {Role.APPROVER})
        draft = db.session.scalars(select(RuleDraft)).one()
        assert draft.title == "Vrijetijdsfonds"


def test_each_passphrase_is_shown_once_and_opens_the_door(app, sign_in):
    page = Page(sent(sign_in("bea")))
    rows = page.by_id("passphrases").findall("./tbody/tr")
    told = {page.text(row[1]): page.text(row[2]) for row in rows}
    assert set(told) == {"els", "tom", "eva", "hugo", "fons"}
    app.test_client().sign_in("els", told["els"])


def test_a_body_that_cannot_decide_on_that_basis_is_refused(app, sign_in):
    for basis, body in (("individual_aid", "head"), ("council_rule", "subcommittee")):
        answer = sent(sign_in("bea"), basis=basis, body=body)
        assert answer.status_code == 422
        assert "kan op die basis niet beslissen" in Page(answer).text()
    with app.app_context():
        assert settings.get(BASIS) == ""
        assert account_by_username("els") is None


def test_one_wrong_answer_stores_nothing(app, sign_in):
    answer = sent(sign_in("bea"), finance="Fons Fijn; an")  # a name that An signs in with
    assert answer.status_code == 422
    assert "an: " in Page(answer).text(Page(answer).by_id("error-summary"))
    with app.app_context():
        assert db.session.scalars(select(Team).where(Team.name == "Oost")).first() is None
        assert db.session.scalars(select(Person).where(Person.name == "Els Maes")).first() is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"centre": ""}, "Naam van het centrum"),
        ({"workers": "Els Maes"}, "puntkomma"),
        ({"workers": "Els Maes; é"}, "puntkomma"),
        ({"team": ""}, "team"),
        ({"amount": "veel"}, "bedrag"),
        ({"amount": "500", "source": ""}, "geld vandaan"),
        ({"amount": "500"}, "budget voor 2026"),
    ],
)
def test_what_is_wrong_is_said(sign_in, changes, words):
    answer = sent(sign_in("bea"), **changes)
    assert answer.status_code == 422
    assert words in Page(answer).text(Page(answer).by_id("error-summary"))


def test_the_list_warns_where_nobody_stands_in_for_the_approver(app, sign_in):
    bea = sign_in("bea")
    row = rows_of(bea.page("/setup"))["Vervanger van de beslisser"]
    assert "in orde" in row
    with app.app_context(), transaction():
        account_by_username("boris").disabled_at = account_by_username("bert").passphrase_changed_at
    row = rows_of(bea.page("/setup"))["Vervanger van de beslisser"]
    assert "ontbreekt" in row
    assert "kan niemand beslissen" in row


def rows_of(page) -> dict[str, str]:
    rows = page.by_id("checklist").findall("./tbody/tr")
    return {page.text(row[0]): page.text(row) for row in rows}


def test_a_real_centre_begins_with_the_questions(tmp_path):
    with bare_house(tmp_path / "instance", f"sqlite:///{tmp_path}/new.sqlite", "production") as app:
        migrated(app)
        eva = app.test_client().sign_in("eva")
        assert eva.get("/").location.endswith(PAGE)
        form = eva.page(PAGE).form(PAGE)
        answer = eva.post(PAGE, data={**form, **ANSWERS, "amount": "5000", "approvers": ""})
        assert answer.status_code == 200
        assert eva.get("/").location.endswith("/staff")
        missing = re.findall(r"Er ontbreken (\d+) punten", eva.page("/setup").text())
        assert missing == ["3"]  # the rule is a draft, and nobody decides yet
        with app.app_context():
            budget = db.session.scalars(select(Budget)).one()
            assert [share.amount_cents for share in budget.shares] == [500_000]


def migrated(app) -> None:
    """An empty house with its administrator."""
    with app.app_context():
        upgrade(directory=str(ROOT / "migrations"))
        instance.prepare("production")
        cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        with transaction():
            make_administrator(
                name="Eva Baas", username="eva", passphrase_hash=cheap.hash(PASSPHRASE)
            )
        assert db.session.scalars(select(Account)).one().username == "eva"
