"""What time asks for: terms that end, questions and papers that wait. Read in batches; changes nothing."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import and_, exists, func, or_, select

from accounts.models import Account, RoleGrant
from accounts.notices.models import Notice
from accounts.permissions import Role
from core.clock import begin_of
from core.db import db
from fund.appeals.models import Complaint
from fund.letters.kinds import DECIDING as DECIDING_LETTERS
from fund.letters.life import UNSENT
from fund.letters.models import Dispatch
from fund.letters.slot import NOT_RATIFIED as NOT_RATIFIED_LETTER
from fund.telling.kinds import EVIDENCE_LATE
from fund.telling.models import ANSWER, COMPLAINT, EVIDENCE, QUESTION, TERM, WORKLIST, Reminder
from intake.evidence.models import Later
from intake.handover.actions import DECISIONS
from intake.people.models import Absence
from intake.requests.life import CONFIRMING, FORWARDED, NOT_RATIFIED, REFUSED, SUBMITTED, WITHDRAWN
from intake.requests.models import OPEN, Filing, Pause, Request

BATCH: Final = 500
MOST_COUNTED: Final = 999
DECIDING: Final = (str(Role.APPROVER), str(Role.HEAD))

# A paper is looked for as long as something may be given, or was: after a grant comes the receipt.
AWAITED: Final = and_(
    Request.status.not_in((WITHDRAWN, FORWARDED, NOT_RATIFIED)),
    func.coalesce(Request.outcome, "") != REFUSED,
)

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


def answers_late(on: dt.date) -> Sequence[Any]:
    """Questions that wait still though their day to answer is over, and of which nobody was told so."""
    wanted = (
        select(Pause.id.label("pause_id"), Pause.answer_by_on, Pause.asked_by_id, *COLUMNS)
        .join(Request, Request.id == Pause.request_id)
        .join(Filing, Filing.id == Request.filing_id)
        .where(OPEN, Pause.ended_at.is_(None), Pause.answer_by_on < on)
        .where(_not_told(ANSWER, Pause.id))
        .order_by(Pause.id)
    )
    return _some(wanted)


def papers_late(on: dt.date) -> Sequence[Any]:
    """Papers that were promised for this day or before, have not come, and were not reminded of."""
    wanted = (
        select(Later.id.label("later_id"), Later.remind_on, *COLUMNS)
        .join(Request, Request.id == Later.request_id)
        .join(Filing, Filing.id == Request.filing_id)
        .where(AWAITED, Later.done_at.is_(None), Later.remind_on <= on)
        .where(_not_told(EVIDENCE, Later.id))
        .order_by(Later.remind_on, Later.id)
    )
    return _some(wanted)


def no_longer_late(on: dt.date) -> Sequence[int]:
    """Requests of which somebody still reads that a paper is late, while it came or is not awaited."""
    waits = exists().where(
        *(Later.request_id == Notice.subject_id, Later.done_at.is_(None), Later.remind_on <= on),
        *(Request.id == Later.request_id, AWAITED),
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


def letters_late(on: dt.date) -> int:
    """How many letters on decisions have not left on the last day for it, as far as one counts."""
    some = (
        select(Dispatch.id)
        .join(Request, Request.id == Dispatch.request_id)
        .where(
            Dispatch.stage.in_(UNSENT),
            Dispatch.kind.in_((*DECIDING_LETTERS, NOT_RATIFIED_LETTER)),
            Request.notified_on.is_(None),
            Request.notify_due_on <= on,
        )
        .limit(MOST_COUNTED)
    )
    return db.session.scalar(select(func.count()).select_from(some.subquery())) or 0


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


def complaints_due(last_on: dt.date) -> Sequence[Any]:
    """Complaints that are answered by a day at the latest and were not, with the nearest step that was
    told; those of which the day itself was told not."""
    of_it = (
        Reminder.kind == COMPLAINT,
        Reminder.subject_id == Complaint.id,
        Reminder.due_on == Complaint.answer_by_on,
    )
    told_step = select(func.min(Reminder.step)).where(*of_it).scalar_subquery()
    wanted = (
        select(
            *(Complaint.id, Complaint.answer_by_on, Request.number, Request.worker_id),
            told_step.label("told_step"),
        )
        .join(Request, Request.id == Complaint.request_id)
        .where(Complaint.outcome.is_(None), Complaint.answer_by_on <= last_on)
        .where(~exists().where(*of_it, Reminder.step == 0))
        .order_by(Complaint.answer_by_on, Complaint.id)
    )
    return _some(wanted)


@dataclass(frozen=True)
class Alone:
    """Somebody who decides is away, and who should stand in cannot."""

    id: int
    from_on: dt.date
    roles: frozenset[Role]


def deciders_left_alone(on: dt.date) -> list[Alone]:
    """Absences of today of who decides, whose stand-in is away as well or decides no more."""
    stand_in = Absence.__table__.alias("stand_in")
    decides = exists().where(
        *(RoleGrant.person_id == Absence.stand_in_id, RoleGrant.role.in_(DECIDING)),
        *(Account.id == RoleGrant.account_id, Account.disabled_at.is_(None)),
    )
    also_away = exists().where(
        *(stand_in.c.person_id == Absence.stand_in_id, stand_in.c.ended_at.is_(None)),
        *(stand_in.c.from_on <= on, stand_in.c.until_on >= on),
    )
    wanted = (
        select(Absence.id, Absence.from_on, RoleGrant.role)
        .join(RoleGrant, RoleGrant.person_id == Absence.person_id)
        .where(RoleGrant.role.in_(DECIDING), Absence.duty == DECISIONS)
        .where(Absence.ended_at.is_(None), Absence.from_on <= on, Absence.until_on >= on)
        .where(or_(~decides.correlate(Absence), also_away))
        .order_by(Absence.id)
    )
    found: dict[tuple[int, dt.date], set[Role]] = {}
    for row in db.session.execute(wanted):
        found.setdefault((row.id, row.from_on), set()).add(Role(row.role))
    return [Alone(*key, frozenset(roles)) for key, roles in found.items()]


def waiting_for(bodies: Sequence[str]) -> int:
    """How many requests wait for a decision of one of these bodies, as far as one counts."""
    some = (
        select(Request.id)
        .where(OPEN, Request.status.in_((SUBMITTED, CONFIRMING)), Request.body.in_(bodies))
        .limit(MOST_COUNTED)
    )
    return db.session.scalar(select(func.count()).select_from(some.subquery())) or 0


def _not_told(kind: str, subject_id: Any) -> Any:
    return ~exists().where(Reminder.kind == kind, Reminder.subject_id == subject_id)


def _some(wanted: Any) -> Sequence[Any]:
    rows = db.session.execute(wanted.limit(BATCH)).all()
    db.session.rollback()
    return rows
