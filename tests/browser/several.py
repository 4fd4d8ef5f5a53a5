"""States of the form for several people at once: ticked, filled in, wrong; and what it leaves behind."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.house import House

Way = Callable[[Page, House], None]

# An adult in An's care with three children or more, all of them open to her.
FAMILY = """
    SELECT membership.client_id FROM membership
    JOIN responsible ON responsible.client_id = membership.client_id
    JOIN person ON person.id = responsible.worker_id
    WHERE person.name = 'An Aerts' AND responsible.until_on IS NULL AND membership.role = 'adult'
    AND membership.until_on IS NULL
    AND (SELECT count(*) FROM membership AS child WHERE child.household_id = membership.household_id
    AND child.role = 'child' AND child.until_on IS NULL) >= 3
    ORDER BY (SELECT count(*) FROM membership AS one
    WHERE one.household_id = membership.household_id) = 5 DESC, membership.client_id
"""

# Somebody in An's care whose household asked for two things or more last year, of the offer as it is.
ASKED_BEFORE = """
    SELECT responsible.client_id FROM responsible JOIN request ON request.client_id = responsible.client_id
    JOIN person ON person.id = responsible.worker_id
    WHERE person.name = 'An Aerts' AND responsible.until_on IS NULL
    AND request.cost_on BETWEEN '2025-01-01' AND '2025-12-31' AND request.status != 'withdrawn'
    AND request.activity_id IS NOT NULL AND coalesce(request.outcome, '') != 'refused'
    GROUP BY responsible.client_id HAVING count(*) BETWEEN 2 AND 4
    ORDER BY count(*) DESC, responsible.client_id
"""


def again(page: Page, house: House) -> None:
    """What was asked last year; one activity stopped since, and one has another price."""
    client_id = house.ask(ASKED_BEFORE)
    page.goto(f"/clients/{client_id}/again")


def again_form(page: Page, house: House) -> None:
    """The form that is filled in with all of it."""
    again(page, house)
    for box in page.locator("[name=again]").all():
        box.check()
    with page.expect_event("load"):
        page.locator("#fill-in").click()


def tick_children(page: Page, house: House, count: int = 3) -> None:
    """The form of a mother with her children ticked, not she herself."""
    page.goto(f"/filings/new?client={house.ask(FAMILY)}")
    boxes = page.locator("[name=client_id]")
    for number in range(boxes.count() - count, boxes.count()):
        boxes.nth(number).check()
    page.locator("#l1-client_id, [name=l1-client_id]").first.wait_for(state="attached")
    page.locator("[name=client_id]:checked").first.uncheck()
    settled(page)


# Each tick asks for lines of its own, and the last to come may not be the last that is asked for.
LINES_ARE_OF_WHO_IS_TICKED = """() => {
  const there = document.querySelector("[name=lines_shape]").value.split(" ").map(one => one.split(":")[1])
  const ticked = [...document.querySelectorAll("[name=client_id]:checked")].map(one => one.value)
  return String(there.sort()) === String(ticked.sort())
}"""


def settled(page: Page) -> None:
    """Wait until each who is ticked has a line, and nobody else."""
    page.wait_for_function(LINES_ARE_OF_WHO_IS_TICKED)


def fill_above(page: Page) -> None:
    """What all have in common."""
    page.locator("#what").press_sequentially("zwem")
    page.locator("#what-options [role=option]").first.click()
    page.locator("#cost_on").fill("1/12")
    page.locator("#reason").select_option(index=1)


def pick(page: Page, line: str, letters: str) -> None:
    """Another activity in one line."""
    page.locator(f"#{line}-what").press_sequentially(letters)
    page.wait_for_load_state("networkidle")
    page.locator(f"#{line}-what-options [role=option]").first.click()


def ticked(page: Page, house: House) -> None:
    """Three children, nothing typed yet."""
    tick_children(page, house)


def four(page: Page, house: House) -> None:
    """Three children, the same for two of them, and two things for the third."""
    tick_children(page, house)
    fill_above(page)
    last = page.locator("#lines > .card > div > details").last
    last.locator("summary").first.click()
    key = last.get_attribute("id") or ""
    pick(page, key, "chiro")
    page.locator("#lines button[name=more]").last.click()
    page.wait_for_function(
        "() => document.querySelectorAll('#lines > .card > div > details').length === 4"
    )
    more = page.locator("#lines > .card > div > details").last.get_attribute("id") or ""
    # The new field takes the focus once it listens.
    page.wait_for_function("id => document.activeElement.id === id", arg=f"{more}-what")
    pick(page, more, "muziek")
    page.locator("#assessment .lines li:nth-child(4)").wait_for()
    page.wait_for_load_state("networkidle")


def wrong(page: Page, house: House) -> None:
    """One line whose price cannot be read, sent with the others."""
    four(page, house)
    page.locator("#lines > .card > div > details").first.locator("summary").first.click()
    page.locator("[id$='-cost']").first.fill("1.2.3")
    with page.expect_event("load"):
        page.locator("#submit").click()


def rest(page: Page, house: House) -> None:
    """The others were filed; the receipt leads to what stays."""
    wrong(page, house)
    with page.expect_event("load"):
        page.locator("#others").click()


STATES: tuple[tuple[str, Way], ...] = (
    ("several-ticked", ticked),
    ("several-four", four),
    ("several-line-wrong", wrong),
    ("several-rest", rest),
    ("again", again),
    ("again-form", again_form),
)
