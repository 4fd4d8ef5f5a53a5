"""What the worker does for appeals: make the file for the court, and forget it in time. It decides nothing."""

from core import clock
from core.clock import brussels
from core.db import db, transaction
from core.letters.sheets import in_dutch
from core.sealing import files
from core.work.jobs import Progress, every, job
from fund.appeals import actions
from fund.appeals.archive import Document, packed
from fund.appeals.gathering import contents_of, planned_for
from fund.appeals.models import Appeal

DAY_MINUTES = 24 * 60
ZIP = "application/zip"


@job(actions.KIND)
def make_file(progress: Progress, *, appeal_id: int) -> None:
    """Document by document; until the end nothing is kept, so it may begin again at any time."""
    asked_at = db.session.get_one(Appeal, appeal_id).file_asked_at or clock.now()
    db.session.rollback()
    with clock.at(asked_at), in_dutch():  # the same file however often it is begun
        documents = _documents(progress, appeal_id)
    stored = files.write(packed(documents, at=brussels(asked_at)), content_type=ZIP)
    try:
        with transaction() as session:
            actions.keep_file(session.get_one(Appeal, appeal_id), stored)
    except BaseException:
        files.take_back(stored)
        raise


def _documents(progress: Progress, appeal_id: int) -> list[Document]:
    request = db.session.get_one(Appeal, appeal_id).request
    planned = planned_for(request)
    made: list[Document] = []
    for place, one in enumerate(planned, 1):
        if one.make is not None:
            made.append(Document(one.name, one.make()))
        progress(place, len(planned) + 1)
    contents = contents_of(db.session.get_one(Appeal, appeal_id).request, planned, made)
    db.session.rollback()
    return [contents, *made]


@every(minutes=DAY_MINUTES)
def forget_files() -> None:
    """A file with all that is known of somebody lies here no longer than it is needed."""
    with transaction():
        actions.forget_files(clock.now() - actions.FILE_KEPT)
