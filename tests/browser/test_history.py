"""Back, forward and reload: a filter has an address, and after signing out nothing shows."""

from __future__ import annotations

from tests.browser.desk import Desk


def test_back_restores_a_filter(desk: Desk) -> None:
    page = desk.open("bert", "/worklist")
    waiting = page.get_by_role("link", name="Wacht op informatie")
    waiting.click()
    page.wait_for_url("**/worklist?state=waiting")
    page.locator("#worklist a").first.click()
    page.wait_for_url("**/worklist/*")
    page.go_back()
    assert page.url.endswith("?state=waiting")
    assert waiting.get_attribute("aria-current")
    page.reload()
    assert page.url.endswith("?state=waiting")
    page.go_forward()
    assert page.locator("h1").inner_text() != "Te beslissen"


def test_back_from_a_request_shows_what_was_searched(desk: Desk) -> None:
    page = desk.open("an", "/requests")
    page.locator("#search").fill("benali")
    page.locator("#search").press("Control+a")
    with page.expect_event("load"):
        page.locator(".search button").press("Enter")
    address = page.url
    assert "benali" not in address.lower()
    page.locator("main tbody a").first.click()
    page.wait_for_url("**/filings/new?client=*")
    page.go_back()
    assert page.url == address
    assert "benali" in page.locator("main").inner_text().lower()


def test_after_signing_out_back_shows_nothing(desk: Desk) -> None:
    page = desk.open("an", "/clients/1")
    name = page.locator(".identity, [class*=identity]").first.inner_text()
    assert name
    page.locator("[data-menu] summary").click()
    page.get_by_role("button", name="Afmelden").click()
    page.wait_for_url("**/sign-in")
    page.go_back()
    page.wait_for_url("**/sign-in**")
    assert name not in page.content()
    page.goto("/clients/1")
    assert "/sign-in" in page.url


def test_what_was_asked_for_opens_after_signing_in(desk: Desk) -> None:
    page = desk.open(path="/requests?state=decided")
    assert "/sign-in" in page.url
    page.locator("#username").fill("an")
    page.locator("#passphrase").fill("cultuur voor iedereen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/requests?state=decided")
