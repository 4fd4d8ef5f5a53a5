"""Whether a Word file may serve as the template of an item, and what is kept of it. Pure: bytes in, bytes out.

It may be made to hurt: nothing in it is run, fetched or followed, and what is kept is written anew.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.errors import RuleBroken, Words
from fund.meetings.elsewhere.filling import saved, text_of
from fund.meetings.elsewhere.packing import unpacked
from fund.meetings.elsewhere.placeholders import PLACEHOLDERS, named_in

FIELD: Final = "file"
MOST_BYTES: Final = 5 * 1024 * 1024
MOST_UNPACKED_BYTES: Final = 30 * 1024 * 1024
MOST_PARTS: Final = 200
PACKED, OLD_WORD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
PICTURES: Final = frozenset({"png", "jpg", "jpeg", "gif"})
DOCUMENT: Final = b"wordprocessingml.document.main+xml"
MACROS: Final = re.compile(rb"macroEnabled|vbaProject|vbaData|activeX", re.IGNORECASE)
# UTF-8 alone: in another encoding the same letters are other bytes, and would not be found.
ENCODING: Final = re.compile(rb"""<\?xml[^>]*encoding=["'](?!utf-8|us-ascii)""", re.IGNORECASE)
DECLARES: Final = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)

# What a document may be made of; each is the end of the name of a relation.
RELATIONS: Final = frozenset(
    (
        *("officedocument", "styles", "styleswitheffects", "settings", "websettings"),
        *("fonttable", "theme", "numbering", "header", "footer", "footnotes", "endnotes"),
        *("image", "core-properties", "extended-properties", "custom-properties", "customxml"),
        *("customxmlprops", "thumbnail", "glossarydocument", "comments", "commentsextended"),
        *("commentsids", "commentsextensible", "people", "classificationlabels"),
        "intelligence",
    )
)
# A link to click and the template it was made from: these are taken out, the words stay.
TAKEN_OUT: Final = frozenset({"hyperlink", "attachedtemplate"})
# Fields that tell of the document itself; others fetch or start something.
FIELDS: Final = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "DATE", "TIME", "CREATEDATE"),
        *("SAVEDATE", "PRINTDATE", "STYLEREF", "TITLE", "REF", "PAGEREF", "TOC", "SEQ"),
        "DOCPROPERTY",
    )
)
POINTERS: Final = frozenset({"src", "href", "althref"})

RELATION_ID: Final = qn("r:id")
LINK, MAIL_MERGE = qn("w:hyperlink"), qn("w:mailMerge")
FIELD_CHAR, FIELD_TYPE = qn("w:fldChar"), qn("w:fldCharType")
FIELD_WORDS, SIMPLE_FIELD, SIMPLE_WORDS = qn("w:instrText"), qn("w:fldSimple"), qn("w:instr")


class TemplateRefused(RuleBroken):
    """This file does not become the template; the sentence says what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, field=FIELD)


def checked(content: bytes) -> bytes:
    """What is kept of this file: the same document without links. TemplateRefused when it may not be one."""
    _is_word(content)
    parts = _parts(content)
    for name, part in parts.items():
        _is_calm(name, part)
    try:
        document = docx.Document(io.BytesIO(content))
        _take_links_out(document)
        _names_are_known(text_of(document))
        _forget_who(document)
        return saved(document)
    except TemplateRefused:
        raise
    except Exception as error:  # the library meets broken files with errors of every kind
        raise _unreadable() from error


def _is_word(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise TemplateRefused(_l("This file is larger than 5 MB. Use smaller pictures in it."))
    if content.startswith(OLD_WORD):
        raise TemplateRefused(
            _l("This is an old Word file, or one with a password. Save it as .docx without one.")
        )
    if not content.startswith(PACKED):
        raise TemplateRefused(_l("This is no Word file. Choose a .docx."))


def _parts(content: bytes) -> dict[str, bytes]:
    """All that is packed in it; a small file may hold gigabytes, and its own list says so first."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
        size = sum(one.file_size for one in listed)
        if len(listed) > MOST_PARTS or size > MOST_UNPACKED_BYTES:
            raise TemplateRefused(_l("This file is too heavy to open safely. Make it simpler."))
        if len({one.filename.lower() for one in listed}) != len(listed):
            raise _unreadable()
        parts = unpacked(content)
    except TemplateRefused:
        raise
    except Exception as error:  # a reader may fail in any way on bytes that were made to hurt it
        raise _unreadable() from error
    kinds = parts.get("[Content_Types].xml", b"")
    if MACROS.search(kinds) or any(MACROS.search(name.encode()) for name in parts):
        raise TemplateRefused(_l("This file can run something. Save it as .docx without macros."))
    if DOCUMENT not in kinds:
        raise TemplateRefused(_l("This is no Word file. Choose a .docx."))
    return parts


