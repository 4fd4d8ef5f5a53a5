"""Verbs of reminding: each step once, in a transaction of the caller's. They commit nothing."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from accounts.notices.actions import settle, tell
from core import clock
from core.clock import show_date
from core.db import db
from core.upsert import insert_into
from fund.bodies.queries import deciders_for
from fund.telling import kinds
from fund.telling.models import EVIDENCE, NOBODY, QUESTION, TERM, WORKLIST, Reminder
from fund.telling.people import caring_for, deciders_of, heads
from intake.requests.terms import Term

REACHED: Final = 0


def remind_of_term(row: Any, term: Term, step: int) -> bool:
    """Tell worker, approvers and head that the term of a request comes near, or is over; once a step."""
    if not claim(TERM, row.id, row.legal_due_on, step):
        return False
    settle(kinds.OF_TERMS, row.id)  # the step before it says less
    about = f"{row.number} ({show_date(term.legal_due_on)})"
    is_over = step == REACHED
    mine = kinds.LAPSED_OF_MINE if is_over else kinds.TERM_OF_MINE
    to_decide = kinds.LAPSED_TO_DECIDE if is_over else kinds.TERM_TO_DECIDE
    caring = caring_for(row.worker_id)
    tell(caring, mine, row.id, about)
    tell((deciders_of(row) | heads()) - caring, to_decide, row.id, about)
    return True


def remind_of_question(row: Any) -> None:
    """The worker has not answered yet."""
    asked_on = clock.brussels(row.asked_at).date()
    if claim(QUESTION, row.pause_id, asked_on, REACHED):
        tell(caring_for(row.worker_id), kinds.UNANSWERED, row.id, row.number)


def remind_of_paper(row: Any) -> None:
    """A paper has not come on its day."""
    if claim(EVIDENCE, row.later_id, row.remind_on, REACHED):
        tell(caring_for(row.worker_id), kinds.EVIDENCE_LATE, row.id, row.number)


def tell_of_new(counts: Mapping[str, int], on: dt.date) -> None:
    """So many requests came in since the last time: to each who decides, those of her bodies."""
    if not claim(WORKLIST, 0, on, REACHED):
        return
    for_each: Counter[int] = Counter()
    for body, count in counts.items():
        for_each.update(dict.fromkeys(deciders_for(body), count))
    for person_id, count in for_each.items():
        tell([person_id], kinds.NEW_TO_DECIDE, on.toordinal(), str(count))


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
