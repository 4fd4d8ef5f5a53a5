"""The table of what is left, as somebody reads it."""

from __future__ import annotations

from tests.inspector import Page


def left(page: Page) -> str:
    """All that the card says."""
    return page.text(page.by_id("left")).replace("\N{NO-BREAK SPACE}", " ")


def rows(page: Page) -> list[list[str]]:
    """The cells of each row."""
    card = page.by_id("left")
    return [
        [_plain(page, cell) for cell in row if cell.tag in ("th", "td")] for row in card.iter("tr")
    ]


def row_of(page: Page, who: str) -> list[str]:
    """The first row of a person."""
    return next(row for row in rows(page) if row[0].startswith(who))


def _plain(page: Page, cell: object) -> str:
    return page.text(cell).replace("\N{NO-BREAK SPACE}", " ")
