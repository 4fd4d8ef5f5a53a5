"""An impatient hand: the same form sent twice is one request."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.desk import Desk
from tests.browser.ways import form_filled

COUNT = "SELECT count(*) FROM filing"


def sent_posts(page: Page) -> list[str]:
    """The filings that the browser sends from now on."""
    sent: list[str] = []
    page.on(
        "request",
        lambda asked: (
            sent.append(asked.url)
            if asked.method == "POST" and asked.url.endswith("/filings")
            else None
        ),
    )
    return sent


def test_a_double_click_files_once(desk: Desk) -> None:
    page = desk.open("an")
    form_filled(page, desk.house)
    before, sent = desk.house.ask(COUNT), sent_posts(page)
    page.locator("#submit").dblclick()
    page.wait_for_url("**/receipt")
    assert len(sent) == 1
    assert desk.house.ask(COUNT) == before + 1


def test_the_button_is_off_while_it_sends(desk: Desk) -> None:
    page = desk.open("an")
    form_filled(page, desk.house)
    page.evaluate(
        "addEventListener('submit', event => event.preventDefault())"
    )  # it stays on its way
    page.locator("#submit").click()
    page.locator("#submit:disabled").wait_for()
    assert page.locator("#filing").get_attribute("aria-busy") == "true"


def test_back_and_again_gives_the_same_receipt(desk: Desk) -> None:
    page = desk.open("an")
    form_filled(page, desk.house)
    page.locator("#draft-state", has_text="Concept bewaard").wait_for()
    before = desk.house.ask(COUNT)
    page.locator("#submit").click()
    page.wait_for_url("**/receipt")
    receipt = page.url
    page.go_back()
    page.wait_for_url("**/receipt")
    assert page.url == receipt
    assert desk.house.ask(COUNT) == before + 1
