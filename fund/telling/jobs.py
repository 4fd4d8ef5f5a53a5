"""What the worker does so that nothing lapses unseen: it looks every half hour, and tells each thing once."""

import datetime as dt
from typing import Final

from accounts.notices.actions import settle
from core import clock, settings
from core.clock import add_days, begin_of
from core.db import db, transaction
from core.work.jobs import every
from fund.meetings.agenda import about_of
from fund.meetings.queries import left_open
from fund.meetings.urgent.queries import granted_before
from fund.telling import actions, queries
from fund.telling.kinds import EVIDENCE_LATE
from intake.requests.term_settings import steps, term_now
from intake.requests.terms import step_of

HALF_HOUR: Final = 30
FROM_HOUR: Final = 6

# The last days in which a complaint waits for its answer.
COMPLAINT_DAYS: Final = 7
# So long an urgent grant waits for its meeting before somebody is told again.
URGENT_DAYS: Final = 14

QUESTION_DAYS = settings.Key("question_reminder_days", default=7)


@every(minutes=HALF_HOUR)
def remind() -> None:
    """All of it: what was told is not told again, whatever the machine's clock does."""
    on = clock.today()
    remind_of_terms(on)
    remind_of_questions(on)
    tell_of_late_answers(on)
    remind_of_papers(on)
    remind_of_complaints(on)
    remind_of_urgent(on)
    remind_of_sessions(on)
    if clock.is_working_day(on) and clock.brussels(clock.now()).hour >= FROM_HOUR:
        tell_of_new(on)
        tell_of_nobody(on)
        tell_of_deciders(on)
        tell_of_letters(on)


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


def tell_of_late_answers(on: dt.date) -> None:
    """A question whose day to answer is over: once, from the day after on."""
    for row in queries.answers_late(on):
        with transaction():
            actions.tell_of_late_answer(row)


def remind_of_papers(on: dt.date) -> None:
    """A paper that was promised for today or before; one that came calls nobody any more."""
    for request_id in queries.no_longer_late(on):
        with transaction():
            settle([EVIDENCE_LATE], request_id)
    for row in queries.papers_late(on):
        with transaction():
            actions.remind_of_paper(row)


def remind_of_urgent(on: dt.date) -> None:
    """What a chair granted urgently, and no meeting has spoken on for two weeks."""
    waiting = granted_before(begin_of(add_days(on, -URGENT_DAYS)))
    of_requests = [(one.request_id, one.request.number) for one in waiting]
    db.session.rollback()
    for request_id, number in of_requests:
        with transaction():
            actions.remind_of_urgent(request_id, number, on)


def remind_of_sessions(on: dt.date) -> None:
    """Sessions of a day before this one that nobody closed: none of their letters leaves."""
    found = [(one.id, about_of(one)) for one in left_open(begin_of(on))]
    db.session.rollback()
    for meeting_id, about in found:
        with transaction():
            actions.remind_of_session(meeting_id, about, on)


def remind_of_complaints(on: dt.date) -> None:
    """A week ahead, and on the day itself or when it is over."""
    for row in queries.complaints_due(add_days(on, COMPLAINT_DAYS)):
        step = COMPLAINT_DAYS if row.answer_by_on > on else actions.REACHED
        if row.told_step is None or step < row.told_step:
            with transaction():
                actions.remind_of_complaint(row, step)


def tell_of_deciders(on: dt.date) -> None:
    """Who decides, is away, and has nobody in her place."""
    rows = queries.deciders_left_alone(on)
    db.session.rollback()
    for row in rows:
        with transaction():
            actions.tell_of_decider(row)


def tell_of_letters(on: dt.date) -> None:
    """Once a working day, while a letter on a decision lies there on its last day or later."""
    count = queries.letters_late(on)
    db.session.rollback()
    if count:
        with transaction():
            actions.tell_of_letters(count, on)


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
