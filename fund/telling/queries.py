"""What time asks for: terms that end, questions and papers that wait. Read in batches; changes nothing."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import and_, exists, func, or_, select

from accounts.models import Account
from accounts.notices.models import Notice
from core.clock import begin_of
from core.db import db
from fund.telling.kinds import EVIDENCE_LATE
from fund.telling.models import EVIDENCE, QUESTION, TERM, WORKLIST, Reminder
from intake.evidence.models import Later
from intake.people.models import Absence
from intake.requests.life import SUBMITTED
from intake.requests.models import OPEN, Filing, Pause, Request

BATCH: Final = 500
MOST_COUNTED: Final = 999

COLUMNS: Final = (
    *(Request.id, Request.number, Request.worker_id, Request.legal_due_on, Request.waited_days),
    *(Request.body, Filing.filed_by_id),
)


def ending_until(last_on: dt.date) -> Iterator[Sequence[Any]]:
    """Open requests whose legal term ends by a day and whose lapse was not told yet, with the nearest
    step that was: the first term first, a batch at a time."""
    of_this_term = (
        Reminder.kind == TERM,
        Reminder.subject_id == Request.id,
        Reminder.due_on == Request.legal_due_on,
    )
    told_step = select(func.min(Reminder.step)).where(*of_this_term).scalar_subquery()
    wanted = (
        select(*COLUMNS, told_step.label("told_step"))
        .join(Filing, Filing.id == Request.filing_id)
        .where(OPEN, Request.legal_due_on <= last_on)
        .where(~exists().where(*of_this_term, Reminder.step == 0))
        .order_by(Request.legal_due_on, Request.id)
        .limit(BATCH)
    )
    place: tuple[dt.date, int] | None = None
    while True:
        rows = db.session.execute(wanted if place is None else wanted.where(_after(*place))).all()
        db.session.rollback()
        yield rows
        if len(rows) < BATCH:
            return
        place = (rows[-1].legal_due_on, rows[-1].id)


def _after(day: dt.date, row_id: int) -> Any:
    later = or_(Request.legal_due_on > day, Request.id > row_id)
    return and_(Request.legal_due_on >= day, later)


def unanswered_since(before: dt.datetime) -> Sequence[Any]:
    """Questions that were asked before an instant, wait still, and of which nobody was reminded."""
    wanted = (
        select(Pause.id.label("pause_id"), Pause.asked_at, *COLUMNS)
        .join(Request, Request.id == Pause.request_id)
        .join(Filing, Filing.id == Request.filing_id)
        .where(OPEN, Pause.ended_at.is_(None), Pause.asked_at < before)
        .where(_not_told(QUESTION, Pause.id))
        .order_by(Pause.id)
    )
    return _some(wanted)


def papers_late(on: dt.date) -> Sequence[Any]:
    """Papers that were promised for this day or before, have not come, and were not reminded of."""
    wanted = (
        select(Later.id.label("later_id"), Later.remind_on, *COLUMNS)
        .join(Request, Request.id == Later.request_id)
        .join(Filing, Filing.id == Request.filing_id)
        .where(Later.done_at.is_(None), Later.remind_on <= on)
        .where(_not_told(EVIDENCE, Later.id))
        .order_by(Later.remind_on, Later.id)
    )
    return _some(wanted)


def no_longer_late(on: dt.date) -> Sequence[int]:
    """Requests of which somebody still reads that a paper is late, while it came or is not awaited."""
    waits = exists().where(
        *(Later.request_id == Notice.subject_id, Later.done_at.is_(None), Later.remind_on <= on)
    )
    wanted = (
        select(Notice.subject_id)
        .where(Notice.kind == EVIDENCE_LATE.code, Notice.read_at.is_(None), ~waits)
        .distinct()
    )
    found = db.session.scalars(wanted).all()
    db.session.rollback()
    return found


def new_between(first_on: dt.date, until_on: dt.date) -> dict[str, int]:
    """How many requests were filed from a day to before another, and wait for each body."""
    filed = (
        select(Request.body)
        .where(
            OPEN,
            Request.status == SUBMITTED,
            Request.submitted_at >= begin_of(first_on),
            Request.submitted_at < begin_of(until_on),
        )
        .limit(MOST_COUNTED)
    )
    bodies = filed.subquery()
    counted = select(bodies.c.body, func.count()).group_by(bodies.c.body)
    return {row[0]: int(row[1]) for row in db.session.execute(counted)}


def last_told_of_new() -> dt.date | None:
    """The last day on which the approvers were told of new requests."""
    return db.session.scalar(select(func.max(Reminder.due_on)).where(Reminder.kind == WORKLIST))


def left_alone(on: dt.date) -> Sequence[Any]:
    """(worker, how many open requests): who has no way in any more, or is away with a stand-in who is
    away as well."""
    stand_in = Absence.__table__.alias("stand_in")
    has_account = exists().where(
        Account.person_id == Request.worker_id, Account.disabled_at.is_(None)
    )
    both_away = exists().where(
        *(Absence.person_id == Request.worker_id, Absence.ended_at.is_(None)),
        *(Absence.from_on <= on, Absence.until_on >= on),
        *(stand_in.c.person_id == Absence.stand_in_id, stand_in.c.ended_at.is_(None)),
        *(stand_in.c.from_on <= on, stand_in.c.until_on >= on),
    )
    wanted = (
        select(Request.worker_id, func.count().label("requests_n"))
        .where(OPEN, or_(~has_account, both_away))
        .group_by(Request.worker_id)
        .order_by(Request.worker_id)
    )
    return db.session.execute(wanted).all()


def _not_told(kind: str, subject_id: Any) -> Any:
    return ~exists().where(Reminder.kind == kind, Reminder.subject_id == subject_id)


def _some(wanted: Any) -> Sequence[Any]:
    rows = db.session.execute(wanted.limit(BATCH)).all()
    db.session.rollback()
    return rows
