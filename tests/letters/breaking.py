"""Ways to break a good PDF, each with the clauses that it breaks: so that we know the judge to see it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from tests.letters.validity.document import plain


class Broken:
    """A PDF that is taken apart; `bytes` puts it together again."""

    def __init__(self, data: bytes) -> None:
        self.writer = PdfWriter(clone_from=io.BytesIO(data))
        self.root: Any = self.writer.root_object
        self.page: Any = self.writer.pages[0]
        self.resources: Any = plain(self.page["/Resources"])
        self.tree: Any = self.root["/StructTreeRoot"]

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self.writer.write(out)
        return out.getvalue()

    def all(self, name: str, value: str) -> list[Any]:
        """All dictionaries that have this."""
        known = [one for one in self.writer._objects if isinstance(one, DictionaryObject)]
        return [one for one in known if one.get(name) == value]

    def tag(self, kind: str) -> Any:
        return self.all("/S", kind)[0]

    def font(self) -> Any:
        """The first font, that of the title: CFF in it."""
        return plain(self.resources["/Font"]["/f0"])

    def within(self, name: str = "/f0") -> Any:
        """The CIDFont within a font: /f0 is CFF, /f2 is TrueType."""
        return plain(plain(self.resources["/Font"][name])["/DescendantFonts"][0])

    def descriptor(self) -> Any:
        return plain(self.within()["/FontDescriptor"])

    def space(self) -> Any:
        """The first colour space, which is ICCBased."""
        return plain(self.resources["/ColorSpace"]["/c0"])

    def link(self) -> Any:
        return plain(self.page["/Annots"][0])

    def row(self) -> Any:
        """The tags of the page in the parent tree."""
        numbers = plain(self.tree["/ParentTree"])["/Nums"]
        return plain(numbers[numbers.index(self.page["/StructParents"]) + 1])

    def stream(self, data: bytes, **more: Any) -> Any:
        """A new stream in the file; a reference to it."""
        stream = DecodedStreamObject()
        stream.set_data(data)
        stream.update(of(**more))
        return self.writer._add_object(stream)

    def draw(self, data: bytes) -> None:
        """More on the page."""
        self.write(plain(self.page["/Contents"]).get_data() + b"\n" + data)

    def write(self, data: bytes) -> None:
        self.page[NameObject("/Contents")] = self.stream(data)

    def say(self, before: str, after: str) -> None:
        """Something else in the content of the page."""
        data = plain(self.page["/Contents"]).get_data()
        assert before.encode() in data, before
        self.write(data.replace(before.encode(), after.encode()))

    def resource(self, category: str, thing: Any) -> None:
        """A thing of this category more, in the resources of the page."""
        known = plain(self.resources.setdefault(NameObject(category), DictionaryObject()))
        known[NameObject("/x")] = thing

    def xmp(self, before: str, after: str) -> None:
        """Something else in the metadata."""
        data = plain(self.root["/Metadata"]).get_data()
        assert before.encode() in data, before
        stream = self.stream(
            data.replace(before.encode(), after.encode()), Type="/Metadata", Subtype="/XML"
        )
        self.root[NameObject("/Metadata")] = stream


def of(**values: Any) -> DictionaryObject:
    """A dictionary; words that begin with a slash are names."""
    return DictionaryObject(
        {NameObject(f"/{name}"): _object(value) for name, value in values.items()}
    )


def _object(value: Any) -> Any:
    if isinstance(value, bool):
        return BooleanObject(value)
    if isinstance(value, int):
        return NumberObject(value)
    if isinstance(value, list):
        return ArrayObject(map(_object, value))
    if isinstance(value, str):
        return NameObject(value) if value.startswith("/") else TextStringObject(value)
    return value


def put(where: Any, name: str, value: Any) -> None:
    """Another value, there or in its place."""
    where[NameObject(name)] = _object(value)


def first_kid_gone(tag: Any) -> None:
    tag[NameObject("/K")] = ArrayObject(list(plain(tag["/K"]))[1:])


def wider(broken: Broken, name: str) -> None:
    """Its first glyph is said to be as wide as no letter is."""
    broken.within(name)["/W"].extend(map(NumberObject, (1, 1, 5_000)))


def letters(broken: Broken, code: str) -> None:
    """Its first glyph is said to be this letter."""
    data = plain(broken.font()["/ToUnicode"]).get_data().decode()
    at = data.index("<0001> <") + 8
    put(broken.font(), "/ToUnicode", broken.stream((data[:at] + code + data[at + 4 :]).encode()))


def unheaded(broken: Broken, *names: str) -> None:
    """Cells lose these attributes."""
    for kind in ("/TH", "/TD"):
        for cell in broken.all("/S", kind):
            for name in names:
                cell["/A"][0].pop(name, None)


def without_a_tag(broken: Broken, **more: Any) -> None:
    """An annotation more, of which no tag knows."""
    more = {"Type": "/Annot", "Rect": [9, 9, 20, 20], "F": 4, **more}
    broken.page["/Annots"].append(broken.writer._add_object(of(**more)))


def circle(broken: Broken) -> None:
    """A type that comes to another, which comes to it."""
    put(broken.tag("/P"), "/S", "/X")
    put(broken.tree["/RoleMap"], "/X", "/Y")
    put(broken.tree["/RoleMap"], "/Y", "/X")


def packed(broken: Broken) -> None:
    """The metadata in a filter."""
    put(
        broken.root,
        "/Metadata",
        broken.writer._add_object(plain(broken.root["/Metadata"]).flate_encode()),
    )


def second_profile(broken: Broken) -> None:
    """Another output intent, with the same profile in another object."""
    intents = broken.root["/OutputIntents"]
    known = plain(intents[0])
    other = broken.stream(plain(known["/DestOutputProfile"]).get_data())
    intents.append(of(Type="/OutputIntent", S="/GTS_PDFA1", DestOutputProfile=other))


def caption_amid(broken: Broken) -> None:
    """A caption between the head of a table and its body."""
    table = broken.tag("/Table")
    caption = of(Type="/StructElem", S="/Caption", P=table.indirect_reference)
    plain(table["/K"]).insert(1, broken.writer._add_object(caption))


def overlapping(broken: Broken) -> None:
    """The second heading reaches down to where the first cell is as wide as both."""
    put(broken.all("/S", "/TH")[1]["/A"][0], "/RowSpan", 2)
    put(broken.tag("/TD")["/A"][0], "/ColSpan", 2)


def form(data: bytes) -> Callable[[Broken], Any]:
    """With a form on the page that shows this."""

    def does(broken: Broken) -> None:
        resources = broken.page.raw_get("/Resources")
        broken.resource("/XObject", broken.stream(data, Subtype="/Form", Resources=resources))
        broken.draw(b"/x Do")

    return does


def dropped(where: Callable[[Broken], Any], name: str) -> Callable[[Broken], Any]:
    """Without this key."""
    return lambda broken: where(broken).__delitem__(name)


def root(broken: Broken) -> Any:
    return broken.root


def set_to(where: Callable[[Broken], Any], name: str, value: Any) -> Callable[[Broken], Any]:
    """With another value."""
    return lambda broken: put(where(broken), name, value)


def tag(kind: str) -> Callable[[Broken], Any]:
    return lambda broken: broken.tag(kind)


def drawn(data: bytes) -> Callable[[Broken], Any]:
    """With more on the page."""
    return lambda broken: broken.draw(data)


def stated(**values: Any) -> Callable[[Broken], Any]:
    """With a graphics state."""
    return lambda broken: broken.resource("/ExtGState", of(Type="/ExtGState", **values))


def placed(**values: Any) -> Callable[[Broken], Any]:
    """With a form or a picture that nothing shows."""
    return lambda broken: broken.resource("/XObject", broken.stream(b"", Type="/XObject", **values))


NULL = NullObject()
