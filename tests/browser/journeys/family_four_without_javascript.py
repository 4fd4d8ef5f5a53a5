"""The family of five again, with JavaScript off: each button brings the page back with what was typed."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.family_four import four_on_the_receipt, mother
from tests.browser.journeys.main_job_without_javascript import OFF, by_button, find, pick
from tests.browser.walk import Counted, Walk

ASKED = ("Zwembeurten", "Zwembeurten", "Muziekatelier", "Chirokamp")
LINES = "#lines > .card > div > details"


def family_four_without_javascript(desk: Desk) -> Counted:
    """The same end: the same for two children, something else for the third, and one thing more for him."""
    walk = Walk(desk.open("an", "/", **OFF), bare=True)
    walk.begin()
    find(walk, mother(desk.house))
    tick_the_children(walk)
    pick(walk, "", "zwem")
    walk.tab_to("#cost_on")
    walk.fill("1/12")
    walk.tab_to("#reason")
    walk.fill("b")
    by_button(walk, "#work-out")
    walk.look("three lines")
    ask_otherwise(walk)
    ask_one_more(walk)
    by_button(walk, "#work-out")
    asked = walk.page.locator("#assessment .lines > li").all_inner_texts()
    assert [words in line for words, line in zip(ASKED, asked, strict=True)] == [True] * 4, asked
    walk.look("four lines")
    by_button(walk, "#submit")
    four_on_the_receipt(walk)
    return walk.counted


def tick_the_children(walk: Walk) -> None:
    """The three youngest on, the mother herself off."""
    boxes = walk.page.locator("[name=client_id]")
    walk.tab_to("[name=client_id]")
    walk.press("Space")
    for _other in range(boxes.count() - 4):
        walk.press("Tab")
    for _child in range(3):
        walk.press("Tab", "Space")
    assert boxes.evaluate_all("all => all.filter(one => one.checked).length") == 3


def ask_otherwise(walk: Walk) -> None:
    """Another activity for the youngest."""
    youngest = walk.page.locator(LINES).last.get_attribute("id") or ""
    walk.tab_to(f"#{youngest} > summary")
    walk.press("Enter")
    pick(walk, f"{youngest}-", "muz")


def ask_one_more(walk: Walk) -> None:
    """And one thing more, in a line that comes by the button."""
    more = walk.page.locator("#lines button[name=more]").last.get_attribute("id")
    by_button(walk, f"#{more}")
    pick(walk, f"{walk.page.locator(LINES).last.get_attribute('id')}-", "chirok")
