"""States of agendas elsewhere: a meeting whose agenda is ready, its outcomes, the template of an item."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.deciding import BY_MEETING
from tests.browser.house import House

SIX = "SELECT id FROM request WHERE status = 'submitted' AND kind = 'fund' AND proposed_cents > 0"
SIX += " ORDER BY legal_due_on, id LIMIT 6"
BODY = f"UPDATE request SET body = 'bcsd' WHERE id IN ({SIX})"
AGENDA = "INSERT INTO setting (key, value, changed_at) VALUES"
AGENDA += " ('meetings.agenda', '\"elsewhere\"', '2026-11-20 10:00:00.000000')"
NEWEST = "SELECT max(id) FROM meeting"


def meeting(page: Page, house: House) -> None:
    """Six items, and the agenda is ready."""
    for change in (BY_MEETING, BODY, AGENDA):
        house.change(change)
    page.goto("/meetings")
    page.locator("#body").select_option("bcsd")
    page.locator("#on").fill("24/11/2026")
    for act in ("plan", "put-on", "convene"):
        with page.expect_event("load"):
            page.locator(f"#{act}").click()


def outcomes(page: Page, house: House) -> None:
    meeting(page, house)
    page.goto(f"/meetings/{house.ask(NEWEST)}/outcomes")


def outcomes_wrong(page: Page, house: House) -> None:
    """One without an amount, one without a reason, and no number."""
    outcomes(page, house)
    page.locator("select[id$=outcome]").nth(1).select_option("other_amount")
    page.locator("select[id$=outcome]").nth(2).select_option("refused")
    page.locator("#number").fill("BC 14")
    with page.expect_event("load"):
        page.locator("#store-outcomes").click()


def outcomes_stored(page: Page, house: House) -> None:
    outcomes(page, house)
    page.locator("select[id$=outcome]").nth(1).select_option("put_off")
    page.locator("#number").fill("BC 14")
    with page.expect_event("load"):
        page.keyboard.press("Control+Enter")


def template_wrong(page: Page, house: House) -> None:
    """A text is no Word file."""
    page.goto("/meetings/template")
    text = {"name": "sjabloon.docx", "mimeType": "text/plain", "buffer": b"{{naam}}"}
    page.locator("#file").set_input_files(text)
    with page.expect_event("load"):
        page.locator("#save").click()


STATES = (
    ("meeting-elsewhere", "hilde", meeting, ""),
    ("outcomes", "hilde", outcomes, ""),
    ("outcomes-wrong", "hilde", outcomes_wrong, ""),
    ("outcomes-stored", "hilde", outcomes_stored, ""),
    ("item-template", "hilde", "/meetings/template", ""),
    ("item-template-wrong", "hilde", template_wrong, ""),
)
