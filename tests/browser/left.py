"""States of what is left on a client's page: something granted and something open, and nothing at all."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.house import House

Way = Callable[[Page, House], None]

MINE = "client_id IN (SELECT client_id FROM responsible WHERE team_id = 1)"
BOTH = f"""
SELECT client_id FROM request WHERE {MINE} AND cost_on >= '2026-01-01'
GROUP BY client_id HAVING sum(granted_cents) > 0
ORDER BY sum(status = 'submitted' AND proposed_cents > 0) DESC, client_id
"""
NOTHING = f"""
SELECT client_id FROM responsible WHERE {MINE} AND client_id NOT IN
(SELECT membership.client_id FROM membership JOIN request USING (household_id)) ORDER BY client_id
"""


def client(which: str, *, unfold: bool = False) -> Way:
    """The page of a client that a statement finds."""

    def way(page: Page, house: House) -> None:
        page.goto(f"/clients/{house.ask(which)}")
        if unfold:
            page.locator("#left-folded summary").click()

    return way


# The name of a state, and the way to it. All are An's.
STATES: tuple[tuple[str, Way], ...] = (
    ("client-left", client(BOTH)),
    ("client-left-nothing", client(NOTHING)),
    ("client-left-unfolded", client(NOTHING, unfold=True)),
)
