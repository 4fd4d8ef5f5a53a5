"""The rows of the worklist as they are shown: each is made once, and kept while it says the same. It reads nothing."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from flask import get_template_attribute
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _
from markupsafe import Markup

from core.clock import add_days, brussels
from core.money import NBSP, show_cents
from fund.meetings.queries import meeting_words
from fund.narrowing.conditions import URGENT_DAYS
from fund.wording import day_of, is_own, payee_of, stood_still
from intake.asking.asked import FUND
from intake.questions.clock import CLIENT, legal_words
from intake.requests.life import WAITING
from intake.requests.term_settings import extension
from intake.requests.terms import Extension
from intake.requests.wording import days_left
from regulation.vocabulary.dates import age_years

SOON_DAYS = 7
# Rows that are kept as they were shown: those of all open requests of a centre, and some more.
ROWS_KEPT = 2_000
Badge = tuple[str, str]


class Shown(NamedTuple):
    """One row: a badge is (words, tone)."""

    id: int
    number: str
    team: str
    term: Badge
    term_sub: str
    name: str
    about: str
    what: str
    payee: str
    asked: str
    proposed: str
    badges: list[Badge]


class Words:
    """The words of all rows, in one language on one day; a thousand look-ups of the same forty would
    cost more than the database."""

    def __init__(self, today: dt.date, extension: Extension, meeting_words: frozenset[str]) -> None:
        self.today, self.extension, self.meeting_words = today, extension, meeting_words
        self.columns = (
            *(str(_("Term")), str(_("Request")), str(_("For whom")), str(_("What"))),
            *((str(_("Asked")), "num"), (str(_("Proposal")), "num"), str(_("Mind this"))),
        )
        self.team = cache(lambda name: str(_("team %(name)s", name=name)))
        self.age = cache(
            lambda years: str(ngettext("%(num)s year", "%(num)s years", years)).replace(" ", NBSP)
        )
        self.household = cache(_household)
        self.term = cache(_term)
        self.day = cache(lambda day: day_of(day, today))
        self.corrected = cache(lambda day: str(_("corrected on %(day)s", day=day)))
        self.added = cache(lambda day: str(_("added to on %(day)s", day=day)))
        self.waited = cache(stood_still)
        self.payee = lru_cache(maxsize=1000)(payee_of)
        self.file = str(_("file %(number)s", number="\0")).replace(" ", NBSP)
        self.stopped = (str(_("clock stopped")), "blue")
        self.own = (str(_("your own request")), "neutral")
        self.nothing = (str(_("no amount")), "amber")
        self.cap = (str(_("cap reached")), "amber")
        self.payer = (str(_("other payer awaited")), "blue")
        self.answered = (str(_("answered")), "blue")
        self.to_client = (str(_("question to the client")), "blue")
        self.overdue = (str(_("answer overdue")), "red")
        self.legal = cache(legal_words)
        self.since = cache(lambda day: str(_("since %(day)s", day=day)))
        self.again = (str(_("asked before this year")), "amber")
        self.first = (str(_("first request")), "neutral")
        self.unusual = (str(_("above usual")), "amber")
        self.mine = (str(_("you read this")), "blue")
        self.reader = cache(lambda name: (str(_("%(name)s reads this", name=name)), "neutral"))
        self.second = (str(_("second approver")), "blue")
        self.meeting = (str(_("for a meeting")), "neutral")

    def due_on(self, row: Any) -> dt.date:
        """The last day shown."""
        return self.extension.of(add_days(row.legal_due_on, row.waited_days))


@lru_cache(maxsize=4)
def words_of(
    _language: str, today: dt.date, extension: Extension, meeting_words: frozenset[str]
) -> Words:
    """Kept for the pages after this one; yesterday's make room."""
    return Words(today, extension, meeting_words)


