"""The words of the pages of letters: stages, ways, kinds, what a run did. It decides nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.clock import show_date
from core.work.jobs import Job
from fund.letters.kinds import DECIDING, KINDS
from fund.letters.lacking import LACKS
from fund.letters.life import HELD, READY, SENT, VOID, WAITING
from fund.letters.runs import FAILED, GONE
from fund.letters.runs import LACKS as IS_LACKING
from fund.letters.slot import TO_PROVIDERS
from fund.letters.slots import SETS
from fund.letters.terms import EMAIL, HAND, POST, RECEIPT, REGISTERED
from fund.letters.translations import APPROVED, STALE, UNVERIFIED
from intake.requests.wording import days_left
from terms.lists import LANGUAGES, label_of

STAGES: Final[Mapping[str, tuple[LazyString, str]]] = {
    WAITING: (_l("To print"), "neutral"),
    HELD: (_l("Cannot leave yet"), "amber"),
    READY: (_l("Printed, to send"), "blue"),
    SENT: (_l("Sent"), "green"),
    VOID: (_l("Void"), "neutral"),
}
WAYS: Final[Mapping[str, LazyString]] = {
    POST: _l("Ordinary post"),
    REGISTERED: _l("Registered letter"),
    RECEIPT: _l("Receipt signed by the client"),
    HAND: _l("Handed over, without a signature"),
    EMAIL: _l("E-mail"),
}
TRANSLATIONS: Final[Mapping[str, tuple[LazyString, str]]] = {
    UNVERIFIED: (_l("Not looked at yet"), "amber"),
    APPROVED: (_l("Approved"), "green"),
    STALE: (_l("The Dutch has changed since"), "red"),
}
PROBLEMS: Final[Mapping[str, LazyString]] = {
    GONE: _l("Sent already, or void"),
    IS_LACKING: _l("Cannot leave yet"),
    FAILED: _l("Could not be made. It waits for the next run."),
}


JOBS: Final[Mapping[str, tuple[LazyString, str]]] = {
    "waiting": (_l("Waits its turn"), "neutral"),
    "running": (_l("Runs"), "blue"),
    "done": (_l("Done"), "green"),
    "failed": (_l("Went wrong"), "red"),
}


def kind_of(code: str) -> str:
    """Grant, refusal, question."""
    return str(SETS[code].title)


def language_of(code: str) -> str:
    """French, Arabic."""
    return label_of(LANGUAGES, code)


def languages_in_words(codes: Iterable[str]) -> str:
    """Several in a row."""
    return ", ".join(map(language_of, codes))


def to_provider(code: str) -> bool:
    """Does it go to the provider, and not to the client?"""
    return code in TO_PROVIDERS


def tells_decision(code: str) -> bool:
    """Does the term to notify end with this letter, and does the one to appeal begin?"""
    return code in DECIDING


def title_of(code: str) -> str:
    """What stands above the letter."""
    return str(KINDS[code].title)


def lacking(names: list[str]) -> str:
    """What is missing, in one line."""
    return ", ".join(str(LACKS[name].words) for name in names)


def sent_words(row: Any) -> str:
    """On which day it left, and how."""
    if row.sent_on is None:
        return ""
    said = f"{show_date(row.sent_on)}, {WAYS[row.way]}" if row.way else show_date(row.sent_on)
    said = f"{said} ({row.tracking})" if row.tracking else said
    return said if row.letter_id else f"{said}, {_('a letter of the service itself')}"


def appeal_words(row: Any) -> str:
    """Until when the client may appeal."""
    if row.appeal_until_on is not None:
        return str(_("appeal until %(day)s", day=show_date(row.appeal_until_on)))
    return str(_("end of the appeal term not certain"))


def left_words(row: Any) -> str:
    """Of a request that was notified: on which day, how, and until when may be appealed."""
    if row.notified_on is None:
        return ""
    how = WAYS.get(row.notified_way, "")
    return f"{show_date(row.notified_on)}, {how}; {appeal_words(row)}"


def term_words(row: Any) -> str:
    """Until when it must leave; of one that left, until when may be appealed."""
    if row.kind not in DECIDING:
        return ""
    if row.stage == SENT:
        return appeal_words(row)
    if row.notify_due_on is None:
        return ""
    return str(_("leaves by %(day)s", day=show_date(row.notify_due_on)))


def days_to_leave(row: Any, today: dt.date) -> int | None:
    """How many days a letter with a decision may still take; None once it has left."""
    if row.kind not in DECIDING or row.stage == SENT or row.notify_due_on is None:
        return None
    return days_left(row.notify_due_on, today)


def state_of(job: Job | None) -> tuple[LazyString, str]:
    """Where a run is: word and tone."""
    return JOBS[job.state if job is not None else "waiting"]


def progress_words(job: Job | None) -> str:
    """The same in words; before it begins it waits its turn."""
    if job is None or not job.total:
        return str(_("The run waits its turn."))
    return str(_("%(done)s of %(total)s letters", done=job.done, total=job.total))


def printed_words(printed: int, left_out: int) -> str:
    """What came out of a run."""
    words = ngettext("%(num)s letter is printed.", "%(num)s letters are printed.", printed)
    if not left_out:
        return str(words)
    more = ngettext("%(num)s is left out.", "%(num)s are left out.", left_out)
    return f"{words} {more}"


def marked_words(sent: int, skipped: int) -> str:
    """What was marked."""
    words = ngettext(
        "%(num)s letter is marked as sent.", "%(num)s letters are marked as sent.", sent
    )
    if not skipped:
        return str(words)
    more = ngettext(
        "%(num)s was void or sent already.", "%(num)s were void or sent already.", skipped
    )
    return f"{words} {more}"
