"""Font programs, read by hand: how many glyphs there are and how wide each is, in thousandths. TrueType and CFF."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

# Operators of a CFF dictionary; of two bytes the second one and 1200.
CHARSET, ENDS, PRIVATE, SUBRS, DEFAULT, NOMINAL, MATRIX, FONTS, SELECT = (
    15,
    17,
    18,
    19,
    20,
    21,
    1207,
    1236,
    1237,
)
CALL, CALL_GLOBAL, RETURN, ENDCHAR, ESCAPE = 10, 29, 11, 14, 12
# The first of these in a glyph ends its width: more operands than it needs itself, and the first one is it.
STEMS: Final = frozenset({1, 3, 18, 23, 19, 20})
MOVES: Final = {21: 2, 22: 1, 4: 1, ENDCHAR: 0}


@dataclass(frozen=True)
class Program:
    """`widths` by the number of the character in the font (CID)."""

    glyphs: int
    widths: dict[int, float]


def truetype(data: bytes) -> Program:
    """OpenType, 5: head, hhea, maxp and hmtx. The CID is the number of the glyph."""
    tables = {}
    for at in range(struct.unpack_from(">H", data, 4)[0]):
        name, _sum, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * at)
        tables[name] = data[offset : offset + length]
    scale = 1000 / struct.unpack_from(">H", tables[b"head"], 18)[0]
    long = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    glyphs = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
    advances = [struct.unpack_from(">H", tables[b"hmtx"], 4 * at)[0] for at in range(long)]
    advances += advances[-1:] * (glyphs - long)
    return Program(glyphs, {cid: advance * scale for cid, advance in enumerate(advances)})


def cff(data: bytes) -> Program:
    """Adobe's technical note 5176; the CID is what the charset says, else the number of the glyph."""
    _names, at = _index(data, data[2])
    tops, at = _index(data, at)
    _strings, at = _index(data, at)
    shared, _at = _index(data, at)
    top = _dictionary(tops[0])
    glyphs, _at = _index(data, top[ENDS][0])
    fonts = [_dictionary(one) for one in _index(data, top[FONTS][0])[0]] if FONTS in top else [top]
    owner = _selected(data, top[SELECT][0], len(glyphs)) if SELECT in top else [0] * len(glyphs)
    cids = (
        _charset(data, top[CHARSET][0], len(glyphs)) if FONTS in top else list(range(len(glyphs)))
    )
    privates = [_private(data, font) for font in fonts]
    scales = [
        _scale(top) * _scale(font) * 1000 if font is not top else _scale(top) * 1000
        for font in fonts
    ]
    scales = [
        1.0 if MATRIX not in top and MATRIX not in font else one
        for one, font in zip(scales, fonts, strict=True)
    ]
    widths = {}
    for cid, which, code in zip(cids, owner, glyphs, strict=True):
        private, own = privates[which]
        extra = _Glyph(own, shared).width(code)
        width = (
            private.get(DEFAULT, [0])[0] if extra is None else private.get(NOMINAL, [0])[0] + extra
        )
        widths[cid] = width * scales[which]
    return Program(len(glyphs), widths)


def _scale(font: dict[int, list[float]]) -> float:
    return font[MATRIX][0] if MATRIX in font else 1.0


def _private(
    data: bytes, font: dict[int, list[float]]
) -> tuple[dict[int, list[float]], list[bytes]]:
    size, offset = map(int, font.get(PRIVATE, [0, 0]))
    private = _dictionary(data[offset : offset + size])
    return private, _index(data, offset + int(private[SUBRS][0]))[0] if SUBRS in private else []


def _index(data: bytes, at: float) -> tuple[list[bytes], int]:
    at = int(at)
    count = struct.unpack_from(">H", data, at)[0]
    if not count:
        return [], at + 2
    size = data[at + 2]
    ends = [
        int.from_bytes(data[at + 3 + size * one : at + 3 + size * (one + 1)], "big")
        for one in range(count + 1)
    ]
    base = at + 2 + size * (count + 1)
    items = [data[base + a : base + b] for a, b in pairwise(ends)]
    return items, base + ends[-1]


