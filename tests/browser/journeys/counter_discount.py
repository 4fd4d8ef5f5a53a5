"""At the counter: a discount that a provider agreed to, asked for a known client, to its receipt."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.steps import file_it, known, open_form
from tests.browser.walk import Counted, Walk

MOST_KEYS = 65
MOST_LOADS = 2
AGREED = """
    SELECT activity.name FROM activity
    JOIN discount_agreement ON discount_agreement.provider_id = activity.provider_id
    ORDER BY activity.id
"""


def counter_discount(desk: Desk) -> Counted:
    """The same form; what each pays stands beside it before it is sent."""
    walk = Walk(desk.open("an", "/"))
    walk.begin()
    open_form(walk, known(desk.house))
    walk.choose(desk.house.ask(AGREED)[:4].lower())
    walk.tab_to("#cost_on")
    walk.fill("1/12")
    walk.press("Tab")
    walk.fill("b")
    walk.tab_to("[name=kind]:checked")
    walk.press("ArrowDown")
    shares = walk.page.locator("#assessment", has_text="het netwerk")
    shares.wait_for()
    walk.look("what each pays")
    number = file_it(walk)
    kind = "SELECT kind FROM request WHERE number = ?"
    assert desk.house.ask(kind, number) == "discount"
    assert walk.counted.keys <= MOST_KEYS, f"{walk.counted}: more than {MOST_KEYS} keys"
    assert walk.counted.loads <= MOST_LOADS, f"{walk.counted}: more than {MOST_LOADS} pages"
    return walk.counted
