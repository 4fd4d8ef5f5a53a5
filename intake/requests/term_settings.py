"""What the centre sets about terms, in intake: when to warn, and whether a last day moves. It judges no request."""

import datetime as dt
from typing import Any, Final

from core import settings
from core.holidays import FLEMISH, FRENCH
from intake.requests.terms import Extension, Term, term_of

LONGEST_AHEAD: Final = 60

WARNING_DAYS = settings.Key[list[str]]("term_warning_days", default=["10", "5", "2"])
EXTENDS = settings.Key("term_extends", default=False)
FLEMISH_OFF = settings.Key("flemish_day_off", default=False)
FRENCH_OFF = settings.Key("french_day_off", default=False)


def steps() -> tuple[int, ...]:
    """How many days ahead people are warned, the farthest first; a line that is no such number counts not."""
    typed = (line.strip() for line in settings.get(WARNING_DAYS))
    days = {int(one) for one in typed if one.isascii() and one.isdigit() and len(one) <= 2}
    return tuple(sorted((one for one in days if 1 <= one <= LONGEST_AHEAD), reverse=True))


def extension() -> Extension:
    """How a last day on which nobody works is read here."""
    off = ((FLEMISH, settings.get(FLEMISH_OFF)), (FRENCH, settings.get(FRENCH_OFF)))
    return Extension(settings.get(EXTENDS), tuple(day for day, is_off in off if is_off))


def days_left_of(row: Any, on: dt.date) -> int:
    """How long the term of a row still runs, as people read it; what is waited for now is not in it."""
    return term_now(row, on).days_left


def term_now(row: Any, on: dt.date, asked_on: dt.date | None = None) -> Term:
    """The term of a request, or of a row with its columns."""
    return term_of(
        row.legal_due_on,
        on=on,
        waited_days=row.waited_days,
        asked_on=asked_on,
        extension=extension(),
    )
