"""What most tests of meetings begin with."""

from __future__ import annotations

import pytest

from tests.meetings.desk import committee


@pytest.fixture
def sara(app, world, sign_in):
    """The secretary of a committee, at her desk."""
    committee(app)
    return sign_in("sara")
