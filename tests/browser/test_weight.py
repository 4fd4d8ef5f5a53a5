"""What travels at a first visit: 100 kB at most for each page, its styles and its scripts together."""

from __future__ import annotations

import pytest

from tests.browser.desk import Desk
from tests.browser.sights import SIGHTS, Sight

MOST_BYTES = 100_000
PLAIN = [sight for sight in SIGHTS if isinstance(sight.way, str)]
SIZES = """() => ["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind))
  .map(one => [one.name, one.transferSize])"""


@pytest.mark.parametrize("sight", PLAIN, ids=lambda sight: sight.name)
def test_a_first_visit_is_light(sight: Sight, desk: Desk) -> None:
    page = desk.open(sight.who)
    sight.bring(page, desk.house)
    sizes = dict(page.evaluate(SIZES))
    assert len(sizes) > 3, f"styles and scripts were not counted: {sizes}"
    assert sum(sizes.values()) <= MOST_BYTES, sizes
    assert all(name.startswith(desk.house.address) for name in sizes), sizes
