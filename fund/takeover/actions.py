"""Verbs of takeovers: upload, name the columns, begin, store, drop. They commit nothing."""

import datetime as dt
from typing import Final

from flask_babel import gettext as _
from sqlalchemy import delete, select

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict, NotThere, RuleBroken
from core.sealing import files
from core.upsert import insert_into
from core.work import jobs
from fund.takeover import checking
from fund.takeover.models import Takeover, TakeoverMapping
from fund.takeover.queries import kinds_of, takeover_for
from fund.takeover.sheets.reading import read_sheet
from fund.takeover.sheets.sheet import Sheet

JOB: Final = "takeover.store"
KEPT: Final = dt.timedelta(days=7)
OPEN, STORING, DONE, DROPPED = "open", "storing", "done", "dropped"


def upload(kind: str, content: bytes, *, by: Account) -> Takeover:
    """Keep a file, sealed, until its rows are stored or it is dropped. SheetRefused when it is no table."""
    if kind not in kinds_of(by):
        raise NotThere
    sheet = read_sheet(content)
    takeover = Takeover(
        kind=kind,
        state=OPEN,
        made_by_id=by.person_id,
        made_at=clock.now(),
        file=files.store(content, content_type="application/octet-stream"),
        mapping=checking.mapping_for(kind, sheet),
    )
    db.session.add(takeover)
    db.session.flush()
    audit.record("takeover.upload", kind="takeover", object_id=takeover.id)
    return takeover


def name_columns(
    takeover: Takeover, sheet: Sheet, mapping: dict[str, int], worker_id: int | None
) -> None:
    """Which column stands where; the next file with these headings begins with it."""
    still_open(takeover)
    if len(set(mapping.values())) < len(mapping):
        raise RuleBroken(
            _("Two of these read the same column. Choose another one for one of them.")
        )
    takeover.mapping, takeover.worker_id = mapping, worker_id
    known = {"mapping": mapping, "changed_at": clock.now()}
    insert = insert_into(db.session(), TakeoverMapping).values(
        kind=takeover.kind, headings_sha256=sheet.fingerprint, **known
    )
    db.session.execute(
        insert.on_conflict_do_update(index_elements=["kind", "headings_sha256"], set_=known)
    )
    audit.record("takeover.columns", kind="takeover", object_id=takeover.id)


def begin(takeover: Takeover, *, by: Account) -> None:
    """Have the rows stored by the worker: all of them, or none when one is wrong."""
    still_open(takeover)
    takeover.state = STORING
    takeover.job = jobs.start(JOB, owner_id=by.person_id, takeover_id=takeover.id, account_id=by.id)
    audit.record("takeover.begin", kind="takeover", object_id=takeover.id)


def store(takeover_id: int, *, by: Account) -> bool:
    """Store every row, once; False, with nothing stored, when a row has become wrong meanwhile."""
    takeover = takeover_for(by, takeover_id, lock=True)
    if takeover.state != STORING:
        return takeover.state == DONE
    found = checking.read(takeover, checking.sheet_of_upload(takeover))
    if found is None or found.found.problems:
        takeover.state = OPEN
        return False
    found.store(by)
    takeover.new_count, takeover.known_count = found.found.new, found.found.known
    _end(takeover, DONE)
    audit.record("takeover.store", kind="takeover", object_id=takeover.id)
    return True


def again(takeover: Takeover) -> None:
    """Back to the preview after the work went wrong: nothing was stored."""
    if takeover.state != STORING or takeover.job is None or takeover.job.state != "failed":
        raise Conflict(_("This takeover has not gone wrong."))
    takeover.state = OPEN
    audit.record("takeover.again", kind="takeover", object_id=takeover.id)


def drop(takeover: Takeover) -> None:
    """Remove the file; nothing of it is stored."""
    still_open(takeover)
    _end(takeover, DROPPED)
    audit.record("takeover.drop", kind="takeover", object_id=takeover.id)


def forget(before: dt.datetime) -> None:
    """Drop uploads that nobody went on with, also where storing failed; then what is left of dropped ones."""
    old = Takeover.made_at < before
    for one in db.session.scalars(select(Takeover).where(old, Takeover.file_id.is_not(None))):
        one.state = OPEN
        drop(one)
    db.session.execute(delete(Takeover).where(old, Takeover.state == DROPPED))


def still_open(takeover: Takeover) -> None:
    """Conflict once its rows are being stored, or it was dropped."""
    if takeover.state != OPEN:
        raise Conflict(_("This file is stored or dropped already."))


def _end(takeover: Takeover, state: str) -> None:
    stored = takeover.file
    takeover.state, takeover.file, takeover.ended_at = state, None, clock.now()
    db.session.flush()
    if stored is not None:
        files.remove(stored)
