"""The lives of a meeting and of an item on its agenda: two tables, and the function that moves. It reads no row."""

from collections.abc import Mapping
from typing import Final

from flask_babel import gettext as _

from core.errors import Conflict
from fund.meetings.models import Item, Meeting

PREPARING, CONVENED, OPEN, CLOSED = "preparing", "convened", "open", "closed"
NO_QUORUM, CANCELLED = "no_quorum", "cancelled"
PENDING, ADOPTED, REJECTED, POSTPONED, DROPPED = (
    *("pending", "adopted", "rejected", "postponed", "dropped"),
)
DECIDE, REVISE, RATIFY = "decide", "revise", "ratify"
# Of these somebody writes what is proposed.
DRAFTED: Final = (DECIDE, REVISE)
# Its agenda can still change.
BEFORE: Final = (PREPARING, CONVENED)
AHEAD: Final = (*BEFORE, OPEN)

MEETING_MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    PREPARING: (CONVENED, CANCELLED),
    CONVENED: (OPEN, NO_QUORUM, CANCELLED, CLOSED),
    OPEN: (CLOSED,),
    CLOSED: (),
    NO_QUORUM: (),
    CANCELLED: (),
}
ITEM_MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    PENDING: (ADOPTED, REJECTED, POSTPONED, DROPPED),
    # A vote that was written down wrongly, while the session runs.
    ADOPTED: (PENDING,),
    REJECTED: (PENDING,),
    POSTPONED: (PENDING,),
    DROPPED: (),
}


def move(what: Meeting | Item, stage: str) -> None:
    """Set a stage; Conflict where it cannot be reached from here: somebody else was first."""
    moves = MEETING_MOVES if isinstance(what, Meeting) else ITEM_MOVES
    if stage not in moves[what.stage]:
        raise Conflict(_("This meeting has changed meanwhile. Look at it again."))
    what.stage = stage
