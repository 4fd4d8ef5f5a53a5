"""Finding a client: by parts of a name or number, as far as one may know, and never in an address."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from accounts.models import Account, SavedSearch
from core.db import db, transaction
from intake.people.actions import new_client
from intake.people.persons import NewClient, NewPerson
from intake.requests.models import Request
from tests.inspector import Page
from tests.requests.steps import filed


def suggested(browser, words):
    answer = browser.send("/search/suggest", {"q": words}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return Page(answer)


def found(browser, words):
    answer = browser.send("/search", {"q": words})
    assert answer.status_code == 303
    return browser.page(answer.location)


@pytest.mark.parametrize(
    "words",
    [
        "peet le",
        "lena pee",
        "Lena Peeters",
        "peeters lena",
        "PÉÉTERS",
        "20177",
        "2017",
        "017",
        "177",
    ],
)
def test_a_worker_finds_her_client_by_any_part(sign_in, words):
    assert "Lena Peeters" in suggested(sign_in("an"), words).text()


@pytest.mark.parametrize("column", ["number", "receipt"])
def test_a_number_on_paper_leads_to_its_client(sign_in, world, column):
    browser = sign_in("an")
    filed(browser, world, "lena")
    with browser.application.app_context():
        request = db.session.scalars(select(Request)).one()
        typed = request.number if column == "number" else request.filing.receipt_number
    assert "Lena Peeters" in suggested(browser, typed.lower()).text()
    assert "Lena Peeters" not in suggested(browser, typed[:-1]).text()
    assert "Lena Peeters" not in suggested(sign_in("arne"), typed).text()


@pytest.mark.parametrize("words", ["zoe", "van den e", "eynde", "van den eynde zoë", "zoe van d"])
def test_accents_and_names_of_several_words_do_not_matter(sign_in, words):
    shown = suggested(sign_in("an"), words).text()
    assert ("Zoë Van den Eynde" in shown) == (words != "eynde")


@pytest.mark.parametrize(
    "words", ["", " ", "l", "%", "_", "le%", "20_77", "\\", "\x00", "😀", "ل", "a" * 100_000]
)
def test_words_that_mean_nobody_find_nobody(sign_in, words):
    page = suggested(sign_in("an"), words)
    assert "Peeters" not in page.text()
    assert page.by_id("search-options-none") is not None


def test_the_first_choice_opens_the_form_and_says_so(sign_in, world):
    page = suggested(sign_in("an"), "lena")
    first = page.all("li")[0]
    assert first.get("data-href") == f"/filings/new?client={world.clients['lena']}"
    assert "Nieuwe aanvraag" in page.text(first)
    assert page.by_id("search-options").get("data-first") is not None


def test_an_approver_goes_to_the_file_of_any_team(sign_in, world):
    first = suggested(sign_in("bert"), "karim").all("li")[0]
    assert first.get("data-href") == f"/clients/{world.clients['karim']}"


@pytest.mark.parametrize(
    "words", ["karim", "yilmaz", "karim yilmaz", "2018", "karim yilmaz 20/01/1980"]
)
def test_part_of_a_match_finds_nobody_of_another_team(sign_in, words):
    assert "Karim" not in suggested(sign_in("an"), words).text()


@pytest.mark.parametrize("words", ["karim yilmaz 20/01/1979", "YILMAZ KARIM 20/1/1979", "20181"])
def test_a_full_match_tells_name_year_and_worker_of_another_team(sign_in, world, words):
    browser = sign_in("an")
    for page in (suggested(browser, words), found(browser, words)):
        assert "Karim Yilmaz" in page.text()
        assert "1979" in page.text()
        assert "Arne Adams" in page.text()
        assert "20/01/1979" not in page.text().replace(words, "")
        assert f"client={world.clients['karim']}" not in page.html
        assert f"/clients/{world.clients['karim']}" not in page.html


def test_enter_leads_to_an_address_without_a_name(sign_in, world):
    browser = sign_in("an")
    answer = browser.send("/search", {"q": "peeters"})
    assert answer.status_code == 303
    assert "peeters" not in answer.location
    page = browser.page(answer.location)
    assert "Peeters" not in page.title
    assert page.link("Nieuwe aanvraag voor Lena") == f"/filings/new?client={world.clients['lena']}"
    assert page.link("Dossier openen van Lena") == f"/clients/{world.clients['lena']}"


def test_a_search_belongs_to_the_session_that_asked(sign_in):
    address = sign_in("an").send("/search", {"q": "peeters"}).location
    sign_in("an").page(address, status=404)
    sign_in("bert").page(address, status=404)
    sign_in("an").page("/search/0123", status=404)


def test_what_was_searched_for_is_not_stored_in_clear(sign_in, app):
    sign_in("an").send("/search", {"q": "Peetersfamilie"})
    with app.app_context():
        kept = db.session.scalars(select(SavedSearch)).one()
        assert b"eetersfamilie" not in kept.sealed_query


def test_nobody_found_offers_a_new_client_with_the_words_filled_in(sign_in):
    browser = sign_in("an")
    page = found(browser, "Tess Verlinden 03/05/2015")
    form = browser.page(page.link("Nieuwe cliënt")).form("/clients/new")
    assert (form["given_name"], form["family_name"]) == ("Tess", "Verlinden")
    assert form["birth_on"] == "03/05/2015"


def test_suggestions_without_htmx_lead_to_the_page_of_results(sign_in):
    answer = sign_in("an").send("/search/suggest", {"q": "lena"})
    assert answer.status_code == 303


@pytest.mark.parametrize("username", ["carla", "fien", "bea", "dirk"])
def test_who_does_not_work_with_clients_has_no_search(sign_in, username):
    browser = sign_in(username)
    assert browser.send("/search", {"q": "peeters"}).status_code == 404
    assert browser.send("/search/suggest", {"q": "peeters"}).status_code == 404
    assert browser.page("/account").by_id("search") is None


def test_results_come_page_by_page(sign_in, app):
    with app.app_context(), transaction():
        an = db.session.scalars(select(Account).where(Account.username == "an")).one()
        for number in range(60):
            person = NewPerson("Ida", f"Zomers{number:02}", dt.date(1990, 1, 1))
            new_client(NewClient(person), by=an)
    browser = sign_in("an")
    first = found(browser, "zomers")
    assert "Zomers00" in first.text()
    assert "Zomers55" not in first.text()
    second = browser.page(first.link("Volgende"))
    assert "Zomers55" in second.text()
    assert "omers" not in first.link("Volgende")
