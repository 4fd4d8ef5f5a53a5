"""The other requests with JavaScript off: a new client, as last year, and a discount at the counter (U14)."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.as_last_year import receipt_of
from tests.browser.journeys.counter_discount import AGREED
from tests.browser.journeys.main_job_without_javascript import OFF, by_button, fill, find, pick
from tests.browser.journeys.new_client import NAME
from tests.browser.journeys.steps import known, number_on_receipt
from tests.browser.several import ASKED_BEFORE
from tests.browser.walk import Counted, Walk


def new_client_without_javascript(desk: Desk) -> Counted:
    """Looked for, not found, made, asked for."""
    walk = _begun(desk, "/")
    walk.tab_to("#search")
    walk.fill(NAME)
    walk.follow("Enter")
    by_button(walk, "main a[href*='/clients/new']")
    walk.tab_to("#birth_on")
    walk.fill("14/2/2014")
    walk.tab_to("#status")
    walk.fill("v")
    by_button(walk, "main .actions button")
    fill(walk)
    number_on_receipt(walk)
    assert NAME in walk.page.locator("main").inner_text()
    return walk.counted


def as_last_year_without_javascript(desk: Desk) -> Counted:
    """All that was asked then; the day is filled in, and it is filed."""
    walk = _begun(desk, f"/clients/{desk.house.ask(ASKED_BEFORE)}")
    by_button(walk, "main a[href$='/again']")
    boxes = walk.page.locator("[name=again]")
    for name in boxes.evaluate_all("all => all.map(one => one.id)"):
        walk.tab_to(f"#{name}")
        if not walk.page.locator(f"#{name}").is_checked():
            walk.press("Space")
    wanted = boxes.count()
    by_button(walk, "#fill-in")
    walk.tab_to("#cost_on")
    walk.fill("1/12")
    walk.tab_to("#reason")
    walk.fill("b")
    by_button(walk, "#submit")
    receipt_of(walk, wanted)
    return walk.counted


def counter_discount_without_javascript(desk: Desk) -> Counted:
    """What each pays stands beside the form once it is asked for."""
    walk = _begun(desk, "/")
    find(walk, known(desk.house))
    pick(walk, "", desk.house.ask(AGREED)[:4].lower())
    walk.tab_to("#cost_on")
    walk.fill("1/12")
    walk.tab_to("#reason")
    walk.fill("b")
    by_button(walk, "#work-out")
    walk.tab_to("[name=kind]:checked")
    walk.press("ArrowDown")
    by_button(walk, "#work-out")
    shares = walk.page.locator("#assessment").inner_text()
    assert "Het netwerk betaalt" in shares, shares
    walk.look("what each pays")
    by_button(walk, "#submit")
    number = number_on_receipt(walk)
    assert desk.house.ask("SELECT kind FROM request WHERE number = ?", number) == "discount"
    return walk.counted


def _begun(desk: Desk, path: str) -> Walk:
    walk = Walk(desk.open("an", path, **OFF), bare=True)
    walk.begin()
    return walk
