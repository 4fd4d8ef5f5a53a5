"""Reading appeals and complaints, through the person who asks. Changes nothing."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload

from accounts.models import Account
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of
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


def follow_up_of(appeal: Appeal) -> Decision | None:
    """The decision that was made since, whoever made it: the newest that stands."""
    contested = appeal.decision_id or 0
    later = (one for one in decisions_of(appeal.request) if one.id > contested)
    return next((one for one in later if one.undone_at is None), None)


def _readable(table: type[Appeal] | type[Complaint], account: Account) -> Select[Any]:
    return (
        select(table)
        .join(Request, Request.id == table.request_id)
        .where(readable_by(account))
        .options(joinedload(table.request).joinedload(Request.client), joinedload(table.noted_by))
        .execution_options(populate_existing=True)
    )
