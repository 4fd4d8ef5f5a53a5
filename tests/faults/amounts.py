"""How much is tried, and from which seed: a fixed little in CI, much and fresh by `make drill`."""

from __future__ import annotations

import os
from random import Random

KILLS = int(os.environ.get("DRILL_KILLS") or 15)
STOPS = int(os.environ.get("DRILL_STOPS") or 5)
ROUNDS = int(os.environ.get("DRILL_ROUNDS") or 100)
SEED = int(os.environ.get("DRILL_SEED") or 20261124)


def randomness(*names: object) -> Random:
    """Chance that comes back with the seed, another one for each name."""
    return Random(f"{SEED}:{names}")
