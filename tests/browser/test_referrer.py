"""The browser tells nobody where it came from, not even this house: files and people stand in addresses."""

from __future__ import annotations

from playwright.sync_api import Request

from tests.browser.desk import Desk


def test_no_request_says_from_which_page_it_came(desk: Desk) -> None:
    asked: list[Request] = []
    page = desk.open("an")
    page.on("request", lambda one: asked.append(one))
    page.goto("/clients/1")
    page.locator("#search").press_sequentially("peet")
    page.locator("#search-options li").first.wait_for()
    with page.expect_navigation():
        page.locator("#search").press("Enter")
    page.goto("/account")
    with page.expect_navigation():
        page.locator("main form button").first.click()
    told = {one.url: one.all_headers().get("referer") for one in asked}
    assert not any(told.values()), told  # "" where the browser took a file from its own store
    assert {"GET", "POST"} <= {one.method for one in asked}
