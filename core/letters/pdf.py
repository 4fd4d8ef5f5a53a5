"""Letters as PDF for the core room: data in, bytes out. It decides no word and stores nothing."""

import datetime as dt
import json
import re
import threading
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst

from core.config import ROOT

# Fetched by make; typst itself has Latin, Greek and Cyrillic.
FONTS = ROOT / "static" / "vendor"
LETTER = Path(__file__).with_name("letter.typ")
BOX = "\N{WHITE SQUARE}"
# All but the letters of Latin, Greek, Cyrillic and Arabic and our own signs, without loose accents:
# what our fonts have in any order. The isolates keep what runs the other way apart.
UNPRINTABLE = re.compile(
    "[^\n -~\u00a0-\u00ac\u00ae-\u017f\u0218-\u021b\u0391-\u03a1\u03a3-\u03a9\u03ac-\u03ce"
    "\u0400-\u045f\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u0669\u1ea0-\u1ef9"
    "\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2066-\u2069\u20ac\u2122\u2212]"
)


_warm = threading.local()


class Unprintable(Exception):
    """Typst could not set this letter."""


def pdf(data: Mapping[str, Any], *, made_at: dt.datetime, template: Path = LETTER) -> bytes:
    """A tagged, archivable PDF (PDF/A-2a, PDF/UA-1); equal data and time give equal bytes.

    The data go in as JSON beside the template, never as markup: what people typed stays text.
    """
    try:
        return _compiled(data, made_at, template)
    except Unprintable:
        # PDF/A admits no sign that its fonts lack, such as an emoji: a box stands for it.
        return _compiled(_printable(data), made_at, template)


def _compiled(data: Mapping[str, Any], made_at: dt.datetime, template: Path) -> bytes:
    try:
        made = _compiler().compile(
            input=_read(template),
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            sys_inputs={"letter": json.dumps(data)},
            timestamp=made_at.replace(microsecond=0),
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # typst may panic on mixed scripts, and a panic is no Exception
        _warm.compiler = None
        raise Unprintable from error
    return cast(bytes, made)


def _compiler() -> typst.Compiler:
    """One for each thread, kept: reading the fonts anew is a third of the work of a letter."""
    compiler = getattr(_warm, "compiler", None)
    if compiler is None:
        compiler = _warm.compiler = typst.Compiler(ignore_system_fonts=True, font_paths=[FONTS])
    return compiler


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return UNPRINTABLE.sub(BOX, unicodedata.normalize("NFC", value))
    if isinstance(value, Mapping):
        return {name: _printable(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(one) for one in value]
    return value


@cache
def _read(template: Path) -> bytes:
    return template.read_bytes()
