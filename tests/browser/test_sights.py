"""Every page in every state, brought about once: seen wide and light, then small and dark.

Wide: axe finds nothing (U12), the visit is light (U20), errors lead to their fields (U9). Small, at 320
by 256 pixels, which is 400 % on a common screen: axe again, no sideways scrolling, no small targets (U13).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checks import (
    errors_lead_to_their_fields,
    fits,
    is_light,
    keeps_the_margin,
    sideways,
)
from tests.browser.chromium import violations
from tests.browser.desk import Desk, Size
from tests.browser.house import House
from tests.browser.sight import Sight
from tests.browser.sights import SIGHTS
from tests.browser.windows import Windows

SMALLEST: Size = {"width": 320, "height": 256}


@pytest.fixture(scope="session")
def windows(browser: Browser, served: House) -> Iterator[Windows]:
    """Of everybody, one each."""
    desk = Desk(browser, served)
    yield Windows(desk)
    desk.close()


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_wide_and_light_then_small_and_dark(sight: Sight, house: House, windows: Windows) -> None:
    with windows.of(sight.who, stays=not sight.spoils) as page:
        sight.bring(page, house)
        look_at(sight, page, house)


def look_at(sight: Sight, page: Page, house: House) -> None:
    if isinstance(sight.way, str):
        is_light(page, house.address)
    keeps_the_margin(page)
    assert violations(page) == []
    if sight.is_wrong:
        errors_lead_to_their_fields(page)
    page.set_viewport_size(SMALLEST)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    fits(page)
    assert violations(page) == []


def test_axe_finds_what_is_wrong(desk: Desk) -> None:
    page = desk.open("an", "/account")
    page.locator("main").evaluate("main => main.append(document.createElement('img'))")
    assert [found for found in violations(page) if found.startswith("image-alt")]


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


def test_values_are_kept(desk: Desk) -> None:
    page = desk.open("an")
    next(sight for sight in SIGHTS if sight.name == "form-wrong").bring(page, desk.house)
    assert page.locator("#cost").input_value() == "1.234.5"
