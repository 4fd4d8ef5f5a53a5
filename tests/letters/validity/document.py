"""A PDF as the judges see it: every object that can be reached, and its tree of tags."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, IndirectObject, NumberObject

if TYPE_CHECKING:
    from tests.letters.validity.content import Piece

A = "ISO 19005-2"
A1 = "ISO 19005-1"
UA = "ISO 14289-1"
PDF = "ISO 32000-1"


def several(words: str, before: str = "") -> frozenset[str]:
    """These words as a set, each with this before it."""
    return frozenset(before + word for word in words.split())


# ISO 32000-1, 14.8.4: the types that need no role map.
STANDARD = several(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
    "WT WP Figure Formula Form"
)
# The stream that numbers its marked content, and the number.
Mark = tuple[int, int]
Found = Iterator[tuple[str, str]]


def plain(value: Any) -> Any:
    """The object itself where a reference to it stands."""
    return value.get_object() if isinstance(value, IndirectObject) else value


def is_true(value: Any) -> bool:
    """A truth value; what is not there, or no truth value, is false."""
    value = plain(value)
    return isinstance(value, BooleanObject) and value.value


def text_of(value: Any) -> str:
    """A string of a content stream, which is read as bytes, or any other."""
    if not isinstance(value, bytes):
        return str(plain(value))
    return (
        value[2:].decode("utf-16-be") if value.startswith(b"\xfe\xff") else value.decode("latin-1")
    )


def listed(value: Any) -> list[Any]:
    """A list, also of what stands there alone or not at all."""
    value = plain(value)
    if value is None:
        return []
    return list(value) if isinstance(value, ArrayObject) else [value]


def number_of(thing: Any) -> int:
    """The object number; of what stands inside another one, one that nothing else has meanwhile."""
    return thing.indirect_reference.idnum if thing.indirect_reference else -id(thing)


@dataclass(eq=False)
class Tag:
    """A structure element. `kind` is the standard type that its own type comes to; "" where there is none."""

    raw: DictionaryObject
    kind: str
    parent: Tag | None
    language: str
    kids: list[Tag] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    objects: list[DictionaryObject] = field(default_factory=list)

    def attribute(self, owner: str, name: str) -> Any:
        """An attribute, ISO 32000-1, 14.7.5."""
        for one in map(plain, listed(self.raw.get("/A"))):
            if isinstance(one, DictionaryObject) and one.get("/O") == owner and name in one:
                return plain(one[name])
        return None

    def all(self) -> Iterator[Tag]:
        """Itself and all in it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.all()


class Document:
    """The file, read strictly."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfReader(io.BytesIO(data), strict=True)
        self.catalog: DictionaryObject = plain(self.reader.trailer["/Root"])
        self.pages = list(self.reader.pages)
        self.language = str(self.catalog.get("/Lang", ""))
        self.root: DictionaryObject = (
            plain(self.catalog.get("/StructTreeRoot")) or DictionaryObject()
        )
        self.roles = plain(self.root.get("/RoleMap")) or DictionaryObject()
        self.tags: list[Tag] = []
        for kid in map(plain, listed(self.root.get("/K"))):
            self.tags += self._tagged(kid, None, self.language).all()
        self.by_number = {number_of(tag.raw): tag for tag in self.tags}
        self.parents = dict(self._numbers(plain(self.root.get("/ParentTree"))))

    def role(self, name: str) -> str:
        """The standard type behind a type; "" where the map leads nowhere or in a circle."""
        passed: set[str] = set()
        while name not in passed:
            if name.removeprefix("/") in STANDARD:
                return name.removeprefix("/")
            passed.add(name)
            name = str(self.roles.get(name, name))
        return ""

    def tag_of(self, mark: Mark) -> Tag | None:
        """The tag to which the parent tree leads from marked content."""
        owner = plain(IndirectObject(mark[0], 0, self.reader))
        row = listed(self.parents.get(owner.get("/StructParents")))
        return self.by_number.get(_reference(row[mark[1]])) if mark[1] < len(row) else None

    def tag_of_object(self, thing: DictionaryObject) -> Tag | None:
        """The same from an annotation."""
        return self.by_number.get(_reference(self.parents.get(thing.get("/StructParent"))))

    def language_of(self, piece: Piece) -> str:
        """In which language it is read: of the marked content, else of the tag, else of the whole."""
        tag = self.tag_of(piece.mark) if piece.mark else None
        return piece.language or (tag.language if tag else self.language)

    def annotations(self) -> Iterator[tuple[int, DictionaryObject]]:
        """Each with the number of its page."""
        for number, page in enumerate(self.pages, 1):
            for one in listed(page.get("/Annots")):
                yield number, plain(one)

    def objects(self) -> Iterator[Any]:
        """All that can be reached from the trailer, each thing once."""
        todo: list[Any] = [self.reader.trailer]
        passed: set[int] = set()
        while todo:
            one = todo.pop()
            if isinstance(one, IndirectObject):
                if one.idnum in passed:
                    continue
                passed.add(one.idnum)
                one = one.get_object()
            yield one
            if isinstance(one, DictionaryObject):
                todo += one.keys()
                todo += (one.raw_get(name) for name in one)
            elif isinstance(one, ArrayObject):
                todo += one

    def _tagged(self, raw: DictionaryObject, parent: Tag | None, language: str) -> Tag:
        language = str(raw.get("/Lang", language))
        tag = Tag(raw, self.role(str(raw.get("/S", ""))), parent, language)
        for kid in map(plain, listed(raw.get("/K"))):
            if isinstance(kid, NumberObject):
                tag.marks.append((number_of(plain(raw["/Pg"])), int(kid)))
            elif kid.get("/Type") == "/MCR":
                owner = kid.get("/Stm") or kid.get("/Pg") or raw["/Pg"]
                tag.marks.append((number_of(plain(owner)), int(kid["/MCID"])))
            elif kid.get("/Type") == "/OBJR":
                tag.objects.append(plain(kid["/Obj"]))
            else:
                tag.kids.append(self._tagged(kid, tag, language))
        return tag

    def _numbers(self, tree: Any) -> Iterator[tuple[int, Any]]:
        if tree is None:
            return
        row = listed(tree.get("/Nums"))
        yield from zip(map(plain, row[::2]), row[1::2], strict=True)
        for kid in listed(tree.get("/Kids")):
            yield from self._numbers(plain(kid))


def _reference(value: Any) -> int | None:
    return value.idnum if isinstance(value, IndirectObject) else None
