"""What a trial goes through: the moments of a period, and how other requests stood before it. Pure data."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from core.clock import BRUSSELS, add_days
from intake.requests.life import GIVING, REFUSING, REVISING, UNDOING
from regulation.findings.assessment import Line, Outcome
from regulation.vocabulary.facts import Claim

FILING: Final = ("submit", "answer", "correct")
# Each of these made a decision, so that the nth of them is decision n.
DECIDING: Final = (*GIVING, *REFUSING, *REVISING)
# From these on nothing of it counts.
ENDING: Final = ("withdraw", "forward", "not_ratify")
# Asking and sending a letter leave what counts as it was.
VERBS: Final = (*FILING, *DECIDING, *UNDOING, *ENDING)


@dataclass(frozen=True)
class Period:
    """Days in Brussels, the last one included."""

    from_on: dt.date
    until_on: dt.date

    @property
    def starts_at(self) -> dt.datetime:
        """Its first instant."""
        return dt.datetime.combine(self.from_on, dt.time(), BRUSSELS)

    def is_whole_quarters(self, today: dt.date) -> bool:
        """Quarters of the calendar that are over: no two of these differ by a day."""
        begins = (self.from_on.month % 3, self.from_on.day) == (1, 1)
        after = add_days(self.until_on, 1)
        return begins and (after.month % 3, after.day) == (1, 1) and self.until_on < today

    @property
    def ends_at(self) -> dt.datetime:
        """The first instant after it."""
        return dt.datetime.combine(add_days(self.until_on, 1), dt.time(), BRUSSELS)


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What the record of a decision holds: what the rule gave, what the approver gave."""

    assessed_cents: int
    granted_cents: int
    lines: Sequence[Line]
    # A word of the judge; None of a decision that is older than the keeping of it.
    said: str | None = None
    # It was not undone later.
    stands: bool

    @property
    def figure_cents(self) -> int | None:
        """What the rule gave; None where a person set the amount, for the rule named none."""
        is_open = self.said == Outcome.JUDGEMENT and not self.assessed_cents
        return None if is_open else self.assessed_cents

    @property
    def deviates(self) -> bool:
        """Did the approver give another amount than the rule?"""
        return self.figure_cents not in (None, self.granted_cents)


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One thing that happened to one request. `facts` are those frozen then, as plain data."""

    verb: str
    on: dt.date
    request_id: int
    client_id: int
    household_id: int
    kind: str
    category: str
    # What the rule of then proposed, or the most a person could give, as it stands on the request.
    proposed_cents: int
    facts: dict[str, Any] | None
    decided: Decided | None


@dataclass(frozen=True, kw_only=True)
class Other:
    """A request that may count for the one that is judged, as it stood when the period began."""

    request_id: int
    kind: str
    claim: Claim
    # Filed before the period. One filed within it counts from the moment of its filing.
    was_there: bool
