"""What content streams put on the pages, forms within them included: each piece with its marks, font and colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from pypdf.generic import ContentStream, DictionaryObject

from tests.letters.validity.document import Document, Mark, is_true, number_of, plain, text_of

TEXT = {b"Tj": 0, b"TJ": 0, b"'": 0, b'"': 2}
FILLS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
STROKES = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
COLOURS = {
    b"g": ("fill", "/DeviceGray"), b"rg": ("fill", "/DeviceRGB"), b"k": ("fill", "/DeviceCMYK"),
    b"G": ("stroke", "/DeviceGray"), b"RG": ("stroke", "/DeviceRGB"), b"K": ("stroke", "/DeviceCMYK"),
}  # fmt: skip
SPACES = {b"cs": "fill", b"CS": "stroke"}
KNOWN = frozenset(
    b"w J j M d ri i gs q Q cm m l c v y h re n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* d0 d1 "
    b"SC SCN sc scn sh Do MP DP BMC BDC EMC BX EX".split()
) | {b"INLINE IMAGE", *TEXT, *FILLS, *STROKES, *COLOURS, *SPACES}
INVISIBLE = 3


@dataclass(frozen=True)
class Marked:
    """A marked-content sequence that is open."""

    tag: str
    properties: DictionaryObject
    owner: int

    @cached_property
    def mark(self) -> Mark | None:
        return (self.owner, int(self.properties["/MCID"])) if "/MCID" in self.properties else None


@dataclass(frozen=True)
class State:
    """What of the graphics state the judges ask about. A page begins in DeviceGray."""

    font: DictionaryObject | None = None
    mode: int = 0
    fill: Any = "/DeviceGray"
    stroke: Any = "/DeviceGray"


@dataclass(frozen=True)
class Piece:
    """Something that is shown: "text", "path", "image" or "shading"."""

    kind: str
    page: int
    around: tuple[Marked, ...]
    state: State
    colours: tuple[Any, ...] = ()
    text: bytes = b""

    @cached_property
    def artifact(self) -> Marked | None:
        return next((one for one in self.around if one.tag == "/Artifact"), None)

    @cached_property
    def mark(self) -> Mark | None:
        """The innermost one."""
        return next((one.mark for one in reversed(self.around) if one.mark), None)

    @property
    def language(self) -> str:
        return text_of(self.said("/Lang") or "")

    def said(self, name: str) -> Any:
        """A property of the innermost marked content that has it."""
        return next(
            (one.properties[name] for one in reversed(self.around) if name in one.properties), None
        )


@dataclass
class Walk:
    """All pieces, all numbers of marked content as often as they open, and what is wrong with the streams."""

    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    marked: list[tuple[Marked, ...]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    deepest: int = 0
    unbalanced: list[int] = field(default_factory=list)


def walked(document: Document) -> Walk:
    """Through all pages."""
    walk = Walk()
    for number, page in enumerate(document.pages, 1):
        content = page.get("/Contents")
        if content is not None:
            stream = ContentStream(plain(content), document.reader, "bytes")
            _Stream(document, walk, number, page, page["/Resources"]).run(stream)
    return walk


class _Stream:
    """One content stream on its way."""

    def __init__(
        self, document: Document, walk: Walk, page: int, owner: Any, resources: Any,
        around: tuple[Marked, ...] = (), state: State | None = None,
    ) -> None:  # fmt: skip
        self.document, self.walk, self.page = document, walk, page
        self.owner, self.resources = number_of(owner), plain(resources)
        self.around, self.state = around, state or State()
        self.outside = len(around)
        self.kept: list[State] = []

    def run(self, stream: ContentStream) -> None:
        for operands, operator in stream.operations:
            if operator not in KNOWN:
                self.walk.unknown.add(operator.decode("latin-1"))
            self._drawn(operator, operands)
            self._stated(operator, operands)
            self._marked(operator, operands)
        if self.kept or len(self.around) != self.outside:
            self.walk.unbalanced.append(self.page)

    def _named(self, category: str, name: Any) -> Any:
        return plain((plain(self.resources.get(category)) or {}).get(name))

    def _stated(self, operator: bytes, operands: Any) -> None:
        state = self.state
        if operator == b"q":
            self.kept.append(state)
            self.walk.deepest = max(self.walk.deepest, len(self.kept))
        elif operator == b"Q":
            self.state = self.kept.pop()
        elif operator == b"Tf":
            self.state = replace(state, font=self._named("/Font", operands[0]))
        elif operator == b"Tr":
            self.state = replace(state, mode=int(operands[0]))
        elif operator in COLOURS:
            side, space = COLOURS[operator]
            self.state = replace(state, **{side: space})
        elif operator in SPACES:
            space = self._named("/ColorSpace", operands[0]) or operands[0]
            self.state = replace(state, **{SPACES[operator]: space})

    def _marked(self, operator: bytes, operands: Any) -> None:
        if operator in {b"BDC", b"BMC"}:
            said = operands[1] if operator == b"BDC" else DictionaryObject()
            said = said if isinstance(said, DictionaryObject) else self._named("/Properties", said)
            one = Marked(str(operands[0]), said, self.owner)
            self.around = (*self.around, one)
            self.walk.marked.append(self.around)
            if one.mark:
                self.walk.marks.append(one.mark)
        elif operator == b"EMC":
            self.around = self.around[:-1]

    def _drawn(self, operator: bytes, operands: Any) -> None:
        if operator in TEXT:
            self._put("text", self._ink(), b"".join(_strings(operands[TEXT[operator]])))
        elif operator in FILLS | STROKES:
            inks = [self.state.fill] * (operator in FILLS) + [self.state.stroke] * (
                operator in STROKES
            )
            self._put("path", tuple(inks))
        elif operator == b"sh":
            self._put("shading", (self._named("/Shading", operands[0])["/ColorSpace"],))
        elif operator == b"INLINE IMAGE":
            settings = operands["settings"]
            self._put("image", (settings.get("/CS", settings.get("/ColorSpace")),))
        elif operator == b"Do":
            self._placed(self._named("/XObject", operands[0]))

    def _ink(self) -> tuple[Any, ...]:
        filled, stroked = self.state.mode in {0, 2, 4, 6}, self.state.mode in {1, 2, 5, 6}
        return (self.state.fill,) * filled + (self.state.stroke,) * stroked

    def _placed(self, thing: Any) -> None:
        if thing["/Subtype"] == "/Image":
            inks = (
                (self.state.fill,)
                if is_true(thing.get("/ImageMask"))
                else (plain(thing.get("/ColorSpace")),)
            )
            return self._put("image", inks)
        within = _Stream(
            self.document, self.walk, self.page, thing, thing.get("/Resources", self.resources),
            self.around, self.state,
        )  # fmt: skip
        return within.run(ContentStream(thing, self.document.reader, "bytes"))

    def _put(self, kind: str, colours: tuple[Any, ...], text: bytes = b"") -> None:
        piece = Piece(kind, self.page, self.around, self.state, colours, text)
        self.walk.pieces.append(piece)


def _strings(value: Any) -> Iterator[bytes]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, bytes):
            yield bytes(one)
