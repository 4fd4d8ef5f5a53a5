"""States of what a rule asks beside the file: the form part as it appears, answered, wrong, and opinions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.house import House
from tests.requests.asking_rule import rule

Way = Callable[[Page, House], None]

CLIENT = "SELECT client_id FROM responsible WHERE team_id = 1 ORDER BY client_id"
DRINKS = 'except = ["school_trip"]\n'


def asking(condition: str) -> str:
    """The rule of the example with more conditions, and parts of a bill that it does not pay."""
    return rule(condition).replace(DRINKS, DRINKS + 'except_parts = ["drinks"]\n', 1)


def form(condition: str, then: Callable[[Page], None] = lambda page: None) -> Way:
    """The form under a rule that asks; filled in until its questions stand there."""

    def way(page: Page, house: House) -> None:
        text = asking(condition)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        known = "WHERE in_force_at IS NOT NULL"
        house.change(f"UPDATE rule_version SET source_toml = ?, sha256 = ? {known}", text, sha256)
        page.goto(f"/filings/new?client={house.ask(CLIENT)}")
        page.locator("#what").press_sequentially("zwem")
        page.locator("#what-options [role=option]").first.click()
        page.locator("#told .card .field").first.wait_for()
        then(page)

    return way


def answered(page: Page) -> None:
    """An income, and what is on the bill unfolded."""
    page.locator("#told_incomes_0_amount").fill("1600")
    page.locator("#told summary").click()
    page.locator("#told_part-3a-drinks").fill("2,50")


def wrong(page: Page) -> None:
    """Sent with an amount that cannot be read."""
    page.locator("#told_incomes_0_amount").fill("veel")
    with page.expect_event("load"):
        page.locator("#submit").click()
    page.locator("#error-summary").wait_for()


# The name of a state, and the way to it. All are An's.
STATES: tuple[tuple[str, Way], ...] = (
    ("form-asks", form("pas_of_arm")),
    ("form-asks-answered", form("pas_of_arm", answered)),
    ("form-asks-wrong", form("pas_of_arm", wrong)),
    ("form-asks-opinion", form("onderzoek")),
)
