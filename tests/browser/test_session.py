"""The end of a session is announced, put off by one key, and leaves nothing on the screen."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.desk import Desk


def five_minutes_before(desk: Desk) -> Page:
    page = desk.open("an")
    page.clock.install()
    page.goto("/clients/1")
    page.clock.fast_forward("24:00")
    assert page.locator("#session-bar").is_hidden()
    page.clock.fast_forward("01:30")
    page.locator("#session-bar").wait_for()
    return page


def test_one_key_extends_it(desk: Desk) -> None:
    page = five_minutes_before(desk)
    assert page.locator("#announce").inner_text()
    page.keyboard.press("b")
    page.locator("#session-bar").wait_for(state="hidden")
    assert page.evaluate("document.activeElement !== document.body")
    page.clock.fast_forward("20:00")
    assert "/clients/1" in page.url
    assert page.locator("#session-bar").is_hidden()


def test_at_the_end_nothing_stays_on_the_screen(desk: Desk) -> None:
    page = five_minutes_before(desk)
    desk.house.let_session_end("an")
    page.clock.fast_forward("05:00")
    page.wait_for_url("**/sign-in")
    assert "Dossier" not in page.content()
