"""The main job, whole: filed, granted, reserved, seen by the worker, not named to the coordinator."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.steps import (
    Known,
    committed_cents,
    file_it,
    fill_form,
    known,
    open_form,
    sign_in,
)
from tests.browser.walk import Counted, Walk

GIVES_CENTS = 2_700  # 90 % of the card of ten swims at 30 euro, art. 4 §1 of the example


def main_job(desk: Desk) -> Counted:
    """By keyboard only, each person in a window of their own."""
    client = known(desk.house)
    counted = Counted()
    worker, administrator = sign_in(desk, "an"), sign_in(desk, "bea")
    open_form(worker, client)
    fill_form(worker)
    number = file_it(worker)
    to_budgets(administrator)
    before = committed_cents(administrator.page)
    approver = sign_in(desk, "bert")
    grant(approver, number)
    to_budgets(administrator)
    assert committed_cents(administrator.page) - before == GIVES_CENTS, "the ledger did not move"
    see_it_granted(worker, number)
    coordinator = sign_in(desk, "carla")
    names_nobody(coordinator, client, number)
    for walk in (worker, administrator, approver, coordinator):
        counted += walk.counted
    return counted


def to_budgets(walk: Walk) -> None:
    """Through the menu."""
    walk.tab_to("nav a[href='/budgets']")
    walk.follow("Enter")
    walk.look("budgets")


def grant(walk: Walk, number: str) -> None:
    """Down the worklist to the request, open it, grant it."""
    for _ in range(50):
        if walk.page.locator("tr.is-marked").filter(has_text=number).count():
            break
        walk.press("j")
    walk.follow("Enter")
    assert number in walk.page.locator("main").inner_text()
    walk.look("decide page")
    walk.press("t")
    walk.follow("Enter")
    said = walk.page.locator(".notice").first.inner_text()
    assert number in said, said
    assert "27,00" in said, said
    walk.look("decided")


def see_it_granted(walk: Walk, number: str) -> None:
    """The worker finds it among what was decided."""
    walk.tab_to("nav a[href='/requests']")
    walk.follow("Enter")
    walk.tab_to("a[href*='state=decided']")
    walk.follow("Enter")
    row = walk.page.locator("tr").filter(has_text=number)
    assert "Toegekend" in row.inner_text(), row.inner_text()
    assert "27,00" in row.inner_text(), row.inner_text()
    walk.look("worker's list")


def names_nobody(walk: Walk, client: Known, number: str) -> None:
    """The coordinator reads figures; everything about requests is as if it were not there."""
    page = walk.page
    assert page.url.endswith("/statistics"), page.url
    walk.look("statistics")
    shown = page.content()
    assert number not in shown
    assert client.name not in shown
    assert page.locator("#search").count() == 0
    for path in ("/worklist", "/requests", f"/clients/{client.client_id}", "/budgets"):
        answer = page.context.request.get(path)
        assert answer.status == 404, f"{path} answers {answer.status} to the coordinator"
