"""Frozen records of the regulation room to plain JSON and back. It knows no single record."""

import datetime as dt
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


class NotThatShape(ValueError):
    """Plain data that is not the record asked for; `place` says where."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place or 'record'}: {message}")
        self.place = place


def to_plain(value: object) -> Any:
    """What JSON can hold: dates as ISO text, sets sorted, records as objects."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    return value


def known(plain: Any) -> Any:
    """A record without what is not known: None stays the default of such a field for ever."""
    if isinstance(plain, Mapping):
        return {key: known(item) for key, item in plain.items() if item is not None and item != ""}
    return [known(item) for item in plain] if isinstance(plain, list) else plain


def from_plain(kind: type[T], plain: Any, place: str = "") -> T:
    """The record that `to_plain` made this of. A field that is not there keeps its default."""
    return cast(T, _read(kind, plain, place))


@cache
def _shape(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The type of each field, and which fields have no default."""
    hints = get_type_hints(kind)
    known = fields(kind)
    needed = frozenset(
        field.name
        for field in known
        if field.default is MISSING and field.default_factory is MISSING
    )
    return {field.name: hints[field.name] for field in known}, needed


def _record(kind: type[Any], plain: Any, place: str) -> Any:
    if not isinstance(plain, Mapping):
        raise NotThatShape(place, "expected an object")
    types, needed = _shape(cast(Hashable, kind))
    if unknown := sorted(set(plain) - set(types)):
        raise NotThatShape(place, f"unknown: {', '.join(map(str, unknown))}")
    if absent := sorted(needed - set(plain)):
        raise NotThatShape(place, f"missing: {', '.join(absent)}")
    read = {
        key: _read(types[key], item, f"{place}.{key}".strip(".")) for key, item in plain.items()
    }
    try:
        return kind(**read)
    except ValueError as error:
        raise NotThatShape(place, str(error)) from error


def _read(kind: Any, plain: Any, place: str) -> Any:
    origin = get_origin(kind)
    if origin is UnionType:
        return None if plain is None else _read(get_args(kind)[0], plain, place)
    if origin in (tuple, frozenset):
        if not isinstance(plain, list):
            raise NotThatShape(place, "expected a list")
        inner = get_args(kind)[0]
        return origin(_read(inner, item, f"{place}[{at}]") for at, item in enumerate(plain))
    if origin is not None:
        return _params(plain, place)
    if is_dataclass(kind):
        return _record(cast(type[Any], kind), plain, place)
    return _single(kind, plain, place)


def _params(plain: Any, place: str) -> dict[str, str | int]:
    """The named values of a line: texts and whole numbers only."""
    good = isinstance(plain, Mapping) and all(type(item) in (str, int) for item in plain.values())
    if not good:
        raise NotThatShape(place, "expected an object of texts and whole numbers")
    return dict(plain)


def _single(kind: Any, plain: Any, place: str) -> Any:
    try:
        if kind is dt.date and isinstance(plain, str):
            return dt.date.fromisoformat(plain)
        if issubclass(kind, Enum):
            return kind(plain)
    except ValueError as error:
        raise NotThatShape(place, str(error)) from error
    if type(plain) is not kind:
        raise NotThatShape(place, f"expected {kind.__name__}")
    return plain
