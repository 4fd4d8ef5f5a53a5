"""A question stops the clock shown and not the law's; the answer lets it run on."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.sight import filled
from tests.browser.walk import Counted, Walk

OURS = "UPDATE request SET team_id = 1, worker_id = (SELECT person_id FROM account WHERE username = 'an')"


def question_and_clock(desk: Desk) -> Counted:
    """Bert asks, An answers, Bert grants."""
    desk.house.change(f"{OURS} WHERE id = {filled('{open}', desk.house)}")
    bert = Walk(desk.open("bert", filled("/worklist/{open}", desk.house)))
    here = bert.page.url
    bert.begin()
    bert.press("v")
    bert.page.keyboard.type("Welke club is het?")
    bert.counted.typed += len("Welke club is het?")
    bert.follow("Control+Enter")
    bert.page.goto(here)
    assert bert.page.get_by_text("klok staat stil").first.is_visible(), "the clock shown runs on"
    bert.look("waits for the answer")
    answer(desk, here.rsplit("/", 1)[1])
    bert.page.goto(here)
    bert.press("t")
    bert.follow("Enter")
    assert bert.page.get_by_text("toegekend").first.is_visible(), "it was not granted"
    return bert.counted


def answer(desk: Desk, number: str) -> None:
    """An on the page of her request."""
    an = Walk(desk.open("an", f"/requests/{number}"))
    an.tab_to("#question textarea")
    an.fill("De Chiro van Kolderbos.")
    an.look("the question")
    an.follow("Control+Enter")
    assert not an.page.locator("#question").is_visible(), "the question still waits"
