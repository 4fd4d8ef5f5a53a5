"""The file for the court: every document, the same bytes again, sealed, for who decides or heads the service."""

import datetime as dt
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from core import clock
from core.db import db, transaction
from core.sealing import stores
from core.trail import AuditEntry
from core.work.jobs import Job
from fund.appeals import gathering, jobs
from fund.appeals.archive import Document, packed
from fund.appeals.models import Appeal
from tests.appeals.desk import archive_of, bytes_of, made, told_and_contested

AT = dt.datetime(2026, 11, 24, 10, 30, tzinfo=dt.UTC)


@pytest.fixture
def appeal_id(app, world, sign_in):
    """Against a grant that was told."""
    return told_and_contested(app, world, sign_in)


def test_its_sums_are_right_and_its_documents_open(app, appeal_id):
    with app.app_context():
        made(appeal_id)
        archive = archive_of(appeal_id)
    for line in archive.read("SHA256SUMS").decode().splitlines():
        wanted, name = line.split("  ")
        content = archive.read(name)
        assert hashlib.sha256(content).hexdigest() == wanted
        assert content.startswith(b"%PDF-")


def test_no_name_of_a_document_says_whose_it_is(app, appeal_id):
    with app.app_context():
        made(appeal_id)
        names = " ".join(archive_of(appeal_id).namelist()).casefold()
    assert not re.search("lena|noor|peeters|2017", names)


def test_begun_again_it_is_the_same_to_the_byte(app, appeal_id):
    with app.app_context():
        made(appeal_id)
        first = bytes_of(appeal_id)
        with clock.at(clock.now() + dt.timedelta(hours=3)):
            jobs.make_file(lambda _done, _total: None, appeal_id=appeal_id)
        assert bytes_of(appeal_id) == first


def test_it_lies_sealed_in_the_store_and_an_earlier_one_goes(app, appeal_id):
    with app.app_context():
        made(appeal_id)
        appeal = db.session.get_one(Appeal, appeal_id)
        first = appeal.file.name
        assert not (stores.files_folder() / first).read_bytes().startswith(b"PK")
        made(appeal_id)
        appeal = db.session.get_one(Appeal, appeal_id, populate_existing=True)
        assert appeal.file.name != first


def test_the_head_asks_it_waits_and_fetches_it(app, appeal_id, sign_in):
    hilde = sign_in("hilde")
    here = f"/appeals/{appeal_id}"
    form = hilde.page(here).form(f"{here}/file")
    assert hilde.post(f"{here}/file", data=form).location == f"{here}#file"
    assert "Het dossier wordt gemaakt" in hilde.page(here).text()
    with app.app_context():
        jobs.make_file(lambda _done, _total: None, appeal_id=appeal_id)
        with transaction():
            db.session.scalars(select(Job).where(Job.kind == "appeal.file")).one().state = "done"
    answer = hilde.get(hilde.page(here).link("Haal het dossier op (ZIP)"))
    assert answer.mimetype == "application/zip"
    assert "dossier-2026-0001.zip" in answer.headers["Content-Disposition"]
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_fetching_it_is_written_down(app, appeal_id, sign_in, world):
    with app.app_context():
        made(appeal_id)
    sign_in("bert").get(f"/appeals/{appeal_id}/file.zip").close()
    with app.app_context():
        looked = select(AuditEntry).where(AuditEntry.kind == "appeal", AuditEntry.why == "file")
        assert [one.actor_id for one in db.session.scalars(looked)] == [world.people["bert"]]


@pytest.mark.parametrize("who", ["an", "arne", "fien", "carla", "dirk", "bea"])
def test_nobody_else_gets_it(app, appeal_id, sign_in, who):
    with app.app_context():
        made(appeal_id)
    assert sign_in(who).get(f"/appeals/{appeal_id}/file.zip").status_code == 404


def test_asked_twice_it_is_made_once(app, appeal_id, sign_in):
    hilde = sign_in("hilde")
    form = hilde.page(f"/appeals/{appeal_id}").form(f"/appeals/{appeal_id}/file")
    for _time in range(2):
        assert hilde.post(f"/appeals/{appeal_id}/file", data=form).status_code == 303
    with app.app_context():
        wanted = select(Job).where(Job.kind == "appeal.file")
        assert len(db.session.scalars(wanted).all()) == 1


def test_one_that_goes_wrong_keeps_nothing_and_can_be_asked_again(
    app, appeal_id, sign_in, monkeypatch
):
    def fail(*_rest: object) -> None:
        raise RuntimeError

    with app.app_context():
        monkeypatch.setattr(gathering, "record_sheet", fail)
        with pytest.raises(RuntimeError):
            made(appeal_id)
        assert db.session.get_one(Appeal, appeal_id, populate_existing=True).file_id is None
    hilde = sign_in("hilde")
    page = hilde.page(f"/appeals/{appeal_id}")
    assert "Het dossier kon niet gemaakt worden" in page.text()
    monkeypatch.undo()
    with app.app_context():
        made(appeal_id)
        assert archive_of(appeal_id).testzip() is None


def test_a_paper_that_was_taken_back_is_named_and_not_there(app, world, appeal_id, sign_in):
    with app.app_context(), transaction() as session:
        paper = session.scalars(select(gathering.Paper)).one()
        paper.content, paper.withdrawn_at = None, clock.now()
    with app.app_context():
        made(appeal_id)
        assert not [name for name in archive_of(appeal_id).namelist() if name.startswith("9-")]


def test_it_does_not_lie_there_for_ever(app, appeal_id):
    with app.app_context():
        made(appeal_id)
        with clock.at(clock.now() + dt.timedelta(days=89)):
            jobs.forget_files()
        assert db.session.get_one(Appeal, appeal_id, populate_existing=True).file_id is not None
        with clock.at(clock.now() + dt.timedelta(days=91)):
            jobs.forget_files()
        assert db.session.get_one(Appeal, appeal_id, populate_existing=True).file_id is None


NAMES = st.text("abcdefgh-0123456789", min_size=1, max_size=12)


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=8))
def test_the_order_of_documents_changes_nothing(contents: dict[str, bytes]) -> None:
    documents = [Document(name, content) for name, content in contents.items()]
    assert packed(documents, at=AT) == packed(reversed(documents), at=AT)


def test_two_documents_cannot_have_one_name() -> None:
    with pytest.raises(ValueError, match="one name"):
        packed([Document("a", b"1"), Document("a", b"2")], at=AT)
