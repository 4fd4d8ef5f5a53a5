"""Verbs of appeals and complaints: note, ask the file, note what came of it. They commit nothing.

The caller has fetched the row through the person, and holds it.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Account
from accounts.notices.actions import settle, tell
from accounts.notices.kinds import Kind
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from core.sealing import files
from core.sealing.files import StoredFile
from core.work import jobs
from fund.appeals import kinds
from fund.appeals.models import Appeal, Complaint
from fund.appeals.queries import (
    COMPLAINT_FILE,
    archive_of,
    file_jobs_of,
    old_complaint_files,
)
from fund.appeals.wording import ANSWERS, BODIES, OUTCOMES
from fund.models import Decision
from fund.queries import decisions_of
from fund.telling.people import caring_for, heads
from intake.requests.life import OPEN
from intake.requests.models import Request
from intake.requests.term_settings import term_now

KIND: Final = "appeal.file"
# The file holds all that is known: it lies here no longer than it is needed, and can be made again.
FILE_KEPT: Final = dt.timedelta(days=90)


@dataclass(frozen=True)
class NewAppeal:
    """An appeal as typed."""

    received_on: dt.date
    body: str
    reference: str = ""


@dataclass(frozen=True)
class NewComplaint:
    """A complaint as typed."""

    received_on: dt.date
    about: str
    answer_by_on: dt.date


def takes_appeals(request: Request) -> bool:
    """Once it was decided, or when the law's term went by without a decision."""
    if request.outcome is not None:
        return True
    return request.status in OPEN and term_now(request, clock.today()).has_lapsed


def note_appeal(request: Request, new: NewAppeal, *, by: Account) -> Appeal:
    """The centre heard of an appeal; the same one sent twice is one."""
    if not takes_appeals(request):
        raise RuleBroken(_("Nothing has been decided on this request, and its term still runs."))
    _require_choice(new.body, BODIES, "body")
    there = _same_appeal(request, new)
    if there is not None:
        return there
    appeal = Appeal(
        request=request,
        decision=_contested(request, new.received_on),
        received_on=new.received_on,
        body=new.body,
        reference=new.reference,
        noted_by_id=by.person_id,
        noted_at=clock.now(),
    )
    db.session.add(appeal)
    db.session.flush()
    _tell(request, kinds.NOTED, appeal.id, by)
    audit.record("appeal.note", kind="appeal", object_id=appeal.id)
    return appeal


def note_outcome(
    appeal: Appeal, outcome: str, on: dt.date, *, by: Account, seen_version: int
) -> None:
    """What came of it, and when; it may be put right."""
    _require_version(appeal.lock_version, seen_version)
    _require_choice(outcome, OUTCOMES, "outcome")
    if on < appeal.received_on:
        raise RuleBroken(_("This day lies before the appeal."), "outcome_on")
    appeal.outcome, appeal.outcome_on = outcome, on
    appeal.outcome_by_id, appeal.outcome_at = by.person_id, clock.now()
    settle([kinds.NOTED], appeal.id)
    audit.record("appeal.outcome", kind="appeal", object_id=appeal.id)


def ask_file(appeal: Appeal, *, by: Account) -> None:
    """Have the file for the court made; one that is being made already is waited for."""
    if archive_of(appeal).is_busy:
        return
    appeal.file_asked_at = clock.now()
    appeal.job = jobs.start(KIND, owner_id=by.person_id, appeal_id=appeal.id)
    audit.record("appeal.file", kind="appeal", object_id=appeal.id)


def ask_complaint_file(complaint: Complaint, *, by: Account) -> None:
    """The same of a complaint; the caller holds its row, so that of two who ask one begins it."""
    if archive_of(complaint).is_busy:
        return
    jobs.start(COMPLAINT_FILE, owner_id=by.person_id, complaint_id=complaint.id)
    audit.record("complaint.file", kind="complaint", object_id=complaint.id)


def keep_file(appeal: Appeal, stored: StoredFile) -> None:
    """For the worker: the file is made, and takes the place of an earlier one."""
    earlier = appeal.file
    db.session.add(stored)
    appeal.file, appeal.file_made_at = stored, clock.now()
    db.session.flush()
    if earlier is not None:
        files.remove(earlier)


