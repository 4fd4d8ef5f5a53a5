"""The judge of PDFs sees what is broken: each clause that it knows, broken in a good file with everything in it."""

import datetime as dt
import re
from functools import cache
from pathlib import Path

import pytest

from core.letters.pdf import pdf
from tests.letters import validity
from tests.letters.breaking import (
    NULL,
    Broken,
    caption_amid,
    circle,
    drawn,
    dropped,
    first_kid_gone,
    form,
    letters,
    of,
    overlapping,
    packed,
    placed,
    put,
    root,
    second_profile,
    set_to,
    stated,
    tag,
    unheaded,
    wider,
    without_a_tag,
)
from tests.letters.validity import findings, spoken
from tests.letters.validity.document import PDF, UA, A, plain

HERE = Path(validity.__file__).parent
NAMES = {"A": A, "A1": "ISO 19005-1", "UA": UA, "PDF": PDF}
SCRIPT = of(S="/JavaScript", JS="app.alert(1)")
RED, BLACK = b"/Artifact BMC 1 0 0 rg 0 0 9 9 re f EMC", b"/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC"
INDEXED = ["/Indexed", "/DeviceCMYK", 0, "x"]
FOOTER = b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC BT/f0 9 Tf%bTj ET EMC"

# What is done to the file, then all that the judge names, and nothing else.
BREAKS = {
    "no identifier": (lambda b: setattr(b.writer, "_ID", None), "A 6.1.3"),
    "encrypted": (lambda b: b.writer.encrypt(""), "A 6.1.3", "A 6.1.13"),
    "content elsewhere": (lambda b: put(plain(b.page["/Contents"]), "/F", "x.bin"), "A 6.1.7.1"),
    "LZW": (lambda b: put(b.root, "/X", b.stream(b"", Filter="/LZWDecode")), "A 6.1.7.2"),
    "a long name": (set_to(root, "/X", "/" + "x" * 128), "A 6.1.13"),
    "a large number": (set_to(root, "/X", 2**31), "A 6.1.13"),
    "a small page": (set_to(lambda b: b.page, "/MediaBox", [0, 0, 2, 2]), "A 6.1.13"),
    "deep q": (drawn(b"q " * 29 + b"Q " * 29), "A 6.1.13"),
    "q left open": (drawn(b"q"), "PDF 14.6.1"),
    "an unknown operator": (drawn(b"BX smile EX"), "A 6.2.2"),
    "no profile": (lambda b: put(plain(b.root["/OutputIntents"][0]), "/DestOutputProfile", b.stream(b"x")), "A 6.2.3"),
    "two profiles": (second_profile, "A 6.2.3"),
    "a profile of something else": (lambda b: put(plain(b.space()[1]), "/N", 4), "A 6.2.4.2"),
    "red for no screen": (lambda b: (b.draw(RED), b.root.pop("/OutputIntents")), "A 6.2.4.3"),
    "black for a press": (drawn(BLACK), "A 6.2.4.3"),
    "a picture for a press": (
        lambda b: (placed(Subtype="/Image", ColorSpace=INDEXED)(b), b.draw(b"/Artifact BMC /x Do EMC")), "A 6.2.4.3",
    ),
    "a transfer function": (stated(TR="/Identity"), "A 6.2.5"),
    "a halftone": (set_to(root, "/X", of(Type="/Halftone")), "A 6.2.5"),
    "an unknown intent": (stated(RI="/Loud"), "A 6.2.6"),
    "an image with another intent": (placed(Subtype="/Image", Intent="/Loud"), "A 6.2.6"),
    "an interpolated image": (placed(Subtype="/Image", Interpolate=True), "A 6.2.8"),
    "an image with alternates": (placed(Subtype="/Image", Alternates=[]), "A 6.2.8"),
    "PostScript": (placed(Subtype="/PS"), "A 6.2.9"),
    "a form from elsewhere": (placed(Subtype="/Form", Ref=of()), "A 6.2.9"),
    "a blend mode": (stated(BM="/Glow"), "A 6.2.10"),
    "glyphs unknown": (lambda b: b.within("/f2").pop("/CIDToGIDMap"), "A 6.2.11.3.2"),
    "another map of codes": (lambda b: put(b.font(), "/Encoding", "/H"), "A 6.2.11.3.3"),
    "no font file": (lambda b: b.descriptor().pop("/FontFile3"), "A 6.2.11.4.1"),
    "no such glyph": (drawn(FOOTER % b"<0fff>"), "A 6.2.11.4.1", "A 6.2.11.7.2"),
    "other glyphs listed": (lambda b: put(b.descriptor(), "/CIDSet", b.stream(b"\xff" * 9)), "A 6.2.11.4.2"),
    "wider than its glyph, CFF": (lambda b: wider(b, "/f0"), "A 6.2.11.5"),
    "wider than its glyph, TrueType": (lambda b: wider(b, "/f2"), "A 6.2.11.5"),
    "no letters": (lambda b: b.font().pop("/ToUnicode"), "A 6.2.11.7.2"),
    "no letter": (lambda b: letters(b, "0000"), "A 6.2.11.7.2"),
    "a letter of its own": (lambda b: letters(b, "E000"), "A 6.2.11.7.3"),
    "a sign for what lacks": (drawn(FOOTER % b"<0000>"), "A 6.2.11.8", "A 6.2.11.7.2"),
    "a film": (lambda b: without_a_tag(b, Subtype="/Movie", AP=of(N=b.stream(b""))), "A 6.3.1", "UA 7.18.1"),
    "a hidden link": (lambda b: put(b.link(), "/F", 4 | 32), "A 6.3.2"),
    "a link that is not printed": (lambda b: put(b.link(), "/F", 0), "A 6.3.2"),
    "a link without flags": (lambda b: b.link().pop("/F"), "A 6.3.2"),
    "a note without looks": (lambda b: without_a_tag(b, Subtype="/Text", Contents="x"), "A 6.3.3", "UA 7.18.1"),
    "two looks": (lambda b: without_a_tag(b, Subtype="/Popup", AP=of(N=NULL, D=NULL)), "A 6.3.3"),
    "a field with an action": (
        lambda b: without_a_tag(b, Subtype="/Widget", TU="x", AA=of(), AP=of(N=NULL)), "A 6.4.1", "UA 7.18.4",
    ),
    "a field without a name": (lambda b: without_a_tag(b, Subtype="/Widget", AP=of(N=NULL)), "UA 7.18.1", "UA 7.18.4"),
    "fields to draw": (set_to(root, "/AcroForm", of(NeedAppearances=True)), "A 6.4.1"),
    "XFA": (set_to(root, "/AcroForm", of(XFA="x")), "A 6.4.2"),
    "a page to draw": (set_to(root, "/NeedsRendering", True), "A 6.4.2"),
    "a script at the start": (set_to(root, "/OpenAction", SCRIPT), "A 6.5.1"),
    "a script by name": (set_to(root, "/Names", of(JavaScript=of(Names=["x", SCRIPT]))), "A 6.5.1"),
    "a programme behind a link": (lambda b: put(b.link(), "/A", of(S="/Launch", F="x.exe")), "A 6.5.1"),
    "an action by another name": (lambda b: put(b.link(), "/A", of(Type="/Action", S="/Named", N="/Print")), "A 6.5.1"),
    "an action when it closes": (set_to(root, "/AA", of()), "A 6.5.2"),
    "an action of the page": (set_to(lambda b: b.page, "/AA", of()), "A 6.5.2"),
    "no metadata": (dropped(root, "/Metadata"), "A 6.6.2.1"),
    "metadata cut off": (lambda b: b.xmp("</rdf:RDF>", ""), "A 6.6.2.1"),
    "metadata of an old kind": (lambda b: b.xmp("<?xpacket begin=", "<?xpacket encoding='UTF-8' begin="), "A 6.6.2.1"),
    "an unknown property": (lambda b: b.xmp("<dc:format>", "<dc:smell/><dc:format>"), "A 6.6.2.3.1"),
    "PDF/A-2b": (lambda b: b.xmp("conformance>A<", "conformance>B<"), "A 6.6.4"),
    "packed metadata": (packed, "A1 6.7.2"),
    "another title inside": (lambda b: b.writer.add_metadata({"/Title": "x"}), "A1 6.7.3"),
    "another day inside": (lambda b: b.writer.add_metadata({"/ModDate": "D:20200101000000Z"}), "A1 6.7.3"),
    "not marked": (lambda b: put(b.root["/MarkInfo"], "/Marked", False), "A 6.7.2.2"),
    "no tree": (dropped(root, "/StructTreeRoot"), "A 6.7.3.3", "UA 7.1", "UA 7.2", "UA 7.8", "UA 7.18.5"),
    "an unknown type": (lambda b: put(b.tag("/P"), "/S", "/Alinea"), "A 6.7.3.4"),
    "types in a circle": (circle, "A 6.7.3.4"),
    "an attachment": (lambda b: b.writer.add_attachment("x.txt", b"x"), "A 6.8"),
    "another presentation": (set_to(root, "/Names", of(AlternatePresentations=of())), "A 6.10"),
    "steps": (set_to(lambda b: b.page, "/PresSteps", of()), "A 6.10"),
    "requirements": (set_to(root, "/Requirements", []), "A 6.11"),
    "PDF/UA-2": (lambda b: b.xmp("pdfuaid:part>1<", "pdfuaid:part>2<"), "UA 5"),
    "no title": (lambda b: b.xmp(">Alles<", "><"), "UA 7.1", "A1 6.7.3"),
    "the name of the file in its window": (
        lambda b: put(b.root["/ViewerPreferences"], "/DisplayDocTitle", False), "UA 7.1",
    ),
    "suspects": (lambda b: put(b.root["/MarkInfo"], "/Suspects", True), "UA 7.1"),
    "a standard type mapped": (lambda b: put(b.tree["/RoleMap"], "/P", "/Span"), "UA 7.1"),
    "a tag without a parent": (lambda b: b.tag("/H1").pop("/P"), "UA 7.1"),
    "unmarked text": (drawn(b"BT /f0 9 Tf <0001> Tj ET"), "UA 7.1"),
    "an unmarked line": (drawn(b"0 0 9 9 re f"), "UA 7.1"),
    "an unmarked picture": (lambda b: (placed(Subtype="/Image")(b), b.draw(b"/x Do")), "UA 7.1"),
    "unmarked text in a form": (form(b"BT /f0 9 Tf <0001> Tj ET"), "UA 7.1"),
    "an artifact in a heading": (lambda b: b.say("<</MCID 0>>BDC", "<</MCID 0>>BDC/Artifact BMC EMC"), "UA 7.1"),
    "a heading in an artifact": (drawn(b"/Artifact BMC/P<</MCID 99>>BDC EMC EMC"), "UA 7.1"),
    "no way to the tag": (lambda b: b.row().__setitem__(0, NULL), "UA 7.1"),
    "the way to another tag": (lambda b: b.row().__setitem__(0, b.row()[1]), "PDF 14.7.4.4"),
    "an MCID twice": (drawn(b"/Span<</MCID 0>>BDC EMC"), "PDF 14.7.4.2"),
    "an MCID nowhere": (lambda b: b.say("/Span<</MCID 0>>BDC", "/Artifact BMC"), "PDF 14.7.4.2", "UA 7.8"),
    "a header that is none": (drawn(b"/Artifact<</Type/Pagination>>BDC BT/f0 9 Tf<0001>Tj ET EMC"), "UA 7.8"),
    "text as a mere line": (drawn(b"/Artifact<</Type/Layout>>BDC BT/f0 9 Tf<0001>Tj ET EMC"), "UA 7.8"),
    "no language": (dropped(root, "/Lang"), "UA 7.2"),
    "no such language": (set_to(root, "/Lang", "in het Nederlands"), "UA 7.2"),
    "Arabic read as Dutch": (lambda b: b.all("/Lang", "ar-BE")[0].pop("/Lang"), "UA 7.2"),
    "a list of something else": (set_to(tag("/L"), "/S", "/Div"), "UA 7.2"),
    "a list that holds a paragraph": (set_to(tag("/LI"), "/S", "/P"), "UA 7.2"),
    "a short row": (lambda b: first_kid_gone(b.all("/S", "/TR")[1]), "UA 7.2", "UA 7.1"),
    "a cell that reaches too far": (lambda b: put(b.tag("/TH")["/A"][0], "/RowSpan", 2), "UA 7.2"),
    "a cell over another": (overlapping, "UA 7.2"),
    "a caption amid rows": (caption_amid, "UA 7.2"),
    "a table without a body": (set_to(tag("/TBody"), "/S", "/THead"), "UA 7.2"),
    "no words for a picture": (dropped(tag("/Figure"), "/Alt"), "UA 7.3"),
    "a level left out": (set_to(tag("/H2"), "/S", "/H3"), "UA 7.4.2"),
    "no first level": (set_to(tag("/H1"), "/S", "/P"), "UA 7.4.2"),
    "with and without a level": (set_to(tag("/P"), "/S", "/H"), "UA 7.4.4"),
    "no headings": (lambda b: [put(one, "/S", "/TD") for one in b.all("/S", "/TH")], "UA 7.5", "UA 7.8"),
    "headings of nothing": (lambda b: unheaded(b, "/Scope", "/Headers"), "UA 7.5"),
    "no words for a formula": (lambda b: put(b.tag("/H2"), "/S", "/Formula"), "UA 7.7"),
    "a note without a name": (set_to(tag("/P"), "/S", "/Note"), "UA 7.9"),
    "a remark without words": (lambda b: without_a_tag(b, Subtype="/Stamp", AP=of(N=NULL)), "UA 7.18.1"),
    "tabs": (lambda b: b.page.pop("/Tabs"), "UA 7.18.3"),
    "a link that leads nowhere": (lambda b: b.link().pop("/Contents"), "UA 7.18.5"),
    "a link in no tag": (set_to(tag("/Link"), "/S", "/Span"), "UA 7.18.5"),
    "a link of which no tag knows": (lambda b: b.link().pop("/StructParent"), "UA 7.18.5"),
}  # fmt: skip


