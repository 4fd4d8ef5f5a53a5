"""Letters as PDF for the core room: data in, bytes out. It decides no word and stores nothing."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).with_name("letter.typ")
BOX = "\N{WHITE SQUARE}"
# Not Latin, Greek, Cyrillic, Hebrew, Arabic, nor their signs: the fonts in typst have those.
UNPRINTABLE = re.compile(
    "[^\0-\u052f\u0590-\u06ff\u1e00-\u1fff\u2010-\u2044\u20ac\u2122\u2190-\u2193]"
)


def pdf(data: Mapping[str, Any], *, made_at: dt.datetime) -> bytes:
    """A tagged, archivable PDF (PDF/A-2a, PDF/UA-1); equal data and time give equal bytes.

    The data go in as JSON beside the template, never as markup: what people typed stays text.
    """
    text = json.dumps(data, ensure_ascii=False)
    try:
        return _compiled(text, made_at)
    except typst.TypstError:
        # PDF/A admits no letter that its fonts lack, such as an emoji: a box stands for it.
        return _compiled(UNPRINTABLE.sub(BOX, text), made_at)


def _compiled(letter: str, made_at: dt.datetime) -> bytes:
    return typst.compile(
        _template(),
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
        sys_inputs={"letter": letter},
        timestamp=made_at.replace(microsecond=0),
    )


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()
