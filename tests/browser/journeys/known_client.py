"""A worker files the common request for a client she knows (U1)."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.steps import file_it, fill_form, known, open_form
from tests.browser.walk import Counted, Walk

MOST_KEYS = 45
MOST_LOADS = 2


def known_client(desk: Desk) -> Counted:
    """45 keys or fewer with all data, two pages or fewer."""
    walk = Walk(desk.open("an", "/"))
    walk.begin()
    open_form(walk, known(desk.house))
    fill_form(walk)
    file_it(walk)
    assert walk.counted.keys <= MOST_KEYS, f"{walk.counted}: more than {MOST_KEYS} keys"
    assert walk.counted.loads <= MOST_LOADS, f"{walk.counted}: more than {MOST_LOADS} pages"
    return walk.counted
