"""The life of a request: the table of moves and the one function that moves. It reads no other row.

`MOVES` can be read aloud: who may do what, from which state, to which state, on which condition.
"""

from collections.abc import Callable, Hashable
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from accounts.permissions import Permission as P
from accounts.queries import may, permissions_now
from core import clock
from core.db import db
from core.errors import Conflict, NotThere, RuleBroken
from intake.requests.models import Request, RequestEvent
from intake.requests.moves import Move

SUBMITTED: Final = "submitted"
WAITING: Final = "waiting"
# A first approver decided; a second one confirms it or sends it back.
CONFIRMING: Final = "confirming"
GRANTED: Final = "granted"
PARTLY_GRANTED: Final = "partly_granted"
REFUSED: Final = "refused"
NOTIFIED: Final = "notified"
WITHDRAWN: Final = "withdrawn"
# Granted before the product was used: it counts, and nobody decides on it here.
TAKEN_OVER: Final = "taken_over"
# Another centre is competent: it is decided there.
FORWARDED: Final = "forwarded"
# The chair granted it at once, and the body did not ratify that.
NOT_RATIFIED: Final = "not_ratified"

STATES: Final = (
    *(SUBMITTED, WAITING, CONFIRMING, GRANTED, PARTLY_GRANTED, REFUSED, NOTIFIED),
    *(WITHDRAWN, TAKEN_OVER, FORWARDED, NOT_RATIFIED),
)
OPEN: Final = (SUBMITTED, WAITING, CONFIRMING)
TO_DECIDE: Final = (SUBMITTED, WAITING)
GIVEN: Final = (GRANTED, PARTLY_GRANTED)
DECIDED: Final = (GRANTED, PARTLY_GRANTED, REFUSED)
# How a ruling is called in verbs, and the state that it leads to.
RULINGS: Final = (("grant", GRANTED), ("partly", PARTLY_GRANTED), ("refuse", REFUSED))
# What somebody may still decide on, if only to undo or revise it.
STEPS_BACK_FROM: Final = (*OPEN, *DECIDED, NOTIFIED, NOT_RATIFIED)
# What a new decision takes the place of, and whether something must have left first: not of what was not
# ratified, which is decided anew after an appeal, for one.
REVISABLE: Final = (((*DECIDED, NOTIFIED), True), ((NOT_RATIFIED,), False))


MOVES: Final = (
    Move("submit", (None,), SUBMITTED, P.REQUEST_FILE),
    Move("ask", (SUBMITTED,), WAITING, P.DECIDE, by_someone_else=True),
    Move("answer", (WAITING,), SUBMITTED, P.REQUEST_ANSWER),
    # A question of the approver stays open: only its answer ends it.
    *(Move("correct", (one,), one, P.REQUEST_CORRECT) for one in TO_DECIDE),
    *(Move("add", (one,), one, P.REQUEST_CORRECT) for one in OPEN),
    Move("grant", TO_DECIDE, GRANTED, P.DECIDE, by_someone_else=True, alone=True),
    Move("grant_partly", TO_DECIDE, PARTLY_GRANTED, P.DECIDE, by_someone_else=True, alone=True),
    Move("refuse", TO_DECIDE, REFUSED, P.DECIDE, by_someone_else=True, alone=True),
    # Above the amount that the rule names two persons decide: the second one makes the decision.
    Move("give_first", TO_DECIDE, CONFIRMING, P.DECIDE, by_someone_else=True, alone=True),
    *(
        Move(
            verb, (CONFIRMING,), after, P.DECIDE, by_someone_else=True, by_a_second=True, alone=True
        )
        for verb, after in (("grant", GRANTED), ("grant_partly", PARTLY_GRANTED))
    ),
    # The first one may take it back in the same way.
    Move("send_back", (CONFIRMING,), SUBMITTED, P.DECIDE, by_someone_else=True),
    # Family or acquaintance: it goes on with others. Only the head of the service lifts it.
    *(Move("recuse", (one,), one, P.DECIDE, by_someone_else=True) for one in STEPS_BACK_FROM),
    *(Move("lift_recusal", (one,), one, P.RECUSALS) for one in STEPS_BACK_FROM),
    # Another body of the same fund decides instead. What a meeting decides nobody takes from it.
    *(
        Move("send_on", (one,), one, P.DECIDE, by_someone_else=True, alone=True)
        for one in TO_DECIDE
    ),
    # Under a council rule that lets the worker: exactly what the rule gives, at once.
    Move("grant_at_counter", (SUBMITTED,), GRANTED, P.COUNTER, by_rule=True),
    # A discount that costs the network nothing, at filing: nobody decides on it.
    Move("register", (SUBMITTED,), GRANTED, P.REQUEST_FILE, by_rule=True),
    Move(
        *("undo", DECIDED, SUBMITTED, P.DECIDE),
        by_someone_else=True,
        nothing_has_left=True,
        alone=True,
    ),
    # Where a body decides in a meeting, its vote makes the decision; a secretary writes it down.
    *(
        Move(f"vote_{verb}", (SUBMITTED,), after, P.MEETINGS, by_someone_else=True, by_vote=True)
        for verb, after in RULINGS
    ),
    # It was written down wrongly, and the session still runs.
    Move(
        *("retract_vote", DECIDED, SUBMITTED, P.MEETINGS),
        by_someone_else=True,
        by_vote=True,
        nothing_has_left=True,
    ),
    # The chair grants at once what cannot wait; the body ratifies it at its next meeting, or not.
    *(
        Move(f"urgent_{verb}", TO_DECIDE, after, P.URGENT, by_someone_else=True, by_chair=True)
        for verb, after in (("grant", GRANTED), ("partly", PARTLY_GRANTED))
    ),
    *(
        Move("ratify", (one,), one, P.MEETINGS, by_someone_else=True, by_vote=True)
        for one in (*GIVEN, NOTIFIED)
    ),
    Move(
        *("not_ratify", (*GIVEN, NOTIFIED), NOT_RATIFIED, P.MEETINGS),
        by_someone_else=True,
        by_vote=True,
    ),
    Move("notify", DECIDED, NOTIFIED, P.SENT, after_its_session=True),
    *(
        # A new decision in the place of one that has left, by one person or by a vote; its own letter has to
        # leave as well.
        Move(
            *(f"{way}revise_{verb}", before, after, P.MEETINGS if way else P.DECIDE),
            by_someone_else=True,
            by_a_second=not way,
            something_has_left=has_left,
            alone=not way,
            by_vote=bool(way),
        )
        for way in ("", "vote_")
        for before, has_left in REVISABLE
        for verb, after in RULINGS
    ),
    *(
        # Above the amount that asks two persons: until the second revises it, the old decision stands.
        Move(
            *(verb, (one,), one, P.DECIDE),
            by_someone_else=True,
            something_has_left=has_left,
            alone=verb == "revise_first",
        )
        for verb in ("revise_first", "revise_back")
        for before, has_left in REVISABLE
        for one in before
    ),
    Move("withdraw", (*OPEN, *GIVEN), WITHDRAWN, P.REQUEST_WITHDRAW),
    Move("withdraw", (NOTIFIED,), WITHDRAWN, P.REQUEST_WITHDRAW, something_was_given=True),
    Move("forward", TO_DECIDE, FORWARDED, P.FORWARD),
    Move("take_over", (None,), TAKEN_OVER, P.TAKEOVER_FILES),
    Move("withdraw", (TAKEN_OVER,), WITHDRAWN, P.REQUEST_WITHDRAW),
)

