"""Last year's requests come back with this year's prices: one form, only the date to fill in."""

from __future__ import annotations

import re

from tests.browser.desk import Desk
from tests.browser.several import ASKED_BEFORE
from tests.browser.walk import Counted, Walk

MOST_KEYS = 40
MOST_LOADS = 3


def as_last_year(desk: Desk) -> Counted:
    """From the client's page: one key, the list, the form, the receipt."""
    walk = Walk(desk.open("an", f"/clients/{desk.house.ask(ASKED_BEFORE)}"))
    walk.begin()
    walk.follow("z")
    walk.look("as last year")
    wanted = [box.get_attribute("id") for box in walk.page.locator("[name=again]").all()]
    for name in wanted:
        walk.tab_to(f"#{name}")
        if not walk.page.locator(f"#{name}").is_checked():
            walk.press("Space")
    walk.tab_to("#fill-in")
    walk.follow("Enter")
    walk.fill("1/12")
    walk.page.wait_for_function(
        "() => !/Ingevuld/.test(document.querySelector('#assessment').innerText)"
    )
    walk.look("form filled in")
    if walk.page.locator("#reason").input_value() == "":
        walk.press("Tab")
        walk.fill("b")
    walk.follow("Control+Enter")
    receipt_of(walk, len(wanted))
    assert walk.counted.keys <= MOST_KEYS, f"{walk.counted}: more than {MOST_KEYS} keys"
    assert walk.counted.loads <= MOST_LOADS, f"{walk.counted}: more than {MOST_LOADS} pages"
    return walk.counted


def receipt_of(walk: Walk, wanted: int) -> None:
    """So many numbers of so many requests."""
    assert walk.page.url.endswith("/receipt"), walk.page.locator("main").inner_text()
    told = walk.page.locator("#submitted").inner_text()
    assert len(set(re.findall(r"\b2026-\d{4}\b", told))) == wanted > 1, told
