"""Writing text with separators (CSV) in the core room, as a spreadsheet opens it. It knows no column."""

import csv
import io
from collections.abc import Iterable
from typing import Final

# Excel reads UTF-8 only with this mark, and takes the semicolon where the comma is decimal.
MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
SEPARATOR: Final = ";"
# What a spreadsheet would work out instead of showing.
RISKY: Final = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}")
RISKY_TOO: Final = ("\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")


def line(cells: Iterable[str]) -> str:
    """One line of the file, whatever people typed."""
    written = io.StringIO()
    csv.writer(written, delimiter=SEPARATOR).writerow([guarded(one) for one in cells])
    return written.getvalue()


def guarded(text: str) -> str:
    """A cell on one line that is never a formula."""
    plain = " ".join(text.split())
    return f"'{plain}" if plain.startswith((*RISKY, *RISKY_TOO)) else plain
