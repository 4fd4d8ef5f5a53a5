"""Letters: frozen when issued, refused with an empty field, the same PDF bytes each time."""

from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from pypdf import PdfReader

from core import clock, settings
from core.db import db, transaction
from core.errors import RuleBroken
from core.letters import letters
from core.letters.letters import Body, Letter, LetterKind
from core.money import show_cents
from core.work.outbox import deliver_due

KIND = letters.register(
    LetterKind(
        code="test.letter",
        title="Ontvangstbewijs",
        required=("name", "cents"),
        compose=lambda fields: Body(
            intro=(f"Beste {fields['name']}",),
            rows=(("Nummer", "2026-1"),),
            amounts=(("Bedrag", show_cents(fields["cents"])),),
            closing=("Met vriendelijke groeten",),
        ),
        text_version=2,
    )
)
NEUTRAL = letters.register(
    LetterKind("test.neutral", "Bewijs", (), lambda fields: Body(), neutral=True)
)


def issued(kind: LetterKind = KIND, **fields: Any) -> Letter:
    with transaction():
        given = {"name": "Zoë", "cents": 1250, **fields}
        return letters.issue(kind, subject=("request", 5), fields=given)


def test_a_letter_says_what_was_given(inside: Flask) -> None:
    letter = issued()
    content = letters.content_of(letter)
    assert content.title == "Ontvangstbewijs"
    assert content.body.intro == ("Beste Zoë",)
    assert content.body.amounts == (("Bedrag", "€\xa012,50"),)
    assert (letter.subject_kind, letter.subject_id, letter.text_version) == ("request", 5, 2)


@pytest.mark.parametrize("empty", [None, "", []])
def test_a_letter_with_an_empty_field_is_not_made(inside: Flask, empty: object) -> None:
    with pytest.raises(RuleBroken) as broken:
        issued(name=empty)
    assert broken.value.field == "name"


def test_a_letter_stays_as_it_was_when_the_letterhead_changes(inside: Flask) -> None:
    letter = issued()
    before = letters.render_pdf(letter)
    with transaction():
        settings.put(letters.SENDER_NAME, "Een andere dienst", by=None)
    assert letters.render_pdf(letter) == before
    assert letters.content_of(issued()).sender_name == "Een andere dienst"


def test_a_neutral_letter_does_not_name_the_service(inside: Flask) -> None:
    with transaction():
        settings.put(letters.SENDER_NAME, "Sociale dienst", by=None)
        settings.put(letters.NEUTRAL_NAME, "Vrije tijd", by=None)
    assert letters.content_of(issued(NEUTRAL)).sender_name == "Vrije tijd"


def test_the_worker_stores_the_pdf_once(inside: Flask) -> None:
    letter = issued()
    made_at_once = letters.pdf_of(letter)
    deliver_due()
    db.session.refresh(letter)
    assert letter.file is not None
    assert letters.pdf_of(letter) == made_at_once
    assert made_at_once.startswith(b"%PDF-1.7")
    first = letter.file_id
    with transaction():
        letters.store_pdf(letter.id)
    db.session.refresh(letter)
    assert letter.file_id == first


def test_the_pdf_is_tagged_and_archivable(inside: Flask) -> None:
    made = letters.render_pdf(issued())
    assert b"/StructTreeRoot" in made or b"/ObjStm" in made
    assert b"pdfaid:part>2<" in made
    assert b"pdfuaid:part>1<" in made
    assert b"nl-BE" in made


@pytest.mark.parametrize(
    "name",
    ["#strong[x] $a$ *b* @c", "😀 emoji", "عربي", "日本", "\u202eabc", "x" * 300, "\ue000", "Đặng",
     '"]); #panic()', "\u05d0\u0301\u0e01a", "\x01"],
)  # fmt: skip
def test_whatever_people_typed_can_be_printed(inside: Flask, name: str) -> None:
    assert letters.render_pdf(issued(name=name)).startswith(b"%PDF")


def test_nothing_readable_is_stored(inside: Flask) -> None:
    assert b"Beste" not in issued().content


def test_a_letter_leaves_once_in_a_known_way(inside: Flask) -> None:
    letter = issued()
    with pytest.raises(RuleBroken):
        letters.mark_sent(letter, way="pigeon")
    with transaction():
        letters.mark_sent(letter, way="post")
    assert (letter.sent_at, letter.sent_way) == (clock.now(), "post")
    with pytest.raises(RuleBroken):
        letters.mark_sent(letter, way="hand")


def test_arabic_stays_arabic_beside_a_sign_that_no_font_has(inside: Flask) -> None:
    made = letters.render_pdf(issued(name="نور 😀 Noor"))
    assert "نور" in "".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)
