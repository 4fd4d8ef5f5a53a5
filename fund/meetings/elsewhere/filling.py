"""Filling a template in: its placeholders give way to data, also where Word cut them in pieces. Pure.

What is filled in is text and stays text: it is read once, so braces in it mean nothing.
"""

import io
from collections.abc import Iterator, Mapping
from copy import copy
from typing import Any, Final

import docx
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from core.pages.text import cleaned
from fund.meetings.elsewhere.packing import packed, unpacked
from fund.meetings.elsewhere.placeholders import PLACEHOLDER

PARAGRAPH: Final = qn("w:p")
TEXT: Final = qn("w:t")
BREAK: Final = qn("w:br")
SPACE: Final = qn("xml:space")
# XML has no place for them.
UNWRITABLE: Final = str.maketrans("", "", "\ufffe\uffff")


def filled(template: bytes, values: Mapping[str, str]) -> bytes:
    """The document with these values; a name that none of them has stays as it stands."""
    document = docx.Document(io.BytesIO(template))
    for paragraph in _paragraphs(document):
        _fill(paragraph, values)
    return saved(document)


def saved(document: Any) -> bytes:
    """A document as bytes, the same each time."""
    out = io.BytesIO()
    document.save(out)
    return packed(unpacked(out.getvalue()))


def text_of(document: Any) -> str:
    """All its words, a line for each paragraph: of the text, its tables, its head and foot."""
    return "\n".join(
        "".join(piece.text or "" for piece in _pieces(paragraph))
        for paragraph in _paragraphs(document)
    )


def _paragraphs(document: Any) -> Iterator[Any]:
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            yield from list(part.element.iter(PARAGRAPH))


def _pieces(paragraph: Any) -> list[Any]:
    """Its own pieces of text; a text box in it has paragraphs of its own."""
    return [
        piece
        for piece in paragraph.iter(TEXT)
        if next(piece.iterancestors(PARAGRAPH), None) is paragraph
    ]


def _fill(paragraph: Any, values: Mapping[str, str]) -> None:
    pieces = _pieces(paragraph)
    whole = "".join(piece.text or "" for piece in pieces)
    # from the last to the first: what stands before a place stays where it was
    found = [one for one in PLACEHOLDER.finditer(whole) if one[1] in values]
    spans = _spans(pieces)
    for one in reversed(found):
        _put(spans, one.start(), one.end(), _plain(values[one[1]]))
    if found:
        for piece in pieces:
            _break_lines(piece)


def _spans(pieces: list[Any]) -> list[tuple[Any, int, int]]:
    """Each piece with where it began and ended before anything was filled in."""
    spans, at = [], 0
    for piece in pieces:
        length = len(piece.text or "")
        spans.append((piece, at, at + length))
        at += length
    return spans


def _put(spans: list[tuple[Any, int, int]], start: int, end: int, value: str) -> None:
    """The value stands in the piece where the placeholder began, and looks like it."""
    for piece, first, last in spans:
        if last <= start or first >= end:
            continue
        text = piece.text or ""
        before = text[: max(0, start - first)]
        after = text[end - first :] if end <= last else ""
        piece.text = before + (value if first <= start else "") + after


def _plain(value: str) -> str:
    return cleaned(value, lines=True).translate(UNWRITABLE)


def _break_lines(piece: Any) -> None:
    """A line of the value is a line in Word; spaces at an edge are kept."""
    first, *others = (piece.text or "").split("\n")
    piece.text = first
    piece.set(SPACE, "preserve")
    after = piece
    for line in others:
        again = copy(piece)
        again.text = line
        for one in (piece.makeelement(BREAK), again):
            after.addnext(one)
            after = one
