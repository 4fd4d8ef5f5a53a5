"""PDFs for intake's evidence: refused when an object can act, or holds another file. Its text is not read."""

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from intake.evidence.content.kinds import PDF, Checked, Refused, Why
from intake.evidence.content.picture import first_page

MOST_PAGES: Final = 50
MOST_OBJECTS: Final = 50_000

ACTIVE: Final = frozenset(
    {"/JS", "/JavaScript", "/Launch", "/XFA", "/SubmitForm", "/ImportData", "/RichMedia"}
    | {"/Rendition", "/Movie", "/Sound", "/GoToE", "/GoToR", "/Thread", "/3D", "/ResetForm"}
)
HOLDS_FILES: Final = frozenset({"/EmbeddedFile", "/EmbeddedFiles", "/FileAttachment", "/EF"})

# What stands in a stream is no object: its bytes may look like anything.
STREAM: Final = re.compile(rb"(?<![a-z])stream\r?\n.*?endstream", re.DOTALL)
HEX: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
NAME: Final = re.compile(rb"/[^\x00\t\n\x0c\r ()<>\[\]{}/%]+")


def checked_pdf(content: bytes) -> Checked:
    """The PDF as it came, with a picture of its first page. Refused when it can do anything."""
    try:
        pages = _walked(content)
    except Refused:
        raise
    except (MemoryError, RecursionError) as error:
        raise Refused(Why.TOO_HEAVY) from error
    except Exception as error:  # a reader may fail in any way on bytes that were made to hurt it
        raise Refused(Why.DAMAGED) from error
    return Checked(content, PDF, pages, first_page(content))


def _walked(content: bytes) -> int:
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted:
        raise Refused(Why.ENCRYPTED)
    _names_are_calm(_written_names(content))
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        raise Refused(Why.TOO_MANY_PAGES)
    _names_are_calm(_names_in(reader))
    if not pages or reader.pages[0].get("/Type") != "/Page":
        raise Refused(Why.DAMAGED)
    return pages


def _names_are_calm(names: Iterator[str]) -> None:
    for name in names:
        if name in ACTIVE:
            raise Refused(Why.ACTIVE)
        if name in HOLDS_FILES:
            raise Refused(Why.HOLDS_FILES)


def _written_names(content: bytes) -> Iterator[str]:
    """Every name in the bytes outside streams: also of objects that only an older table knows."""
    for found in NAME.finditer(STREAM.sub(b" ", content)):
        plain = HEX.sub(lambda match: bytes([int(match[1], 16)]), found[0])
        yield plain.decode("latin-1")


def _names_in(reader: PdfReader) -> Iterator[str]:
    """Every name in every object that the file lists, those in compressed streams too."""
    yield from _names_of(reader.trailer)
    for number in _numbers(reader):
        yield from _names_of(reader.get_object(IndirectObject(number, 0, reader)))


def _numbers(reader: PdfReader) -> list[int]:
    plain = {number for table in reader.xref.values() for number in table}
    numbers = sorted(plain | set(reader.xref_objStm))
    if len(numbers) > MOST_OBJECTS:
        raise Refused(Why.TOO_HEAVY)
    return numbers


def _names_of(one: Any) -> Iterator[str]:
    """Without following references: each object is visited by its number."""
    waiting = [one]
    while waiting:
        here = waiting.pop()
        if isinstance(here, NameObject):
            yield str(here)
        elif isinstance(here, DictionaryObject):
            for key in here:
                yield str(key)
                waiting.append(here.raw_get(key))
        elif isinstance(here, ArrayObject):
            waiting.extend(list.__iter__(here))