def _is_calm(name: str, part: bytes) -> None:
    """TemplateRefused when it holds another file, or points, fetches or starts anything."""
    kind = name.rsplit(".", 1)[-1].lower()
    if name.endswith("/") or kind in PICTURES:
        return
    if kind == "rels":
        _relations_are_calm(_parsed(part))
    elif kind == "xml":
        _words_are_calm(_parsed(part))
    else:
        raise _holds(name.rsplit("/", 1)[-1])


def _parsed(part: bytes) -> Any:
    if b"\0" in part or ENCODING.search(part) or DECLARES.search(part):
        raise _unreadable()
    try:
        return parse_xml(part)
    except Exception as error:  # a reader may fail in any way on bytes that were made to hurt it
        raise _unreadable() from error


def _words_are_calm(root: Any) -> None:
    for word in _field_words(root):
        if word.upper() not in FIELDS:
            raise _holds(word[:60])
    for one in root.iter():
        if one.tag == MAIL_MERGE:
            raise _holds("mail merge")
        _points_nowhere(one)


def _relations_are_calm(root: Any) -> None:
    for relation in root:
        kind = str(relation.get("Type", "")).rsplit("/", 1)[-1].lower()
        if kind in TAKEN_OUT:
            continue
        if relation.get("TargetMode", "").lower() == "external" or kind not in RELATIONS:
            raise _holds(kind)


def _points_nowhere(one: Any) -> None:
    for name, value in one.attrib.items():
        is_pointer = str(name).rsplit("}", 1)[-1].lower() in POINTERS
        if is_pointer and (":" in value or value.startswith(("\\", "/"))):
            raise _holds(value[:60])


def _field_words(root: Any) -> Iterator[str]:
    """The first word of each field, also of one that was written in pieces or in another."""
    opened: list[str] = []
    for one in root.iter(FIELD_CHAR, FIELD_WORDS, SIMPLE_FIELD):
        if one.tag == SIMPLE_FIELD:
            yield _first_word(one.get(SIMPLE_WORDS, ""))
        elif one.tag == FIELD_WORDS:
            # words outside any field do nothing, but are no words of a letterhead either
            opened = opened or [""]
            opened[-1] += one.text or ""
        elif one.get(FIELD_TYPE) == "begin":
            opened.append("")
        elif opened:
            yield _first_word(opened[-1])
            if one.get(FIELD_TYPE) == "end":
                opened.pop()
    yield from map(_first_word, opened)


def _first_word(words: str) -> str:
    """An empty field shows nothing; PAGE says as much."""
    return next(iter(words.split()), "PAGE")


def _take_links_out(document: Any) -> None:
    """What may be clicked becomes plain words; a link that is kept in another way is refused."""
    for part in list(document.part.package.iter_parts()):
        gone = {one.rId for one in part.rels.values() if one.is_external}
        gone |= {one.rId for one in part.rels.values() if _kind_of(one) in TAKEN_OUT}
        if not gone:
            continue
        if not isinstance(part, XmlPart):
            raise _holds("hyperlink")
        for one in [one for one in part.element.iter() if one.get(RELATION_ID) in gone]:
            if one.tag == LINK:
                for child in list(one):
                    one.addprevious(child)
            one.getparent().remove(one)
        for name in gone:
            part.rels.pop(name)


def _kind_of(relation: Any) -> str:
    return str(relation.reltype).rsplit("/", 1)[-1].lower()


def _names_are_known(text: str) -> None:
    named = named_in(text)
    if unknown := sorted(named - set(PLACEHOLDERS)):
        words = ", ".join(f"{{{{{name}}}}}" for name in unknown)
        raise TemplateRefused(_("These placeholders do not exist: %(names)s.", names=words))
    if not named:
        raise TemplateRefused(_l("This file names nothing. Write for example {{naam}} in it."))


def _forget_who(document: Any) -> None:
    """Who wrote the template is nobody's business in a tool elsewhere."""
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = ""


def _holds(what: str) -> TemplateRefused:
    words = _(
        "A template cannot hold this: %(what)s. Take it out in Word and save it again.", what=what
    )
    return TemplateRefused(words)


def _unreadable() -> TemplateRefused:
    return TemplateRefused(
        _l("This file cannot be read. Open it in Word and save it again as .docx.")
    )
