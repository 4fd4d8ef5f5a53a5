"""axe finds nothing on any page in any state: wide and light, narrow and dark."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.chromium import violations
from tests.browser.desk import NARROW, WIDE, Desk
from tests.browser.sights import SIGHTS, Sight

LOOKS = {
    "wide-light": {"viewport": WIDE, "color_scheme": "light"},
    "narrow-dark": {"viewport": NARROW, "color_scheme": "dark"},
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_axe_finds_nothing(sight: Sight, look: str, desk: Desk) -> None:
    options: dict[str, Any] = LOOKS[look]
    page = desk.open(sight.who, **options)
    sight.bring(page, desk.house)
    assert violations(page) == []


def test_axe_finds_what_is_wrong(desk: Desk) -> None:
    page = desk.open("an", "/account")
    page.locator("main").evaluate("main => main.append(document.createElement('img'))")
    assert [found for found in violations(page) if found.startswith("image-alt")]
