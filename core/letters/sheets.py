"""Sheets of the core room: a page to print, made when it is asked for and kept nowhere. Rooms own the words.

A letter is issued and frozen; a sheet only shows what is known now. Page and PDF come from the same one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Self

from flask import Response
from flask_babel import force_locale

from core import clock, settings
from core.letters.letters import LANGUAGE, SENDER_LINES, SENDER_NAME
from core.letters.pdf import pdf

TEMPLATE: Final = Path(__file__).with_name("sheet.typ")
SHORT: Final = 40


@dataclass(frozen=True)
class Grid:
    """Rows under headings. `figures` are the columns that stand on the right."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part under its heading: words, pairs, a table, boxes to tick, lines to write on, in this order.

    A pair without a value is a line to write on.
    """

    title: str = ""
    words: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    grid: Grid | None = None
    boxes: tuple[str, ...] = ()
    lines: int = 0

    @property
    def is_dense(self) -> bool:
        """Are the words beside the boxes so short that they stand side by side?"""
        return all(len(words) <= SHORT for words in self.boxes)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A page to print, with its letterhead."""

    title: str
    parts: tuple[Part, ...]
    reference: str = ""
    # Where who signs what: "The client".
    signatures: tuple[str, ...] = ()
    sender_name: str
    sender_lines: tuple[str, ...]
    made_on: str

    @classmethod
    def of(
        cls, title: str, parts: Iterable[Part], *, reference: str = "", signed: Iterable[str] = ()
    ) -> Self:
        """Made today, in the name of the house."""
        return cls(
            title=title,
            parts=tuple(parts),
            reference=reference,
            signatures=tuple(signed),
            sender_name=settings.get(SENDER_NAME),
            sender_lines=tuple(settings.get(SENDER_LINES)),
            made_on=clock.long_date(clock.today()),
        )


def as_pdf(sheet: Sheet, name: str) -> Response:
    """The sheet to keep or send, as a download with this name."""
    return _download(bytes_of(sheet), name)


def as_one_pdf(sheets: Sequence[Sheet], title: str, name: str) -> Response:
    """Several sheets in one download: each begins on a new leaf and counts its own pages."""
    data = {"title": title, "sheets": [_plain(one) for one in sheets]}
    return _download(pdf(data, made_at=clock.now(), template=TEMPLATE), name)


def bytes_of(sheet: Sheet) -> bytes:
    """The sheet as a PDF, tagged and archivable."""
    return pdf(_plain(sheet), made_at=clock.now(), template=TEMPLATE)


def _download(content: bytes, name: str) -> Response:
    answer = Response(content, mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}.pdf")
    return answer


def _plain(sheet: Sheet) -> dict[str, Any]:
    parts = [{**asdict(part), "is_dense": part.is_dense} for part in sheet.parts]
    return {**asdict(sheet), "parts": parts, "language": LANGUAGE}


def in_dutch() -> Any:
    """Paper speaks the administrative language, whatever the reader's screen speaks."""
    return force_locale(LANGUAGE)
