"""How the browser gets to translations of letters: one set, what was typed wrong, a letter with its annex."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.house import House
from tests.browser.sight import filled

ARABIC = "UPDATE client SET annex_language = 'ar'"
COMMON, REFUSAL = "/letters/translations/ar/common", "/letters/translations/fr/refusal"


def approved(page: Page, house: House) -> None:
    """The page on which somebody lands who has approved one."""
    page.goto(COMMON)
    with page.expect_event("load"):
        page.locator("#approve").click()


def of_own(page: Page, house: House) -> None:
    page.goto(REFUSAL)
    with page.expect_event("load"):
        page.locator("#save").click()


def wrong(page: Page, house: House) -> None:
    page.goto(REFUSAL)
    page.locator("textarea").nth(1).fill("Nous refusons {chose}.")
    with page.expect_event("load"):
        page.locator("#save").click()


def letter(page: Page, house: House) -> None:
    """A draft with its annex, once what it needs is approved."""
    for code in ("common", "grant", "partial_grant", "refusal", "question"):
        page.goto(f"/letters/translations/ar/{code}")
        with page.expect_event("load"):
            page.locator("#approve").click()
    page.goto(filled("/letters/{waiting_letter}", house))


STATES = (
    ("letter-translations", "hilde", "/letters/translations?language=ar"),
    ("letter-translations-approved", "hilde", approved),
    ("letter-translation", "hilde", COMMON),
    ("letter-translation-own", "hilde", of_own),
    ("letter-translation-wrong", "hilde", wrong),
    ("letter-annex", "hilde", letter, ARABIC),
    ("letter-without-annex", "bert", "/letters/{waiting_letter}", ARABIC),
)
