"""Pictures of every page and state, to be looked at: wide, phone, small, dark and on paper."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page

from core.config import ROOT
from tests.browser.desk import Desk
from tests.browser.sight import Sight
from tests.browser.sights import SIGHTS

FOLDER = ROOT / "pictures"
LOOKS = {
    "1440": (1440, "light", "screen"),
    "390": (390, "light", "screen"),
    "320": (320, "light", "screen"),
    "1440-dark": (1440, "dark", "screen"),
    "390-dark": (390, "dark", "screen"),
    "print": (794, "light", "print"),
}


def take_all(desk: Desk) -> tuple[int, list[str]]:
    """How many pictures were taken, and the states that could not be reached, with the reason."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    taken, failed = 0, []
    for sight in SIGHTS:
        desk.house.restore()
        try:
            taken += take(desk, sight)
        except Exception as error:
            failed.append(f"{sight.name}: {str(error).splitlines()[0]}")
        desk.close()
    return taken, failed


def take(desk: Desk, sight: Sight) -> int:
    """One state in all looks; it is reached once."""
    page = desk.open(sight.who, reduced_motion="reduce")
    sight.bring(page, desk.house)
    for look in LOOKS:
        picture(page, look, FOLDER / f"{sight.name}-{look}.png")
    return len(LOOKS)


def picture(page: Page, look: str, path: Path) -> None:
    """The whole page in one look."""
    width, scheme, media = LOOKS[look]
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, media=media, reduced_motion="reduce")  # type: ignore[arg-type]
    page.screenshot(path=path, full_page=True, caret="initial", animations="disabled")
