"""Browsers of people: a window of somebody who has signed in, and what went wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
)
from playwright.sync_api import ViewportSize as Size

from tests.browser.house import House

WIDE: Size = {"width": 1440, "height": 900}
NOBODY = ""

# An answer of 4xx where a test asks for it, and what htmx says of a page that is left meanwhile.
MEANT = ("Failed to load resource: the server responded with a status of 4",)
# What a request that a test cuts off itself leaves in the console.
CUT_OFF = ("htmx:sendError", "Failed to load resource: net::ERR_FAILED")
MEANT += (
    "htmx:afterRequest",
    "htmx:sendAbort",
    "htmx:responseError",
    "Response Status Error Code 4",
)

Open = Callable[..., Page]


class Desk:
    """Opens windows on one house; what the browser complains about is kept in `complaints`."""

    def __init__(self, browser: Browser, house: House) -> None:
        self.browser, self.house = browser, house
        self.complaints: list[str] = []
        self._opened: list[BrowserContext] = []

    def open(self, username: str = NOBODY, path: str | None = None, **options: Any) -> Page:
        """A window of somebody, on a page when a path is given."""
        settings = {
            "viewport": WIDE,
            "locale": "nl-BE",
            "timezone_id": "Europe/Brussels",
            **options,
        }
        context = self.browser.new_context(base_url=self.house.address, **settings)
        self._opened.append(context)
        context.add_cookies(self.house.cookies(username))
        context.set_default_timeout(30_000)
        page = context.new_page()
        self._listen(page)
        if path is not None:
            page.goto(path)
        return page

    def close(self) -> None:
        """Close all windows."""
        for context in self._opened:
            context.close()
        self._opened.clear()

    def _listen(self, page: Page) -> None:
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("response", self._answered)
        page.on("requestfailed", lambda asked: self._failed(asked.url, asked.failure))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith((*MEANT, *CUT_OFF)):
            self.complaints.append(f"console: {message.text}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status}: {response.url}")

    def _failed(self, url: str, why: str | None) -> None:
        if not url.startswith(self.house.address):
            self.complaints.append(f"asked elsewhere: {url}: {why}")
