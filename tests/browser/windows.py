"""Windows that are kept from one state to the next: what a person's browser has read, it need not read anew.

Each test gets one as if it were new: the house as it was, who signed in, an empty page. Only what travelled
once already (styles, scripts, axe) is not fetched, compiled and run through again; that is two fifths of a visit.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.browser.desk import WIDE, Desk

# Of the same place, so that the same process of the browser shows what comes next.
EMPTY = "/healthz"


class Windows:
    """One window for each person on one desk, wide and light."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._kept: dict[tuple[str, str], Page] = {}

    @contextmanager
    def of(self, username: str, *, stays: bool = True) -> Iterator[Page]:
        """The window of somebody; it is closed where something went wrong in it, or it shall not stay."""
        house = self.desk.house
        at = username, house.address  # a house that came up again stands elsewhere
        kept = self._kept.pop(at, None) if stays else None
        page = kept or self.desk.open(username)
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.context.clear_cookies()
        page.context.add_cookies(house.cookies(username))
        self.desk.complaints.clear()
        try:
            yield page
            page.goto(EMPTY)  # what it still wants of the house is done before that is restored
            assert not self.desk.complaints
        except BaseException:
            page.context.close()
            raise
        if stays:
            self._kept[at] = page
        else:
            page.context.close()
