"""What people typed stands where htmx does not look: markup that came through would still do nothing."""

import re

import pytest
from sqlalchemy import select

from accounts.models import Person, Team
from books.models import FundingSource
from core.db import db
from intake.people.models import Address, Client
from intake.requests.models import Filing, Pause, Request, RequestEvent
from offer.models import Activity, Provider
from tests.access.canaries import confide, found_in
from tests.bad_input.pages import pages_of
from tests.inspector import Page

TYPED = (
    Person.name, Team.name, FundingSource.name, Provider.name, Activity.name, Client.given_name,
    Client.family_name, Address.street, Filing.goal, Filing.report, Request.what,
    Request.provider_name, Request.reasons, RequestEvent.why, Pause.question, Pause.answer,
)  # fmt: skip
# A browser reads no markup in these.
PLAIN = {"title", "textarea"}


@pytest.fixture(scope="module")
def told(scene):
    return confide(scene)


@pytest.fixture(scope="module")
def typed(scene, told) -> list[str]:
    """All words in the house that somebody typed."""
    with scene.app.app_context():
        found = {value for column in TYPED for value in db.session.scalars(select(column))}
    return sorted(value for value in found if value)


def loose_in(page, typed) -> set[str]:
    """Which of them htmx would look at; the same word in small letters is one of ours."""
    return found_in(within_reach(page.root), typed) & set(typed)


def within_reach(element) -> str:
    """The words of a page that stand where htmx looks for its attributes."""
    if "hx-disable" in element.attrib or element.tag in PLAIN:
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [within_reach(child), child.tail or ""]
    return " ".join(parts)


def pages(scene, told, person):
    """Those of the scene, and the files and requests about which all was told."""
    found = pages_of(scene, person)
    for who, client in told.clients.items():
        found += [f"/clients/{client}", f"/filings/new?client={client}"]
        found += [f"/requests/{number}" for number in told.requests[who]]
        found += [f"/worklist/{number}" for number in told.requests[who]]
    for address in found:
        answer = scene.browsers[person].get(address)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            yield address, Page(answer)


@pytest.mark.parametrize("person", ["an", "bert", "hilde", "bea", "dirk", "fien", "carla"])
def test_no_page_shows_typed_words_within_its_reach(scene, told, typed, person):
    wrong, seen = {}, set()
    for address, page in pages(scene, told, person):
        seen |= found_in(page.text(), typed)
        if loose := loose_in(page, typed):
            wrong[address] = loose
    assert wrong == {}
    assert len(seen) >= {"an": 25, "bert": 25}.get(person, 1), seen


FRAGMENTS = [
    ("/search/suggest", {"q": "peeters"}, "Lena Peeters"),
    ("/filings/activities", {"what": "chiro"}, "Chirokamp"),
    ("/clients/new/twins", {"given_name": "Lena", "family_name": "Peeters"}, "Lena Peeters"),
]


@pytest.mark.parametrize(("path", "form", "shown"), FRAGMENTS)
def test_nor_does_what_htmx_brings_in(scene, told, typed, path, form, shown):
    an, client = scene.browsers["an"], scene.ids["client"]["own"]
    birth_on = re.search(r"\d\d/\d\d/\d{4}", an.get(f"/clients/{client}/edit").text)[0]
    about = {"opened_for": client, "birth_on": birth_on}
    page = Page(an.send("POST", path, about | form, headers={"HX-Request": "true"}))
    assert not page.whole
    assert shown in page.text()
    assert loose_in(page, typed) == set()


def test_a_refused_form_does_not_either(scene, typed):
    an, client = scene.browsers["an"], scene.ids["client"]["own"]
    form = {"opened_for": client, "report": "Speelt veel alleen.", "what": "chirokamp"}
    for path in ("/filings", "/filings/activities"):
        page = Page(an.send("POST", path, form))
        assert page.whole
        assert loose_in(page, typed) == set()
