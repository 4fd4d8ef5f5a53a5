"""Bad files through the front door: refused beside the field; full disk, store or scanner down lose nothing."""

import os
import socketserver
import threading

import pytest

from core.sealing.s3 import Bucket
from core.sealing.stores import STORE
from intake.evidence import bringing, forms
from tests.core.s3_stand_in import standing_in
from tests.evidence.bad_images import NO_PROOF, PHOTOS
from tests.evidence.bad_pdfs import PDFS
from tests.evidence.papers import pdf, photo
from tests.evidence.sending import added, files_on_disk, papers, part, send
from tests.inspector import Page
from tests.requests.steps import filed

MEGABYTE = 1024 * 1024
# The test client writes a large form to a file of its own, and leaves it to the collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def at(sign_in, world) -> str:
    return f"/requests/{filed(sign_in('an'), world)}/evidence"


def told_beside_the_field(answer, words: str, status: int = 422, name: str = "files") -> None:
    assert answer.status_code == status
    page = Page(answer)
    assert page.title.startswith("Fout:")
    assert words in page.text(page.by_id(f"{name}-error"))


def nothing_came(app) -> None:
    with app.app_context():
        assert (papers(), files_on_disk()) == ([], 0)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (NO_PROOF["nothing"][0], "leeg"),
        (NO_PROOF["a byte too many"][0], "groter dan 20 MB"),
        (NO_PROOF["a page named photo.jpg"][0], "geen foto en geen pdf"),
        (PHOTOS["jpeg cut in the middle"][0], "niet leesbaar"),
        (PHOTOS["png that unpacks to 121 million"][0], "te zwaar"),
        (PDFS["a key with a password"][0], "vergrendeld"),
        (PDFS["a script on opening"][0], "iets uitvoeren"),
        (PDFS["a programme inside"][0], "ander bestand"),
        (PDFS["500 pages"][0], "meer dan 50 bladzijden"),
    ],
)
def test_a_bad_file_is_refused_beside_the_field(sign_in, at, app, content, words):
    told_beside_the_field(send(sign_in("an"), at, content), words)
    nothing_came(app)


def test_of_several_files_the_bad_one_is_named_and_none_comes(sign_in, at, app):
    answer = send(sign_in("an"), at, photo(), b"geen foto", pdf())
    told_beside_the_field(answer, "bestand 2.jpg: Dit is geen foto")
    nothing_came(app)


@pytest.mark.parametrize("files", [[], [photo()] * 11])
def test_none_and_too_many_are_said(sign_in, at, app, files):
    assert send(sign_in("an"), at, *files).status_code == 422
    nothing_came(app)


@pytest.mark.parametrize("kind", ["", "gold", "x" * 9000])
def test_a_kind_that_there_is_not_is_said(sign_in, at, app, kind):
    told_beside_the_field(send(sign_in("an"), at, photo(), kind=kind), "", name="kind")
    nothing_came(app)


def test_text_under_the_name_of_a_file_is_no_file(sign_in, at):
    answer = sign_in("an").send(at, {"kind": "invoice", "files": "x", "photo": "y"})
    told_beside_the_field(answer, "Kies een bestand, of neem een foto.")


def test_more_than_may_be_sent_is_said_beside_the_field(sign_in, at, app):
    answer = send(sign_in("an"), at, *[b"x" * 15 * MEGABYTE] * 3)
    told_beside_the_field(answer, "samen meer dan 40 MB", 413)
    nothing_came(app)


def test_two_gigabytes_are_refused_before_they_are_read(sign_in, at):
    length = {"CONTENT_LENGTH": str(2 * 1024 * MEGABYTE), "wsgi.input": Untouched()}
    answer = sign_in("an").post(
        at, content_type="multipart/form-data; boundary=x", environ_overrides=length
    )
    told_beside_the_field(answer, "samen meer dan 40 MB", 413)


class Untouched:
    """A body of which nobody may read a byte."""

    def read(self, *_args):
        raise AssertionError("it was read")

    readline = readinto = read

    def close(self):
        """As every body does at the end."""


def test_other_pages_take_no_more_than_before(sign_in, at):
    assert send(sign_in("an"), f"{at}/later", b"x" * 3 * MEGABYTE).status_code == 413


