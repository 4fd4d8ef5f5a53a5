"""Pages of what people are told, of terms, and of appeals: whose sight it is, its address, and what is changed."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.deciding import COUNCIL as COUNCIL_RULE
from tests.browser.deciding import the_rule
from tests.browser.house import House

NO_NOTICES = "DELETE FROM notice"
OVERDUE = "UPDATE request SET legal_due_on = '2026-11-20' WHERE status IN ('submitted', 'waiting')"
OURS = "UPDATE request SET team_id = (SELECT id FROM team WHERE name = 'Noord')"
COUNCIL = "INSERT INTO setting (key, value, changed_at) VALUES"
COUNCIL += " ('fund.basis', '\"council_rule\"', '2026-11-20 10:00:00.000000')"
NO_APPEALS = "DELETE FROM appeal"
APPEAL = "SELECT id FROM appeal"
COMPLAINT = "SELECT id FROM complaint"
DECIDED = "SELECT request_id FROM appeal"


def appeal(page: Page, house: House) -> None:
    page.goto(f"/appeals/{house.ask(APPEAL)}")


def appeal_wrong(page: Page, house: House) -> None:
    appeal(page, house)
    page.locator("#note-outcome summary").click()
    with page.expect_event("load"):
        page.locator("#do-outcome").click()


def appeal_file_made(page: Page, house: House) -> None:
    """The worker has not come to it yet."""
    appeal(page, house)
    with page.expect_event("load"):
        page.locator("#make-file").click()


def complaint(page: Page, house: House) -> None:
    page.goto(f"/complaints/{house.ask(COMPLAINT)}")


def of_request(page: Page, house: House) -> None:
    page.goto(f"/requests/{house.ask(DECIDED)}/appeals")


def of_request_wrong(page: Page, house: House) -> None:
    of_request(page, house)
    page.locator("#note-complaint summary").click()
    with page.expect_event("load"):
        page.locator("#do-complaint").click()


def request_with_appeal(page: Page, house: House) -> None:
    page.goto(f"/requests/{house.ask(DECIDED)}")


def calendar_made(page: Page, house: House) -> None:
    page.goto("/account")
    page.locator("#calendar summary").click()
    with page.expect_event("load"):
        page.locator("#make-feed").click()


def calendar_on(page: Page, house: House) -> None:
    calendar_made(page, house)
    page.goto("/account")
    page.locator("#calendar summary").click()


def over_on_two_bases(page: Page, house: House) -> None:
    """One fund rests on a rule of the council, the other on what the law says."""
    house.change(the_rule(COUNCIL_RULE))
    house.change(OVERDUE)
    page.goto("/overdue")


STATES = (
    ("notices", "an", "/notices", ""),
    ("notices-head", "hilde", "/notices?state=unread", ""),
    ("notices-none", "an", "/notices", NO_NOTICES),
    ("overdue", "hilde", "/overdue", OVERDUE),
    ("overdue-worker", "an", "/overdue", f"{OURS}, legal_due_on = '2026-11-20'"),
    ("overdue-council", "hilde", "/overdue", COUNCIL),
    ("overdue-two-bases", "hilde", over_on_two_bases),
    ("overdue-none", "hilde", "/overdue", "UPDATE request SET legal_due_on = '2027-12-01'"),
    ("terms-soon", "hilde", "/overdue?state=soon", ""),
    ("calendar-made", "an", calendar_made, ""),
    ("calendar-on", "an", calendar_on, ""),
    ("appeals", "hilde", "/appeals", ""),
    ("appeals-none", "hilde", "/appeals", NO_APPEALS),
    ("complaints", "hilde", "/appeals?kind=complaints", ""),
    ("appeal", "hilde", appeal, ""),
    ("appeal-worker", "an", appeal, ""),
    ("appeal-outcome-wrong", "hilde", appeal_wrong, ""),
    ("appeal-file", "hilde", appeal_file_made, ""),
    ("complaint", "an", complaint, ""),
    ("appeals-of-request", "an", of_request, ""),
    ("complaint-note-wrong", "an", of_request_wrong, ""),
    ("request-with-appeal", "an", request_with_appeal, ""),
)
