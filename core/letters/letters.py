"""Letters of the core room: kinds that rooms register, frozen when issued, stored, sent. Rooms own the words."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from flask_babel import force_locale
from flask_babel import lazy_gettext as _l
from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core import clock, settings
from core.db import Base, BigKey, UTCDateTime, db
from core.errors import NotThere, RuleBroken, Words
from core.letters.pdf import LETTER, pdf
from core.sealing import files
from core.sealing.files import StoredFile
from core.sealing.sealed import seal, unseal
from core.settings import Key
from core.work import outbox

LANGUAGE = "nl"  # the administrative language, whatever the reader's screen speaks
WAYS = ("post", "registered", "receipt", "hand", "email")

SENDER_NAME = Key("letters.sender_name", default="")
SENDER_LINES = Key[list[str]]("letters.sender_lines", default=[])
# What stands above a letter that must not tell who pays: a proof for a club, a voucher.
NEUTRAL_NAME = Key("letters.neutral_name", default="")
NEUTRAL_LINES = Key[list[str]]("letters.neutral_lines", default=[])


Rows = tuple[tuple[str, str], ...]
Section = tuple[str, tuple[str, ...], Rows]


@dataclass(frozen=True)
class Body:
    """What a letter says. The page and the PDF are made from the same one."""

    intro: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    rows: Rows = ()
    amounts: Rows = ()
    closing: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()
    # Of a letter of several parts: each with its heading, its words and its figures.
    sections: tuple[Section, ...] = ()
    # What shows in the window of the envelope above the address, and what stands above the names.
    sender_line: str = ""
    capacity: tuple[str, ...] = ()
    # The stored picture above the letter.
    logo_id: int = 0


@dataclass(frozen=True)
class Annex:
    """A translation that goes along, on leaves of its own. `runs` is "rtl" where it runs from the right."""

    language: str
    # "Translation" in Dutch, and the same word; which letter counts; the title of this one.
    title: str
    word: str
    notice: str
    heading: str
    intro: tuple[str, ...] = ()
    amounts: Rows = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[str, ...] = ()
    runs: str = "ltr"


@dataclass(frozen=True)
class LetterKind:
    """A kind of letter. `compose` makes its body from the fields, in Dutch; each of `required`
    must hold something. A new wording is a new `text_version`. `template` sets it on paper."""

    code: str
    title: Words
    required: tuple[str, ...]
    compose: Callable[[Mapping[str, Any]], Body]
    text_version: int = 1
    neutral: bool = False
    template: Path = LETTER


@dataclass(frozen=True)
class Content:
    """A letter as it was issued: for the room's own page of it, and for the PDF."""

    title: str
    sender_name: str
    sender_lines: tuple[str, ...]
    issued_on: str
    body: Body
    fields: Mapping[str, Any]
    annexes: tuple[Annex, ...] = ()


