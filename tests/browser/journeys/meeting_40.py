"""A secretary prepares, records and closes a meeting with forty items, by keyboard (U3, U16)."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.house import House
from tests.browser.journeys.busy import much_to_decide
from tests.browser.walk import Counted, Walk

ITEMS, SPOKEN_OF = 40, 12
MOST_KEYS_AN_ITEM = 6
DAY_AHEAD = "15/12/2026"
MS_FOR_THE_BLOCK = 60_000


def a_committee_decides(house: House, count: int) -> None:
    """Its votes are kept here; so many requests wait for it, the others are somebody else's."""
    house.change(
        "INSERT INTO setting (key, value, changed_at) VALUES"
        " ('meetings.agenda', '\"here\"', '2026-11-01 08:00:00'),"
        " ('fund.body', '\"committee\"', '2026-11-01 08:00:00')"
    )
    much_to_decide(house, count)
    house.change(
        "UPDATE request SET body = 'head_of_service' WHERE status IN ('submitted', 'waiting')"
        " AND legal_due_on <> '2026-11-30'"
    )


def meeting_40(desk: Desk) -> Counted:
    """The clean ones in one vote, the others one by one; closing freezes the list."""
    a_committee_decides(desk.house, ITEMS)
    walk = Walk(desk.open("sara", "/meetings"))
    prepare(walk, desk.house)
    walk.begin()
    walk.follow("o", "Enter")
    walk.look("in session")
    take_out(walk)
    walk.press("a")
    with walk.page.expect_event("load", timeout=MS_FOR_THE_BLOCK):
        walk.press("Enter")
    before, spoken = walk.counted.keys, one_by_one(walk)
    each = (walk.counted.keys - before) / max(spoken, 1)
    assert spoken >= SPOKEN_OF, f"only {spoken} items were spoken of one by one"
    assert each <= MOST_KEYS_AN_ITEM, f"{each:.1f} keys an item"
    most = ITEMS * MOST_KEYS_AN_ITEM
    assert walk.counted.keys <= most, f"{walk.counted}: more than {most} keys"
    walk.follow("s", "Enter")
    assert walk.page.locator("#decisions").is_visible(), walk.page.url
    walk.look("closed")
    walk.page.goto(walk.page.url + "/decisions")
    rows = walk.page.locator("main tbody tr").count()
    assert rows >= ITEMS, f"{rows} lines in the list of decisions"
    walk.look("list of decisions")
    return walk.counted


def prepare(walk: Walk, house: House) -> None:
    """Plan it, put all on, convene, and the evening has come. This happens on another day: it is not counted."""
    walk.look("no meetings")
    walk.tab_to("[name=on]")
    walk.fill(DAY_AHEAD)
    walk.follow("Control+Enter")
    walk.look("nothing on the agenda")
    walk.press("z")
    walk.follow("Enter")
    walk.look("the agenda")
    walk.follow("c", "Enter")
    walk.look("convened")
    house.change("UPDATE meeting SET starts_at = '2026-11-24 08:00:00.000000'")
    walk.page.reload()


def take_out(walk: Walk) -> None:
    """Members want to speak of some of the clean ones."""
    place = walk.page.url
    items = [one.get_attribute("href") for one in walk.page.locator("#agenda tbody th a").all()][
        :SPOKEN_OF
    ]
    for address in items:
        walk.page.goto(str(address))
        if walk.page.locator("#take-out").count():
            walk.tab_to("#take-out")
            walk.follow("Enter")
    walk.page.goto(place)


def one_by_one(walk: Walk) -> int:
    """From the first without an outcome to the last; the next opens by itself."""
    spoken = 0
    walk.follow("n")
    while "/items/" in walk.page.url:
        if spoken == 0:
            walk.look("an item")
        assert walk.focused().startswith("<h1"), f"the focus is on {walk.focused()}"
        if not walk.page.locator("#adopt").count():
            raise AssertionError("an item without a proposal came before the meeting")
        walk.press("a")
        walk.follow("Enter")
        spoken += 1
    return spoken
