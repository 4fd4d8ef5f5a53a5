"""The file of a complaint: the same documents, made by the worker, sealed, for who decides or heads the service."""

import datetime as dt
import io
import zipfile

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from core import clock
from core.db import db
from core.sealing import files
from core.sealing.files import StoredFile
from core.trail import AuditEntry
from core.work.jobs import Job, run
from fund.appeals import jobs
from fund.appeals.models import Complaint
from tests.appeals.desk import complaint_file, complaint_made, told_and_contested


@pytest.fixture
def complaint_id(app, world, sign_in):
    """About a request whose decision was told."""
    told_and_contested(app, world, sign_in)
    with app.app_context():
        return db.session.scalars(select(Complaint.id)).one()


def unpacked(complaint_id):
    return zipfile.ZipFile(io.BytesIO(files.read(complaint_file(complaint_id))))


def test_it_holds_the_complaint_and_all_of_its_request(app, complaint_id):
    with app.app_context():
        complaint_made(complaint_id)
        archive = unpacked(complaint_id)
    names = archive.namelist()
    assert {one[0] for one in names} == set("012346789S")
    assert "3-brief-02-grant.pdf" in names
    said = PdfReader(io.BytesIO(archive.read("1-klacht.pdf"))).pages[0].extract_text()
    assert "Niemand nam de telefoon op." in said


def test_the_head_asks_it_waits_and_fetches_it(app, complaint_id, sign_in, world):
    hilde, here = sign_in("hilde"), f"/complaints/{complaint_id}"
    form = hilde.page(here).form(f"{here}/file")
    for _time in range(2):
        assert hilde.post(f"{here}/file", data=form).location == f"{here}#file"
    assert "Het dossier wordt gemaakt" in hilde.page(here).text()
    assert hilde.get(f"{here}/file.zip").status_code == 404
    with app.app_context():
        job = db.session.scalars(select(Job).where(Job.kind == "complaint.file")).one()
        run(job.id)
    answer = hilde.get(hilde.page(here).link("Haal het dossier op (ZIP)"))
    assert answer.mimetype == "application/zip"
    answer.close()
    with app.app_context():
        looked = select(AuditEntry).where(AuditEntry.kind == "complaint", AuditEntry.why == "file")
        assert [one.actor_id for one in db.session.scalars(looked)] == [world.people["hilde"]]


def test_an_earlier_one_goes_and_the_last_one_after_ninety_days(app, complaint_id):
    with app.app_context():
        complaint_made(complaint_id)
        first = complaint_file(complaint_id).id
        complaint_made(complaint_id)
        second = complaint_file(complaint_id).id
        assert first != second
        assert db.session.get(StoredFile, first) is None
        with clock.at(clock.now() + dt.timedelta(days=89)):
            jobs.forget_files()
        assert complaint_file(complaint_id).id == second
        with clock.at(clock.now() + dt.timedelta(days=91)):
            jobs.forget_files()
        assert complaint_file(complaint_id) is None
        assert db.session.get(StoredFile, second) is None


@pytest.mark.parametrize("who", ["an", "arne", "fien", "carla", "dirk", "bea"])
def test_nobody_else_gets_it(app, complaint_id, sign_in, who):
    with app.app_context():
        complaint_made(complaint_id)
    assert sign_in(who).get(f"/complaints/{complaint_id}/file.zip").status_code == 404
