"""The small shapes that the JSON Schema of a rule file is made of. They know no block."""

from collections.abc import Collection
from typing import Any, Final

from regulation.files.lexicon import LISTS
from regulation.files.table import NAME

Schema = dict[str, Any]

DATE: Final[Schema] = {
    "type": "string",
    "format": "date",
    "description": "A day without quotes, such as 2026-01-31.",
}


def table(properties: dict[str, Schema], required: Collection[str] = (), says: str = "") -> Schema:
    """A table with these words and no others."""
    described = {"description": says} if says else {}
    return {
        "type": "object",
        **described,
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def list_of(one: Schema, *, least: int = 0) -> Schema:
    """A list."""
    return {"type": "array", "items": one, **({"minItems": least} if least else {})}


def named(one: Schema, *, least: int = 0) -> Schema:
    """Tables that each have a name of their own."""
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{NAME.pattern}$"},
        "additionalProperties": one,
        **({"minProperties": least} if least else {}),
    }


def text(most: int) -> Schema:
    """Words between quotes, at least one."""
    return {"type": "string", "pattern": "\\S", "maxLength": most}


def number(most: int, says: str = "") -> Schema:
    """A number from nothing on."""
    return {
        "type": "number",
        "minimum": 0,
        "maximum": most,
        **({"description": says} if says else {}),
    }


def whole(least: int, most: int) -> Schema:
    """A whole number within bounds."""
    return {"type": "integer", "minimum": least, "maximum": most}


def name(of: str) -> Schema:
    """The name of something else in the same file."""
    return {"type": "string", "description": f"One of the {of} of this file, by its name."}


def code(of: str) -> Schema:
    """A word of a list, or one that the file itself maps to that list."""
    own = {"type": "string", "description": f"A word of this file, from [terms.{of}]."}
    return {"anyOf": [{"enum": sorted(LISTS[of])}, own]} if of in LISTS else own


def codes(of: str, *, least: int = 1) -> Schema:
    """Several of such words."""
    return list_of(code(of), least=least)


def bounds(*, in_euros: bool = False) -> Schema:
    """lt is under, lte is at most, gt is above, gte is from."""
    one = number(1_000_000) if in_euros else whole(0, 1_000_000)
    made = table(dict.fromkeys(("lt", "lte", "gt", "gte"), one), (), bounds.__doc__ or "")
    return {**made, "minProperties": 1}


def day() -> Schema:
    """A day that comes every year."""
    return table({"month": whole(1, 12), "day": whole(1, 31)}, ("month", "day"), day.__doc__ or "")
