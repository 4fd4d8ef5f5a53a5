"""The centre's own template of an item: filled as data, and refused where it could do anything."""

from __future__ import annotations

import io
import zipfile

import pytest

from core.db import db
from core.sealing.files import StoredFile
from fund.meetings.elsewhere.checking import MOST_BYTES
from fund.meetings.elsewhere.filling import filled
from tests.meetings.desk import committee, convened, done
from tests.meetings.papers import changed, documents, parts, send_template, word_file, words

DOCUMENT, KINDS = "word/document.xml", "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
GOOD = word_file("{{dossiernummer}}: {{naam}}, {{voorstel}}")


@pytest.fixture
def hilde(app, world, sign_in):
    committee(app, agenda="elsewhere")
    return sign_in("hilde")


def into(name: str, before: bytes, after: bytes) -> bytes:
    """The good template with something in a part of it."""
    return changed(GOOD, name, lambda part: part.replace(before, after, 1))


def related(kind: str, target: str, mode: str = "") -> bytes:
    """The good template with one relation more."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = f'<Relationship Id="rId99" Type="{base}/{kind}" Target="{target}" {mode}/>'
    return into(RELATIONS, b"</Relationships>", more.encode() + b"</Relationships>")


def field(words_in_it: str) -> bytes:
    """The good template with a field that Word wrote in two pieces."""
    half = len(words_in_it) // 2
    pieces = "".join(
        f"<w:r><w:instrText>{one}</w:instrText></w:r>"
        for one in (words_in_it[:half], words_in_it[half:])
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    return into(DOCUMENT, b"</w:p>", f"{begin}{pieces}{end}</w:p>".encode())


def bomb() -> bytes:
    """A few kilobytes that would be a hundred megabytes."""
    return changed(GOOD, "word/media/image1.png", lambda _part: b"0" * 100_000_000)


EXTERNAL = 'TargetMode="External"'
HOSTILE = {
    "no file of Word": b"PK\x03\x04 niets",
    "a text": b"{{naam}}",
    "an old one": b"\xd0\xcf\x11\xe0" + b"0" * 600,
    "too large": b"PK\x03\x04" + b"0" * MOST_BYTES,
    "a bomb": bomb(),
    "a macro": changed(GOOD, "word/vbaProject.bin", lambda _part: b"0"),
    "a docm": into(KINDS, b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"),
    "an object": changed(GOOD, "word/embeddings/oleObject1.bin", lambda _part: b"0"),
    "a picture from elsewhere": related("image", "https://example.org/x.png", EXTERNAL),
    "a page from elsewhere": related("aFChunk", "https://example.org/", EXTERNAL),
    "a page inside": related("aFChunk", "x.html"),
    "a declaration": into(DOCUMENT, b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
    "another encoding": changed(
        GOOD, DOCUMENT, lambda part: part.decode().replace("UTF-8", "UTF-16").encode("utf-16")
    ),
    "a field that fetches": field(" INCLUDEPICTURE https://example.org/x.png "),
    "a field that starts": field(' DDEAUTO c:\\\\cmd.exe "/k calc" '),
    "an address of a picture": into(
        DOCUMENT, b"<w:sectPr", b'<w:pict><w:x src="https://example.org/x"/></w:pict><w:sectPr'
    ),
    "an unknown name": word_file("{{naam}} {{rijksregisternummer}}"),
    "no name": word_file("Punt"),
    "code": word_file("{{ ''.__class__ }} {% for x in y %}"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_template_is_refused_and_nothing_is_kept(app, hilde, what):
    answer = send_template(hilde, HOSTILE[what])
    assert answer.status_code in (413, 422), what
    assert 'href="#file"' in answer.get_data(as_text=True)
    with app.app_context():
        assert db.session.query(StoredFile).count() == 0
    assert "meegeleverde" in hilde.page("/meetings/template").text()


def test_the_own_template_is_used_and_given_up(app, world, hilde):
    done(send_template(hilde, GOOD))
    meeting_id, _items = convened(app, world, hilde, "noor")
    one = next(body for name, body in documents(hilde, meeting_id).items() if "lijst" not in name)
    assert words(one).startswith("20178: Noor Peeters,") or "Noor Peeters" in words(one)
    form = hilde.page("/meetings/template").form("/meetings/template")
    done(hilde.post("/meetings/template", data=form | {"act": "none"}))
    with app.app_context():
        assert db.session.query(StoredFile).count() == 0
    again = next(body for name, body in documents(hilde, meeting_id).items() if "lijst" not in name)
    assert "Sociaal verslag" in words(again) or "Speelt veel alleen." in words(again)


def test_a_link_becomes_plain_words(app, hilde):
    linked = related("hyperlink", "mailto:info@example.org", EXTERNAL)
    link = b'<w:hyperlink r:id="rId99"><w:r><w:t>Schrijf ons</w:t></w:r></w:hyperlink></w:p>'
    done(send_template(hilde, changed(linked, DOCUMENT, lambda p: p.replace(b"</w:p>", link, 1))))
    kept = hilde.get("/meetings/template.docx").get_data()
    assert "Schrijf ons" in words(kept)
    assert not [name for name, part in parts(kept).items() if b"example.org" in part]


def test_a_placeholder_that_word_cut_in_pieces_is_filled(app):
    cut = word_file(["Voor {", "{na", "am", "}} en {{voor", "stel}}", "!"])
    assert words(filled(cut, {"naam": "Noor", "voorstel": "ja"})).strip() == "Voor Noor en ja!"


def test_what_is_filled_in_is_text_and_is_read_once(app):
    value = "{{voorstel}} <w:br/> {% x %}\nregel twee \x07"
    made = filled(word_file("{{naam}} {{voorstel}}"), {"naam": value, "voorstel": "ja"})
    assert "{{voorstel}} <w:br/> {% x %}" in words(made)
    assert words(made).strip().endswith("regel twee ja")
    assert b"<w:br/>" in parts(made)[DOCUMENT]


def test_the_example_holds_nobody_and_every_name_is_filled(app, hilde):
    done(send_template(hilde, GOOD))
    answer = hilde.get("/meetings/template/example.docx")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Voorbeeld Persoon" in words(answer.get_data())
    form = hilde.page("/meetings/template").form("/meetings/template")
    done(hilde.post("/meetings/template", data=form | {"act": "none"}))
    assert "{{" not in words(hilde.get("/meetings/template/example.docx").get_data())


def test_the_template_is_of_the_head_and_the_administrator(app, hilde, sign_in):
    sign_in("bea").page("/meetings/template")
    for who in ("sara", "an", "bert", "fien", "carla", "dirk", "mia"):
        for path in ("template", "template.docx", "template/example.docx"):
            assert sign_in(who).get(f"/meetings/{path}").status_code == 404, who


def test_the_same_template_is_kept_as_the_same_bytes(app, hilde):
    done(send_template(hilde, GOOD))
    first = hilde.get("/meetings/template.docx").get_data()
    done(send_template(hilde, first))
    assert hilde.get("/meetings/template.docx").get_data() == first
    assert zipfile.ZipFile(io.BytesIO(first)).testzip() is None
