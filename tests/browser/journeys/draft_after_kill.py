"""A draft outlives `kill -9` of server and worker and a browser that is gone without a word (U5)."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.steps import known
from tests.browser.walk import Counted, Walk

TEXT = "Het gezin vraagt dit voor het eerst."


def draft_after_kill(desk: Desk) -> Counted:
    """Typed, said to be kept, everything killed; from the list of drafts it goes on."""
    walk = Walk(desk.open("an", f"/filings/new?client={known(desk.house).client_id}"))
    walk.begin()
    walk.tab_to("#report")
    walk.fill(TEXT)
    walk.page.locator("#draft-state", has_text="Concept bewaard").wait_for()
    desk.close()
    desk.house.crash()
    back = Walk(desk.open("an", "/requests?state=drafts"))
    back.begin()
    back.tab_to("main tbody a")
    back.follow("Enter")
    assert back.page.locator("#report").input_value() == TEXT
    back.look("the draft again")
    walk.counted += back.counted
    return walk.counted
