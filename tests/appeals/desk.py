"""What the tests of appeals ask: what came in, and the file as the worker makes it. Inside an application context."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

from flask import Flask
from pypdf import PdfReader

from accounts.queries import account_by_username
from core.db import db, transaction
from core.sealing import files
from core.sealing.files import StoredFile
from core.work import jobs
from fund.appeals import actions
from fund.appeals.models import Appeal, Complaint
from fund.appeals.queries import archive_of as stored_of
from fund.appeals.queries import file_jobs_of
from intake.requests.models import Request
from tests.evidence.papers import pdf
from tests.evidence.sending import part
from tests.fund import desk
from tests.hearing.test_hearing import note
from tests.letters.desk import letter_id, printed, send, settle
from tests.world import World

CAME_ON = dt.date(2026, 11, 24)

SAID = {"held_on": "vandaag", "present": "Lena en An", "minutes": "Noor zwemt graag."}
REGISTERED = {"way": "registered", "tracking": "RR123456785BE"}


def told_and_contested(app: Flask, world: World, sign_in: Any) -> int:
    """An appeal against a grant that was undone and given again, after a hearing, with a proof, and told
    by a registered letter; its number."""
    settle(app)
    number = desk.filed(app, world)
    an, bert = sign_in("an"), sign_in("bert")
    address = f"/requests/{number}/evidence"
    form = an.page(address).form(address) | {"kind": "invoice", "files": part(pdf(), "Lena.pdf")}
    assert an.post(address, data=form).status_code == 303
    assert note(an, number, asked_on="23/11/2026").status_code == 303
    assert note(an, number, "hold", **SAID).status_code == 303
    desk.grant(bert, number)
    printed(app, bert)
    desk.undo(bert, number)
    desk.grant(bert, number)
    printed(app, bert)
    assert send(bert, letter_id(app, number), **REGISTERED).status_code == 303
    with app.app_context():
        return came_in(number)[0]


def came_in(request_id: int, *, by: str = "an", on: dt.date = CAME_ON) -> tuple[int, int]:
    """An appeal and a complaint about a request; their numbers."""
    with transaction() as session:
        request, account = session.get_one(Request, request_id), account_by_username(by)
        new = actions.NewAppeal(on, "labour_court", "26/101/A")
        appeal = actions.note_appeal(request, new, by=account)
        words = actions.NewComplaint(on, "Niemand nam de telefoon op.", dt.date(2027, 1, 8))
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


def complaint_made(complaint_id: int, by: str = "hilde") -> None:
    """The file of a complaint is asked and made."""
    with transaction() as session:
        complaint = session.get_one(Complaint, complaint_id)
        actions.ask_complaint_file(complaint, by=account_by_username(by))
        session.flush()
        job_id = file_jobs_of(complaint)[0].id
    jobs.run(job_id)


def complaint_file(complaint_id: int) -> StoredFile | None:
    """The file that lies in the store, where there is one."""
    return stored_of(db.session.get_one(Complaint, complaint_id, populate_existing=True)).stored


def archive_of(appeal_id: int) -> zipfile.ZipFile:
    """The file as it lies in the store."""
    return zipfile.ZipFile(io.BytesIO(bytes_of(appeal_id)))


def bytes_of(appeal_id: int) -> bytes:
    """The same as bytes."""
    appeal = db.session.get_one(Appeal, appeal_id, populate_existing=True)
    assert appeal.file is not None
    return files.read(appeal.file)


def read(appeal_id: int, name: str) -> str:
    """The words of one document in it, on one line."""
    pages = PdfReader(io.BytesIO(archive_of(appeal_id).read(name))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
