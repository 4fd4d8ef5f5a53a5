"""A question stops the clock shown and not the law's; the answer lets it run on."""

from __future__ import annotations

import re

from tests.browser.desk import Desk
from tests.browser.sight import filled
from tests.browser.walk import Counted, Walk

OURS = "UPDATE request SET team_id = 1, worker_id = (SELECT person_id FROM account WHERE username = 'an')"
# As if the question was asked on Saturday.
THREE_DAYS_PASS = "UPDATE pause SET asked_at = datetime(asked_at, '-3 days') WHERE ended_at IS NULL"


def question_and_clock(desk: Desk) -> Counted:
    """Bert asks, An answers three days later, Bert grants."""
    desk.house.change(f"{OURS} WHERE id = {filled('{open}', desk.house)}")
    bert = Walk(desk.open("bert", filled("/worklist/{open}", desk.house)))
    here = bert.page.url
    by_law = decide_by(bert)
    bert.begin()
    bert.press("v")
    bert.page.keyboard.type("Welke club is het?")
    bert.counted.typed += len("Welke club is het?")
    bert.follow("Control+Enter")
    bert.page.goto(here)
    assert bert.page.get_by_text("klok staat stil").first.is_visible(), "the clock shown runs on"
    waits = bert.page.locator("#waits").inner_text()
    assert re.search(rf"wettelijk nog \d+ dagen, tot {by_law} 2026", waits), waits
    desk.house.change(THREE_DAYS_PASS)
    bert.look("waits for the answer")
    answer(desk, here.rsplit("/", 1)[1])
    bert.page.goto(here)
    said = bert.page.locator("main").inner_text()
    assert f"klok stond 3 dagen stil. De wettelijke termijn loopt af op {by_law}." in said, said[
        :300
    ]
    assert decide_by(bert) != by_law, "the clock shown did not stop"
    bert.press("t")
    bert.follow("Enter")
    assert bert.page.get_by_text("toegekend").first.is_visible(), "it was not granted"
    return bert.counted


def decide_by(walk: Walk) -> str:
    """The day that the clock shown ends on: that of the law, as long as nothing was asked."""
    said = walk.page.locator("main").inner_text()
    found = re.search(r"Beslissen uiterlijk op (\d+ \w+)\.", said)
    assert found, said[:300]
    return found[1]


def answer(desk: Desk, number: str) -> None:
    """An on the page of her request."""
    an = Walk(desk.open("an", f"/requests/{number}"))
    an.tab_to("#question textarea")
    an.fill("De Chiro van Kolderbos.")
    an.look("the question")
    an.follow("Control+Enter")
    assert not an.page.locator("#question").is_visible(), "the question still waits"
