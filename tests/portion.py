"""How many of many cases that are alike a run takes: `make drill` takes all, each check some from everywhere."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
WHOLE = bool(os.environ.get("DRILL_WHOLE"))


def spread(cases: Sequence[T], *, one_in: int, turn: int = 0) -> list[T]:
    """Every `one_in`th of them, from `turn` on: where turns follow each other, all have theirs."""
    return list(cases) if WHOLE else list(cases[turn % one_in :: one_in])


def few(count: int, whole: int) -> int:
    """So many cases, and so many in `make drill`."""
    return whole if WHOLE else count
