"""PDFs that can act, that hold other files, or that were made to hurt their reader."""

from __future__ import annotations

import re
import zlib

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from tests.evidence.papers import blank, pdf, written

MEGABYTE = 1024 * 1024
HEAD = b"%PDF-1.7\n"
JS = {"S": "/JavaScript", "JS": "app.alert(1)"}


def named(**entries: object) -> DictionaryObject:
    """A dictionary: `named(S="/Launch")`."""
    made = DictionaryObject()
    for key, value in entries.items():
        if isinstance(value, str):
            value = NameObject(value) if value.startswith("/") else TextStringObject(value)
        made[NameObject(f"/{key}")] = value
    return made


def opening(**action: object) -> bytes:
    """Something is done as soon as it is opened."""
    writer = blank()
    writer.root_object[NameObject("/OpenAction")] = named(**action)
    return written(writer)


def noted(**annotation: object) -> bytes:
    """Something stands on the page."""
    writer = blank()
    box = ArrayObject(NumberObject(n) for n in (0, 0, 50, 50))
    note = writer._add_object(named(Type="/Annot", Rect=box, **annotation))
    writer.pages[0][NameObject("/Annots")] = ArrayObject([note])
    return written(writer)


def rooted(name: str, value: object) -> bytes:
    writer = blank()
    writer.root_object[NameObject(name)] = value
    return written(writer)


def with_script() -> bytes:
    script = ArrayObject([TextStringObject("a"), named(**JS)])
    return rooted("/Names", named(JavaScript=named(Names=script)))


def with_file() -> bytes:
    writer = blank()
    writer.add_attachment("a.exe", b"MZ" * 50)
    return written(writer)


def locked(password: str) -> bytes:
    writer = blank()
    writer.encrypt(password, "owner")
    return written(writer)


def by_hand(*objects: bytes, root: bytes = b"/Root 1 0 R", streams: bool = False) -> bytes:
    """A PDF from objects 1, 2, 3 ... with a right table."""
    body, places = HEAD, []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, root, len(body))
    return body + table + end


CATALOG = b"<</Type/Catalog/Pages 2 0 R%s>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]%s>>"


def plain(catalog: bytes = b"", page: bytes = b"", *more: bytes) -> bytes:
    return by_hand(CATALOG % catalog, PAGES, PAGE % page, *more)


def in_stream(inside: bytes) -> bytes:
    """Objects packed in a stream, as PDF 1.5 can: 1 to 3 stand in 4, the table in 5."""
    first = [CATALOG % inside, PAGES, PAGE % b""]
    places, at = [], 0
    for number, one in enumerate(first, start=1):
        places.append(b"%d %d" % (number, at))
        at += len(one) + 1
    head = b" ".join(places) + b" "
    data = zlib.compress(head + b" ".join(first), 9)
    packed = b"<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (
        len(head), len(data), data)  # fmt: skip
    body = HEAD + b"4 0 obj\n" + packed + b"\nendobj\n"
    rows = [(0, 0, 255), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, len(HEAD), 0), (1, len(body), 0)]
    table = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + bytes([n]) for kind, place, n in rows
    )
    return body + (
        b"5 0 obj\n<</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length %d>>stream\n%s\nendstream\nendobj\n"
        b"startxref\n%d\n%%%%EOF" % (len(table), table, len(body))
    )


def in_an_older_revision() -> bytes:
    """The script stood in an object that the last table has replaced."""
    first = plain(b"/OpenAction 4 0 R", b"", b"<</S/JavaScript/JS(app.alert\\(1\\))>>")
    at, before = len(first) + 1, int(re.search(rb"startxref\n(\d+)", first)[1])
    body = first + b"\n4 0 obj\nnull\nendobj\n"
    return body + (
        b"xref\n4 1\n%010d 00000 n \ntrailer\n<</Size 5/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF"
        % (at, before, len(body))
    )


def bites_its_tail() -> bytes:
    """The table before this one is this one."""
    start = re.search(rb"startxref\n(\d+)", plain())[1]
    return plain().replace(b"trailer\n<<", b"trailer\n<</Prev " + start + b" ")


ACTIVE = {
    "a script on opening": opening(**JS),
    "a script in the list of names": with_script(),
    "a script under a button": noted(Subtype="/Widget", AA=named(E=named(**JS))),
    "a script spelled otherwise": plain(b"/OpenAction<</S/J#61vaScript/J#53(x)>>"),
    "a script packed away": in_stream(b"/OpenAction<</S/JavaScript/JS(x)>>"),
    "a script in an older revision": in_an_older_revision(),
    "a script in an object that nothing leads to": plain(b"", b"", b"<</S/JavaScript/JS(x)>>"),
    "a programme on opening": opening(S="/Launch", F="cmd.exe"),
    "a programme spelled otherwise": plain(b"/OpenAction<</S/#4caunch/F(x)>>"),
    "a form that sends itself": opening(S="/SubmitForm", F="http://a.example/"),
    "a form that takes data in": opening(S="/ImportData", F="a.fdf"),
    "a form that empties itself": opening(S="/ResetForm"),
    "a form of XFA": rooted("/AcroForm", named(XFA="<xdp/>")),
    "a way to another file": opening(S="/GoToR", F="a.pdf"),
    "a way into a file inside": opening(S="/GoToE"),
    "a thread": opening(S="/Thread"),
    "a film": noted(Subtype="/Movie"),
    "a sound": noted(Subtype="/Sound"),
    "rich media": noted(Subtype="/RichMedia"),
    "a space to walk in": noted(Subtype="/3D"),
    "a rendition": opening(S="/Rendition"),
}
FILES = {
    "a programme inside": with_file(),
    "a paper clip on the page": noted(Subtype="/FileAttachment"),
    "a file beside it": rooted("/AF", ArrayObject([named(Type="/Filespec", EF=named())])),
    "a file packed away": in_stream(b"/Names<</EmbeddedFiles<<>>>>"),
}
HURTS = {
    "a key with a password": (locked("geheim"), "encrypted"),
    "a key without a password": (locked(""), "encrypted"),
    "500 pages": (written(blank(500)), "too_many_pages"),
    "51 pages": (written(blank(51)), "too_many_pages"),
    "cut in the middle": (pdf()[:2500], "damaged"),
    "the head alone": (HEAD, "damaged"),
    "no pages": (written(PdfWriter()), "damaged"),
    "rotten": (HEAD + bytes((n * 73 + 11) % 256 for n in range(4000)), "damaged"),
    "a page tree that bites its tail": (
        by_hand(CATALOG % b"", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"), "damaged"),
    "a table that bites its tail": (bites_its_tail(), "any"),
    "nested 100,000 deep": (plain(b"/X " + b"[" * 100_000 + b"]" * 100_000), "damaged"),
    "60,000 objects": (plain(b"", b"", *[b"null"] * 60_000), "too_heavy"),
    "it unpacks to 300 MB": (in_stream(b" " * 300 * MEGABYTE), "damaged"),
    "says a million pages": (
        by_hand(CATALOG % b"", b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>", PAGE % b""), "any"),
}  # fmt: skip
PDFS = {
    **{name: (content, "active") for name, content in ACTIVE.items()},
    **{name: (content, "holds_files") for name, content in FILES.items()},
    **HURTS,
}