class _Row:
    """One row, word by word."""

    def __init__(self, words: Words, row: Any, is_own_request: bool, is_mine: bool) -> None:
        self.words, self.row, self.is_own, self.is_mine = words, row, is_own_request, is_mine

    def shown(self) -> Shown:
        """What stands in its cells."""
        row, waits = self.row, self.row.status == WAITING
        due_on = self.words.due_on(row)
        return Shown(
            id=row.id,
            number=row.number,
            team=self.words.team(row.team),
            term=self.words.stopped if waits else self.words.term(self._days_left(due_on)),
            term_sub=self._both_clocks(due_on),
            name=f"{row.given_name} {row.family_name}",
            about=self._about(),
            what=row.what,
            payee=self.words.payee(row.kind, row.payee, row.provider_name),
            asked=show_cents(row.cost_cents),
            proposed=show_cents(row.proposed_cents),
            badges=self._badges(),
        )

    def _both_clocks(self, due_on: dt.date) -> str:
        """When the term ends; where the clock shown stood or stands still, what the law's says."""
        row, words = self.row, self.words
        legal = words.legal(self._days_left(row.legal_due_on))
        if row.status == WAITING and row.stopped_at is not None:
            return f"{words.since(words.day(brussels(row.stopped_at).date()))} · {legal}"
        if row.waited_days:
            return f"{words.waited(row.waited_days)} · {legal}"
        return words.day(due_on)

    def _days_left(self, due_on: dt.date) -> int:
        return days_left(due_on, self.words.today)

    def _about(self) -> str:
        """9 years · household of 4 · file 20177; a line breaks between them, never within one."""
        row = self.row
        age = self.words.age(age_years(row.birth_on, self.words.today))
        file = self.words.file.replace("\0", row.file_number)
        return f"{age} · {self.words.household(row.household_size)} · {file}"

    def _badges(self) -> list[Badge]:
        """What to mind."""
        row = self.row
        fixed, added = self._changed(row.corrected_at), self._changed(row.added_to_at)
        usual = row.usual_cents
        said = (
            (self.is_mine, self.words.mine),
            (row.reader and not self.is_mine, self.words.reader(row.reader)),
            (self.is_own, self.words.own),
            (row.first_by_id is not None, self.words.second),
            (row.body in self.words.meeting_words, self.words.meeting),
            (row.kind == FUND and not row.proposed_cents, self.words.nothing),
            (usual and row.kind == FUND and row.proposed_cents > usual, self.words.unusual),
            (row.cap_reached, self.words.cap),
            (row.awaits_payer, self.words.payer),
            (fixed != "", (self.words.corrected(fixed), "amber")),
            (added != "", (self.words.added(added), "blue")),
            (row.is_answered and row.status != WAITING, self.words.answered),
            (row.asked_whom == CLIENT, self.words.to_client),
            (bool(row.answer_by_on and row.answer_by_on < self.words.today), self.words.overdue),
            (row.is_asked_again, self.words.again),
            (not row.has_earlier, self.words.first),
        )
        return [badge for holds, badge in said if holds]

    def _changed(self, at: dt.datetime | None) -> str:
        """The day on which the worker did something to it."""
        return self.words.day(brussels(at).date()) if at else ""


@lru_cache(maxsize=ROWS_KEPT)
def _as_it_stands(words: Words, row: Any, is_own_request: bool, is_mine: bool, base: str) -> Markup:
    """A row on the page. Between two visits hardly one of fifty has changed: the rest is not made anew."""
    row_of = get_template_attribute("fund/worklist_row.html", "row_of")
    shown = _Row(words, row, is_own_request, is_mine).shown()
    return Markup(row_of(shown, words.columns, base))  # noqa: S704  (the template has escaped)


class Rows:
    """Makes rows for one human being, under an address."""

    def __init__(self, persons: frozenset[int], today: dt.date, base: str) -> None:
        self.persons = persons
        self.base = base
        self.words = words_of(str(get_locale()), today, extension(), meeting_words())

    def shown(self, rows: Iterable[Any]) -> list[Markup]:
        """All of a page."""
        return [
            _as_it_stands(
                self.words,
                row,
                is_own(row, self.persons),
                row.reader_id in self.persons,
                self.base,
            )
            for row in rows
        ]

    def first_on(self, rows: Sequence[Any]) -> str:
        """The day on which the first term ends."""
        if not rows:
            return ""
        return self.words.day(self.words.due_on(rows[0]))


def _household(size: int) -> str:
    words = _("alone") if size <= 1 else _("household of %(size)s", size=size)
    return str(words).replace(" ", NBSP)


def _term(left: int) -> Badge:
    """The same words and tones as the component `term_badge`."""
    if left < 0:
        return str(ngettext("%(num)s day late", "%(num)s days late", -left)), "red"
    if left == 0:
        return str(_("today")), "red"
    tone = "red" if left <= URGENT_DAYS else "amber" if left <= SOON_DAYS else "neutral"
    return str(ngettext("%(num)s day left", "%(num)s days left", left)), tone
