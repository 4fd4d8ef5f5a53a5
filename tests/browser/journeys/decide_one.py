"""An approver decides one request and takes it back (U3, U16)."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.walk import Counted, Walk

MOST_KEYS = 3
MOST_KEYS_TO_UNDO = 2


def decide_one(desk: Desk) -> Counted:
    """Three keys from the list; the next opens by itself; two keys undo it."""
    walk = Walk(desk.open("bert", "/worklist"))
    walk.begin()
    walk.look("worklist")
    walk.follow("Enter")
    decided = walk.page.url
    walk.look("decide page")
    walk.press("t")
    walk.follow("Enter")
    assert walk.counted.keys <= MOST_KEYS, f"{walk.counted}: more than {MOST_KEYS} keys"
    assert walk.page.url not in (decided, f"{desk.house.address}/worklist"), "the next did not open"
    assert walk.focused().startswith("<h1"), f"the focus is on {walk.focused()}"
    walk.look("the next")
    undo(walk, decided)
    return walk.counted


def undo(walk: Walk, decided: str) -> None:
    """Back to the one that was decided, open again."""
    before = walk.counted.keys
    walk.follow("u")
    taken = walk.counted.keys - before
    assert taken <= MOST_KEYS_TO_UNDO, f"{taken} keys to undo"
    assert walk.page.url == decided, f"undoing led to {walk.page.url}"
    assert walk.page.locator("#grant").is_visible(), "it cannot be decided again"
    walk.look("undone")
