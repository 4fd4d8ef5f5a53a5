"""What the worker does so that nothing lapses unseen: it looks every half hour, and tells each thing once."""

import datetime as dt
from typing import Final

from accounts.notices.actions import settle
from core import clock, settings
from core.clock import add_days, begin_of
from core.db import db, transaction
from core.work.jobs import every
from fund.telling import actions, queries
from fund.telling.kinds import EVIDENCE_LATE
from intake.requests.term_settings import steps, term_now
from intake.requests.terms import step_of

HALF_HOUR: Final = 30
FROM_HOUR: Final = 6

QUESTION_DAYS = settings.Key("question_reminder_days", default=7)


@every(minutes=HALF_HOUR)
def remind() -> None:
    """All of it: what was told is not told again, whatever the machine's clock does."""
    on = clock.today()
    remind_of_terms(on)
    remind_of_questions(on)
    remind_of_papers(on)
    if clock.is_working_day(on) and clock.brussels(clock.now()).hour >= FROM_HOUR:
        tell_of_new(on)
        tell_of_nobody(on)


def remind_of_terms(on: dt.date) -> None:
    """Each request that has reached a step, in its own transaction."""
    ahead = steps()
    db.session.rollback()
    last_on = add_days(on, max(ahead, default=0))
    for rows in queries.ending_until(last_on):
        for row in rows:
            term = term_now(row, on)
            step = step_of(term.legal_days_left, ahead)
            if step is not None and (row.told_step is None or step < row.told_step):
                with transaction():
                    actions.remind_of_term(row, term, step)


def remind_of_questions(on: dt.date) -> None:
    """A question that waits for a week, unless the centre says otherwise."""
    before = begin_of(add_days(on, 1 - settings.get(QUESTION_DAYS)))
    for row in queries.unanswered_since(before):
        with transaction():
            actions.remind_of_question(row)


def remind_of_papers(on: dt.date) -> None:
    """A paper that was promised for today or before; one that came calls nobody any more."""
    for request_id in queries.no_longer_late(on):
        with transaction():
            settle([EVIDENCE_LATE], request_id)
    for row in queries.papers_late(on):
        with transaction():
            actions.remind_of_paper(row)


def tell_of_new(on: dt.date) -> None:
    """Once a working day, of all that was filed since the last time and before today."""
    last = queries.last_told_of_new() or add_days(on, -1)
    if last >= on:
        return
    counts = queries.new_between(last, on)
    db.session.rollback()
    with transaction():
        actions.tell_of_new(counts, on)


def tell_of_nobody(on: dt.date) -> None:
    """Whose requests nobody works on."""
    rows = queries.left_alone(on)
    db.session.rollback()
    for row in rows:
        with transaction():
            actions.tell_of_nobody(row, on)
