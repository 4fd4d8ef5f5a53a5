"""A browser for many thousand requests: it keeps its session's token, and inspects no page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import Flask

from tests.inspector import PASSPHRASE, Page, ReadingClient, fields_of
from tests.parsing import TOKEN


class Browser(ReadingClient):
    """Signs in once; `send` puts the token where a form has it."""

    token: str = ""

    def sign_in(self, username: str) -> Browser:
        """Through the front door."""
        self.renew("/sign-in")
        data = {"username": username, "passphrase": PASSPHRASE, "csrf_token": self.token}
        answer = self.post("/sign-in", data=data)
        assert answer.status_code == 303, (username, answer.status_code)
        return self.renew("/account")

    def renew(self, address: str) -> Browser:
        """Read the session's token on a page."""
        found = TOKEN.search(self.get(address).get_data(as_text=True))
        assert found, f"no token on {address}"
        self.token = found["token"]
        return self

    def send(
        self, method: str, address: str, form: dict[str, Any] | None = None, **how: Any
    ) -> Any:
        """Any method; unsafe ones with the token."""
        if method in {"GET", "HEAD"}:
            return self.open(address, method=method, **how)
        data = {"csrf_token": self.token, **(form or {})}
        return self.open(address, method=method, data=data, **how)


def browser_of(app: Flask, username: str | None = None) -> Browser:
    """A new browser, of somebody or of nobody yet."""
    browser = Browser(app, app.response_class, use_cookies=True)
    return browser.sign_in(username) if username else browser


def form_on(page: Page, action: str) -> dict[str, str]:
    """What a browser would send from the form that goes to this address; without one, to its own."""
    own = page.response.request.path
    for form in page.all("form"):
        if (urlsplit(form.get("action") or own).path, form.get("method")) == (action, "post"):
            return fields_of(form)
    raise AssertionError(f"no form on {own} goes to {action}")
