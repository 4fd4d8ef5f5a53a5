"""An approver decides twenty in a row, without a mouse (U3)."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.busy import much_to_decide
from tests.browser.walk import Counted, Walk

IN_A_ROW = 20
MOST_KEYS_EACH = 3


def decide_20(desk: Desk) -> Counted:
    """Three keys each or fewer; the next opens by itself, with the focus on its heading."""
    much_to_decide(desk.house, IN_A_ROW + 5)
    walk = Walk(desk.open("bert", "/worklist"))
    walk.begin()
    walk.follow("Enter")
    seen = set()
    for _time in range(IN_A_ROW):
        seen.add(walk.page.url)
        walk.press("t")
        walk.follow("Enter")
        assert walk.focused().startswith("<h1"), f"the focus is on {walk.focused()}"
    assert len(seen) == IN_A_ROW, f"{len(seen)} different requests were decided"
    most = IN_A_ROW * MOST_KEYS_EACH
    assert walk.counted.keys <= most, f"{walk.counted}: more than {most} keys"
    walk.look("the next one")
    return walk.counted