@cache
def good():
    """A paper with everything in it."""
    made_at = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
    return pdf({"title": "Alles"}, made_at=made_at, template=HERE / "everything.typ")


def named(found):
    return {one.split(":")[0] for one in found}


def long(short):
    part, number = short.split()
    return f"{NAMES[part]}, {number}"


def test_a_good_one_has_nothing_wrong_as_made_and_as_written_anew():
    assert findings(good()) == []
    assert findings(Broken(good()).bytes()) == []


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_broken_is_named_and_nothing_else(name):
    does, *clauses = BREAKS[name]
    broken = Broken(good())
    does(broken)
    assert named(findings(broken.bytes())) == {long(one) for one in clauses}


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"%PDF-1.7", b"%PDF-2.0"), (b"%\x80\x80\x80\x80", b"%text"), (b"%%EOF", b"%%EOF\nmore\n")],
)
def test_a_file_must_begin_and_end_as_one(before, after):
    clauses = named(findings(good().replace(before, after)))
    assert clauses == {f"{A}, 6.1.3" if before == b"%%EOF" else f"{A}, 6.1.2"}


def test_each_clause_that_the_judge_knows_has_been_broken():
    text = "".join(one.read_text(encoding="utf-8") for one in HERE.glob("*.py"))
    known = {
        f"{NAMES[part]}, {number}"
        for part, number in re.findall(r'\{(A1|A|UA|PDF)\}, ([\d.]+)"', text)
    }
    seen = {long(one) for _does, *clauses in BREAKS.values() for one in clauses}
    assert known - seen == {f"{A}, 6.1.2"}  # broken above, in the bytes
    assert seen <= known


def test_it_hears_each_language_apart():
    said = spoken(good())
    assert "Zwemles" in said["nl-BE"]
    assert set(said) == {"nl-BE", "ar-BE"}
