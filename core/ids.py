"""The keys of rows as they come from outside: in an address or a hidden field."""

from typing import Any, Final

LARGEST_ID: Final = 2**63 - 1  # what both engines can hold


def is_row_id(number: int) -> bool:
    """Can a row have this key? A larger one would make the engines fail, not find nothing."""
    return 0 < number <= LARGEST_ID


def row_id(text: Any) -> int | None:
    """A key of a row from a hidden field; what cannot be one is 0, which no row has."""
    typed = str(text or "").strip()
    if not typed:
        return None
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 20 else 0
    return number if number <= LARGEST_ID else 0
