"""Reading a workbook (.xlsx) in the takeover room: the first sheet, as a person sees it. No formula is worked out."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from flask_babel import lazy_gettext as _l
from openpyxl import load_workbook

from core.clock import show_date
from fund.takeover.sheets.sheet import MOST_COLUMNS, MOST_ROWS, UNREADABLE, SheetRefused

# A workbook of 20,000 rows takes some 30 MB when it is unpacked; what takes far more is a trap.
MOST_UNPACKED_BYTES: Final = 100 * 1024 * 1024
MOST_PARTS: Final = 500
FORMULA_OR_ERROR: Final = frozenset({"f", "e"})


def read_workbook(content: bytes) -> Iterator[list[str]]:
    """The lines of the first sheet. A formula counts with the result that Excel stored with it."""
    _refuse_traps(content)
    try:
        results = _first_sheet(content, results=True)
        formulas = _first_sheet(content, results=False)
        # one line more than may be stored, so that too many are noticed
        most = {"max_row": MOST_ROWS + 1000, "max_col": MOST_COLUMNS + 1}
        for shown, typed in zip(
            results.iter_rows(**most), formulas.iter_rows(**most), strict=False
        ):
            yield [_cell(one, other) for one, other in zip(shown, typed, strict=False)]
    except SheetRefused:
        raise
    except Exception as error:  # the library meets broken files with errors of every kind
        raise SheetRefused(
            _l("This workbook cannot be read. Open it in Excel and save it again as .xlsx.")
        ) from error


def _refuse_traps(content: bytes) -> None:
    """A small file may hold gigabytes: its own table of contents says so before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile as error:
        raise SheetRefused(
            _l("This workbook cannot be read. Open it in Excel and save it again as .xlsx.")
        ) from error
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED_BYTES:
        raise SheetRefused(
            _l("This workbook is too large. Keep one sheet, without pictures, or save it as CSV.")
        )


def _first_sheet(content: bytes, *, results: bool) -> Any:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=results, keep_links=False)
    if not book.worksheets:
        raise SheetRefused(_l("This file is empty."))
    sheet = book.worksheets[0]
    # What the file says of its own size may be wrong: the rows themselves count.
    sheet.reset_dimensions()
    return sheet


def _cell(shown: Any, typed: Any) -> str:
    """What a person sees in the cell, as text. An error, and a formula without a result, is unreadable."""
    if shown.value is None:
        return UNREADABLE if getattr(typed, "data_type", "") in FORMULA_OR_ERROR else ""
    if getattr(shown, "data_type", "") == "e":
        return UNREADABLE
    return plain(shown.value)


def plain(value: Any) -> str:
    """A value of a workbook as it is typed here: 24/11/2026, 20177, 82.5."""
    if isinstance(value, dt.datetime):
        return show_date(value.date())
    if isinstance(value, dt.date):
        return show_date(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 6))
    return str(value)
