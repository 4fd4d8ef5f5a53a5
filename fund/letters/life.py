"""The life of a letter of the fund: the table of its stages and the one function that moves it."""

from collections.abc import Mapping
from typing import Final

from flask_babel import gettext as _

from core.errors import Conflict
from fund.letters.models import Dispatch

# Waiting to be made; held, for it lacks something of its own; ready, made and printed; sent; void.
WAITING, HELD, READY, SENT, VOID = "waiting", "held", "ready", "sent", "void"
STAGES: Final = (WAITING, HELD, READY, SENT, VOID)
UNSENT: Final = (WAITING, HELD, READY)

MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    WAITING: (HELD, READY, SENT, VOID),
    HELD: (WAITING, READY, SENT, VOID),
    # Made, it stays as it is: it leaves, or it is void and another one is made.
    READY: (SENT, VOID),
    SENT: (),
    VOID: (),
}


def move(dispatch: Dispatch, stage: str) -> None:
    """Set the stage; Conflict where the letter has meanwhile gone another way."""
    if stage == dispatch.stage:
        return
    if stage not in MOVES[dispatch.stage]:
        raise Conflict(
            _("This letter has changed meanwhile. It was sent, or its decision was undone.")
        )
    dispatch.stage = stage
