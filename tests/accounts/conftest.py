"""Fixtures of the accounts tests: time that really passes, for sessions and waits."""

import contextlib
import datetime as dt

import pytest
import time_machine


@pytest.fixture
def time_machine_at():
    """`with time_machine_at(minutes=31): ...`: the machine's own clock moves too."""

    @contextlib.contextmanager
    def travel(**span):
        later = dt.datetime.now(dt.UTC) + dt.timedelta(**span)
        with time_machine.travel(later, tick=True):
            yield

    return travel


@pytest.fixture
def time_stands_still():
    """A slow machine must not wait out the delay that a test is about."""
    with time_machine.travel(dt.datetime.now(dt.UTC), tick=False):
        yield