# What gives: a room that acts on a grant listens to each of these.
GIVING: Final = (
    *("grant", "grant_partly", "grant_at_counter", "register"),
    *("vote_grant", "vote_partly", "urgent_grant", "urgent_partly"),
)
# What a meeting decides, by its vote.
VOTED: Final = ("vote_grant", "vote_partly", "vote_refuse")
REFUSING: Final = ("refuse", "vote_refuse")
# What takes a decision back, as if it had not been made.
UNDOING: Final = ("undo", "retract_vote")
# What takes the place of a decision that has left.
REVISING: Final = tuple(
    f"{way}_{verb}" for way in ("revise", "vote_revise") for verb, _after in RULINGS
)
REVISED_BY_VOTE: Final = tuple(verb for verb in REVISING if verb.startswith("vote_"))

Listener = Callable[[Request, RequestEvent], None]
_listeners: dict[str, list[Listener]] = {}

# Says no with NotThere or RuleBroken, to a step that asks four eyes, that the rule must allow or that
# waits for a session to end.
Guard = Callable[[Request, Move, Account], None]
# With what of a move it looks at: of moves that are alike in that it is asked once.
Likeness = Callable[[Move], Hashable]
_guards: list[tuple[Guard, Likeness]] = []


def listen(verb: str, listener: Listener) -> None:
    """Let an upper room act on a move, inside its transaction. Registering twice changes nothing."""
    if verb not in {move.verb for move in MOVES}:
        raise ValueError(f"no such move: {verb}")
    known = _listeners.setdefault(verb, [])
    if listener not in known:
        known.append(listener)


def guard(check: Guard, likeness: Likeness) -> None:
    """Let an upper room say who may not decide: it knows the rule, the bodies and who stepped back."""
    if (check, likeness) not in _guards:
        _guards.append((check, likeness))


def possible(request: Request, account: Account) -> tuple[str, ...]:
    """The verbs that this account may use on this request now."""
    known: dict[tuple[Guard, Hashable], bool] = {}
    permissions = permissions_now(account)
    return tuple(
        move.verb
        for move in MOVES
        if _leaves(move, request)
        and move.permission in permissions
        and not _own(move, request, account)
        and _let_through(move, request, account, known)
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
    _ask_guards(move, request, by)
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


def _ask_guards(move: Move, request: Request, account: Account) -> None:
    """Raise what a guard of an upper room raises."""
    for check, _likeness in _guards if move.is_guarded else ():
        check(request, move, account)


def _let_through(
    move: Move, request: Request, account: Account, known: dict[tuple[Guard, Hashable], bool]
) -> bool:
    """Does no guard say no? Each is asked once about moves that are alike to it."""
    for check, likeness in _guards if move.is_guarded else ():
        asked = (check, likeness(move))
        if asked not in known:
            try:
                check(request, move, account)
                known[asked] = True
            except (NotThere, RuleBroken):
                known[asked] = False
        if not known[asked]:
            return False
    return True


def _own(move: Move, request: Request, account: Account) -> bool:
    """Is four eyes asked, and is this one of the two that do not count? Persons, not accounts."""
    return move.by_someone_else and account.person_id in {
        request.worker_id,
        request.filing.filed_by_id,
    }
