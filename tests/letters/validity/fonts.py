"""Fonts: each that shows something is in the file, whole enough, and says which letters its glyphs are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from tests.letters.validity.content import INVISIBLE, Piece, Walk
from tests.letters.validity.document import A, Document, Found, listed, plain
from tests.letters.validity.programs import Program, cff, truetype

PRIVATE_USE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
NEVER: Final = frozenset("\x00\ufeff\ufffe")
# So many thousandths of the size may a width differ.
SLACK: Final = 1


def judged(_document: Document, walk: Walk) -> Found:
    """All fonts with which text is shown."""
    fonts = used(walk)
    for piece in walk.pieces:
        if piece.kind == "text":
            yield from fonts[id(piece.state.font)].meaning(piece)
    for font in fonts.values():
        yield from font.judged()


def used(walk: Walk) -> dict[int, Font]:
    """Each font that shows text, with the codes that it shows; by the identity of its dictionary."""
    fonts: dict[int, Font] = {}
    for piece in walk.pieces:
        if piece.kind == "text":
            key = id(piece.state.font)
            font = fonts[key] = fonts.get(key) or Font(piece.state.font)
            font.codes |= set(font.split(piece.text))
            font.is_seen |= piece.state.mode != INVISIBLE
    return fonts


class Font:
    """A font, and the codes that are shown with it."""

    def __init__(self, raw: Any) -> None:
        self.raw = raw
        self.name = str(raw.get("/BaseFont", "a font without a name"))
        self.is_composite = raw["/Subtype"] == "/Type0"
        within = plain(plain(raw["/DescendantFonts"])[0]) if self.is_composite else raw
        self.within: Any = within
        self.descriptor: Any = plain(within.get("/FontDescriptor")) or {}
        self.letters = _letters(raw)
        self.codes: set[int] = set()
        self.is_seen = False

    def split(self, text: bytes) -> Iterator[int]:
        """The codes in a string: of two bytes each, as in Identity-H, in a composite font."""
        size = 2 if self.is_composite else 1
        return (int.from_bytes(text[at : at + size], "big") for at in range(0, len(text), size))

    def says(self, text: bytes) -> str:
        """The letters of a string."""
        return "".join(self.letters.get(code, "") for code in self.split(text))

    def meaning(self, piece: Piece) -> Found:
        """Each code has its letters; one of a private area is explained beside it."""
        for code in self.split(piece.text):
            letters = self.letters.get(code)
            if not letters:
                yield f"{A}, 6.2.11.7.2", f"{self.name} does not say which letter {code:04x} is"
            elif NEVER & set(letters):
                yield f"{A}, 6.2.11.7.2", f"{self.name} calls {code:04x} no letter"
            elif PRIVATE_USE.search(letters) and piece.said("/ActualText") is None:
                yield (
                    f"{A}, 6.2.11.7.3",
                    f"{self.name} calls {code:04x} a letter of its own, which nothing explains",
                )
            if code == 0 and self.is_composite:
                yield f"{A}, 6.2.11.8", f"{self.name} shows the sign for what it lacks"

    def judged(self) -> Found:
        """Its program and what is said of it."""
        if self.raw["/Subtype"] == "/Type3" or not self.is_seen:
            return
        files = [
            name for name in ("/FontFile", "/FontFile2", "/FontFile3") if name in self.descriptor
        ]
        if not files:
            yield f"{A}, 6.2.11.4.1", f"{self.name} is not in the file"
            return
        if self.is_composite:
            yield from self._composite()
            yield from self._glyphs(plain(self.descriptor[files[0]]))

    def _composite(self) -> Found:
        if self.raw.get("/Encoding") not in {"/Identity-H", "/Identity-V"}:
            yield (
                f"{A}, 6.2.11.3.3",
                f"{self.name} has a map of codes that this judge does not read",
            )
        if (
            self.within["/Subtype"] == "/CIDFontType2"
            and self.within.get("/CIDToGIDMap") != "/Identity"
        ):
            yield f"{A}, 6.2.11.3.2", f"{self.name} does not say which glyphs its codes are"

    def _glyphs(self, file: Any) -> Found:
        program = _program(self.within["/Subtype"], file.get_data())
        widths = self._widths()
        for code in sorted(self.codes):
            if code not in program.widths:
                yield f"{A}, 6.2.11.4.1", f"{self.name} has no glyph {code:04x}"
            elif abs(widths.get(code, self.within.get("/DW", 1000)) - program.widths[code]) > SLACK:
                yield (
                    f"{A}, 6.2.11.5",
                    f"{self.name} gives {code:04x} another width than its glyph has",
                )
        if "/CIDSet" in self.descriptor:
            listed_there = _bits(plain(self.descriptor["/CIDSet"]).get_data())
            if listed_there != set(program.widths):
                yield f"{A}, 6.2.11.4.2", f"{self.name} lists other glyphs than it has"

    def _widths(self) -> dict[int, float]:
        found: dict[int, float] = {}
        row = list(map(plain, listed(self.within.get("/W"))))
        while row:
            first, second = row.pop(0), row.pop(0)
            if isinstance(second, list):
                found |= {first + at: float(plain(width)) for at, width in enumerate(second)}
            else:
                found |= dict.fromkeys(range(first, second + 1), float(row.pop(0)))
        return found


def _program(kind: str, data: bytes) -> Program:
    return truetype(data) if kind == "/CIDFontType2" else cff(data)


def _bits(data: bytes) -> set[int]:
    return {8 * at + bit for at, byte in enumerate(data) for bit in range(8) if byte & 128 >> bit}


def _letters(raw: Any) -> dict[int, str]:
    """The letters by code: of its ToUnicode map; ISO 32000-1, 9.10.3."""
    stream = plain(raw.get("/ToUnicode"))
    if stream is None:
        return {}
    return _unicode(stream.get_data().decode("latin-1"))


def _unicode(cmap: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = _hex(letters)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, one, several in re.findall(
            r"<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])", block, re.DOTALL
        ):
            row = re.findall(r"<(\w+)>", several)
            for at, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = _hex(row[at]) if row else _hex(f"{int(one, 16) + at:0{len(one)}x}")
    return found


def _hex(letters: str) -> str:
    return bytes.fromhex(letters).decode("utf-16-be")
