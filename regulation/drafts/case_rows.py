"""Facts that a rule file writes as a word with a value, as rows for a form, and back. It checks nothing."""

from collections.abc import Mapping
from typing import Any

from regulation.shape.case_shape import KEYED, Case, Facts


def opened(base: type, table: Mapping[str, Any]) -> dict[str, Any]:
    """The table of a block with rows where the file has words with values."""
    if base is Case and isinstance(table.get("facts"), Mapping):
        return {**table, "facts": opened(Facts, table["facts"])}
    if base is not Facts:
        return dict(table)
    return {key: _rows(key, value) for key, value in table.items()}


def _rows(key: str, value: Any) -> Any:
    if key not in KEYED or not isinstance(value, Mapping):
        return value
    word, of = KEYED[key]
    return [{word: name, of: one} for name, one in value.items()]


def closed(base: type, table: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """The way back; a list that the file had already stays a list."""
    if base is Case and isinstance(table.get("facts"), Mapping):
        facts = closed(Facts, table["facts"], before.get("facts") or {})
        return {**table, "facts": facts}
    if base is not Facts:
        return dict(table)
    return {key: _words(key, value, before.get(key)) for key, value in table.items()}


def _words(key: str, rows: Any, before: Any) -> Any:
    if key not in KEYED or isinstance(before, list):
        return rows
    word, of = KEYED[key]
    if any(row.keys() != {word, of} for row in rows):
        return rows
    return {row[word]: row[of] for row in rows}
