"""Somebody who has no file yet: looked for, not found, made, and asked for at once (U2)."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.steps import file_it, fill_form
from tests.browser.walk import Counted, Walk

NAME = "Tine Vlinders"
MOST_KEYS = 90
MOST_FIELDS = 9


def new_client(desk: Desk) -> Counted:
    """90 keys or fewer besides the name, nine fields or fewer; what was searched for is filled in."""
    walk = Walk(desk.open("an", "/"))
    walk.begin()
    walk.press("/")
    walk.fill(NAME)
    walk.page.locator("#search-options [aria-disabled=true]").wait_for()
    walk.follow("Enter")
    walk.look("nobody found")
    walk.follow("n")
    walk.tab_to("#birth_on")
    walk.fill("14/2/2014")
    walk.tab_to("#status")
    walk.fill("v")
    walk.look("file filled in")
    walk.follow("Control+Enter")
    fill_form(walk)
    file_it(walk)
    assert NAME in walk.page.locator("main").inner_text()
    keys = walk.counted.keys - len(NAME)
    assert keys <= MOST_KEYS, f"{walk.counted}: {keys} besides the name, more than {MOST_KEYS}"
    assert walk.counted.fields <= MOST_FIELDS, f"{walk.counted}: more than {MOST_FIELDS} fields"
    return walk.counted
