"""The journeys that `make journeys` measures, each within its bar and without a word from axe."""

from __future__ import annotations

import pytest

from tests.browser.desk import Desk
from tests.browser.journeys import JOURNEYS


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_journey_reaches_its_end_within_its_bar(name: str, desk: Desk) -> None:
    counted = JOURNEYS[name](desk)
    assert counted.violations == []
