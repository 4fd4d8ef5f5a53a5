"""How the browser gets to letters: those of the demo, printed by the worker, sent, and what they lack."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.house import House
from tests.browser.sight import filled

NOT_SET = "UPDATE setting SET value = '\"\"' WHERE key = 'letters.court_name'"
NO_STREET = "UPDATE address SET street = ''"
LIES_HERE = "SELECT id FROM dispatch WHERE stage = 'ready' ORDER BY id"
HELD = "UPDATE dispatch SET stage = 'held', lacks = '[\"address\"]' WHERE stage = 'waiting'"
BY_HAND = "UPDATE client SET no_post = 1 WHERE id % 2 = 0"
IN_STATE = "UPDATE job SET state = ?, done = 3, total = 9 WHERE kind = 'letters.print'"


def printed(page: Page, house: House) -> None:
    """All that wait are printed; the page of the run shows what came out."""
    page.goto("/letters")
    with page.expect_event("load"):
        page.locator("#print-all").click()
    page.locator("#run #mark-sent").wait_for()


def running(page: Page, house: House) -> None:
    _in_state(page, house, "running")


def failed(page: Page, house: House) -> None:
    _in_state(page, house, "failed")


def run_wrong(page: Page, house: House) -> None:
    printed(page, house)
    page.locator("#on").fill("31/02/2026")
    with page.expect_event("load"):
        page.locator("#mark-sent").click()


def run_registered(page: Page, house: House) -> None:
    printed(page, house)
    page.goto(page.url.split("?")[0] + "?way=registered")


def ready(page: Page, house: House) -> None:
    printed(page, house)
    page.goto("/letters?stage=ready")


def runs(page: Page, house: House) -> None:
    printed(page, house)
    page.goto("/letters/runs")


def made(page: Page, house: House) -> None:
    """One letter that is frozen and lies here."""
    printed(page, house)
    page.goto(f"/letters/{house.ask(LIES_HERE)}")


def one_wrong(page: Page, house: House) -> None:
    page.goto(filled("/letters/{waiting_letter}", house))
    page.locator("#way").select_option("registered")
    with page.expect_event("load"):
        page.locator("#mark-sent").click()


def text_wrong(page: Page, house: House) -> None:
    page.goto("/letters/texts/refusal")
    page.locator("textarea").first.fill("Wij weigeren {iets}.")
    with page.expect_event("load"):
        page.locator("#save").click()


def text_own(page: Page, house: House) -> None:
    page.goto("/letters/texts/refusal")
    with page.expect_event("load"):
        page.locator("#save").click()


def _in_state(page: Page, house: House, state: str) -> None:
    printed(page, house)
    house.change(IN_STATE, state)
    page.reload()


STATES = (
    ("letters", "bert", "/letters"),
    ("letters-not-set", "bert", "/letters", NOT_SET),
    ("letters-held", "bert", "/letters?stage=held", HELD),
    ("letters-by-hand", "bert", "/letters", BY_HAND),
    ("letters-ready", "bert", ready),
    ("letters-sent", "hilde", "/letters?stage=sent"),
    ("letter-draft", "bert", "/letters/{waiting_letter}"),
    ("letter-lacks", "bert", "/letters/{waiting_letter}", NO_STREET),
    ("letter-made", "bert", made),
    ("letter-sent", "hilde", "/letters/{sent_letter}"),
    ("letter-wrong", "bert", one_wrong),
    ("letter-run", "bert", printed),
    ("letter-run-by-hand", "bert", printed, BY_HAND),
    ("letter-run-registered", "bert", run_registered),
    ("letter-run-running", "bert", running),
    ("letter-run-failed", "bert", failed),
    ("letter-run-wrong", "bert", run_wrong),
    ("letter-runs", "bert", runs),
    ("letter-runs-none", "bert", "/letters/runs"),
    ("letter-texts", "hilde", "/letters/texts"),
    ("letter-text", "hilde", "/letters/texts/common"),
    ("letter-text-own", "hilde", text_own),
    ("letter-text-wrong", "hilde", text_wrong),
    ("letter-logo", "bea", "/letters/logo"),
)
