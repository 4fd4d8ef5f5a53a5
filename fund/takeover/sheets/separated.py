"""Reading text with separators (CSV) in the takeover room: which signs, which separator, which cells."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Final

from flask_babel import lazy_gettext as _l

from fund.takeover.sheets.sheet import LONGEST_CELL, SheetRefused

SEPARATORS: Final = (";", ",", "\t")
LINES_TO_GUESS_BY: Final = 20
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_separated(content: bytes) -> Iterator[list[str]]:
    """The lines of a CSV file, cell by cell. Raises SheetRefused while they are read."""
    text = text_of(content)
    if "\x00" in text:
        raise SheetRefused(_l("This is no spreadsheet. Save it as CSV or as .xlsx."))
    separator, text = _separator_of(text)
    csv.field_size_limit(10 * LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error as error:
        raise SheetRefused(
            _l(
                "A quotation mark opens a cell and never closes it. Save the file as CSV again, or as .xlsx."
            )
        ) from error


def text_of(content: bytes) -> str:
    """What the bytes say: UTF-8 or UTF-16 by their mark, else UTF-8, else as Windows writes it."""
    encodings = [name for mark, name in MARKS if content.startswith(mark)] or ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetRefused(_l("The signs in this file cannot be read. Save it as CSV in UTF-8."))


def _separator_of(text: str) -> tuple[str, str]:
    """The separator that Excel names in a first line of its own, else the one that fits best."""
    first, _end, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return first.strip()[-1], rest
    return max(SEPARATORS, key=lambda one: _fit(text, one)), text


def _fit(text: str, separator: str) -> tuple[int, int]:
    """How many of the first lines have as many cells as the headings, and how many cells that is."""
    start = io.StringIO("\n".join(text.splitlines()[:LINES_TO_GUESS_BY]), newline="")
    try:
        lines = [line for line in csv.reader(start, delimiter=separator) if line]
    except csv.Error:
        return (0, 0)
    width = len(lines[0]) if lines else 0
    if width < 2:
        return (0, width)
    return (sum(len(line) == width for line in lines), width)
