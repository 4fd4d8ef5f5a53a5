"""ISO 14289-1 (and level A of 19005-2): all that is shown is tagged or an artifact, and the tags are usable."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from pypdf.generic import DictionaryObject

from tests.letters.validity import fonts
from tests.letters.validity.content import Piece, Walk
from tests.letters.validity.document import (
    PDF,
    UA,
    A,
    Document,
    Found,
    Tag,
    is_true,
    listed,
    number_of,
    plain,
    text_of,
)

LANGUAGE: Final = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\Z")
# Letters that only these languages, among those that we print, are written in.
SCRIPTS: Final = (
    (re.compile("[\u0600-\u06ff]"), frozenset({"ar", "fa", "ps", "ur", "ckb"})),
    (re.compile("[\u0400-\u04ff]"), frozenset({"ru", "uk", "bg", "sr", "mk", "be"})),
    (re.compile("[\u0370-\u03ff]"), frozenset({"el"})),
)
# What stands in what, 14289-1, 7.2: the kind, then the kinds it may stand in.
INSIDE: Final = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
    "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"},
}  # fmt: skip
HOLDS: Final = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
    "TR": {"TH", "TD"}, "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOC", "TOCI", "Caption"},
}  # fmt: skip
HEADING: Final = re.compile("H([1-6])")
HIDDEN: Final = 2


def judged(document: Document, walk: Walk) -> Found:
    """All of it."""
    yield from _catalog(document)
    yield from _tree(document)
    yield from _content(document, walk)
    yield from _artifacts(document, walk)
    yield from _marks(document, walk)
    yield from _headings(document)
    yield from _alternatives(document)
    yield from _annotations(document)
    yield from _languages(document, walk)


def _catalog(document: Document) -> Found:
    catalog = document.catalog
    marked = plain(catalog.get("/MarkInfo")) or {}
    if not is_true(marked.get("/Marked")):
        yield f"{A}, 6.7.2.2", "the file does not say that it is tagged"
    if is_true(marked.get("/Suspects")):
        yield f"{UA}, 7.1", "the file suspects its own tags"
    if "/StructTreeRoot" not in catalog or not document.tags:
        yield f"{A}, 6.7.3.3", "there is no tree of tags"
    if not is_true((plain(catalog.get("/ViewerPreferences")) or {}).get("/DisplayDocTitle")):
        yield f"{UA}, 7.1", "a reader shows the file name, not the title (DisplayDocTitle)"
    if not document.language:
        yield f"{UA}, 7.2", "the file does not say its language"


def _tree(document: Document) -> Found:
    for name in document.roles:
        if document.role(name) == name.removeprefix("/"):
            yield f"{UA}, 7.1", f"the standard type {name} is mapped to another"
    for tag in document.tags:
        own = str(tag.raw.get("/S"))
        if not tag.kind:
            yield f"{A}, 6.7.3.4", f"the type {own} comes to no standard one"
        above = tag.parent.raw if tag.parent else document.root
        if "/P" not in tag.raw or number_of(plain(tag.raw["/P"])) != number_of(above):
            yield f"{UA}, 7.1", f"a tag {own} does not know in which it stands"
        yield from _placed(tag)


def _placed(tag: Tag) -> Found:
    """What of a table or a list stands outside it, or holds what is none of it."""
    if tag.kind in INSIDE and (tag.parent is None or tag.parent.kind not in INSIDE[tag.kind]):
        yield f"{UA}, 7.2", f"a {tag.kind} stands in no {'/'.join(sorted(INSIDE[tag.kind]))}"
    for kid in tag.kids:
        if kid.kind not in HOLDS.get(tag.kind, {kid.kind}):
            yield f"{UA}, 7.2", f"a {tag.kind} holds a {kid.kind}"


def _content(document: Document, walk: Walk) -> Found:
    """Each piece is an artifact or leads to a tag, and not both."""
    for piece in walk.pieces:
        what = f"{piece.kind} on page {piece.page}"
        if piece.artifact is None and piece.mark is None:
            yield f"{UA}, 7.1", f"{what} is neither tagged nor an artifact"
        elif piece.mark and document.tag_of(piece.mark) is None:
            yield f"{UA}, 7.1", f"{what} is marked, but the parent tree leads to no tag"
    for around in walk.marked:
        if around[-1].tag == "/Artifact" and any(one.mark for one in around[:-1]):
            yield f"{UA}, 7.1", "an artifact stands inside tagged content"
        if around[-1].mark and any(one.tag == "/Artifact" for one in around[:-1]):
            yield f"{UA}, 7.1", "tagged content stands inside an artifact"


def _artifacts(document: Document, walk: Walk) -> Found:
    """Text that is not read aloud is what stands on each page."""
    known = fonts.used(walk)
    heads = _heads(document, walk, known)
    for piece in walk.pieces:
        if piece.artifact is not None and piece.kind == "text":
            words = known[id(piece.state.font)].says(piece.text)
            if not _repeated(piece, heads, words):
                yield (
                    f"{UA}, 7.8",
                    f"text on page {piece.page} is an artifact, but no header or footer",
                )


def _repeated(piece: Piece, heads: str, words: str) -> bool:
    """A running header or footer; or the headings of a table again, on each page that it goes on."""
    said = piece.artifact.properties if piece.artifact else {}
    if said.get("/Type") != "/Pagination":
        return False
    return said.get("/Subtype") in {"/Header", "/Footer"} or (
        "/Subtype" not in said and words in heads
    )


def _heads(document: Document, walk: Walk, known: dict[int, fonts.Font]) -> str:
    """What the headings of all tables say."""
    marks = {mark for tag in document.tags if _above(tag, "TH") for mark in tag.marks}
    shown = [one for one in walk.pieces if one.kind == "text" and one.mark in marks]
    return "\n".join(known[id(one.state.font)].says(one.text) for one in shown)


def _marks(document: Document, walk: Walk) -> Found:
    """A number stands once in a stream, and tag and content know each other."""
    for (_owner, number), times in Counter(walk.marks).items():
        if times > 1:
            yield f"{PDF}, 14.7.4.2", f"MCID {number} stands {times} times in one stream"
    shown = set(walk.marks)
    for tag in document.tags:
        for mark in tag.marks:
            if mark not in shown:
                yield f"{PDF}, 14.7.4.2", f"a {tag.kind} has MCID {mark[1]}, which no page shows"
    owners = Counter(mark for tag in document.tags for mark in tag.marks)
    for mark in shown:
        tag = document.tag_of(mark)
        if owners[mark] > 1 or (tag is not None and mark not in tag.marks):
            yield f"{PDF}, 14.7.4.4", f"tree and parent tree do not agree on MCID {mark[1]}"


def _headings(document: Document) -> Found:
    level = 0
    kinds = {tag.kind for tag in document.tags}
    for tag in document.tags:
        found = HEADING.fullmatch(tag.kind)
        if found is None:
            continue
        if int(found[1]) > level + 1:
            yield f"{UA}, 7.4.2", f"an {tag.kind} follows a heading of level {level}"
        level = int(found[1])
    if level and "H" in kinds:
        yield f"{UA}, 7.4.4", "there are headings with and without a level"


def _alternatives(document: Document) -> Found:
    for tag in document.tags:
        said = str(tag.raw.get("/Alt", "")) or tag.raw.get("/ActualText")
        if tag.kind == "Figure" and not said:
            yield f"{UA}, 7.3", "a figure has no words in its place"
        if tag.kind == "Formula" and not said:
            yield f"{UA}, 7.7", "a formula has no words in its place"
    notes = [str(tag.raw.get("/ID", "")) for tag in document.tags if tag.kind == "Note"]
    if not all(notes) or len(set(notes)) != len(notes):
        yield f"{UA}, 7.9", "a note has no ID of its own"


def _annotations(document: Document) -> Found:
    for number, page in enumerate(document.pages, 1):
        if listed(page.get("/Annots")) and page.get("/Tabs") != "/S":
            yield f"{UA}, 7.18.3", f"on page {number} the tab key does not follow the tags"
    for number, one in document.annotations():
        if not int(one.get("/F", 0)) & HIDDEN and one["/Subtype"] not in {"/Popup", "/PrinterMark"}:
            yield from _annotation(
                document, one, f"an annotation {one['/Subtype']} on page {number}"
            )


# By its subtype: the tag it stands in, the clause on that, where its words are, the clause on those.
_TAGGED: Final = {
    "/Link": ("Link", f"{UA}, 7.18.5", "/Contents", f"{UA}, 7.18.5"),
    "/Widget": ("Form", f"{UA}, 7.18.4", "/TU", f"{UA}, 7.18.1"),
}
_OTHER: Final = ("Annot", f"{UA}, 7.18.1", "/Contents", f"{UA}, 7.18.1")


def _annotation(document: Document, one: DictionaryObject, where: str) -> Found:
    tag = document.tag_of_object(one)
    wanted, nested, words, said = _TAGGED.get(one["/Subtype"], _OTHER)
    if tag is None or _above(tag, wanted) is None or one not in tag.objects:
        yield nested, f"{where} stands in no tag {wanted}"
    # A link needs Contents even where its tag says it (7.18.5).
    instead = tag is not None and wanted != "Link" and tag.raw.get("/Alt")
    if not one.get(words) and not instead:
        yield said, f"{where} has no words in its place"


def _above(tag: Tag | None, kind: str) -> Tag | None:
    while tag is not None and tag.kind != kind:
        tag = tag.parent
    return tag


def _languages(document: Document, walk: Walk) -> Found:
    said = {document.language, *(tag.language for tag in document.tags)} - {""}
    said |= {
        text_of(one[-1].properties["/Lang"]) for one in walk.marked if "/Lang" in one[-1].properties
    }
    for language in sorted(said):
        if not LANGUAGE.match(language):
            yield f"{UA}, 7.2", f"{language!r} names no language"
    known = fonts.used(walk)
    for piece in walk.pieces:
        if piece.kind == "text":
            words, language = (
                known[id(piece.state.font)].says(piece.text),
                document.language_of(piece),
            )
            for script, languages in SCRIPTS:
                if script.search(words) and language.split("-")[0] not in languages:
                    yield (
                        f"{UA}, 7.2",
                        f"on page {piece.page} letters of another script are read as {language}",
                    )
