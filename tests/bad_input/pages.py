"""Every page that somebody may open, with a thing of the scene on it."""

from __future__ import annotations

from tests.access.matrix import Case, address_of
from tests.access.scene import Scene
from tests.access.table import ROWS

FILES = ("pdf", "csv")


def pages_of(scene: Scene, person: str) -> list[str]:
    """Their addresses; a file that is no page is left out."""
    found = [f"/filings/new?client={scene.ids['client']['own']}"]
    for row in ROWS.values():
        if row.method == "GET" and row.word_of(person) != "-" and not row.rule.endswith(FILES):
            case = Case("GET", row.rule, person, "own" if "<" in row.rule else "")
            found.append(address_of(scene, case))
    return found
