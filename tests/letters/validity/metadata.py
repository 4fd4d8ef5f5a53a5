"""What the file says of itself: in XMP, and the same in its information dictionary."""

from __future__ import annotations

import re
from typing import Any, Final
from xml.etree import ElementTree

from tests.letters.validity.content import Walk
from tests.letters.validity.document import A1, UA, A, Document, Found, plain, several

RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
XMP: Final = "{http://ns.adobe.com/xap/1.0/}"
PART_A: Final = "{http://www.aiim.org/pdfa/ns/id/}"
PART_UA: Final = "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMA: Final = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY: Final = "{http://www.aiim.org/pdfa/ns/property#}"
# Predefined in XMP 2005 or by ISO 19005 itself: no property of these is declared in the file.
PREDEFINED: Final = (
    several(
        "contributor coverage creator date description format identifier language publisher relation rights source "
        "subject title type", DC,
    )
    | several(
        "Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname Rating "
        "Thumbnails", XMP,
    )
    | several(
        "DerivedFrom DocumentID History InstanceID ManagedFrom Manager ManageTo ManageUI ManagerVariant RenditionClass "
        "RenditionParams VersionID Versions", "{http://ns.adobe.com/xap/1.0/mm/}",
    )
    | several("MaxPageSize NPages Fonts Colorants PlateNames", "{http://ns.adobe.com/xap/1.0/t/pg/}")
    | several("Keywords PDFVersion Producer", "{http://ns.adobe.com/pdf/1.3/}")
    | several("part amd conformance", PART_A)
    | several("schemas", "{http://www.aiim.org/pdfa/ns/extension/}")
)  # fmt: skip


def judged(document: Document, _walk: Walk) -> Found:
    """All of it."""
    stream = plain(document.catalog.get("/Metadata"))
    if stream is None or (stream.get("/Type"), stream.get("/Subtype")) != ("/Metadata", "/XML"):
        yield f"{A}, 6.6.2.1", "the catalogue has no metadata stream"
        return
    # Part 2 no longer asks this; kept, so that whoever has only the bytes can find what the file claims.
    if "/Filter" in stream:
        yield f"{A1}, 6.7.2", "the metadata stream has a filter"
    packet = stream.get_data()
    header = re.search(rb"<\?xpacket begin=[^?]*\?>", packet)
    if header is None or re.search(rb"(bytes|encoding)\s*=", header[0]):
        yield f"{A}, 6.6.2.1", "the XMP packet has no header, or an old one"
    try:
        root = ElementTree.fromstring(packet.decode("utf-8"))
    except (UnicodeDecodeError, ElementTree.ParseError):
        yield f"{A}, 6.6.2.1", "the XMP is not well-formed in UTF-8"
        return
    said = _properties(root)
    yield from _claims(said)
    yield from _declared(root, said)
    yield from _same(document, said)


def _properties(root: Any) -> dict[str, Any]:
    """The properties of the packet, by name, whether they are elements or attributes."""
    found: dict[str, Any] = {}
    for one in root.iter(f"{RDF}Description"):
        found |= {name: value for name, value in one.attrib.items() if not name.startswith(RDF)}
        found |= {kid.tag: kid for kid in one}
    return found


def _words(value: Any) -> str:
    """The text of a property: of its first entry, where it is a list."""
    if value is None or isinstance(value, str):
        return value or ""
    entry = value.find(f".//{RDF}li")
    return (value.text if entry is None else entry.text) or ""


def _claims(said: dict[str, Any]) -> Found:
    claimed = _words(said.get(f"{PART_A}part")), _words(said.get(f"{PART_A}conformance"))
    if claimed != ("2", "A"):
        yield f"{A}, 6.6.4", f"it claims to be PDF/A-{''.join(claimed)}"
    if _words(said.get(f"{PART_UA}part")) != "1":
        yield f"{UA}, 5", "it does not claim to be PDF/UA-1"
    if not _words(said.get(f"{DC}title")).strip():
        yield f"{UA}, 7.1", "dc:title is missing"


def _declared(root: Any, said: dict[str, Any]) -> Found:
    own = {
        f"{{{schema.findtext(f'{SCHEMA}namespaceURI')}}}{name.text}"
        for schema in root.iter(f"{RDF}li")
        for name in schema.iter(f"{PROPERTY}name")
        if schema.find(f"{SCHEMA}namespaceURI") is not None
    }
    for name in sorted(set(said) - PREDEFINED - own):
        yield f"{A}, 6.6.2.3.1", f"no schema defines {name}"


def _same(document: Document, said: dict[str, Any]) -> Found:
    """Part 2 tells readers to believe the XMP; part 1 asks that both say the same, and so do we."""
    known = plain(document.reader.trailer.get("/Info")) or {}
    pairs = (
        ("/Title", f"{DC}title"),
        ("/Author", f"{DC}creator"),
        ("/Creator", f"{XMP}CreatorTool"),
    )
    for name, property_name in pairs:
        if str(known.get(name, "")) != _words(said.get(property_name)):
            yield f"{A1}, 6.7.3", f"{name} is not what the XMP says"
    for name, property_name in (
        ("/CreationDate", f"{XMP}CreateDate"),
        ("/ModDate", f"{XMP}ModifyDate"),
    ):
        # To the second and without the zone: 14 digits on both sides.
        plain_date, xmp_date = (
            re.sub(r"\D", "", one)[:14]
            for one in (str(known.get(name, "")), _words(said.get(property_name)))
        )
        if plain_date != xmp_date:
            yield f"{A1}, 6.7.3", f"{name} is not what the XMP says"
