"""docs/regulations.md taken apart: its files, its fragments, its tables, each by the mark above it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from core.config import ROOT
from regulation.files.reading import parsed
from regulation.files.writing import written

TEXT = (ROOT / "docs" / "regulations.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:<!-- (\w+) -->\n)?```(toml|json)\n(.*?)```", re.DOTALL)
TABLE = re.compile(r"<!-- ([\w: ]+) -->\n((?:\|.*\n)+)")
LINK = re.compile(r"\(#([^)]+)\)")
CODE = re.compile(r"`([^`]+)`")
# A cell of a table; a bar inside it would be written \|, and none is.
CELLS = re.compile(r"\s*\|\s*")


@cache
def blocks(mark: str, language: str = "toml") -> list[str]:
    """The blocks under a mark; those without one are fragments."""
    found = BLOCK.findall(TEXT)
    return [text for name, kind, text in found if (name, kind) == (mark, language)]


def example() -> str:
    """The whole file of the first chapter."""
    return blocks("whole")[0]


def frame() -> str:
    """The small file in which all fragments stand."""
    return blocks("frame")[0]


@cache
def fragments() -> list[str]:
    """Each fragment in the small file, without the examples of that file."""
    small = {key: value for key, value in parsed(frame()).items() if key != "cases"}
    return [written(merged(small, parsed(text))) for text in blocks("")]


def merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in both is that of `over`; tables grow into one."""
    made = {**under, **over}
    for key in under.keys() & over.keys():
        if isinstance(under[key], dict) and isinstance(over[key], dict):
            # The first day and why there is none do not go together.
            is_replaced = key == "validity"
            made[key] = over[key] if is_replaced else merged(under[key], over[key])
    return made


@cache
def tables() -> dict[str, list[list[str]]]:
    """The rows below the heading of every marked table, in cells."""
    return {mark: list(_rows(text)) for mark, text in TABLE.findall(TEXT)}


def _rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines()[2:]:
        yield CELLS.split(line.strip().removeprefix("|").removesuffix("|").strip())


def words(mark: str) -> list[str]:
    """The words in the first column of a marked table."""
    return [word for row in tables()[mark] for word in CODE.findall(row[0])]


def lines_of(cell: str) -> list[str]:
    """The lines of code with which a cell begins, one below the other."""
    begin = re.match(r"(?:`[^`]+`(?:<br>)?)*", cell)
    return CODE.findall(begin[0]) if begin else []


def anchor(heading: str) -> str:
    """The name by which a page of the web links to a heading."""
    plain = re.sub(r"[^\w\- ]", "", heading.lstrip("# ").lower())
    return plain.replace(" ", "-")
