"""Steps that journeys share: whom it is about, coming in, filling the form, reading the ledger."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Page

from demo.staff import PASSPHRASE
from tests.browser.desk import Desk
from tests.browser.house import House
from tests.browser.walk import Walk

# A minor in An's care who asked nothing this year: the common request, with its whole cap free.
KNOWN = """
    SELECT client.id FROM client JOIN responsible ON responsible.client_id = client.id
    JOIN person ON person.id = responsible.worker_id
    WHERE person.name = 'An Aerts' AND responsible.until_on IS NULL
    AND client.birth_on BETWEEN '2010-01-01' AND '2019-12-31'
    AND NOT EXISTS (SELECT 1 FROM request
    WHERE request.client_id = client.id AND request.cost_on >= '2026-01-01')
    ORDER BY client.id
"""


@dataclass(frozen=True)
class Known:
    """The client whom the journey is about, and the letters that find them."""

    client_id: int
    name: str
    letters: str


def known(house: House) -> Known:
    """The client of these journeys."""
    client_id = house.ask(KNOWN)
    given = house.ask("SELECT given_name FROM client WHERE id = ?", client_id)
    family = house.ask("SELECT family_name FROM client WHERE id = ?", client_id)
    return Known(client_id, f"{given} {family}", f"{given} {family[:2]}".lower())


def sign_in(desk: Desk, username: str, **options: object) -> Walk:
    """A person comes in by keyboard."""
    page = desk.open(path="/sign-in", **options)
    walk = Walk(page, bare=options.get("java_script_enabled") is False)
    walk.tab_to("#username")
    walk.fill(username)
    walk.press("Tab")
    walk.fill(PASSPHRASE)
    walk.follow("Enter")
    assert "/sign-in" not in page.url, f"{username} did not come in"
    return walk


def open_form(walk: Walk, client: Known) -> None:
    """From anywhere to the form of a known client."""
    walk.press("/")
    walk.fill(client.letters)
    first = walk.page.locator("#search-options [role=option][aria-selected=true]")
    first.wait_for()
    assert client.name in first.inner_text(), first.inner_text()
    walk.look("search")
    walk.follow("Enter")


def fill_form(walk: Walk) -> None:
    """The five fields of a common request; the client, the price and more are filled in already."""
    page = walk.page
    walk.fill("zwem")
    page.locator("#what-options [role=option]").first.wait_for()
    walk.look("suggestions")
    walk.press("ArrowDown", "Enter")
    walk.press("Tab", "Tab")
    walk.fill("1/12")
    walk.press("Tab")
    walk.fill("b")
    page.locator("#assessment .lines").first.wait_for()
    walk.look("form filled")


def file_it(walk: Walk) -> str:
    """Submit; the number of the request that the receipt tells."""
    walk.follow("Control+Enter")
    return number_on_receipt(walk)


def number_on_receipt(walk: Walk) -> str:
    """The number of the request, read from the receipt."""
    assert walk.page.url.endswith("/receipt"), walk.page.locator("main").inner_text()
    walk.look("receipt")
    found = re.search(r"\b2026-\d{4}\b", walk.page.locator("main").inner_text())
    assert found, "the receipt names no number"
    return found[0]


def committed_cents(page: Page) -> int:
    """What the page of the budgets says is committed this year for clients."""
    budget = page.locator("section.card").filter(has_text="2026").filter(has_text="cliënten")
    total = budget.first.locator("tr").last.locator("td").nth(1).inner_text()
    return int(re.sub(r"\D", "", total))
