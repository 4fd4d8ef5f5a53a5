"""What the tests of bad input share: one scene per module, and the promise that nothing is half stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.access.conftest import scene
from tests.access.scene import Scene
from tests.access.stored import snapshot

__all__ = ["scene"]

# Written by the way, whatever is asked: who looked, which search was kept, where numbers stand.
BY_THE_WAY = frozenset({"audit_entry", "audit_head", "saved_search", "number_counter"})


def lasting(scene: Scene) -> dict[str, list[str]]:
    """Every row that a refused form may not touch."""
    stored = snapshot(scene.app)
    return {name: rows for name, rows in stored.items() if name not in BY_THE_WAY}


@pytest.fixture
def nothing_stored(scene: Scene) -> Iterator[None]:
    """The test may change no row."""
    before = lasting(scene)
    yield
    assert lasting(scene) == before


@pytest.fixture
def stored(scene: Scene) -> Callable[[], dict[str, list[str]]]:
    """All lasting rows, when asked."""
    return lambda: lasting(scene)
