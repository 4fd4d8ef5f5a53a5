"""Two workers with a draft for one client: the second is told of the first, and neither overwrites (U5)."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.steps import known
from tests.browser.walk import Counted, Walk

HERS, OURS = "Van An.", "Van Els."


def two_workers(desk: Desk) -> Counted:
    """An types and goes away from her desk; Els opens the same form, and types as well."""
    form = f"/filings/new?client={known(desk.house).client_id}"
    first = _typed(Walk(desk.open("an", form)), HERS)
    other = Walk(desk.open("els", form))
    assert "collega" in other.page.locator(".notice").first.inner_text()
    other.look("told of a colleague's draft")
    _typed(other, OURS)
    first.page.reload()
    assert first.page.locator("#report").input_value() == HERS
    assert other.page.locator("#report").input_value() == OURS
    first.counted += other.counted
    return first.counted


def _typed(walk: Walk, words: str) -> Walk:
    walk.begin()
    walk.tab_to("#report")
    walk.fill(words)
    walk.page.locator("#draft-state", has_text="Concept bewaard").wait_for()
    walk.page.wait_for_url("**/filings/drafts/*")
    return walk
