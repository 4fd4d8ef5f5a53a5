"""States of the pages of proofs that somebody can meet: asked, sent, promised, refused, taken back."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import FilePayload, Page

from tests.browser.house import House
from tests.evidence.papers import pdf, photo_with_place

Way = Callable[[Page, House], None]
OURS = """SELECT r.id FROM request r JOIN account a ON a.person_id = r.worker_id
    WHERE a.username = 'an' AND r.status = 'submitted' ORDER BY r.id LIMIT 1"""


def payload(content: bytes, name: str = "IMG_0001.jpg") -> FilePayload:
    """A file as one chooses it."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def sheet(page: Page, house: House) -> None:
    """What the rule asks, and nothing sent yet."""
    page.goto(f"/requests/{house.ask(OURS)}/evidence")


def send(page: Page, content: bytes, name: str = "IMG_0001.jpg", into: str = "#files") -> None:
    """Choose and press."""
    page.locator("#add select").first.select_option(index=1)
    page.locator(into).set_input_files(payload(content, name))
    with page.expect_event("load"):
        page.locator("#add-paper").click()


def sent(page: Page, house: House) -> None:
    """A photo and a PDF are there."""
    sheet(page, house)
    send(page, photo_with_place(), into="#photo")
    send(page, pdf(), "Factuur Lena.pdf")


def refused(page: Page, house: House) -> None:
    """A file that is no photo."""
    sheet(page, house)
    send(page, b"MZ geen foto")


def promised(page: Page, house: House) -> None:
    """One comes later."""
    sheet(page, house)
    page.locator("#later summary").click()
    page.locator("#later-kind").select_option(index=2)
    page.locator("#later-remind_on").fill("vandaag")
    with page.expect_event("load"):
        page.locator("#remind").click()


def to_come(page: Page, house: House) -> None:
    """The list of what comes later."""
    promised(page, house)
    page.goto("/evidence")


def paper(page: Page, house: House) -> None:
    """One paper on its own page, with the ways to put it right unfolded."""
    sent(page, house)
    with page.expect_event("load"):
        page.locator(".papers__one").last.click()
    for name in ("#replace", "#withdraw"):
        page.locator(f"{name} summary").click()


def gone(page: Page, house: House) -> None:
    """Taken back: the page of what is there tells what was."""
    paper(page, house)
    page.locator("#why").fill("van een ander gezin")
    with page.expect_event("load"):
        page.locator("#do-withdraw").click()


STATES: tuple[tuple[str, Way], ...] = (
    ("papers-asked", sheet),
    ("papers-sent", sent),
    ("papers-refused", refused),
    ("papers-promised", promised),
    ("papers-to-come", to_come),
    ("paper", paper),
    ("papers-gone", gone),
)
