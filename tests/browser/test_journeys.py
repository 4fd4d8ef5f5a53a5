"""The journeys that `make journeys` measures, each within its bar and without a word from axe."""

from __future__ import annotations

import pytest

from tests.browser.desk import Desk
from tests.browser.journeys import JOURNEYS
from tests.portion import WHOLE

# What is walked with JavaScript above already. `main-job-without-javascript` has what U14 asks for: sign in, search,
# file, decide, print.
ALSO_WITHOUT_JAVASCRIPT = {
    "new-client-without-javascript",
    "family-four-without-javascript",
    "as-last-year-without-javascript",
    "counter-discount-without-javascript",
}


@pytest.mark.parametrize(
    "name", [name for name in JOURNEYS if WHOLE or name not in ALSO_WITHOUT_JAVASCRIPT]
)
def test_a_journey_reaches_its_end_within_its_bar(name: str, desk: Desk) -> None:
    counted = JOURNEYS[name](desk)
    assert counted.violations == []
