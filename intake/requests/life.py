"""The life of a request: the table of moves and the one function that moves. It reads no other row.

`MOVES` can be read aloud: who may do what, from which state, to which state, on which condition.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from accounts.permissions import Permission as P
from accounts.queries import may
from core import clock
from core.db import db
from core.errors import Conflict, NotThere, RuleBroken
from intake.requests.models import Request, RequestEvent

SUBMITTED: Final = "submitted"
WAITING: Final = "waiting"
GRANTED: Final = "granted"
PARTLY_GRANTED: Final = "partly_granted"
REFUSED: Final = "refused"
NOTIFIED: Final = "notified"
WITHDRAWN: Final = "withdrawn"
# Granted before the product was used: it counts, and nobody decides on it here.
TAKEN_OVER: Final = "taken_over"
# Another centre is competent: it is decided there.
FORWARDED: Final = "forwarded"

STATES: Final = (
    SUBMITTED,
    WAITING,
    GRANTED,
    PARTLY_GRANTED,
    REFUSED,
    NOTIFIED,
    WITHDRAWN,
    TAKEN_OVER,
    FORWARDED,
)
OPEN: Final = (SUBMITTED, WAITING)
GIVEN: Final = (GRANTED, PARTLY_GRANTED)
DECIDED: Final = (GRANTED, PARTLY_GRANTED, REFUSED)


@dataclass(frozen=True)
class Move:
    """One row of the table. `before` holds None for a request that does not exist yet."""

    verb: str
    before: tuple[str | None, ...]
    after: str
    permission: P
    # Four eyes: not the person who filed it, nor the worker whose request it is.
    by_someone_else: bool = False
    # Only while no letter, payment or proof has left the house.
    nothing_has_left: bool = False
    # Only where the decision gave something.
    something_was_given: bool = False
    # Only once a letter, payment or proof has left: before that a decision is undone.
    something_has_left: bool = False


MOVES: Final = (
    Move("submit", (None,), SUBMITTED, P.REQUEST_FILE),
    Move("ask", (SUBMITTED,), WAITING, P.DECIDE, by_someone_else=True),
    Move("answer", (WAITING,), SUBMITTED, P.REQUEST_ANSWER),
    # A question of the approver stays open: only its answer ends it.
    Move("correct", (SUBMITTED,), SUBMITTED, P.REQUEST_CORRECT),
    Move("correct", (WAITING,), WAITING, P.REQUEST_CORRECT),
    Move("add", (SUBMITTED,), SUBMITTED, P.REQUEST_CORRECT),
    Move("add", (WAITING,), WAITING, P.REQUEST_CORRECT),
    Move("grant", OPEN, GRANTED, P.DECIDE, by_someone_else=True),
    Move("grant_partly", OPEN, PARTLY_GRANTED, P.DECIDE, by_someone_else=True),
    Move("refuse", OPEN, REFUSED, P.DECIDE, by_someone_else=True),
    Move(
        "undo",
        DECIDED,
        SUBMITTED,
        P.DECIDE,
        by_someone_else=True,
        nothing_has_left=True,
    ),
    Move("notify", DECIDED, NOTIFIED, P.SENT),
    *(
        # A new decision in the place of one that has left; its own letter has to leave as well.
        Move(
            *(f"revise_{verb}", (*DECIDED, NOTIFIED), after, P.DECIDE),
            by_someone_else=True,
            something_has_left=True,
        )
        for verb, after in (
            ("grant", GRANTED),
            ("partly", PARTLY_GRANTED),
            ("refuse", REFUSED),
        )
    ),
    Move("withdraw", (*OPEN, *GIVEN), WITHDRAWN, P.REQUEST_WITHDRAW),
    Move("withdraw", (NOTIFIED,), WITHDRAWN, P.REQUEST_WITHDRAW, something_was_given=True),
    Move("forward", OPEN, FORWARDED, P.FORWARD),
    Move("take_over", (None,), TAKEN_OVER, P.TAKEOVER_FILES),
    Move("withdraw", (TAKEN_OVER,), WITHDRAWN, P.REQUEST_WITHDRAW),
)

Listener = Callable[[Request, RequestEvent], None]
_listeners: dict[str, list[Listener]] = {}


def listen(verb: str, listener: Listener) -> None:
    """Let an upper room act on a move, inside its transaction. Registering twice changes nothing."""
    if verb not in {move.verb for move in MOVES}:
        raise ValueError(f"no such move: {verb}")
    known = _listeners.setdefault(verb, [])
    if listener not in known:
        known.append(listener)


def possible(request: Request, account: Account) -> tuple[str, ...]:
    """The verbs that this account may use on this request now."""
    return tuple(
        move.verb
        for move in MOVES
        if _leaves(move, request)
        and may(account, move.permission)
        and not _own(move, request, account)
    )


def allowed(request: Request, verb: str, *, by: Account) -> Move:
    """The row of the table that this step takes, for who must know before doing anything else.

    Raises NotThere without the permission, RuleBroken on one's own request or when something has
    left the house, Conflict when the request has meanwhile gone another way.
    """
    move = _move(request, verb)
    if not may(by, move.permission):
        raise NotThere
    if _own(move, request, by):
        raise RuleBroken(_("You filed this request yourself. Someone else must decide on it."))
    return move


def advance(request: Request, verb: str, *, by: Account, why: str = "") -> RequestEvent:
    """Set the status, append the event, tell the upper rooms: the only place that does so.

    Raises what `allowed()` raises.
    """
    move = allowed(request, verb, by=by)
    event = RequestEvent(
        request=request,
        at=clock.now(),
        by=by.person,
        verb=verb,
        from_status=request.status,
        to_status=move.after,
        why=why,
    )
    request.status = move.after
    db.session.add(event)
    for listener in _listeners.get(verb, ()):
        listener(request, event)
    return event


def _move(request: Request, verb: str) -> Move:
    """The row of the table that applies, or the reason why none does."""
    rows = [move for move in MOVES if move.verb == verb]
    if not rows:
        raise ValueError(f"no such move: {verb}")
    fitting = [move for move in rows if request.status in move.before]
    if fitting and fitting[0].nothing_has_left and request.left_at is not None:
        raise RuleBroken(_("The letter or the proof has left. Undoing is no longer possible."))
    if fitting and fitting[0].something_has_left and request.left_at is None:
        raise Conflict(_("Nothing has left the house yet. Undo the decision instead."))
    for move in fitting:
        if _leaves(move, request):
            return move
    raise Conflict(_("This request has changed meanwhile. This step is no longer possible."))


def _leaves(move: Move, request: Request) -> bool:
    """Does this row start from where the request is now?"""
    if request.status not in move.before:
        return False
    if move.nothing_has_left and request.left_at is not None:
        return False
    if move.something_has_left and request.left_at is None:
        return False
    return not move.something_was_given or request.outcome in GIVEN


def _own(move: Move, request: Request, account: Account) -> bool:
    """Is four eyes asked, and is this one of the two that do not count? Persons, not accounts."""
    return move.by_someone_else and account.person_id in {
        request.worker_id,
        request.filing.filed_by_id,
    }
