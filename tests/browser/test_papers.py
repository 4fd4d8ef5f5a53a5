"""Papers in a real browser: looked at by who decides, and sent without scripts; the phone is a journey."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.desk import Desk
from tests.browser.papers import OURS, send
from tests.evidence.papers import pdf, photo_with_place

PHONE = {"width": 390, "height": 844}
DRAWN = "one => one.decode().then(() => one.naturalWidth > 0)"


def press(page: Page, selector: str) -> None:
    with page.expect_event("load"):
        page.locator(selector).click()


def test_who_decides_sees_the_picture_and_takes_the_file(desk: Desk) -> None:
    number = desk.house.ask(OURS)
    an = desk.open("an", f"/requests/{number}/evidence", viewport=PHONE)
    send(an, pdf("Factuur Chiro"), "Factuur.pdf")
    page = desk.open("bert", f"/worklist/{number}")
    press(page, ".papers__one")
    assert page.locator("img.paper").evaluate(DRAWN)
    with page.expect_download() as download:
        page.locator("#open-file").click()
    assert download.value.suggested_filename.endswith(".pdf")
    assert download.value.path().read_bytes()[:5] == b"%PDF-"
    press(page, "#back")
    assert page.url.endswith(f"/worklist/{number}")


def test_without_scripts_it_works_too(desk: Desk) -> None:
    number = desk.house.ask(OURS)
    address = f"/requests/{number}/evidence"
    page = desk.open("an", address, viewport=PHONE, java_script_enabled=False)
    send(page, photo_with_place())
    press(page, ".papers__one")
    page.locator("#withdraw summary").click()
    page.locator("#why").fill("van een ander gezin")
    press(page, "#do-withdraw")
    assert page.locator("main", has_text="van een ander gezin").count() == 1