def keep_complaint_file(complaint: Complaint, job_id: int, stored: StoredFile) -> None:
    """The same of a complaint: the job says where it lies, from the moment at which it lies there."""
    earlier = archive_of(complaint).stored
    for one in file_jobs_of(complaint):
        one.result = None
    db.session.add(stored)
    db.session.flush()
    db.session.get_one(jobs.Job, job_id).result = {"file_id": stored.id}
    if earlier is not None:
        files.remove(earlier)


def forget_files(before: dt.datetime) -> None:
    """Remove files that were made before an instant."""
    for job, made in old_complaint_files(before):
        job.result = None
        files.remove(made)
    old = select(Appeal).where(Appeal.file_id.is_not(None), Appeal.file_made_at < before)
    for appeal in db.session.scalars(old.order_by(Appeal.id)):
        stored, appeal.file = appeal.file, None
        db.session.flush()
        if stored is not None:
            files.remove(stored)


def note_complaint(request: Request, new: NewComplaint, *, by: Account) -> Complaint:
    """Somebody complains of how the service worked, also before anything was decided; the same one sent
    twice is one."""
    if new.answer_by_on < new.received_on:
        raise RuleBroken(_("This day lies before the complaint."), "answer_by_on")
    there = _same_complaint(request, new)
    if there is not None:
        return there
    complaint = Complaint(
        request=request,
        received_on=new.received_on,
        about=new.about,
        answer_by_on=new.answer_by_on,
        noted_by_id=by.person_id,
        noted_at=clock.now(),
    )
    db.session.add(complaint)
    db.session.flush()
    _tell(request, kinds.COMPLAINED, complaint.id, by)
    audit.record("complaint.note", kind="complaint", object_id=complaint.id)
    return complaint


def note_answer(
    complaint: Complaint,
    outcome: str,
    on: dt.date,
    *,
    answer: str,
    by: Account,
    seen_version: int,
) -> None:
    """What was answered, and when."""
    _require_version(complaint.lock_version, seen_version)
    _require_choice(outcome, ANSWERS, "outcome")
    if on < complaint.received_on:
        raise RuleBroken(_("This day lies before the complaint."), "answered_on")
    complaint.outcome, complaint.answered_on = outcome, on
    complaint.answer, complaint.outcome_by_id = answer, by.person_id
    settle(kinds.OF_COMPLAINTS, complaint.id)
    audit.record("complaint.answer", kind="complaint", object_id=complaint.id)


def _tell(request: Request, kind: Kind, subject_id: int, by: Account) -> None:
    """The worker and the head hear of it; who noted it knows."""
    people = (caring_for(request.worker_id) | heads()) - {by.person_id}
    tell(people, kind, subject_id, request.number)


def _same_appeal(request: Request, new: NewAppeal) -> Appeal | None:
    same = select(Appeal).where(
        Appeal.request_id == request.id,
        Appeal.received_on == new.received_on,
        Appeal.body == new.body,
        Appeal.reference == new.reference,
    )
    return db.session.scalars(same.order_by(Appeal.id)).first()


def _same_complaint(request: Request, new: NewComplaint) -> Complaint | None:
    same = select(Complaint).where(
        Complaint.request_id == request.id,
        Complaint.received_on == new.received_on,
        Complaint.about == new.about,
    )
    return db.session.scalars(same.order_by(Complaint.id)).first()


def _contested(request: Request, on: dt.date) -> Decision | None:
    """The decision that stood on the day it came in, though another has taken its place since; None
    where the term had lapsed without one."""
    for decision in decisions_of(request):
        if decision.undone_at is None and clock.brussels(decision.decided_at).date() <= on:
            return decision
    if not term_now(request, on).has_lapsed:
        raise RuleBroken(_("This day lies before the decision."), "received_on")
    return None


def _require_choice(word: str, words: object, field: str) -> None:
    if not isinstance(words, dict) or word not in words:
        raise RuleBroken(_("Choose something from the list."), field)


def _require_version(now: int, seen: int) -> None:
    if now != seen:
        raise Conflict(_("Somebody else has changed this meanwhile. Look at it again."))
