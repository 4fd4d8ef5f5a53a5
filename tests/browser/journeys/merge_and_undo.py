"""Two files of one person become one, seen beside each other first, and two again within thirty days."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.sight import THINGS
from tests.browser.walk import Counted, Walk

GONE = "SELECT merged_into_id FROM client WHERE id = ?"


def merge_and_undo(desk: Desk) -> Counted:
    """From the page of the file that stays; the undo stands on the same page."""
    house = desk.house
    stays, goes = (house.ask(THINGS[name]) for name in ("client", "alike"))
    number = house.ask("SELECT file_number FROM client WHERE id = ?", goes)
    walk = Walk(desk.open("an", f"/clients/{stays}"))
    walk.begin()
    walk.tab_to("a[href$='/merge']")
    walk.follow("Enter")
    walk.tab_to("#file_number")
    walk.fill(number)
    walk.follow("Enter")
    assert number in walk.page.locator("main table").inner_text()
    walk.look("both beside each other")
    walk.follow("Control+Enter")
    assert house.ask(GONE, goes) == stays
    walk.look("one file")
    walk.tab_to("form[action$='/merge/undo'] button")
    walk.follow("Enter")
    assert house.ask(GONE, goes) is None
    walk.look("two files again")
    return walk.counted
