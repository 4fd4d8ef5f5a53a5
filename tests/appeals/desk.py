"""What the tests of appeals ask: what came in, and the file as the worker makes it. Inside an application context."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from accounts.queries import account_by_username
from core.db import db, transaction
from core.sealing import files
from core.work import jobs
from fund.appeals import actions
from fund.appeals.models import Appeal
from intake.requests.models import Request

CAME_ON = dt.date(2026, 11, 24)


def came_in(request_id: int, *, by: str = "an") -> tuple[int, int]:
    """An appeal and a complaint about a request; their numbers."""
    with transaction() as session:
        request, account = session.get_one(Request, request_id), account_by_username(by)
        new = actions.NewAppeal(CAME_ON, "labour_court", "26/101/A")
        appeal = actions.note_appeal(request, new, by=account)
        words = actions.NewComplaint(CAME_ON, "Niemand nam de telefoon op.", dt.date(2027, 1, 8))
        complaint = actions.note_complaint(request, words, by=account)
        return appeal.id, complaint.id


def made(appeal_id: int, by: str = "hilde") -> None:
    """Its file is asked and made."""
    with transaction() as session:
        appeal = session.get_one(Appeal, appeal_id)
        actions.ask_file(appeal, by=account_by_username(by))
        session.flush()
        job_id = appeal.job_id
    jobs.run(job_id)


def archive_of(appeal_id: int) -> zipfile.ZipFile:
    """The file as it lies in the store."""
    return zipfile.ZipFile(io.BytesIO(bytes_of(appeal_id)))


def bytes_of(appeal_id: int) -> bytes:
    """The same as bytes."""
    appeal = db.session.get_one(Appeal, appeal_id, populate_existing=True)
    assert appeal.file is not None
    return files.read(appeal.file)
