"""A test client that inspects every page it gets: a page that breaks a house rule fails any test."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from flask.testing import FlaskClient

from core.db import db
from tests.parsing import TOKEN, same

PASSPHRASE = "vier woorden op een rij"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Pages that were inspected in this run, whatever their token: the same page needs no second look.
FOUND_GOOD: set[int] = set()
HTML = "{http://www.w3.org/1999/xhtml}"
HTMX_VERBS = {"hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete"}


class Page:
    """A parsed answer: finds forms, texts and fields the way a person would."""

    def __init__(self, response: Any) -> None:
        self.response = response
        self.status = response.status_code
        self.html: str = response.get_data(as_text=True)
        found = same(self.html)
        self.whole = found.whole
        self.token, self.root, self.errors = found.token, found.root, found.errors

    def all(self, tag: str) -> list[Element]:
        """Every element of a tag."""
        return list(self.root.iter(tag))

    def by_id(self, name: str) -> Element | None:
        """The element with an id."""
        return next((e for e in self.root.iter() if e.get("id") == name), None)

    def text(self, element: Element | None = None) -> str:
        """What can be read, with single spaces."""
        root = self.root if element is None else element
        return " ".join("".join(root.itertext()).split())

    @property
    def h1(self) -> str:
        """The heading of the page."""
        return self.text(self.all("h1")[0])

    @property
    def title(self) -> str:
        """The title in the browser's tab."""
        return self.text(self.all("title")[0])

    def link(self, words: str) -> str:
        """The address behind the link that says `words`."""
        found = [a.get("href", "") for a in self.all("a") if words in self.text(a)]
        assert found, f"no link says {words!r}"
        return found[0]

    def form(self, action: str) -> dict[str, str]:
        """What a browser would send from the form with this action, untouched."""
        forms = [f for f in self.all("form") if urlsplit(f.get("action", "")).path == action]
        assert forms, (
            f"no form goes to {action}; there are {[f.get('action') for f in self.all('form')]}"
        )
        return fields_of(forms[0])


def fields_of(form: Element) -> dict[str, str]:
    """The successful controls of a form, without its buttons."""
    fields: dict[str, str] = {}
    for element in form.iter():
        name, kind = element.get("name"), element.get("type", "text")
        if not name or element.get("disabled") is not None:
            continue
        if element.tag == "input" and kind in {"checkbox", "radio"}:
            if element.get("checked") is not None:
                fields[name] = element.get("value", "on")
        elif element.tag == "input" and kind not in {"submit", "button", "image"}:
            fields[name] = element.get("value", "")
        elif element.tag == "textarea":
            fields[name] = (element.text or "").removeprefix("\n")
        elif element.tag == "select":
            fields[name] = _chosen(element)
    return fields


def _chosen(select: Element) -> str:
    options = list(select.iter("option"))
    chosen = [o for o in options if o.get("selected") is not None] or options[:1]
    return chosen[0].get("value", "") if chosen else ""


class ReadingClient(FlaskClient):
    """Reads each answer to its end, and closes what was sent, as a server does."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("buffered", True)  # looks get chained
        response = super().open(*args, **kwargs)
        response.request.input_stream.close()  # a big form lies in a file of its own
        return response


class InspectingClient(ReadingClient):
    """Signs in as a person of the small world, and looks at each answer as an inspector would."""

    token: str = ""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        response = super().open(*args, **kwargs)
        self.look(response)
        if "Set-Cookie" in response.headers:  # another session, perhaps, with a token of its own
            self.token = ""
        if response.mimetype == "text/html":
            found = TOKEN.search(response.get_data(as_text=True))
            self.token = found["token"] if found else self.token
        return response

    def look(self, response: Any) -> None:
        """What is looked at in each answer."""
        inspect(response)

    def page(self, address: str, *, status: int = 200, htmx: bool = False) -> Page:
        """GET an address and read it."""
        headers = {"HX-Request": "true"} if htmx else {}
        response = self.get(address, headers=headers)
        assert response.status_code == status, (address, response.status_code, response.location)
        return Page(response)

    def csrf(self) -> str:
        """A token for this session: that of the last form it saw, as a browser has it."""
        if not self.token:
            self.get("/sign-in", follow_redirects=True)
        assert self.token, "no form on the page"
        return self.token

    def send(self, address: str, data: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        """POST a form with this session's CSRF token."""
        return self.post(address, data={"csrf_token": self.csrf(), **(data or {})}, **kwargs)

    def sign_in(self, username: str, passphrase: str = PASSPHRASE) -> InspectingClient:
        """Through the front door, as everybody does."""
        response = self.send("/sign-in", {"username": username, "passphrase": passphrase})
        assert response.status_code == 303, f"{username} could not sign in"
        return self


def inspect(response: Any) -> None:
    """What must hold of every answer, and of the database behind it."""
    policy = CSP + ("; sandbox" if "Content-Disposition" in response.headers else "")
    assert response.headers["Content-Security-Policy"] == policy, response.request.path
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    if not response.request.path.startswith("/static/"):
        assert "no-store" in response.headers["Cache-Control"], response.request.path
    # Reading the session of this thread's app context, if a test holds one: nothing half done.
    if response.request.method == "HEAD":
        return
    if response.mimetype == "text/html" and response.status_code not in {204, 301, 302, 303, 308}:
        looked_at = hash(same(response.get_data(as_text=True)).html)
        if looked_at not in FOUND_GOOD:
            inspect_page(Page(response))
            FOUND_GOOD.add(looked_at)


def inspect_page(page: Page) -> None:
    """Valid HTML, one h1, a title that begins with it, no id twice, no inline script or style."""
    assert not page.errors, (page.response.request.path, page.errors[:3])
    names = [e.get("id") for e in page.root.iter() if e.get("id")]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f"id twice on {page.response.request.path}: {twice}"
    inspect_markup(page)
    if not page.whole:
        roots = [e for e in page.root if e.tag is not None]
        assert len(roots) == 1, f"a fragment has one root: {[e.tag for e in roots]}"
        assert roots[0].get("id"), "a fragment's root has an id"
        return
    assert len(page.all("h1")) == 1, page.response.request.path
    # The header says it of every answer; a word of the page's own would go before it.
    assert not [e for e in page.all("meta") if e.get("name") == "referrer"]
    title = re.sub(r"^(Fout|Error): ", "", page.title)
    assert title.startswith(page.h1[:60]), (page.title, page.h1)
    assert page.all("html")[0].get("lang") in {"nl", "en"}


def inspect_markup(page: Page) -> None:
    """Nothing that the content policy would refuse, and no field without a label."""
    labelled = {e.get("for") for e in page.all("label")}
    for element in page.root.iter():
        if not isinstance(element.tag, str):
            continue
        inline = [a for a in element.keys() if a == "style" or a.startswith("on")]  # noqa: SIM118
        assert not inline, f"inline {inline} on {page.response.request.path}"
        if element.tag == "script":
            assert element.get("src"), "inline script"
        if "hx-disable" in element.attrib:
            asleep = [e.attrib for e in element.iter() if HTMX_VERBS & set(e.attrib)]
            assert not asleep, f"htmx does not see it: {asleep} on {page.response.request.path}"
        if element.tag in {"input", "select", "textarea"} and element.get("type") not in {
            "hidden",
            "submit",
        }:
            named = element.get("id") in labelled or element.get("aria-label")
            assert named or element.get("aria-labelledby"), f"no label: {element.attrib}"


def nothing_left_unsaved() -> None:
    """Called after each test that held a session open."""
    assert not db.session.dirty
    assert not db.session.new
