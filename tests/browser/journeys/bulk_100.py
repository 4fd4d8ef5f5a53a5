"""An approver looks at what is clean, grants it at once, and has the letters printed (U21)."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.busy import much_to_decide
from tests.browser.walk import Counted, Walk

WANTED = 100
MOST_KEYS = 40
MS_FOR_THE_WORKER = 60_000


def bulk_100(desk: Desk) -> Counted:
    """One list, one look, one button; each its own decision and its own letter."""
    much_to_decide(desk.house, 3 * WANTED)
    walk = Walk(desk.open("bert", "/worklist"))
    walk.begin()
    walk.follow("s")
    walk.tab_to("#begin")
    walk.follow("Enter")
    walk.page.locator("#look").wait_for(timeout=MS_FOR_THE_WORKER)
    clean = walk.page.locator("#clean input[name=kept]").count()
    assert clean == WANTED, f"{clean} clean requests instead of {WANTED}"
    walk.look("to look at")
    walk.tab_to("#kept-1, #clean input")
    walk.press("Space")  # one is left for another time
    walk.follow("Control+Enter")
    walk.page.locator("#outcome").wait_for(timeout=MS_FOR_THE_WORKER)
    granted = walk.page.get_by_text("99 toegekend, 1 weggelaten.")
    assert granted.is_visible(), walk.page.locator("main").inner_text()[:300]
    assert walk.counted.keys <= MOST_KEYS, f"{walk.counted}: more than {MOST_KEYS} keys"
    walk.look("what came of it")
    print_them(walk)
    return walk.counted


def print_them(walk: Walk) -> None:
    """All that wait, as one PDF."""
    walk.page.goto("/letters")
    walk.tab_to("#print-all")
    walk.follow("Enter")
    walk.page.locator("#pdf").wait_for(timeout=MS_FOR_THE_WORKER)
    walk.look("the letters")
