"""How operations fail: with one sentence for a person and an exit code, never with a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Refusal(Exception):
    """Why it cannot go on, in one clear sentence."""


@contextmanager
def one_sentence() -> Iterator[None]:
    """End with the sentence of a Refusal, and quietly when somebody presses Ctrl-C."""
    try:
        yield
    except Refusal as refusal:
        sys.exit(f"Error: {refusal}")
    except KeyboardInterrupt:
        sys.exit(130)
