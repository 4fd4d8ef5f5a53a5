"""The one way from a file to a table in the takeover room: it looks at the bytes, not at the name."""

from flask_babel import lazy_gettext as _l

from fund.takeover.sheets.separated import read_separated
from fund.takeover.sheets.sheet import MOST_BYTES, Sheet, SheetRefused, sheet_of
from fund.takeover.sheets.workbook import read_workbook

PACKED = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
PDF = b"%PDF"


def read_sheet(content: bytes) -> Sheet:
    """The table in a CSV file or a workbook; SheetRefused, with what to do, when there is none."""
    if not content:
        raise SheetRefused(_l("This file is empty."))
    if len(content) > MOST_BYTES:
        raise SheetRefused(_l("This file is larger than 20 MB. Split it in parts."))
    if content.startswith(OLD_EXCEL):
        raise SheetRefused(
            _l("This is an old Excel file, or one with a password. Save it as .xlsx without one.")
        )
    if content.startswith(PDF):
        raise SheetRefused(_l("This is no spreadsheet. Save it as CSV or as .xlsx."))
    if content.startswith(PACKED):
        return sheet_of(read_workbook(content))
    return sheet_of(read_separated(content))
