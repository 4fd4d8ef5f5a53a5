"""A new client with the household: few fields, nothing lost, no second file by mistake."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select

from accounts.models import Person
from core.audit import AuditEntry
from core.db import db, transaction
from intake.people.models import Client, ClientStatus
from tests.inspector import Page

TESS = {"given_name": "Tess", "family_name": "Verlinden", "birth_on": "03/05/1985"}
VALID_NATIONAL_NUMBER = "85.07.30-033 28"


def child(at, given, birth_on, **more):
    fields = {"given_name": given, "family_name": "", "birth_on": birth_on, "role": "", **more}
    return {f"members-{at}-{name}": value for name, value in fields.items()}


def stored(app, given):
    return db.session.scalars(select(Client).where(Client.given_name == given)).one()


def count(app):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Client))


def refused(browser, data, words, field=None):
    answer = browser.send("/clients/new", {**TESS, **data})
    page = Page(answer)
    assert answer.status_code == 422
    assert page.title.startswith("Fout:")
    summary = page.by_id("error-summary")
    assert words in page.text(summary)
    if field:
        assert f"#{field}" in [link.get("href") for link in summary.iter("a")]
        assert words in page.text(page.by_id(f"{field}-error"))
    return page


def test_three_fields_make_a_file_and_lead_on_to_the_request(sign_in, app):
    answer = sign_in("an").send("/clients/new", TESS)
    with app.app_context():
        tess = stored(app, "Tess")
        assert answer.status_code == 303
        assert answer.location == f"/filings/new?client={tess.id}"
        assert (tess.sort_name, tess.birth_on) == ("verlinden tess", dt.date(1985, 5, 3))
        assert tess.file_number.isdecimal()
        assert tess.memberships[0].household.household_type == "alone"
        assert tess.responsibles[0].worker.name == "An Aerts"
        assert tess.responsibles[0].team.name == "Noord"


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        (child(0, "Jo", "01/01/1980"), "couple"),
        (child(0, "Bo", "01/01/2015"), "one_parent"),
        ({**child(0, "Jo", "01/01/1980"), **child(3, "Bo", "01/01/2015")}, "family"),
        (child(0, "Ro", "01/01/2004", role="child"), "one_parent"),
        (child(0, "", ""), "alone"),
    ],
)
def test_the_kind_of_household_follows_from_its_members(sign_in, app, members, kind):
    sign_in("an").send("/clients/new", {**TESS, **members})
    with app.app_context():
        assert stored(app, "Tess").memberships[0].household.household_type == kind


def test_members_get_a_file_number_and_the_clients_family_name(sign_in, app):
    sign_in("an").send("/clients/new", {**TESS, **child(0, "Bo", "01/01/2015")})
    with app.app_context():
        bo, tess = stored(app, "Bo"), stored(app, "Tess")
        assert bo.family_name == "Verlinden"
        assert bo.file_number != tess.file_number
        assert bo.memberships[0].household_id == tess.memberships[0].household_id


def test_a_minor_with_a_parent_is_a_child_of_the_household(sign_in, app):
    minor = {**TESS, "birth_on": "03/05/2010"}
    sign_in("an").send("/clients/new", {**minor, **child(0, "Jo", "01/01/1980")})
    with app.app_context():
        assert stored(app, "Tess").memberships[0].role == "child"
        assert stored(app, "Jo").memberships[0].role == "adult"


def test_a_status_runs_from_the_first_of_january_unless_told(sign_in, app):
    browser = sign_in("an")
    form = browser.page("/clients/new").form("/clients/new")
    browser.send("/clients/new", {**form, **TESS, "status": "leefloon"})
    with app.app_context():
        status = db.session.scalars(
            select(ClientStatus).where(ClientStatus.client_id == stored(app, "Tess").id)
        ).one()
        assert (status.from_on, status.until_on) == (dt.date(2026, 1, 1), None)


@pytest.mark.parametrize(
    ("data", "words", "field"),
    [
        ({"given_name": " "}, "Voornaam is nog niet ingevuld.", "given_name"),
        ({"given_name": "\x00\x01"}, "Voornaam is nog niet ingevuld.", "given_name"),
        ({"family_name": "123"}, "Een naam heeft minstens één letter.", "family_name"),
        ({"given_name": "x" * 100_000}, "100000", "given_name"),
        ({"birth_on": "25/11/2026"}, "toekomst", "birth_on"),
        ({"birth_on": "01/01/1850"}, "", "birth_on"),
        ({"birth_on": "31/02/1990"}, "", "birth_on"),
        ({"birth_on": "3/5"}, "", "birth_on"),
        ({"birth_on": "vandaag"}, "", "birth_on"),
        ({"national_number": "85.07.30-033 29"}, "", "national_number"),
        ({"national_number": "00000000097"}, "", "national_number"),
        ({"iban": "BE71 0961 2345 6760"}, "", "iban"),
        ({"iban": "geen"}, "", "iban"),
        ({"status": "rijk"}, "", "status"),
        ({"neighbourhood": "Atlantis"}, "", "neighbourhood"),
        ({"status": "leefloon", "status_from_on": "01/05/2026", "status_until_on": "01/04/2026"},
         "Het einde ligt vóór het begin.", "status_until_on"),
        ({"file_number": "20177"}, "Dit dossiernummer is al in gebruik.", "file_number"),
        (child(0, "Bo", ""), "Geboortedatum is nog niet ingevuld.", "members-0-birth_on"),
        (child(0, "", "01/01/2015"), "Voornaam is nog niet ingevuld.", "members-0-given_name"),
        (child(0, "Bo", "morgen"), "", "members-0-birth_on"),
        ({**child(0, "", ""), **child(1, "Bo", "01/01/1980", role="child")},
         "jonger dan de oudste", "members-1-birth_on"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_the_field_and_above_and_nothing_is_stored(
    sign_in, app, data, words, field
):
    before = count(app)
    refused(sign_in("an"), data, words, field)
    assert count(app) == before


def test_what_was_typed_stays_when_something_is_wrong(sign_in):
    data = {"family_name": "", "iban": "geen", **child(0, "Bo", "morgen")}
    form = refused(sign_in("an"), data, "").form("/clients/new")
    assert form["given_name"] == "Tess"
    assert form["iban"] == "geen"
    assert (form["members-0-given_name"], form["members-0-birth_on"]) == ("Bo", "morgen")


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>", "{{ config }}", "مريم", "Ann😀", "O'Brien-Ŵalsh", "ﷺ" * 80],
)
def test_any_name_is_kept_and_shown_as_it_is(sign_in, app, name):
    browser = sign_in("an")
    assert browser.send("/clients/new", {**TESS, "family_name": name}).status_code == 303
    with app.app_context():
        tess = stored(app, "Tess")
        shown = browser.page(f"/clients/{tess.id}")
        assert tess.family_name in shown.text()
    assert not [e for e in shown.all("script") if not e.get("src")]


def test_numbers_are_sealed_and_masked(sign_in, app):
    browser = sign_in("an")
    numbers = {"national_number": VALID_NATIONAL_NUMBER, "iban": "BE71 0961 2345 6769"}
    browser.send("/clients/new", {**TESS, **numbers})
    with app.app_context():
        tess = stored(app, "Tess")
        assert b"85073003328" not in tess.sealed_national_number
        assert "85073003328" not in tess.national_number_key
        assert b"BE71096123456769" not in tess.sealed_iban
    shown = browser.page(f"/clients/{tess.id}")
    assert "•••• 28" in shown.text()
    assert "•••• 69" in shown.text()
    assert "6769" not in shown.html


def test_a_national_number_has_one_file_and_finds_it(sign_in, app):
    browser = sign_in("an")
    browser.send("/clients/new", {**TESS, "national_number": VALID_NATIONAL_NUMBER})
    other = {"given_name": "Ann", "national_number": "85073003328"}
    refused(browser, other, "Er is al een dossier", "national_number")
    answer = browser.send(
        "/search/suggest", {"q": VALID_NATIONAL_NUMBER}, headers={"HX-Request": "true"}
    )
    assert "Tess Verlinden" in Page(answer).text()


def test_a_worker_without_a_team_is_told_so(sign_in, app):
    with app.app_context(), transaction():
        person = db.session.scalars(select(Person).where(Person.name == "An Aerts")).one()
        person.team_id = None
    refused(sign_in("an"), {}, "U hoort nog niet bij een team.")


def test_making_a_file_is_traced_without_a_name(sign_in, app):
    sign_in("an").send("/clients/new", TESS)
    with app.app_context():
        traced = db.session.scalars(
            select(AuditEntry).where(AuditEntry.action == "client.new")
        ).one()
        assert traced.object_id == str(stored(app, "Tess").id)
        assert traced.why is None


def test_a_row_is_added_and_dropped_without_losing_what_was_typed(sign_in):
    browser = sign_in("an")
    typed = {**TESS, "birth_on": "morgen", **child(0, "Bo", "gisteren"), **child(1, "Mo", "3/3")}
    more = Page(browser.send("/clients/new/rows", {**typed, "more": "1"}))
    assert more.whole
    form = more.form("/clients/new")
    assert form["birth_on"] == "morgen"
    assert form["members-2-family_name"] == "Verlinden"
    less = Page(browser.send("/clients/new/rows", {**form, "drop": "0"})).form("/clients/new")
    assert (less["members-0-given_name"], less["members-0-birth_on"]) == ("Mo", "3/3")
    assert "members-2-given_name" not in less


def test_with_htmx_only_the_rows_come_back(sign_in):
    answer = sign_in("an").send(
        "/clients/new/rows", {**TESS, "more": "1"}, headers={"HX-Request": "true"}
    )
    page = Page(answer)
    assert not page.whole
    assert page.by_id("members") is not None
    assert page.by_id("members-0-given_name").get("data-focus") is not None


def test_no_more_than_twelve_members(sign_in):
    rows = {}
    for at in range(12):
        rows |= child(at, "Bo", "01/01/2015")
    page = Page(sign_in("an").send("/clients/new/rows", {**TESS, **rows, "more": "1"}))
    assert page.by_id("members-12-given_name") is None
    assert page.by_id("more") is None


@pytest.mark.parametrize("username", ["bert", "hilde", "carla", "bea", "fien"])
def test_only_social_workers_make_files(sign_in, username):
    browser = sign_in(username)
    browser.page("/clients/new", status=404)
    assert browser.send("/clients/new", TESS).status_code == 404
