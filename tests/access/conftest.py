"""One scene for all tests of a module: they leave it as they found it, or say in what order they stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from accounts import slowdown
from core import clock
from tests.access.once import SCENE, Built
from tests.access.scene import Scene
from tests.conftest import make_fresh
from tests.database import PostgresCopies, SqliteCopies
from tests.world import NOW


@pytest.fixture(scope="module")
def scene(house: tuple[Flask, SqliteCopies | PostgresCopies], built: Built) -> Iterator[Scene]:
    """Everybody signed in over a fresh copy of the small world, with one thing of each kind."""
    app, database = house
    make_fresh(app, database, SCENE)
    with clock.at(NOW), pytest.MonkeyPatch.context() as patch:
        # thousands of questions come from one address
        patch.setattr(slowdown, "LINK_FREE", 10**9)
        yield built.again()
