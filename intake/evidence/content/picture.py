"""The first page of a PDF as a picture, for intake's evidence: people see a page without opening a file."""

import tempfile
from pathlib import Path
from typing import Final

import typst

from intake.evidence.content.images import smaller

# Typst draws a page of a PDF as it does a picture; the page is as wide as the screen asks.
PAGE: Final = """#set page(width: auto, height: auto, margin: 0pt)
#image("asked.pdf", page: 1, width: 560pt)
"""
POINTS_PER_INCH: Final = 150.0


def first_page(content: bytes) -> bytes | None:
    """A JPEG of the first page; None when it cannot be drawn: then there is only the file."""
    with tempfile.TemporaryDirectory(prefix="page-") as name:
        folder = Path(name)
        (folder / "asked.pdf").write_bytes(content)
        (folder / "page.typ").write_text(PAGE, encoding="utf-8")
        try:
            drawn = typst.compile(
                str(folder / "page.typ"),
                root=str(folder),
                format="png",
                ppi=POINTS_PER_INCH,
                ignore_system_fonts=True,
            )
            return smaller(drawn)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # typst may panic, and a panic is no Exception
            return None
