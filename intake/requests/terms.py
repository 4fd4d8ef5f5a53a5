"""The term of a request, pure: when it ends by law, when as people read it, and how long it still runs.

Two clocks run. The legal one begins at the filing and never stops. The one shown stands still while a
question waits for its answer. Where the rule or the centre says so, a last day on which nobody works
moves to the next working day.
"""

import datetime as dt
from dataclasses import dataclass

from core.holidays import DaysOff, last_working_day, next_working_day
from regulation.vocabulary.rules import TimeLimits

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Extension:
    """Whether a last day moves to the next working day, and which days are off beside the legal ones."""

    is_on: bool = False
    also_off: DaysOff = ()

    def of(self, day: dt.date) -> dt.date:
        """The last day, moved where it must."""
        return next_working_day(day, self.also_off) if self.is_on else day

    def latest_over(self, on: dt.date) -> dt.date:
        """The latest last day, not yet moved, that is over on this day: what a list asks the database."""
        yesterday = on - ONE_DAY
        return last_working_day(yesterday, self.also_off) if self.is_on else yesterday


NEVER = Extension()


@dataclass(frozen=True)
class Term:
    """How long one request still runs, on one day."""

    on: dt.date
    legal_due_on: dt.date
    shown_due_on: dt.date
    paused_days: int
    is_paused: bool
    is_extended: bool

    @property
    def legal_days_left(self) -> int:
        """By law; below zero when the term has lapsed."""
        return (self.legal_due_on - self.on).days

    @property
    def days_left(self) -> int:
        """As people read it."""
        return (self.shown_due_on - self.on).days

    @property
    def has_lapsed(self) -> bool:
        """The law's term is over, whatever the clock shown says."""
        return self.legal_days_left < 0


def due_on(filed_on: dt.date, days: int) -> dt.date:
    """The last day, not moved: the day of filing is not counted."""
    return filed_on + dt.timedelta(days=days)


def last_day(filed_on: dt.date, days: int, limits: TimeLimits | None) -> dt.date:
    """The last day of a term of so many days; on to a working day where the rule of the request says so."""
    day = due_on(filed_on, days)
    return next_working_day(day) if limits and limits.next_working_day else day


def term_of(
    legal_due_on: dt.date,
    *,
    on: dt.date,
    waited_days: int = 0,
    asked_on: dt.date | None = None,
    extension: Extension = NEVER,
) -> Term:
    """The term on a day. `asked_on`: since when a question waits; a day that lies ahead counts nothing."""
    waits = max(0, (on - asked_on).days) if asked_on is not None else 0
    paused_days = waited_days + waits
    legal = extension.of(legal_due_on)
    return Term(
        on=on,
        legal_due_on=legal,
        shown_due_on=extension.of(legal_due_on + dt.timedelta(days=paused_days)),
        paused_days=paused_days,
        is_paused=asked_on is not None,
        is_extended=legal != legal_due_on,
    )


def step_of(legal_days_left: int, steps: tuple[int, ...]) -> int | None:
    """The nearest of these steps ahead that has been reached, or None; 0 stands for a lapsed term."""
    if legal_days_left < 0:
        return 0
    reached = [step for step in steps if legal_days_left <= step]
    return min(reached, default=None)
