"""Verbs of reminding: each step once, in a transaction of the caller's. They commit nothing."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from accounts.notices.actions import settle, tell
from accounts.permissions import Permission, Role, permissions_of
from accounts.queries import persons_in
from core import clock
from core.clock import show_date
from core.db import db
from core.upsert import insert_into
from fund.appeals.kinds import ANSWER_DUE
from fund.bodies.calling import called_for, who_prepares
from fund.bodies.queries import bodies_of_roles
from fund.meetings.kinds import STILL_OPEN, TO_RATIFY
from fund.telling import kinds
from fund.telling.models import (
    ANSWER,
    COMPLAINT,
    DECIDER,
    EVIDENCE,
    LETTERS,
    NOBODY,
    QUESTION,
    SESSION,
    TERM,
    URGENT,
    WORKLIST,
    Reminder,
)
from fund.telling.people import caring_for, heads
from fund.telling.queries import waiting_for
from intake.requests.terms import Term

REACHED: Final = 0
PRINTING: Final = tuple(
    role for role in Role if Permission.LETTERS in permissions_of(frozenset({role}))
)


def remind_of_term(row: Any, term: Term, step: int) -> bool:
    """Tell worker, head, and who decides or prepares the meeting that does, that the term of a request
    comes near, or is over; once a step. By four eyes neither its worker nor who filed it decides."""
    if not claim(TERM, row.id, row.legal_due_on, step):
        return False
    settle(kinds.OF_TERMS, row.id)  # the step before it says less
    about = f"{row.number} ({show_date(term.legal_due_on)})"
    is_over = step == REACHED
    mine, to_decide, to_prepare = kinds.LAPSED if is_over else kinds.SOON
    caring, called = caring_for(row.worker_id), called_for(row.body)
    deciding = heads() | (called.decide - {row.worker_id, row.filed_by_id})
    tell(caring, mine, row.id, about)
    tell(deciding - caring, to_decide, row.id, about)
    tell(called.prepare - deciding - caring, to_prepare, row.id, about)
    return True


def remind_of_question(row: Any) -> None:
    """The worker has not answered yet."""
    asked_on = clock.brussels(row.asked_at).date()
    if claim(QUESTION, row.pause_id, asked_on, REACHED):
        tell(caring_for(row.worker_id), kinds.UNANSWERED, row.id, row.number)


def tell_of_late_answer(row: Any) -> None:
    """The day to answer is over: the worker hears it, and who asked, who may decide with what there is."""
    if claim(ANSWER, row.pause_id, row.answer_by_on, REACHED):
        settle((kinds.UNANSWERED,), row.id)  # it says less
        caring = caring_for(row.worker_id)
        tell(caring, kinds.ANSWER_LATE, row.id, row.number)
        asking = caring_for(row.asked_by_id) - caring
        tell(asking, kinds.ANSWER_LATE_TO_ASKER, row.id, row.number)


def remind_of_paper(row: Any) -> None:
    """A paper has not come on its day."""
    if claim(EVIDENCE, row.later_id, row.remind_on, REACHED):
        tell(caring_for(row.worker_id), kinds.EVIDENCE_LATE, row.id, row.number)


def tell_of_new(counts: Mapping[str, int], on: dt.date) -> None:
    """So many requests came in since the last time: to each who decides, those of her bodies, and to
    who prepares meetings those that wait for one."""
    if not claim(WORKLIST, 0, on, REACHED):
        return
    to_decide, to_prepare = Counter[int](), Counter[int]()
    for body, count in counts.items():
        called = called_for(body)
        to_decide.update(dict.fromkeys(called.decide, count))
        to_prepare.update(dict.fromkeys(called.prepare, count))
    for kind, for_each in ((kinds.NEW_TO_DECIDE, to_decide), (kinds.NEW_TO_PREPARE, to_prepare)):
        for person_id, count in for_each.items():
            tell([person_id], kind, on.toordinal(), str(count))


def tell_of_letters(count: int, on: dt.date) -> None:
    """So many letters have reached their last day: who prints them hears it, once a day."""
    if claim(LETTERS, 0, on, REACHED):
        settle((kinds.LETTERS_LATE,), 0)  # the count of the day before
        tell(persons_in(*PRINTING), kinds.LETTERS_LATE, 0, str(count))


def remind_of_session(meeting_id: int, about: str, on: dt.date) -> None:
    """Nobody closed it: who prepares meetings and the head, on the day after and once a month for each."""
    if claim(SESSION, meeting_id, on.replace(day=1), REACHED):
        tell(who_prepares() | heads(), STILL_OPEN, meeting_id, about)


def remind_of_complaint(row: Any, step: int) -> None:
    """The day on which a complaint is answered comes near, or has come: worker and head, each once."""
    if claim(COMPLAINT, row.id, row.answer_by_on, step):
        settle((ANSWER_DUE,), row.id)  # the step before it says less
        about = f"{row.number} ({show_date(row.answer_by_on)})"
        tell(caring_for(row.worker_id) | heads(), ANSWER_DUE, row.id, about)


def remind_of_urgent(request_id: int, number: str, on: dt.date) -> None:
    """No meeting has spoken on it: who holds meetings and the head, once a month for each."""
    if claim(URGENT, request_id, on.replace(day=1), REACHED):
        tell(persons_in(Role.SECRETARY) | heads(), TO_RATIFY, request_id, number)


def tell_of_decider(absence: Any) -> None:
    """The head hears that requests wait for somebody who is away without a stand-in; once an absence."""
    count = waiting_for(bodies_of_roles(absence.roles))
    if count and claim(DECIDER, absence.id, absence.from_on, REACHED):
        tell(heads(), kinds.DECIDER_AWAY, absence.id, str(count))


def tell_of_nobody(row: Any, on: dt.date) -> None:
    """The head hears whose requests nobody works on; once a month for each worker."""
    if claim(NOBODY, row.worker_id, on.replace(day=1), REACHED):
        tell(heads(), kinds.NOBODY_THERE, row.worker_id, str(row.requests_n))


def claim(kind: str, subject_id: int, due_on: dt.date, step: int) -> bool:
    """Whether this step is told now for the first time; of two workers one tells it."""
    session = db.session()
    insert = insert_into(session, Reminder).values(
        kind=kind, subject_id=subject_id, due_on=due_on, step=step, made_at=clock.now()
    )
    once = insert.on_conflict_do_nothing(index_elements=["kind", "subject_id", "due_on", "step"])
    return session.scalar(once.returning(Reminder.id)) is not None
