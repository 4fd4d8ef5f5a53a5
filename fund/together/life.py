"""The life of a batch and of its lines: two tables of moves. It reads no other row."""

from typing import Final

from flask_babel import gettext as _

from core.errors import Conflict
from fund.together.models import Batch, BatchLine

GATHERING: Final = "gathering"
READY: Final = "ready"
DECIDING: Final = "deciding"
DONE: Final = "done"
CLEAN: Final = "clean"
LEFT_OUT: Final = "left_out"
DECIDED: Final = "decided"
FAILED: Final = "failed"

# From where to where.
BATCH_MOVES: Final = {GATHERING: {READY}, READY: {DECIDING}, DECIDING: {DONE}, DONE: set[str]()}
LINE_MOVES: Final = {CLEAN: {LEFT_OUT, DECIDED, FAILED}}


def move(what: Batch | BatchLine, to: str) -> None:
    """Set a stage; Conflict where it cannot be reached from here."""
    moves = BATCH_MOVES if isinstance(what, Batch) else LINE_MOVES
    if to not in moves.get(what.stage, set()):
        raise Conflict(_("This list has changed meanwhile."))
    what.stage = to
