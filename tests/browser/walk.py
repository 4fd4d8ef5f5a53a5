"""A walk through the pages with trusted events of keys or fingers alone, counted: what a person's hands would do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from playwright.sync_api import Page, Response
from playwright.sync_api import TimeoutError as TooLate

from tests.browser.chromium import violations, violations_without_scripts

FOCUS = "document.activeElement"
MOST_TABS = 80
MOST_TRIES, MS_TO_SEE = 5, 2_000
AT_REST = "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')"


@dataclass
class Counted:
    """What a walk took; `keys` holds `typed`."""

    keys: int = 0
    typed: int = 0
    fields: int = 0
    loads: int = 0
    taps: int = 0
    violations: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        axe = len(self.violations)
        taps = f" taps={self.taps}" if self.taps else ""
        return (
            f"keys={self.keys} typed={self.typed} fields={self.fields}{taps}"
            f" loads={self.loads} axe={axe}"
        )

    def __iadd__(self, other: Counted) -> Self:
        self.keys += other.keys
        self.typed += other.typed
        self.fields += other.fields
        self.loads += other.loads
        self.taps += other.taps
        self.violations += other.violations
        return self


class Walk:
    """One person at the keyboard, or with a phone in the hand. Waiting counts nothing; looking for axe counts nothing.

    `bare`: JavaScript is off in this window.
    """

    def __init__(self, page: Page, *, bare: bool = False) -> None:
        self.page, self.bare = page, bare
        self.counted = Counted()
        page.on("domcontentloaded", lambda _page: self._loaded())

    def begin(self) -> None:
        """From here on it counts."""
        self.counted = Counted()

    def press(self, *keys: str) -> None:
        """Keys that navigate or act; each key of a chord counts."""
        for key in keys:
            self.counted.keys += len(key.split("+")) if len(key) > 1 else 1
            self.page.keyboard.press(key)

    def tap(self, selector: str) -> None:
        """A finger on the first of these that is there."""
        self.counted.taps += 1
        self.page.locator(selector).first.tap()

    def fill(self, words: str) -> None:
        """Data, typed into the field that has the focus."""
        assert self.is_in_field(), f"no field has the focus, but {self.focused()}"
        self.counted.fields += 1
        self.counted.keys += len(words)
        self.counted.typed += len(words)
        self.page.keyboard.type(words)

    def choose(self, letters: str) -> None:
        """Type, and take the first that is offered for all that was typed."""
        with self.page.expect_response(lambda answer: _answers(answer, letters)):
            self.fill(letters)
        for _ in range(MOST_TRIES):
            self.page.wait_for_function(AT_REST)
            self.press("ArrowDown")
            if self._points():
                break
        self.press("Enter")
        self.page.wait_for_function(f"letters => {FOCUS}.value !== letters", arg=letters)

    def follow(self, *keys: str) -> None:
        """Keys of which the last opens another page, and that page."""
        self.press(*keys[:-1])
        with self.page.expect_event("load"):
            self.press(keys[-1])

    def tab_to(self, selector: str, key: str = "Tab") -> None:
        """Tab until the focus is there, as a person does who sees where it is."""
        for _ in range(MOST_TABS):
            if self.page.evaluate(f"s => {FOCUS}.matches(s)", selector):
                return
            self.press(key)
        raise AssertionError(f"Tab does not reach {selector}; the focus is on {self.focused()}")

    def look(self, state: str) -> None:
        """Let axe read the state that was reached."""
        shown = violations_without_scripts(self.page) if self.bare else violations(self.page)
        self.counted.violations += [f"{state}: {found}" for found in shown]

    def focused(self) -> str:
        """What has the focus, for a sentence."""
        return str(self.page.evaluate(f"{FOCUS}.outerHTML.slice(0, 120)"))

    def is_in_field(self) -> bool:
        """Whether keys would type."""
        return bool(self.page.evaluate(f"{FOCUS}.matches('input, select, textarea')"))

    def _points(self) -> bool:
        """Whether an option is pointed at; a person who sees none presses the arrow again."""
        pointed = self.page.locator("[role=option][aria-selected=true]").first
        try:
            pointed.wait_for(timeout=MS_TO_SEE)
        except TooLate:
            return False
        return True

    def _loaded(self) -> None:
        self.counted.loads += 1


def _answers(answer: Response, letters: str) -> bool:
    asked = answer.request
    return asked.url.endswith("/activities") and letters in (asked.post_data or "")
