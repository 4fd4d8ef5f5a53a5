"""The words of the fund's pages: what to mind in a row, to whom, what was decided. It decides nothing."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, Final

from flask_babel import LazyString, format_date, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core import settings
from core.clock import add_days, brussels, show_date
from core.money import show_cents
from fund.models import Decision
from fund.record import lines_of_plain
from fund.ruling import line_words
from intake.asking.asked import DISCOUNT
from intake.requests.life import (
    DECIDED,
    GRANTED,
    NOTIFIED,
    OPEN,
    PARTLY_GRANTED,
    REFUSED,
)
from intake.requests.models import Request
from intake.requests.term_settings import term_now
from intake.requests.wording import days_left, state_of
from regulation.vocabulary.dates import age_years
from regulation.words import shown_lines
from terms.lists import CATEGORIES, label_of

__all__ = ["state_of"]

# The letter leaves within so many days of the decision.
NOTIFY_DAYS = settings.Key("notify_term_days", default=8)
SOON_DAYS: Final = 2

OUTCOME_WORDS: Final[Mapping[str, LazyString]] = {
    GRANTED: _l("Granted"),
    PARTLY_GRANTED: _l("Partly granted"),
    REFUSED: _l("Refused"),
}
OUTCOME_TONES: Final[Mapping[str, str]] = {
    GRANTED: "green",
    PARTLY_GRANTED: "green",
    REFUSED: "red",
}


def subject_of(request: Request) -> str:
    """What the page is called: never the worker's own words, which may name somebody."""
    if request.activity is not None:
        return request.activity.name
    return category_of(request)


def category_of(request: Request) -> str:
    """The kind of activity."""
    return label_of(CATEGORIES, request.category)


def day_of(day: dt.date, today: dt.date) -> str:
    """26 november, with its year when that is not this one."""
    shape = "d MMMM" if day.year == today.year else "d MMMM y"
    return str(format_date(day, shape))


def here(instant: dt.datetime) -> dt.date:
    """The day of an instant, in Brussels."""
    return brussels(instant).date()


def clock_time(instant: dt.datetime) -> str:
    """14:03, in Brussels."""
    return f"{brussels(instant):%H:%M}"


def payee_of(kind: str, payee: str, provider_name: str) -> str:
    """Under what is asked: whom the money goes to."""
    if kind == DISCOUNT:
        return str(_("discount at %(provider)s", provider=provider_name))
    if payee == "client":
        return str(_("back to the client"))
    if provider_name:
        return str(_("to %(provider)s", provider=provider_name))
    return str(_("to the provider"))


def term_of(row: Any, today: dt.date) -> tuple[int, dt.date]:
    """How many days are left, and the date shown: the legal one plus the days that were waited."""
    term = term_now(row, today)
    return term.days_left, term.shown_due_on


def stood_still(days: int) -> str:
    """The clock shown has stood still for so long."""
    return str(ngettext("clock stopped for %(num)s day", "clock stopped for %(num)s days", days))


def is_own(row: Any, persons: frozenset[int]) -> bool:
    """Filed by this human being, or of this one's clients: four eyes are two, whoever they sign in as."""
    return not persons.isdisjoint({row.worker_id, row.filed_by_id})


def decided_words(request: Request, decision: Decision) -> str:
    """2026-0412: € 100,00 granted."""
    if decision.outcome == REFUSED:
        return str(_("%(number)s: refused.", number=request.number))
    amount = show_cents(decision.granted_cents)
    return str(_("%(number)s: %(amount)s granted.", number=request.number, amount=amount))


def years_old(row: Any, today: dt.date) -> str:
    """9 years, of a row with a date of birth."""
    age = age_years(row.birth_on, today)
    return str(ngettext("%(num)s year", "%(num)s years", age))


def counted(row: Any) -> str:
    """What an earlier request counts for: granted and not freed, or proposed while it is open."""
    if row.status in OPEN:
        return str(_("asks %(amount)s", amount=show_cents(row.proposed_cents)))
    return show_cents(row.granted_cents - row.freed_cents)


def outcome_of(row: Any) -> tuple[str, str]:
    """What a decision said: word and tone; one that was undone or revised says nothing more."""
    if row.undone_at is not None:
        return str(_("Undone")), "neutral"
    if row.revised_at is not None:
        return str(_("Revised since")), "neutral"
    return str(OUTCOME_WORDS[row.outcome]), OUTCOME_TONES[row.outcome]


def letter_of(row: Any, today: dt.date) -> tuple[str, str]:
    """Whether the letter has left, and how long that may still take: word and tone."""
    if row.revised_at is not None:
        return str(_("replaced")), "neutral"
    if row.status == NOTIFIED:
        return str(_("Letter sent")), "green"
    if not may_be_sent(row):
        return str(_("no letter")), "neutral"
    due_on = row.notify_due_on or add_days(here(row.decided_at), settings.get(NOTIFY_DAYS))
    left = days_left(due_on, today)
    if left < 0:
        words = ngettext("%(num)s day late", "%(num)s days late", -left)
    else:
        words = ngettext("%(num)s day left", "%(num)s days left", left)
    return str(words), "red" if left < 0 else "amber" if left <= SOON_DAYS else "neutral"


def letter_sub(row: Any) -> str:
    """When it left, or that a proof did; of a revision that is not known: what it replaces had left."""
    if row.left_at is None or row.revised_at is not None or row.revises_id is not None:
        return ""
    on = show_date(here(row.left_at))
    return on if row.status == NOTIFIED else str(_("proof handed over on %(day)s", day=on))


def replaced_words(request: Request, decision: Decision) -> str:
    """The same of a revision."""
    words = decided_words(request, decision)
    return str(_("%(words)s It replaces the decision that had left.", words=words))


def deviation_of(decision: Decision) -> str:
    """Which line of the calculation a grant leaves; empty where it gives what the rule does."""
    if not decision.deviates_from:
        return ""
    if not decision.deviates_from.isdecimal():
        return str(_("another reason"))
    lines = shown_lines(lines_of_plain(decision.lines))
    return line_words(lines[int(decision.deviates_from)])


def may_be_sent(row: Any) -> bool:
    """Does the letter of this decision still have to leave?"""
    return row.undone_at is None and row.revised_at is None and row.status in DECIDED


def may_be_undone(row: Any, persons: frozenset[int], bodies: Collection[str]) -> bool:
    """Is nothing gone yet, is it this one's body, and is it not this one's own request?"""
    is_there = may_be_sent(row) and row.left_at is None
    return is_there and row.body in bodies and not is_own(row, persons)
