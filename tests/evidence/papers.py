"""Good papers to send, made anew in memory."""

from __future__ import annotations

import io

import typst
from PIL import Image
from pillow_heif import register_heif_opener
from pypdf import PdfWriter

register_heif_opener()
GPS_AT = 0x8825
GPS = {1: "N", 2: (50.0, 57.0, 55.0), 3: "E", 4: (5.0, 30.0, 0.0)}
TELLTALE = "Kerkstraat 12, Genk"


def photo(kind: str = "JPEG", size: tuple[int, int] = (640, 480), **more: object) -> bytes:
    """A bill on a table: red, so that it is told from white."""
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind, **more)
    return out.getvalue()


def photo_with_place(kind: str = "JPEG", size: tuple[int, int] = (640, 480)) -> bytes:
    """What a phone makes: turned on its side, with the place and words about its owner."""
    marks = Image.Exif()
    marks[0x0112] = 6
    marks[0x010E] = TELLTALE
    marks.get_ifd(GPS_AT).update(GPS)
    return photo(kind, size, exif=marks.tobytes())


def pdf(words: str = "Factuur Chiro", pages: int = 1) -> bytes:
    """A bill of so many pages."""
    text = "#pagebreak()\n".join(f"= {words} {number}\n" for number in range(pages))
    return typst.compile(f"#set document(title: [x])\n{text}".encode(), format="pdf")


def scan() -> bytes:
    """A page that is a photo."""
    out = io.BytesIO()
    Image.new("RGB", (400, 560), (30, 30, 200)).save(out, "PDF")
    return out.getvalue()


def written(writer: PdfWriter, **more: object) -> bytes:
    """The bytes of a PDF that was put together by hand."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def blank(pages: int = 1) -> PdfWriter:
    """Empty pages to put something in."""
    writer = PdfWriter()
    for _number in range(pages):
        writer.add_blank_page(200, 200)
    return writer
