"""ISO 14289-1, 7.2 and 7.5: tables have rows of one length, and each cell finds its headings."""

from __future__ import annotations

from tests.letters.validity.content import Walk
from tests.letters.validity.document import UA, Document, Found, Tag, listed

SCOPES = frozenset({"/Row", "/Column", "/Both"})


def judged(document: Document, _walk: Walk) -> Found:
    """Each table."""
    names = {str(tag.raw["/ID"]) for tag in document.tags if tag.kind == "TH" and "/ID" in tag.raw}
    for tag in document.tags:
        if tag.kind == "Table":
            yield from _parts(tag)
            yield from _regular(tag)
            yield from _headed(tag, names)


def _rows(table: Tag) -> list[Tag]:
    found: list[Tag] = []
    for kid in table.kids:
        found += [kid] if kid.kind == "TR" else [one for one in kid.kids if one.kind == "TR"]
    return found


def _parts(table: Tag) -> Found:
    kinds = [kid.kind for kid in table.kids]
    if kinds.count("THead") > 1 or kinds.count("TFoot") > 1 or kinds.count("Caption") > 1:
        yield f"{UA}, 7.2", "a table has two heads, feet or captions"
    if {"THead", "TFoot"} & set(kinds) and "TBody" not in kinds:
        yield f"{UA}, 7.2", "a table has a head or a foot, but no body"
    if "Caption" in kinds[1:-1]:
        yield f"{UA}, 7.2", "the caption of a table stands amid its rows"


def _regular(table: Tag) -> Found:
    """Put each cell on a grid, spans counted: no two on one place, no place left."""
    taken: set[tuple[int, int]] = set()
    rows = _rows(table)
    for down, row in enumerate(rows):
        across = 0
        for cell in row.kids:
            while (down, across) in taken:
                across += 1
            wide, high = (
                int(cell.attribute("/Table", name) or 1) for name in ("/ColSpan", "/RowSpan")
            )
            own = {(down + y, across + x) for y in range(high) for x in range(wide)}
            if own & taken:
                yield f"{UA}, 7.2", "two cells of a table stand on one place"
            taken |= own
            across += wide
    width, height = (
        1 + max((x for _y, x in taken), default=-1),
        1 + max((y for y, _x in taken), default=-1),
    )
    if height != len(rows) or len(taken) != width * height:
        yield f"{UA}, 7.2", "the rows of a table are not of one length"


def _headed(table: Tag, names: set[str]) -> Found:
    cells = [cell for row in _rows(table) for cell in row.kids]
    heads = [cell for cell in cells if cell.kind == "TH"]
    if not heads:
        yield f"{UA}, 7.5", "a table has no headings"
    if heads and all(head.attribute("/Table", "/Scope") in SCOPES for head in heads):
        return
    for cell in cells:
        if cell.kind == "TD":
            said = {str(one) for one in listed(cell.attribute("/Table", "/Headers"))}
            if not said or said - names:
                yield f"{UA}, 7.5", "a cell of a table finds no heading: no Scope, no Headers"
