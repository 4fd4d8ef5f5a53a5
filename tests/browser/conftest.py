"""Fixtures of the browser tests: one house for all of them, Debian's Chromium, windows of people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import launch_options
from tests.browser.desk import Desk, Open
from tests.browser.house import House


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, **launch_options()}


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The programme, once for each process of the tests."""
    with House(tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture
def house(served: House) -> House:
    """The same as it was at its start."""
    served.restore()
    return served


@pytest.fixture
def desk(browser: Browser, house: House) -> Iterator[Desk]:
    """Windows of people; a test fails on whatever the browser complains about in any of them."""
    desk = Desk(browser, house)
    yield desk
    desk.close()
    assert not desk.complaints


@pytest.fixture
def open_as(desk: Desk) -> Open:
    """`open_as("an", "/requests")`: a page in a window of its own."""
    return desk.open
