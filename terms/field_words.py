"""The words of UiTdatabank, the field's own inventory, for our codes: what stands in an export is understood."""

import json
from typing import Final

from core.config import ROOT

SOURCE: Final = ROOT / "terms" / "uitdatabank.json"


def _codes_by_word() -> dict[str, dict[str, str]]:
    """By list, the code behind each of the field's words and identifiers."""
    kept = json.loads(SOURCE.read_text(encoding="utf-8"))
    return {
        name: {row[how]: row["code"] for row in rows for how in ("nl", "id")}
        for name, rows in kept.items()
        if isinstance(rows, list)
    }


FIELD_WORDS: Final = _codes_by_word()
