"""A mother with three children in ten minutes: four activities in one go, one form, one receipt."""

from __future__ import annotations

import re

from tests.browser.desk import Desk
from tests.browser.house import House
from tests.browser.journeys.steps import Known, open_form
from tests.browser.several import FAMILY, settled
from tests.browser.walk import Counted, Walk

MOST_LOADS = 2
ASKED = 4


def family_four(desk: Desk) -> Counted:
    """The same for two children, something else for the third, and one thing more for him."""
    walk = Walk(desk.open("an", "/"))
    walk.begin()
    open_form(walk, mother(desk.house))
    tick_the_children(walk)
    fill_above(walk)
    ask_otherwise(walk)
    ask_one_more(walk)
    walk.page.locator("#assessment .lines > li:nth-child(4)", has_text="Chirokamp").wait_for()
    walk.look("four lines")
    walk.follow("Control+Enter")
    four_on_the_receipt(walk)
    assert walk.counted.loads <= MOST_LOADS, f"{walk.counted}: more than {MOST_LOADS} pages"
    return walk.counted


def mother(house: House) -> Known:
    """Who sits at the desk."""
    client_id = house.ask(FAMILY)
    given = house.ask("SELECT given_name FROM client WHERE id = ?", client_id)
    family = house.ask("SELECT family_name FROM client WHERE id = ?", client_id)
    return Known(client_id, f"{given} {family}", f"{given} {family}".lower())


def tick_the_children(walk: Walk) -> None:
    """Back to "Voor wie?": the three youngest on, the mother herself off."""
    for _child in range(3):
        walk.press("Shift+Tab", "Space")
    first = walk.page.locator("[name=client_id]").first
    while not first.evaluate("box => box === document.activeElement"):
        walk.press("Shift+Tab")
    walk.press("Space")
    settled(walk.page)
    walk.look("three ticked")


def fill_above(walk: Walk) -> None:
    """What two of them ask."""
    walk.tab_to("#what")
    walk.choose("zwem")
    walk.tab_to("#cost_on")
    walk.fill("1/12")
    walk.press("Tab")
    walk.fill("b")


def ask_otherwise(walk: Walk) -> None:
    """Another activity for the youngest."""
    youngest = walk.page.locator("#lines > .card > div > details").last.get_attribute("id")
    walk.tab_to(f"#{youngest} > summary")
    walk.press("Enter", "Tab")
    walk.choose("muz")


def ask_one_more(walk: Walk) -> None:
    """And one thing more; its field has the focus by itself."""
    more = walk.page.locator("#lines button[name=more]").last.get_attribute("id")
    walk.tab_to(f"#{more}")
    walk.press("Enter")
    walk.page.wait_for_function(
        f"() => document.querySelectorAll('#lines > .card > div > details').length === {ASKED}"
    )
    walk.page.wait_for_function("() => document.activeElement.getAttribute('role') === 'combobox'")
    walk.choose("chirok")


def four_on_the_receipt(walk: Walk) -> None:
    """Four numbers of four requests."""
    assert walk.page.url.endswith("/receipt"), walk.page.locator("main").inner_text()
    walk.look("receipt")
    told = walk.page.locator("#submitted").inner_text()
    assert len(set(re.findall(r"\b2026-\d{4}\b", told))) == ASKED, told
