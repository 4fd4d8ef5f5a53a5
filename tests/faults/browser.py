"""A browser over real sockets that does not give up: it sends the same again until it is answered."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from tests.inspector import PASSPHRASE

SECONDS_FOR_AN_ANSWER = 60
SECONDS_TO_GO_ON_TRYING = 300


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    location: str
    text: str


class Browser:
    """One person's browser: a cookie, and patience. `broken` counts what no answer came to."""

    def __init__(self, port: int, gives_up: threading.Event | None = None) -> None:
        self.port = port
        self.gives_up = gives_up or threading.Event()
        self.cookie = ""
        self.broken = 0

    def sign_in(self, username: str) -> None:
        """Once; the session stands on the server and outlives it."""
        fields = form_in(self.get("/sign-in").text, "/sign-in")
        known = {"username": username, "passphrase": PASSPHRASE}
        answer = self.post("/sign-in", {**fields, **known})
        assert answer.status == 303, (answer.status, answer.text)

    def get(self, path: str) -> Answer:
        """A page, however often it takes."""
        return self._until_answered("GET", path, None)

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        """A form, sent again unchanged until somebody says what became of it."""
        return self._until_answered("POST", path, fields)

    def _until_answered(self, method: str, path: str, fields: Mapping[str, str] | None) -> Answer:
        deadline = time.monotonic() + SECONDS_TO_GO_ON_TRYING
        while True:
            try:
                answer = self.once(method, path, fields)
                if answer.status != 503:
                    return answer
            except (OSError, HTTPException):
                self.broken += 1
            assert not self.gives_up.is_set(), "the test has failed elsewhere"
            assert time.monotonic() < deadline, f"no answer to {method} {path}"
            time.sleep(0.05)

    def once(self, method: str, path: str, fields: Mapping[str, str] | None = None) -> Answer:
        """One try; OSError or HTTPException when nobody answers."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS_FOR_AN_ANSWER)
        headers = {"Cookie": self.cookie, "Connection": "close"}
        body = None
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(fields)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie") or ():
            self.cookie = line.partition(";")[0]
        return Answer(response.status, response.headers.get("Location", ""), text)


class _Fields(HTMLParser):
    """The hidden and filled-in fields of the forms of a page, by the form's address."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self.here: dict[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.here = self.forms.setdefault(found.get("action", ""), {})
        chosen = found.get("type") not in {"radio", "checkbox"} or "checked" in found
        if tag == "input" and self.here is not None and "name" in found and chosen:
            self.here[found["name"]] = found.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.here = None


def form_in(text: str, action: str) -> dict[str, str]:
    """What a browser would send from the form with this address; nothing when it is not there."""
    parser = _Fields()
    parser.feed(text)
    return parser.forms.get(action, {})
