"""The main job again, with JavaScript off: links, fields and buttons reached by Tab."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.main_job import GIVES_CENTS, names_nobody, see_it_granted, to_budgets
from tests.browser.journeys.steps import (
    Known,
    committed_cents,
    known,
    number_on_receipt,
    sign_in,
)
from tests.browser.walk import Counted, Walk

OFF = {"java_script_enabled": False}


def main_job_without_javascript(desk: Desk) -> Counted:
    """The same people, the same end."""
    client = known(desk.house)
    counted = Counted()
    worker, administrator = sign_in(desk, "an", **OFF), sign_in(desk, "bea", **OFF)
    find(worker, client)
    fill(worker)
    number = number_on_receipt(worker)
    to_budgets(administrator)
    before = committed_cents(administrator.page)
    approver = sign_in(desk, "bert", **OFF)
    grant(approver, number)
    to_budgets(administrator)
    assert committed_cents(administrator.page) - before == GIVES_CENTS, "the ledger did not move"
    see_it_granted(worker, number)
    coordinator = sign_in(desk, "carla", **OFF)
    names_nobody(coordinator, client, number)
    for walk in (worker, administrator, approver, coordinator):
        counted += walk.counted
    return counted


def find(walk: Walk, client: Known) -> None:
    """Search, and from what was found to the form."""
    walk.tab_to("#search")
    walk.fill(client.letters)
    walk.follow("Enter")
    walk.look("search results")
    walk.tab_to(f"main a[href='/filings/new?client={client.client_id}']")
    walk.follow("Enter")


def fill(walk: Walk) -> None:
    """Look the activity up, pick it, ask what the rule gives, submit."""
    pick(walk, "", "zwem")
    walk.look("picked from the offer")
    walk.tab_to("#cost_on")
    walk.fill("1/12")
    walk.tab_to("#reason")
    walk.fill("b")
    by_button(walk, "#work-out")
    assert "27,00" in walk.page.locator("#assessment").inner_text()
    walk.look("worked out")
    by_button(walk, "#submit")


def pick(walk: Walk, prefix: str, letters: str) -> None:
    """Look an activity up, and take the first that was found."""
    walk.tab_to(f"#{prefix}what")
    walk.fill(letters)
    by_button(walk, f"#{prefix}search-offer")
    walk.tab_to(f"[name='{prefix}picked_id']")
    walk.press("Space")


def by_button(walk: Walk, selector: str) -> None:
    """Tab there and press."""
    walk.tab_to(selector)
    walk.follow("Enter")


def grant(walk: Walk, number: str) -> None:
    """From the worklist to the request, and its first button."""
    link = walk.page.locator("#worklist a").filter(has_text=number)
    walk.tab_to(f"#{link.get_attribute('id')}")
    walk.follow("Enter")
    walk.look("decide page")
    walk.tab_to("#grant")
    walk.follow("Enter")
    assert number in walk.page.locator(".notice").first.inner_text()
    walk.look("decided")