def _dictionary(data: bytes) -> dict[int, list[float]]:
    found: dict[int, list[float]] = {}
    operands: list[float] = []
    at = 0
    while at < len(data):
        first = data[at]
        if first <= 21:
            two = first == ESCAPE
            found[1200 + data[at + 1] if two else first] = operands
            operands, at = [], at + 1 + two
        elif first == 30:
            number, at = _real(data, at + 1)
            operands.append(number)
        elif first == 29:
            operands.append(struct.unpack_from(">l", data, at + 1)[0])
            at += 5
        else:
            number, at = _whole(data, at)
            operands.append(number)
    return found


def _whole(data: bytes, at: int) -> tuple[float, int]:
    """Numbers of one to three bytes, and of five in a glyph: the same in dictionaries and glyphs."""
    first = data[at]
    if first == 28:
        return struct.unpack_from(">h", data, at + 1)[0], at + 3
    if first == 255:
        return struct.unpack_from(">l", data, at + 1)[0] / 65536, at + 5
    if first <= 246:
        return first - 139, at + 1
    if first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    return -(first - 251) * 256 - data[at + 1] - 108, at + 2


def _real(data: bytes, at: int) -> tuple[float, int]:
    signs, words = "0123456789.EE -", ""
    while True:
        for nibble in (data[at] >> 4, data[at] & 15):
            if nibble == 15:
                return float(words), at + 1
            words += "E-" if nibble == 12 else signs[nibble]
        at += 1


def _charset(data: bytes, at: float, count: int) -> list[int]:
    at, cids = int(at), [0]
    kind, at = data[at], at + 1
    while len(cids) < count:
        first, at = struct.unpack_from(">H", data, at)[0], at + 2
        left = 0
        if kind:
            left = int.from_bytes(data[at : at + kind], "big")
            at += kind
        cids += range(first, first + left + 1)
    return cids[:count]


def _selected(data: bytes, at: float, count: int) -> list[int]:
    at = int(at)
    if data[at] == 0:
        return list(data[at + 1 : at + 1 + count])
    ranges = struct.unpack_from(">H", data, at + 1)[0]
    starts = [struct.unpack_from(">H", data, at + 3 + 3 * one)[0] for one in range(ranges + 1)]
    chosen: list[int] = []
    for one in range(ranges):
        chosen += [data[at + 5 + 3 * one]] * (starts[one + 1] - starts[one])
    return chosen


class _Glyph:
    """Runs a glyph as far as its width (technical note 5177, 3.1)."""

    def __init__(self, own: list[bytes], shared: list[bytes]) -> None:
        self.own, self.shared = own, shared
        self.stack: list[float] = []

    def width(self, code: bytes) -> float | None:
        """What it adds to the nominal width; None where it has the default one."""
        found = self._run(code)
        return found[0] if found else None

    def _run(self, code: bytes) -> list[float] | None:
        """The width in a list, an empty one where there is none; None where the code ends before it is known."""
        at = 0
        while at < len(code):
            first = code[at]
            if first >= 32 or first == 28:
                number, at = _whole(code, at)
                self.stack.append(number)
                continue
            at += 1
            if first in {CALL, CALL_GLOBAL}:
                found = self._run(self._called(self.own if first == CALL else self.shared))
                if found is not None:
                    return found
            elif first == RETURN:
                return None
            else:
                return self._first(first)
        return None

    def _called(self, routines: list[bytes]) -> bytes:
        bias = 107 if len(routines) < 1240 else 1131 if len(routines) < 33_900 else 32_768
        return routines[int(self.stack.pop()) + bias]

    def _first(self, operator: int) -> list[float]:
        count: Any = len(self.stack)
        extra = count % 2 if operator in STEMS else count > MOVES.get(operator, count)
        return self.stack[:1] if extra else []