class Letter(Base):
    """A letter that was issued. All that it says is frozen and sealed in `content`."""

    __tablename__ = "letter"
    __table_args__ = (Index("ix_letter_subject_kind_subject_id", "subject_kind", "subject_id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(String(60))
    text_version: Mapped[int]
    language: Mapped[str] = mapped_column(String(2))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int] = mapped_column(BigInteger)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    issued_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    sent_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    sent_way: Mapped[str | None] = mapped_column(String(20))
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    file: Mapped[StoredFile | None] = relationship()


_kinds: dict[str, LetterKind] = {}


def register(kind: LetterKind) -> LetterKind:
    """Make a kind known; called at import by the room that owns the letter."""
    if _kinds.setdefault(kind.code, kind) is not kind:
        raise ValueError(f"two kinds of letter are called {kind.code}")
    return kind


def empty_fields(kind: LetterKind, fields: Mapping[str, Any]) -> tuple[str, ...]:
    """The required fields that hold nothing: with one of them a letter does not leave."""
    return tuple(name for name in kind.required if fields.get(name) in (None, "", [], ()))


def issue(
    kind: LetterKind,
    *,
    subject: tuple[str, int],
    fields: Mapping[str, Any],
    text_version: int | None = None,
    annexes: Sequence[Annex] = (),
) -> Letter:
    """Freeze a letter about `subject` (its kind and id); the worker makes its PDF afterwards.

    RuleBroken when a required field is empty: a missing mention can keep a term from starting.
    `text_version` names the texts in `fields`, where a room lets people change them.
    """
    for name in empty_fields(kind, fields):
        raise RuleBroken(
            _l("The letter cannot be made yet: %(name)s is missing.", name=name), field=name
        )
    issued_at = clock.now()
    letter = Letter(
        kind=kind.code,
        text_version=kind.text_version if text_version is None else text_version,
        language=LANGUAGE,
        subject_kind=subject[0],
        subject_id=subject[1],
        content=b"",
        issued_at=issued_at,
    )
    session = db.session()
    session.add(letter)
    session.flush()  # the id is part of the seal
    content = composed(kind, fields, issued_at, annexes)
    letter.content = seal(
        json.dumps(asdict(content)), table="letter", column="content", row_key=letter.id
    )
    outbox.put("letter.render", letter_id=letter.id)
    return letter


def content_of(letter: Letter) -> Content:
    """What the letter said when it was issued."""
    text = unseal(letter.content, table="letter", column="content", row_key=letter.id)
    stored = json.loads(text)
    body = _tupled(stored.pop("body"))
    # A letter from before there were annexes has none.
    annexes = [Annex(**_tupled(one)) for one in stored.pop("annexes", ())]
    stored["sender_lines"] = tuple(stored["sender_lines"])
    return Content(body=Body(**body), annexes=tuple(annexes), **stored)


def render_pdf(letter: Letter) -> bytes:
    """The PDF, tagged and archivable; the same bytes each time."""
    return pdf_of_content(content_of(letter), _kinds[letter.kind].template, letter.issued_at)


def pdf_of_content(content: Content, template: Path, made_at: dt.datetime) -> bytes:
    """The same of what is not issued: a letter to look at before it is made."""
    data = {**_on_paper(content), "logos": _logos([content])}
    return pdf(data, made_at=made_at, template=template)


def pdf_of_all(letters: Sequence[Letter], template: Path, *, title: str) -> bytes:
    """Several letters in one document, each on a leaf of its own: paper that is printed on both
    sides never shows two people's letters."""
    contents = [content_of(letter) for letter in letters]
    data = {"title": title, "letters": [*map(_on_paper, contents)], "logos": _logos(contents)}
    return pdf(data, made_at=clock.now(), template=template)


def _on_paper(content: Content) -> dict[str, Any]:
    data = {**asdict(content), "language": LANGUAGE}
    del data["fields"]
    return data


def _logos(contents: Iterable[Content]) -> dict[str, list[int]]:
    """The pictures above these letters, by number: typst takes bytes as a list of numbers."""
    wanted = {content.body.logo_id for content in contents if content.body.logo_id}
    stored = {one: db.session.get(StoredFile, one) for one in wanted}
    return {str(one): [*files.read(file)] for one, file in stored.items() if file is not None}


def pdf_of(letter: Letter) -> bytes:
    """The stored PDF, or the same bytes made now when the worker has not come to it yet."""
    return files.read(letter.file) if letter.file is not None else render_pdf(letter)


def mark_sent(letter: Letter, *, way: str) -> None:
    """The letter has left the house, in one of WAYS; it leaves once."""
    if way not in WAYS:
        raise RuleBroken(_l("Choose how the letter was sent."), field="way")
    if letter.sent_at is not None:
        raise RuleBroken(_l("This letter was already marked as sent."))
    letter.sent_at, letter.sent_way = clock.now(), way


@outbox.handler("letter.render")
def store_pdf(letter_id: int) -> None:
    """The worker's part: make the PDF once and keep it."""
    letter = db.session.get(Letter, letter_id)
    if letter is None:
        raise NotThere
    if letter.file is None:
        letter.file = files.store(render_pdf(letter), content_type="application/pdf")


def composed(
    kind: LetterKind,
    fields: Mapping[str, Any],
    issued_at: dt.datetime,
    annexes: Sequence[Annex] = (),
) -> Content:
    """What a letter of this kind says with these fields; it is not issued by that."""
    name, lines = (NEUTRAL_NAME, NEUTRAL_LINES) if kind.neutral else (SENDER_NAME, SENDER_LINES)
    with force_locale(LANGUAGE):
        return Content(
            title=str(kind.title),
            sender_name=settings.get(name),
            sender_lines=tuple(settings.get(lines)),
            issued_on=clock.long_date(clock.brussels(issued_at).date()),
            body=kind.compose(fields),
            fields=dict(fields),
            annexes=tuple(annexes),
        )


def _tupled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _tuples(value) for name, value in values.items()}


def _tuples(value: Any) -> Any:
    return tuple(_tuples(one) for one in value) if isinstance(value, list) else cast(Any, value)
