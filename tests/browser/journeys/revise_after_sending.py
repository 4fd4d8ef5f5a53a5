"""What has left is not undone but revised: a new decision in its place, with a letter of its own."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.sight import filled
from tests.browser.walk import Counted, Walk


def revise_after_sending(desk: Desk) -> Counted:
    """Bert refuses what was granted by mistake; both decisions stand in the file."""
    walk = Walk(desk.open("bert", filled("/worklist/{left}/revise", desk.house)))
    walk.begin()
    walk.look("revise")
    walk.tab_to("[name=ruling]")
    walk.press("ArrowRight")  # from granting to refusing
    walk.tab_to("[name=reason_code]")
    walk.press("ArrowDown")
    walk.tab_to("[name=reasons]")
    walk.fill("De club heeft de kost terugbetaald.")
    walk.follow("Control+Enter")
    assert "/revise" not in walk.page.url, walk.page.locator("main").inner_text()[:300]
    walk.look("revised")
    return walk.counted
