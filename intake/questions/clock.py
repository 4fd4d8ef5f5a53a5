"""The two clocks of a question in intake: the one shown stands still, the law's runs on. Pure, but for a setting."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _
from flask_babel import ngettext

from core import settings
from core.clock import add_days, add_working_days, brussels, is_working_day
from core.errors import RuleBroken
from intake.requests.models import Pause, Request

WORKER, CLIENT = "worker", "client"
# So many calendar days to answer, and on to the next working day.
ANSWER_DAYS = settings.Key("question_answer_days", default=14)
MOST_DAYS: Final = 365


@dataclass(frozen=True)
class LegalClock:
    """The law's term of an open request, and since when the one shown stands still."""

    due_on: dt.date
    days_left: int
    stopped_on: dt.date | None = None

    @property
    def words(self) -> str:
        """By law 12 days left."""
        return legal_words(self.days_left)


def legal_clock(request: Request, pause: Pause | None, today: dt.date) -> LegalClock:
    """Of a request, with the question that waits for an answer."""
    stopped_on = brussels(pause.asked_at).date() if pause else None
    return LegalClock(request.legal_due_on, (request.legal_due_on - today).days, stopped_on)


def legal_words(days_left: int) -> str:
    """What the law's clock says."""
    if days_left < 0:
        return str(ngettext("by law %(num)s day late", "by law %(num)s days late", -days_left))
    if not days_left:
        return str(_("by law today"))
    return str(ngettext("by law %(num)s day left", "by law %(num)s days left", days_left))


def answer_day(asked_on: dt.date) -> dt.date:
    """By when a question of that day is answered, unless somebody says otherwise."""
    day = add_days(asked_on, settings.get(ANSWER_DAYS))
    return day if is_working_day(day) else add_working_days(day, 1)


def checked_answer_day(day: dt.date | None, today: dt.date) -> dt.date:
    """The day that was chosen, or the usual one; RuleBroken when nobody can answer by it."""
    if day is None:
        return answer_day(today)
    if not today < day <= add_days(today, MOST_DAYS):
        raise RuleBroken(_("Choose a day after today, within a year."), field="answer_by")
    return day
