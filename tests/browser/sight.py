"""One state of one page, and the common ways to bring it about: an address, a form sent, something unfolded."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.house import House

Way = Callable[[Page, House], None]


@dataclass(frozen=True)
class Sight:
    """One state of one page, seen by one person."""

    name: str
    who: str
    way: str | Way
    change: str = ""

    @property
    def is_wrong(self) -> bool:
        """Does it show a form that was sent wrong?"""
        return self.name.endswith("-wrong") or self.name == "sign-in-empty"

    @property
    def spoils(self) -> bool:
        """Does it leave the window with another clock, or cut off?"""
        return self.name in ("session-warning", "form-trouble")

    def bring(self, page: Page, house: House) -> None:
        """Go there; a plain way is an address. `change` is what the example does not hold."""
        if self.change:
            house.change(self.change)
        if isinstance(self.way, str):
            page.goto(filled(self.way, house))
        else:
            self.way(page, house)
        page.wait_for_load_state("load")


# What an address may name in braces, and where the demo keeps one.
THINGS = {
    "client": "SELECT client_id FROM responsible WHERE team_id = 1 ORDER BY client_id",
    "open": "SELECT id FROM request WHERE status = 'submitted' AND kind = 'fund'"
    " AND proposed_cents > 0 ORDER BY legal_due_on, id",
    "discount": "SELECT id FROM request WHERE status = 'submitted' AND kind = 'discount'",
    "waiting": "SELECT id FROM request WHERE status = 'waiting'",
    "granted": "SELECT id FROM request WHERE status IN ('granted', 'notified')"
    " AND outcome = 'granted' AND kind = 'fund' ORDER BY left_at IS NOT NULL",
    "partly": "SELECT id FROM request WHERE outcome = 'partly_granted'",
    "refused": "SELECT id FROM request WHERE outcome = 'refused'",
    "withdrawn": "SELECT id FROM request WHERE status = 'withdrawn'",
    "freed": "SELECT id FROM request WHERE status = 'withdrawn' AND outcome IS NOT NULL",
    "left": "SELECT id FROM request WHERE status = 'notified' AND outcome = 'granted'"
    " AND kind = 'fund' ORDER BY id DESC",
    "undoable": "SELECT id FROM request WHERE status IN ('granted', 'partly_granted', 'refused')"
    " AND left_at IS NULL",
    "waiting_letter": "SELECT id FROM dispatch WHERE stage = 'waiting' ORDER BY id",
    "sent_letter": "SELECT id FROM dispatch WHERE stage = 'sent' AND way = 'registered' ORDER BY id",
    "filing": "SELECT filing_id FROM request ORDER BY id DESC",
    "proof": "SELECT request_id FROM voucher JOIN request ON request.id = request_id"
    " WHERE revoked_at IS NULL ORDER BY voucher.id DESC",
    "revoked": "SELECT request_id FROM voucher JOIN request ON request.id = request_id"
    " WHERE revoked_at IS NOT NULL",
    "person": "SELECT person_id FROM account WHERE username = 'an'",
    "team": "SELECT id FROM team",
    "share": "SELECT id FROM budget_share WHERE committed_cents > 0",
    "budget": "SELECT id FROM budget",
    "provider": "SELECT provider_id FROM discount_agreement",
    "activity": "SELECT id FROM activity",
    "rule": "SELECT id FROM rule_version WHERE in_force_at IS NOT NULL",
    "next_rule": "SELECT id FROM rule_version WHERE in_force_at IS NULL ORDER BY id DESC",
    "alike": "SELECT client_id FROM responsible WHERE team_id = 1 ORDER BY client_id DESC",
    "membership": "SELECT membership.id FROM membership WHERE client_id ="
    " (SELECT client_id FROM responsible WHERE team_id = 1 ORDER BY client_id)",
    "referral": "SELECT id FROM referral WHERE state = 'waiting' AND team_id = 1",
    "status": "SELECT client_status.id FROM client_status WHERE client_id ="
    " (SELECT client_id FROM responsible WHERE team_id = 1 ORDER BY client_id)",
}


def filled(address: str, house: House) -> str:
    """An address with the numbers of things in it."""
    return re.sub(r"\{(\w+)\}", lambda found: str(house.ask(THINGS[found[1]])), address)


def sent(path: str, selector: str = "main form button:not([tabindex])", **values: str) -> Way:
    """A form as it is answered after these values were typed and it was sent."""

    def way(page: Page, house: House) -> None:
        page.goto(filled(path, house))
        for name, value in values.items():
            page.locator(f"main [name='{name}']").last.fill(value)
        with page.expect_event("load"):
            page.locator(selector).last.click()

    return way


def opened(path: str, selector: str) -> Way:
    """A page with something unfolded."""

    def way(page: Page, house: House) -> None:
        page.goto(filled(path, house))
        page.locator(selector).first.click()

    return way


def slip(path: str, key: str) -> Way:
    """A form of the decide page, sent empty."""

    def way(page: Page, house: House) -> None:
        page.goto(filled(path, house))
        page.keyboard.press(key)
        with page.expect_event("load"):
            page.keyboard.press("Control+Enter")

    return way


def searched(words: str) -> Way:
    """What a search led to; `words` may be a thing's name."""

    def way(page: Page, house: House) -> None:
        page.goto("/requests")
        page.locator("#search").fill(words)
        with page.expect_event("load"):
            page.locator(".search button").press("Enter")

    return way
