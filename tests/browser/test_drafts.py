"""Nothing typed is lost: after a reload, a closed tab, an ended session; and nothing is overwritten."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from demo.staff import PASSPHRASE
from tests.browser.desk import Desk
from tests.browser.sight import filled

FORM = "/filings/new?client={client}"
TEXT = "Het gezin vraagt dit voor het eerst. Zoë wil zó graag."


def type_report(page: Page, words: str = TEXT) -> None:
    """At the end of what stands there."""
    page.locator("#report").focus()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(words)


def type_and_keep(page: Page, words: str) -> None:
    """Type more, until the server has it."""
    with page.expect_response("**/filings/drafts/*"):
        type_report(page, words)


def kept(page: Page) -> None:
    """Wait until the page says so."""
    page.locator("#draft-state", has_text="Concept bewaard 09:30").wait_for()
    page.wait_for_url("**/filings/drafts/*")


def begin(desk: Desk) -> Page:
    page = desk.open("an", filled(FORM, desk.house))
    type_report(page)
    kept(page)
    return page


def come_in(page: Page, username: str = "an") -> None:
    page.locator("#username").fill(username)
    page.locator("#passphrase").fill(PASSPHRASE)
    page.keyboard.press("Enter")


def report(page: Page) -> str:
    return page.locator("#report").input_value()


def test_a_reload_brings_the_text_back(desk: Desk) -> None:
    page = begin(desk)
    page.reload()
    assert report(page) == TEXT


def test_a_closed_tab_brings_the_text_back_by_the_list(desk: Desk) -> None:
    begin(desk).close()
    page = desk.open("an", "/requests?state=drafts")
    page.locator("main tbody a").first.click()
    page.wait_for_url("**/filings/drafts/*")
    assert report(page) == TEXT


def test_the_form_of_the_same_file_tells_of_the_draft(desk: Desk) -> None:
    begin(desk).close()
    page = desk.open("an", filled(FORM, desk.house))
    page.locator("#own-draft").click()
    page.wait_for_url("**/filings/drafts/*")
    assert report(page) == TEXT


def test_the_text_is_kept_sealed_and_not_in_the_browser(desk: Desk) -> None:
    page = begin(desk)
    body = desk.house.ask("SELECT body FROM draft")
    assert b"gezin" not in body
    stores = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
    assert "gezin" not in page.evaluate(stores)


def test_what_is_wrong_is_kept_as_well(desk: Desk) -> None:
    page = desk.open("an", filled(FORM, desk.house))
    page.locator("#cost").press_sequentially("1.234.5")
    kept(page)
    page.reload()
    assert page.locator("#cost").input_value() == "1.234.5"


def test_a_session_that_ended_while_typing_costs_no_text(desk: Desk) -> None:
    page = begin(desk)
    desk.house.let_session_end("an")
    statuses: list[int] = []
    page.on("response", lambda answer: statuses.append(answer.status))
    type_report(page, " En nog een zin.")
    page.wait_for_url("**/sign-in?next=*")
    assert 401 in statuses
    assert "gezin" not in page.content()
    come_in(page)
    page.wait_for_url("**/filings/drafts/*")
    assert report(page) == TEXT + " En nog een zin."


def test_a_session_that_ended_before_submitting_costs_no_text(desk: Desk) -> None:
    page = begin(desk)
    page.route("**/filings/drafts/*", lambda route: route.abort())  # the last keys reach nobody
    page.route("**/filings/assess", lambda route: route.abort())
    desk.house.let_session_end("an")
    type_report(page, " Het laatste woord.")
    with page.expect_event("load"):
        page.keyboard.press("Control+Enter")
    page.unroute_all()
    desk.complaints.clear()  # of what was broken off on purpose
    assert "gezin" not in page.content()
    page.locator("main a").first.click()
    come_in(page)
    page.wait_for_url("**/requests")
    page.goto("/requests?state=drafts")
    page.locator("main tbody a").first.click()
    page.wait_for_url("**/filings/drafts/*")
    assert report(page) == TEXT + " Het laatste woord."


@pytest.fixture
def elsewhere(desk: Desk) -> Page:
    """An's other browser, in which she signed in herself."""
    page = desk.open(path="/sign-in")
    come_in(page)
    page.wait_for_url("**/requests")
    return page


def test_another_window_is_warned_and_overwrites_nothing(desk: Desk, elsewhere: Page) -> None:
    page = begin(desk)
    elsewhere.goto(page.url)
    type_and_keep(elsewhere, " Van elders.")
    type_and_keep(page, " Van hier.")
    page.locator("#newest-draft").wait_for()
    assert "ander venster" in page.locator("#draft-state").inner_text()
    elsewhere.reload()
    assert report(elsewhere) == TEXT + " Van elders."
    assert report(page) == TEXT + " Van hier."


def test_a_colleague_is_told_of_the_draft(desk: Desk) -> None:
    begin(desk)
    page = desk.open("els", filled(FORM, desk.house))
    assert "collega" in page.locator(".notice").first.inner_text()
    assert report(page) == ""
