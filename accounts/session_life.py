"""When a session of the accounts room has ended, and how: a pure judgement over its times, no database."""

import datetime as dt
from enum import StrEnum
from typing import Protocol

IDLE = dt.timedelta(minutes=30)
AT_MOST = dt.timedelta(hours=12)
# How long after its end a session may still hand over the text of a form that was open.
LATE = dt.timedelta(hours=12)
# seen_at is written at most this often, so that reading costs no writing.
SEEN_EVERY = dt.timedelta(minutes=1)


class Times(Protocol):
    """What is judged: a session as a row of the table, or as columns alone."""

    @property
    def began_at(self) -> dt.datetime: ...
    @property
    def seen_at(self) -> dt.datetime: ...
    @property
    def ended_at(self) -> dt.datetime | None: ...
    @property
    def disabled_at(self) -> dt.datetime | None: ...


class State(StrEnum):
    """A session lives, ran out by itself, or was ended on purpose."""

    ALIVE = "alive"
    RAN_OUT = "ran_out"
    ENDED = "ended"


def ends_at(held: Times, at: dt.datetime | None = None) -> dt.datetime:
    """When it runs out if nothing more is asked; `at` is a use that is about to be written."""
    seen_at = at if at is not None and is_due(held, at) else held.seen_at
    return min(seen_at + IDLE, held.began_at + AT_MOST)


def state_of(held: Times, at: dt.datetime) -> State:
    """Signing out, revoking and disabling end it on purpose; time lets it run out."""
    if held.ended_at is not None or held.disabled_at is not None:
        return State.ENDED
    return State.ALIVE if at < ends_at(held) else State.RAN_OUT


def may_hand_over_late(held: Times, at: dt.datetime) -> bool:
    """Whether a form that was open when the session ran out may still leave its text behind."""
    return state_of(held, at) is State.RAN_OUT and at < ends_at(held) + LATE


def is_due(held: Times, at: dt.datetime) -> bool:
    """Whether the moment it was last seen must be written again."""
    return at - held.seen_at >= SEEN_EVERY
