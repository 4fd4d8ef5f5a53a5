"""`make journeys [ONLY=name]`: each journey measured on its own, then a picture of every page."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch_options
from tests.browser.desk import Desk
from tests.browser.house import House
from tests.browser.journeys import JOURNEYS
from tests.browser.pictures import FOLDER, take_all


def main(words: list[str]) -> int:
    """The exit code: 0 when all that was walked reached its end and axe found nothing."""
    unknown = [name for name in words if name not in JOURNEYS]
    if unknown:
        print(f"There is no journey {unknown[0]!r}; there are: {', '.join(JOURNEYS)}.")
        return 2
    with (
        tempfile.TemporaryDirectory() as folder,
        House(Path(folder)) as house,
        sync_playwright() as playwright,
        playwright.chromium.launch(**launch_options()) as browser,
    ):
        desk = Desk(browser, house)
        results = [walk(desk, name) for name in words or JOURNEYS]
        if not words:
            results.append(look(desk))
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


def walk(desk: Desk, name: str) -> bool:
    """One journey on a house as it was at its start; a line says what it took."""
    desk.house.restore()
    try:
        counted = JOURNEYS[name](desk)
    except Exception as error:
        print(f"{name}: failed: {error}", flush=True)
        return False
    finally:
        desk.close()
        complaints, desk.complaints = desk.complaints, []
    wrong = [*counted.violations, *complaints]
    print(f"{name}: {counted} {'failed' if wrong else 'ok'}", *wrong, sep="\n  ", flush=True)
    return not wrong


def look(desk: Desk) -> bool:
    """The pictures count as one more that passes or fails."""
    taken, failed = take_all(desk)
    place = FOLDER.relative_to(Path.cwd()) if FOLDER.is_relative_to(Path.cwd()) else FOLDER
    print(f"pictures: {taken} in {place}/ {'failed' if failed else 'ok'}", *failed, sep="\n  ")
    return not failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
