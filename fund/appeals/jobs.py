"""What the worker does for appeals and complaints: make their file, and forget it in time. It decides nothing."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from core import clock
from core.clock import brussels
from core.db import db, transaction
from core.letters.sheets import in_dutch
from core.sealing import files
from core.sealing.files import StoredFile
from core.work.jobs import Job, Progress, every, job
from fund.appeals import actions
from fund.appeals.archive import Document, packed
from fund.appeals.gathering import contents_of, planned_for
from fund.appeals.models import Appeal, Complaint
from fund.appeals.queries import COMPLAINT_FILE

DAY_MINUTES = 24 * 60
ZIP = "application/zip"


@job(actions.KIND)
def make_file(progress: Progress, *, appeal_id: int) -> None:
    """Document by document; until the end nothing is kept, so it may begin again at any time."""
    asked_at = db.session.get_one(Appeal, appeal_id).file_asked_at or clock.now()

    def keep(stored: StoredFile) -> None:
        actions.keep_file(db.session.get_one(Appeal, appeal_id), stored)

    _make(progress, lambda: db.session.get_one(Appeal, appeal_id), asked_at, keep)


@job(COMPLAINT_FILE)
def make_complaint_file(progress: Progress, *, complaint_id: int) -> dict[str, Any]:
    """The same of a complaint; what comes out of the job is where the file lies."""
    job_id = progress.job_id
    asked_at = db.session.get_one(Job, job_id).created_at

    def keep(stored: StoredFile) -> None:
        complaint = db.session.get_one(Complaint, complaint_id)
        actions.keep_complaint_file(complaint, job_id, stored)

    return {
        "file_id": _make(
            progress, lambda: db.session.get_one(Complaint, complaint_id), asked_at, keep
        )
    }


def _make(
    progress: Progress,
    what: Callable[[], Appeal | Complaint],
    asked_at: dt.datetime,
    keep: Callable[[StoredFile], None],
) -> int:
    db.session.rollback()
    with clock.at(asked_at), in_dutch():  # the same file however often it is begun
        documents = _documents(progress, what)
    stored = files.write(packed(documents, at=brussels(asked_at)), content_type=ZIP)
    try:
        with transaction():
            keep(stored)
            return stored.id
    except BaseException:
        files.take_back(stored)
        raise


def _documents(progress: Progress, what: Callable[[], Appeal | Complaint]) -> list[Document]:
    planned = planned_for(what())
    made: list[Document] = []
    for place, one in enumerate(planned, 1):
        if one.make is not None:
            made.append(Document(one.name, one.make()))
        progress(place, len(planned) + 1)
    contents = contents_of(what().request, planned, made)
    db.session.rollback()
    return [contents, *made]


@every(minutes=DAY_MINUTES)
def forget_files() -> None:
    """A file with all that is known of somebody lies here no longer than it is needed."""
    with transaction():
        actions.forget_files(clock.now() - actions.FILE_KEPT)
