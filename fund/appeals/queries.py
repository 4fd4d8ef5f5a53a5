"""Reading appeals and complaints, through the person who asks. Changes nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload

from accounts.models import Account
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of
from core.sealing.files import StoredFile
from core.work.jobs import Job
from fund.appeals.models import Appeal, Complaint
from fund.models import Decision
from fund.queries import decisions_of
from intake.requests.models import Request
from intake.requests.queries import (
    is_workable_by,
    readable_by,
    reads_every_team,
    request_for,
)

COMPLAINT_FILE: Final = "complaint.file"


@dataclass(frozen=True)
class Archive:
    """The file of an appeal or a complaint: how far its making is, and the one that lies here."""

    job: Job | None
    stored: StoredFile | None

    @property
    def is_busy(self) -> bool:
        """Is it being made, or does it wait for that?"""
        return self.job is not None and self.job.state in {"waiting", "running"}

    @property
    def made_at(self) -> dt.datetime | None:
        """When the one that lies here was made."""
        return self.stored.created_at if self.stored is not None else None


def page_of_appeals(account: Account, *, key: str | None = None) -> Page[Appeal]:
    """Those on requests that one may read, the newest first."""
    return page_of(_readable(Appeal, account), [By(Appeal.id, descending=True)], key=key)


def page_of_complaints(account: Account, *, key: str | None = None) -> Page[Complaint]:
    """The same for complaints."""
    return page_of(_readable(Complaint, account), [By(Complaint.id, descending=True)], key=key)


def appeal_for(account: Account, appeal_id: int) -> Appeal:
    """One appeal, when this account may read its request; else NotThere."""
    found = None
    if is_row_id(appeal_id):
        wanted = _readable(Appeal, account).where(Appeal.id == appeal_id)
        found = db.session.scalar(wanted.options(joinedload(Appeal.job), joinedload(Appeal.file)))
    if not isinstance(found, Appeal):
        raise NotThere
    return found


def complaint_for(account: Account, complaint_id: int) -> Complaint:
    """The same for a complaint."""
    found = None
    if is_row_id(complaint_id):
        wanted = _readable(Complaint, account).where(Complaint.id == complaint_id)
        found = db.session.scalar(wanted)
    if not isinstance(found, Complaint):
        raise NotThere
    return found


def held_complaint(account: Account, complaint_id: int) -> Complaint:
    """The same, locked until the transaction ends."""
    found = complaint_for(account, complaint_id)
    return db.session.get_one(Complaint, found.id, with_for_update=True, populate_existing=True)


def worked_on(account: Account, request_id: int) -> Request:
    """The request, for who works on it, decides or heads the service; who only reads it notes nothing."""
    request = request_for(account, request_id)
    if not works_on(account, request):
        raise NotThere
    return request


def works_on(account: Account, request: Request) -> bool:
    """Whether this account notes what comes in about it."""
    return reads_every_team(account) or is_workable_by(account, request)


def appeals_of(request: Request) -> Sequence[Appeal]:
    """All appeals on a request, the newest first."""
    mine = select(Appeal).where(Appeal.request_id == request.id).order_by(Appeal.id.desc())
    return db.session.scalars(mine).all()


def complaints_of(request: Request) -> Sequence[Complaint]:
    """All complaints on a request, the newest first."""
    mine = select(Complaint).where(Complaint.request_id == request.id)
    return db.session.scalars(mine.order_by(Complaint.id.desc())).all()


def has_any(account: Account) -> bool:
    """Whether there is anything to list for this account."""
    held = [
        db.session.scalar(
            select(exists().where(table.request_id == Request.id, readable_by(account)))
        )
        for table in (Appeal, Complaint)
    ]
    return any(held)


def archive_of(what: Appeal | Complaint) -> Archive:
    """An appeal holds its file itself; that of a complaint is what came out of its job."""
    if isinstance(what, Appeal):
        return Archive(what.job, what.file)
    asked = file_jobs_of(what)
    made = next((one.result["file_id"] for one in asked if one.result), None)
    stored = db.session.get(StoredFile, made) if made is not None else None
    return Archive(next(iter(asked), None), stored)


def file_jobs_of(complaint: Complaint) -> Sequence[Job]:
    """Each time that its file was asked, the newest first; one of them at most holds a file."""
    of_this = Job.args["complaint_id"].as_integer() == complaint.id
    asked = select(Job).where(Job.kind == COMPLAINT_FILE, of_this)
    newest = asked.order_by(Job.id.desc()).execution_options(populate_existing=True)
    return db.session.scalars(newest).all()


def old_complaint_files(before: dt.datetime) -> Sequence[tuple[Job, StoredFile]]:
    """Files of complaints that were made before an instant, with the jobs that made them."""
    found = (
        select(Job, StoredFile)
        .join(StoredFile, StoredFile.id == Job.result["file_id"].as_integer())
        .where(Job.kind == COMPLAINT_FILE, StoredFile.created_at < before)
        .order_by(Job.id)
    )
    return [(job, stored) for job, stored in db.session.execute(found)]


def follow_up_of(what: Appeal | Complaint) -> Decision | None:
    """The decision that was made since, whoever made it: the newest that stands."""
    later = (one for one in decisions_of(what.request) if _came_after(one, what))
    return next((one for one in later if one.undone_at is None), None)


def _came_after(decision: Decision, what: Appeal | Complaint) -> bool:
    """An appeal names what it is against; a complaint is about how the service worked until then."""
    if isinstance(what, Appeal):
        return decision.id > (what.decision_id or 0)
    return decision.decided_at > what.noted_at


def _readable(table: type[Appeal] | type[Complaint], account: Account) -> Select[Any]:
    return (
        select(table)
        .join(Request, Request.id == table.request_id)
        .where(readable_by(account))
        .options(joinedload(table.request).joinedload(Request.client), joinedload(table.noted_by))
        .execution_options(populate_existing=True)
    )
