"""The versions in the product: the history, one version with its examples, its file."""

from __future__ import annotations

import pytest

from core.db import transaction
from regulation.files.reading import read_rule_set
from regulation.versions.actions import bring_in
from tests.counting import queries_of
from tests.inspector import Page
from tests.regulation.wording import PUBLISHED, TEXT, brought_in, failing, in_force, text_of

HISTORY = 3
ONE_VERSION = 3
READERS = ("an", "bert", "hilde", "fien", "bea")


def row_of(page: Page, number: int) -> str:
    """What the history says of one version."""
    rows = [page.text(row) for row in page.all("tr")]
    return next(row for row in rows if row.startswith(f"Versie {number}"))


@pytest.mark.parametrize("username", READERS)
def test_who_reads_the_regulation_reads_its_versions(app, sign_in, username):
    page = sign_in(username).page("/regulation/versions")
    assert "van kracht" in row_of(page, 1)
    assert "op de server, 24/11/2026" in row_of(page, 1)


def test_the_history_tells_the_whole_life_of_a_version(app, sign_in):
    with app.app_context():
        in_force(2, "2027-01-01")
    page = sign_in("an").page("/regulation/versions")
    assert "01/01/2020 tot en met 31/12/2026" in row_of(page, 1)
    for words in ("van kracht vanaf 01/01/2027", "Hilde Hox, 24/11/2026", "Bea Beks, 24/11/2026",
                  "10/12/2019, nr. 2019/184"):  # fmt: skip
        assert words in row_of(page, 2)


def test_a_version_that_was_followed_has_ended(app, sign_in, later):
    with app.app_context():
        in_force(2, "2027-01-01")
    with later(days=60):
        page = sign_in("an").page("/regulation/versions")
    assert "beëindigd" in row_of(page, 1)
    assert "van kracht" in row_of(page, 2)


def test_one_version_tells_who_takes_over(app, sign_in):
    with app.app_context():
        in_force(2, "2027-01-01")
    browser = sign_in("an")
    first = browser.page(browser.page("/regulation/versions").link("Versie 1"))
    assert browser.page(first.link("Versie 2")).h1.startswith("Versie 2 van Voorbeeldreglement")


def test_its_own_examples_come_out(app, sign_in):
    page = sign_in("hilde").page(f"/regulation/versions/{brought_in(app, text_of(2))}")
    assert f"{len(read_rule_set(TEXT).cases)} voorbeelden kloppen" in page.text(
        page.by_id("examples")
    )
    assert page.link("In werking stellen").endswith("/enact")


def test_an_example_that_fails_is_told_with_what_was_expected(app, sign_in):
    page = sign_in("hilde").page(f"/regulation/versions/{brought_in(app, failing(2))}")
    assert "voorbeelden kloppen niet" in page.text(page.by_id("examples"))
    rows = [tuple(page.text(cell) for cell in row) for row in page.all("tr")]
    adult = "Volwassene, kost van 50, alles getoond"
    assert (adult, "Bedrag", "€ 45,00", "€ 40,00") in rows
    assert (adult, "Daarna nog over", "€ 35,00", "€ 40,00") in rows


def test_a_version_without_a_first_day_says_that_it_cannot_enter_into_force(app, sign_in):
    page = sign_in("hilde").page(f"/regulation/versions/{brought_in(app, PUBLISHED)}")
    assert "haar eerste dag is niet bekend" in page.text()
    assert "/enact" not in page.html


@pytest.mark.parametrize("text", [TEXT, text_of(2, words={"\n": "\r\n"})])
def test_a_version_is_downloaded_to_the_byte(app, sign_in, text):
    answer = sign_in("an").get(f"/regulation/versions/{brought_in(app, text)}/file")
    assert answer.data == text.encode()
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=voorbeeld-")
    assert answer.mimetype == "application/toml"


@pytest.mark.parametrize("number", ["0", "987654", "9223372036854775808"])
def test_what_is_not_there_is_not_there(app, sign_in, number):
    browser = sign_in("hilde")
    for path in ("", "/file", "/enact"):
        browser.page(f"/regulation/versions/{number}{path}", status=404)


def test_the_menu_shows_the_inner_of_two_pages(app, sign_in):
    page = sign_in("hilde").page("/regulation/versions")
    current = [page.text(a) for a in page.all("a") if a.get("aria-current") == "page"]
    assert current == ["Versies"]
    page = sign_in("an").page("/regulation/versions")
    current = [page.text(a) for a in page.all("a") if a.get("aria-current") == "page"]
    assert current == ["Reglement"]


@pytest.mark.parametrize("count", [2, 60])
def test_the_history_asks_the_same_however_long_it_is(app, sign_in, count):
    with app.app_context(), transaction():
        for number in range(2, count + 2):
            bring_in(text_of(number), by=None)
    browser = sign_in("an")
    browser.get("/regulation/versions")
    with queries_of(app) as asked:
        page = browser.page("/regulation/versions")
    assert len(asked) == HISTORY, "\n".join(asked)
    assert not any("source_toml" in statement for statement in asked)
    assert ("Volgende" in page.text()) is (count > 49)


def test_one_version_asks_this_much(app, sign_in):
    version_id, browser = brought_in(app, text_of(2)), sign_in("an")
    browser.get(f"/regulation/versions/{version_id}")
    with queries_of(app) as asked:
        browser.page(f"/regulation/versions/{version_id}")
    assert len(asked) == ONE_VERSION, "\n".join(asked)
