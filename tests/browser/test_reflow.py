"""At 320 by 256 pixels, which is 400 % on a common screen, nothing asks for sideways scrolling."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk
from tests.browser.sights import SIGHTS, Sight

SMALLEST = {"width": 320, "height": 256}
# Controls under 24 px in either direction; a link within a sentence is as high as its line (2.5.8).
SMALL = """() => [...document.querySelectorAll("button, summary, select, input, nav a, .button, .chip")]
  .filter(one => one.checkVisibility() && one.type !== "hidden" && !one.matches(".visually-hidden"))
  .filter(one => !one.closest(".visually-hidden, .crumbs, .chips__one"))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
  .map(([one, box]) => `${one.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)"""
TOO_WIDE = """() => {
  const seen = document.documentElement.clientWidth
  return [...document.querySelectorAll("main *")]
    .filter(one => one.getBoundingClientRect().right > seen + 1 && !one.closest(".scroll, .visually-hidden"))
    .map(one => one.outerHTML.slice(0, 100)).slice(0, 3)
}"""


def sideways(page: Page) -> int:
    """How many pixels the page is wider than the window."""
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_no_sideways_scrolling_and_no_small_targets(sight: Sight, desk: Desk) -> None:
    page = desk.open(sight.who, viewport=SMALLEST)
    sight.bring(page, desk.house)
    assert sideways(page) <= 0, page.evaluate(TOO_WIDE)
    assert page.evaluate(SMALL) == []


def test_a_page_that_is_too_wide_is_noticed(desk: Desk) -> None:
    page = desk.open("an", "/account", viewport=SMALLEST)
    page.locator("h1").evaluate("h1 => { h1.textContent = 'W'.repeat(200); h1.className = 'num' }")
    page.locator("h1").evaluate("h1 => { h1.style.whiteSpace = 'nowrap' }")
    assert sideways(page) > 0


@pytest.mark.parametrize(
    ("who", "path"),
    [("an", "/filings/new?client=1"), ("bert", "/worklist"), ("carla", "/statistics")],
)
def test_text_of_twice_the_size_still_fits(who: str, path: str, desk: Desk) -> None:
    page = desk.open(who, path, viewport={"width": 640, "height": 480})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert sideways(page) <= 0