def test_an_upload_that_is_cut_in_the_middle_leaves_nothing(sign_in, at, app):
    an = sign_in("an")
    begun = f"--x\r\nContent-Disposition: form-data; name=csrf_token\r\n\r\n{an.csrf()}\r\n"
    begun += "--x\r\nContent-Disposition: form-data; name=files; filename=a.jpg\r\n\r\n"
    answer = an.post(
        at,
        data=begun.encode() + photo(),
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(5 * MEGABYTE)},
    )
    assert answer.status_code == 400
    nothing_came(app)


def test_without_a_token_nothing_comes(sign_in, at, app):
    data = {"kind": "invoice", "files": [part(photo())]}
    assert sign_in("an").post(at, data=data).status_code == 400
    nothing_came(app)


def test_a_full_disk_is_said_and_leaves_nothing(sign_in, at, app, monkeypatch):
    an = sign_in("an")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    told_beside_the_field(send(an, at, photo()), "De bewaarplaats van bestanden antwoordt niet.")
    nothing_came(app)


def test_half_stored_is_not_stored(sign_in, at, app, monkeypatch):
    """The file stands in the store, and then its row is not kept."""

    def broken(*_args, **_more):
        raise RuntimeError("the machine stops here")

    an = sign_in("an")
    monkeypatch.setattr(bringing, "transaction", broken)
    assert send(an, at, photo()).status_code == 500
    nothing_came(app)


def test_a_store_that_is_down_is_said_and_takes_it_later(sign_in, at, app, monkeypatch):
    an = sign_in("an")
    with standing_in() as server:
        monkeypatch.setitem(app.extensions, STORE, Bucket(**server.settings))
        server.mood = "down"
        told_beside_the_field(send(an, at, photo()), "antwoordt niet. Er ging niets verloren.")
        server.mood = "well"
        added(an, at, photo())
        assert an.get("/evidence/1/file").data[:3] == b"\xff\xd8\xff"
        assert all(b"\xff\xd8\xff" not in one[:40] for one in server.objects.values())
        server.mood = "down"
        assert an.get("/evidence/1").status_code == 200
        assert an.get("/evidence/1/picture").status_code == 503


@pytest.fixture
def clamav(app, monkeypatch):
    """Answers what it is told to."""

    class Line(socketserver.BaseRequestHandler):
        def handle(self):
            taken = b""
            while not taken.endswith(b"\0\0\0\0"):
                taken += self.request.recv(65536)
            server.taken.append(taken)
            self.request.sendall(server.answer)

    server = socketserver.TCPServer(("127.0.0.1", 0), Line)
    server.taken, server.answer = [], b"stream: OK\0"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    monkeypatch.setitem(app.config, "CLAMAV", f"127.0.0.1:{server.server_address[1]}")
    yield server
    server.shutdown()
    server.server_close()


def test_the_scanner_sees_the_file_before_it_comes_in(sign_in, at, clamav):
    paper = photo()
    added(sign_in("an"), at, paper)
    assert clamav.taken == [b"zINSTREAM\0" + len(paper).to_bytes(4, "big") + paper + b"\0\0\0\0"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"stream: Eicar-Test-Signature FOUND\0", "virusscanner weigert"),
        (b"INSTREAM size limit exceeded. ERROR\0", "virusscanner antwoordt niet"),
        (b"", "virusscanner antwoordt niet"),
    ],
)
def test_without_its_yes_nothing_comes(sign_in, at, app, clamav, answer, words):
    clamav.answer = answer
    told_beside_the_field(send(sign_in("an"), at, photo()), words)
    nothing_came(app)


def test_a_scanner_that_is_gone_lets_nothing_in(sign_in, at, app, monkeypatch):
    monkeypatch.setitem(app.config, "CLAMAV", "127.0.0.1:9")
    told_beside_the_field(send(sign_in("an"), at, photo()), "virusscanner antwoordt niet")
    nothing_came(app)


def test_forty_papers_are_enough_at_one_place(sign_in, at, monkeypatch):
    monkeypatch.setattr("intake.evidence.actions.MOST_AT_ONE_PLACE", 2)
    answer = send(sign_in("an"), at, photo(), pdf(), photo("PNG"))
    told_beside_the_field(answer, "Haal er eerst een weg.")
    assert forms.MOST_AT_ONCE == 10
