"""States of a request after it was filed: put right, added to, printed, taken to the central file."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.house import House
from tests.browser.left import BOTH

MINE = (
    "SELECT request.id FROM request JOIN account ON account.person_id = request.worker_id"
    " WHERE username = 'an' AND status = 'submitted' AND kind = 'fund' ORDER BY request.id"
)


def correct_form(page: Page, house: House) -> None:
    """The form with what was asked."""
    page.goto(f"/requests/{house.ask(MINE)}/correct")


def correct_wrong(page: Page, house: House) -> None:
    """Sent with a price that cannot be read."""
    correct_form(page, house)
    page.locator("[name=cost]").fill("veel")
    with page.expect_event("load"):
        page.locator("#submit").click()


def corrected(page: Page, house: House) -> None:
    """Put right, with a word for the approver."""
    correct_form(page, house)
    page.locator("[name=cost]").fill("61,50")
    page.locator("[name=note]").fill("De prijs op de folder was die van vorig jaar.")
    page.locator("#submit").click()
    page.locator("#changes").wait_for()


def decide_corrected(page: Page, house: House) -> None:
    """What the approver sees of one that was put right."""
    which = house.ask("SELECT id FROM request WHERE corrected_at IS NOT NULL")
    page.goto(f"/worklist/{which}")
    page.locator("#changes").wait_for()


STATES = (
    ("form-empty", "an", "/filings/empty?client={client}"),
    ("client-year", "an", lambda page, house: page.goto(f"/clients/{house.ask(BOTH)}/year")),
    ("central-wrong", "an", "/central.csv?from_on=5/11/2026&until_on=1/11/2026&scope=team"),
    ("request-correct", "an", correct_form),
    ("request-correct-wrong", "an", correct_wrong),
    ("request-corrected", "an", corrected),
    ("decide-corrected", "bert", decide_corrected),
)
