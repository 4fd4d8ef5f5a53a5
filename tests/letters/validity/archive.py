"""ISO 19005-2 on the file itself: what may not be in it, what must be, and what its annotations and actions do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from pypdf.generic import (
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from tests.letters.validity.content import Walk
from tests.letters.validity.document import PDF, A, Document, Found, is_true, listed, plain, several

FILTERS: Final = several(
    "/ASCIIHexDecode /ASCII85Decode /FlateDecode /RunLengthDecode /CCITTFaxDecode /JBIG2Decode /DCTDecode "
    "/JPXDecode"
)
ACTIONS: Final = several("/GoTo /GoToR /GoToE /Thread /URI /Named /SubmitForm")
NAMED: Final = several("/NextPage /PrevPage /FirstPage /LastPage")
INTENTS: Final = several("/RelativeColorimetric /AbsoluteColorimetric /Perceptual /Saturation")
BLENDS: Final = several(
    "/Normal /Compatible /Multiply /Screen /Overlay /Darken /Lighten /ColorDodge /ColorBurn /HardLight /SoftLight "
    "/Difference /Exclusion /Hue /Saturation /Color /Luminosity"
)
ANNOTATIONS: Final = several(
    "/Text /Link /FreeText /Line /Square /Circle /Polygon /PolyLine /Highlight /Underline /Squiggly /StrikeOut /Stamp "
    "/Caret /Ink /Popup /FileAttachment /Widget /PrinterMark /TrapNet /Watermark"
)
# Bits of an annotation's F: what is asked, and Invisible, Hidden, NoView and ToggleNoView.
PRINT, UNSEEN = 4, 1 | 2 | 32 | 256
LIMITS: Final = {TextStringObject: 32_767, ByteStringObject: 32_767, NameObject: 127}
MOST = 2**31 - 1
DEEPEST = 28


def judged(document: Document, walk: Walk) -> Found:
    """All of it."""
    yield from _file(document)
    yield from _catalog(document)
    yield from _streams_of_content(walk)
    yield from _pages(document)
    yield from _annotations(document)
    for one in document.objects():
        for kind, judge in _OBJECTS:
            if isinstance(one, kind):
                yield from judge(one)


def _file(document: Document) -> Found:
    data, trailer = document.data, document.reader.trailer
    if not re.match(rb"%PDF-1\.[0-7](\r\n|\r|\n)", data):
        yield f"{A}, 6.1.2", "the header is not %PDF-1.0 to %PDF-1.7 at the first byte"
    if not re.match(rb"[^\r\n]*(\r\n|\r|\n)%[\x80-\xff]{4}", data):
        yield f"{A}, 6.1.2", "no comment of four bytes over 127 follows the header"
    if not all(listed(trailer.get("/ID"))) or len(listed(trailer.get("/ID"))) != 2:
        yield f"{A}, 6.1.3", "the trailer has no file identifier"
    if "/Encrypt" in trailer:
        yield f"{A}, 6.1.3", "it is encrypted"
    if not re.search(rb"%%EOF(\r\n|\r|\n)?\Z", data):
        yield f"{A}, 6.1.3", "something follows the end of the file"


def _catalog(document: Document) -> Found:
    catalog = document.catalog
    forms = plain(catalog.get("/AcroForm")) or {}
    if "/XFA" in forms:
        yield f"{A}, 6.4.2", "there is an XFA form"
    if is_true(forms.get("/NeedAppearances")):
        yield f"{A}, 6.4.1", "a reader must draw the fields of a form"
    if "/NeedsRendering" in catalog:
        yield f"{A}, 6.4.2", "a reader must draw the page"
    if "/AA" in catalog:
        yield f"{A}, 6.5.2", "the catalogue has additional actions"
    if "/Requirements" in catalog:
        yield f"{A}, 6.11", "the catalogue has requirements"
    names = plain(catalog.get("/Names")) or {}
    if "/JavaScript" in names:
        yield f"{A}, 6.5.1", "there are scripts in the name dictionary"
    if "/AlternatePresentations" in names:
        yield f"{A}, 6.10", "there are alternate presentations"


def _pages(document: Document) -> Found:
    for number, page in enumerate(document.pages, 1):
        if "/AA" in page:
            yield f"{A}, 6.5.2", f"page {number} has additional actions"
        if "/PresSteps" in page:
            yield f"{A}, 6.10", f"page {number} has steps of a presentation"
        if not all(3 <= side <= 14_400 for side in (page.mediabox.width, page.mediabox.height)):
            yield f"{A}, 6.1.13", f"page {number} is too small or too large"


def _streams_of_content(walk: Walk) -> Found:
    for operator in sorted(walk.unknown):
        yield f"{A}, 6.2.2", f"nothing is known of the operator {operator}"
    if walk.deepest > DEEPEST:
        yield f"{A}, 6.1.13", f"q is nested {walk.deepest} deep"
    for page in walk.unbalanced:
        yield f"{PDF}, 14.6.1", f"on page {page} a q or marked content is not closed"


def _annotations(document: Document) -> Found:
    for page, one in document.annotations():
        kind, bits, shown = one["/Subtype"], one.get("/F"), plain(one.get("/AP"))
        where = f"an annotation {kind} on page {page}"
        if kind not in ANNOTATIONS:
            yield f"{A}, 6.3.1", f"{where} is not allowed"
        if kind != "/Popup" and bits is None:
            yield f"{A}, 6.3.2", f"{where} has no flags"
        if bits is not None and (not bits & PRINT or bits & UNSEEN):
            yield f"{A}, 6.3.2", f"{where} is not printed, or hidden"
        if kind not in {"/Popup", "/Link"} and shown is None:
            yield f"{A}, 6.3.3", f"{where} has no appearance"
        if shown is not None and set(shown) != {"/N"}:
            yield f"{A}, 6.3.3", f"{where} has more than its normal appearance"
        if kind == "/Widget" and ("/A" in one or "/AA" in one):
            yield f"{A}, 6.4.1", f"{where} has an action"


def _stream(one: StreamObject) -> Found:
    if {"/F", "/FFilter", "/FDecodeParms"} & set(one):
        yield f"{A}, 6.1.7.1", "the content of a stream is elsewhere"
    for name in listed(one.get("/Filter")):
        if name not in FILTERS:
            yield f"{A}, 6.1.7.2", f"a stream has the filter {name}"
    if one.get("/Subtype") == "/PS" or one.get("/Subtype2") == "/PS" or "/PS" in one:
        yield f"{A}, 6.2.9", "there is PostScript"
    if one.get("/Subtype") == "/Form" and ("/Ref" in one or "/OPI" in one):
        yield f"{A}, 6.2.9", "a form takes its content from elsewhere"
    if one.get("/Subtype") == "/Image":
        yield from _image(one)


def _image(one: StreamObject) -> Found:
    for name in ("/Alternates", "/OPI"):
        if name in one:
            yield f"{A}, 6.2.8", f"an image has {name}"
    if is_true(one.get("/Interpolate")):
        yield f"{A}, 6.2.8", "an image is interpolated"
    if one.get("/Intent", "/Perceptual") not in INTENTS:
        yield f"{A}, 6.2.6", "an image has an unknown rendering intent"


def _dictionary(one: DictionaryObject) -> Found:
    if one.get("/Type") != "/StructElem":
        yield from _action(one)
    if "/EF" in one:
        yield f"{A}, 6.8", "a file is embedded"
    if one.get("/Type") == "/ExtGState" or "/BM" in one:
        yield from _graphics_state(one)
    if one.get("/Type") == "/Halftone":
        yield f"{A}, 6.2.5", "there is a halftone"


def _action(one: DictionaryObject) -> Found:
    kind = one.get("/S")
    is_action = one.get("/Type") == "/Action" or kind == "/JavaScript" or "/JS" in one
    for inner in (one.get("/OpenAction"), *((one.get("/AA") or {}).values()), _pressed(one)):
        inner = plain(inner)
        if isinstance(inner, DictionaryObject) and inner.get("/S") not in ACTIONS:
            yield f"{A}, 6.5.1", f"there is an action {inner.get('/S')}"
    if is_action and kind not in ACTIONS:
        yield f"{A}, 6.5.1", f"there is an action {kind}"
    if is_action and kind == "/Named" and one.get("/N") not in NAMED:
        yield f"{A}, 6.5.1", f"there is a named action {one.get('/N')}"


def _pressed(one: DictionaryObject) -> Any:
    """The action of an annotation or of an outline entry."""
    return one.get("/A") if "/Rect" in one or "/Title" in one else None


def _graphics_state(one: DictionaryObject) -> Found:
    if {"/TR", "/HTP"} & set(one) or one.get("/TR2", "/Default") != "/Default":
        yield f"{A}, 6.2.5", "a graphics state has a transfer function or a halftone phase"
    if one.get("/RI", "/Perceptual") not in INTENTS:
        yield f"{A}, 6.2.6", "a graphics state has an unknown rendering intent"
    for name in listed(one.get("/BM")):
        if name not in BLENDS:
            yield f"{A}, 6.2.10", f"a graphics state has the blend mode {name}"


def _length(one: Any) -> Found:
    for kind, most in LIMITS.items():
        if isinstance(one, kind) and len(_bytes(one)) > most:
            yield f"{A}, 6.1.13", f"a {kind.__name__} is longer than {most} bytes"


def _bytes(one: Any) -> bytes:
    return (
        one.original_bytes if isinstance(one, TextStringObject | ByteStringObject) else one.encode()
    )


def _number(one: NumberObject) -> Found:
    if abs(one) > MOST:
        yield f"{A}, 6.1.13", "a whole number is too large"


_OBJECTS: tuple[tuple[Any, Callable[[Any], Found]], ...] = (
    (StreamObject, _stream),
    (DictionaryObject, _dictionary),
    ((TextStringObject, ByteStringObject, NameObject), _length),
    (NumberObject, _number),
)
