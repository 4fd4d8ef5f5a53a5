"""Lists page by page in the core room: by the key of the last row, never by counting rows away."""

import datetime as dt
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, or_
from sqlalchemy.orm import InstrumentedAttribute

from core.db import db, rows_of
from core.errors import NotThere
from core.sealing.sealed import SealBroken, seal, unseal

T = TypeVar("T")
Column = InstrumentedAttribute[Any] | ColumnElement[Any]
PAGE_SIZE = 50
LONGEST_KEY = 2000


@dataclass(frozen=True)
class By:
    """A column to order by; it must never be null. The last one must be unique."""

    column: Column
    descending: bool = False


@dataclass(frozen=True)
class Page(Generic[T]):
    """A piece of a list, with the keys that open the pieces beside it."""

    items: list[T]
    next_key: str | None = None
    previous_key: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the whole list stands on this one page."""
        return self.next_key is None and self.previous_key is None


def page_of(
    statement: Select[T],
    by: Sequence[By],
    *,
    key: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[T]:
    """One page of a select of one entity or column, ordered by `by`; an unknown key is NotThere."""
    backwards, place = _decode(key, len(by)) if key else (False, [])
    wanted = _wanted(statement.add_columns(*(one.column for one in by)), by, size, place, backwards)
    rows = list(db.session.execute(wanted).unique())
    found = _page(rows, lambda row: row[1:], size, backwards, bool(place))
    return replace(found, items=[row[0] for row in found.items])


class Listing:
    """A list of columns that is the same at each request: the statement of its first page is built
    once, and rows stay as the database gives them. A third of the cost of `page_of`."""

    def __init__(self, statement: Select[Any], by: Sequence[By], size: int = PAGE_SIZE) -> None:
        self.statement = statement.add_columns(*(one.column for one in by))
        self.by, self.size = by, size
        self.first = _wanted(self.statement, by, size, [], backwards=False)

    def page(self, key: str | None = None) -> Page[Any]:
        """One page; an unknown key is NotThere."""
        wanted, backwards = self.first, False
        place: list[Any] = []
        if key:
            backwards, place = _decode(key, len(self.by))
            wanted = _wanted(self.statement, self.by, self.size, place, backwards)
        width = len(self.by)
        rows = rows_of(wanted).all()
        return _page(rows, lambda row: row[-width:], self.size, backwards, bool(place))


def beyond(by: Sequence[By], place: Sequence[Any], backwards: bool = False) -> ColumnElement[bool]:
    """What comes after a place, (a > x) or (a = x and b > y): a row comparison that may change direction.

    That a >= x is said once more: an index on a can start there, but not at an "or".
    """
    steps = []
    for depth, one in enumerate(by):
        same = [earlier.column == place[at] for at, earlier in enumerate(by[:depth])]
        value = place[depth]
        further = one.column < value if one.descending != backwards else one.column > value
        steps.append(and_(*same, further))
    first, start = by[0], place[0]
    bound = first.column <= start if first.descending != backwards else first.column >= start
    return and_(bound, or_(*steps))


def _wanted(
    statement: Select[Any], by: Sequence[By], size: int, place: Sequence[Any], backwards: bool
) -> Select[Any]:
    """One row more than a page holds tells whether there is another page."""
    if place:
        statement = statement.where(beyond(by, place, backwards))
    order = (_order(one, backwards) for one in by)
    return statement.order_by(None).order_by(*order).limit(size + 1)


def _page(
    found: Sequence[Any],
    place_of: Callable[[Any], Sequence[Any]],
    size: int,
    backwards: bool,
    is_further: bool,
) -> Page[Any]:
    """The rows as they are shown, with the places of the first and the last."""
    more = len(found) > size
    rows = list(found[:size][::-1] if backwards else found[:size])
    has_next = backwards or more
    has_previous = more if backwards else is_further
    return Page(
        rows,
        next_key=_encode(False, place_of(rows[-1])) if rows and has_next else None,
        previous_key=_encode(True, place_of(rows[0])) if rows and has_previous else None,
    )


def _order(one: By, backwards: bool) -> ColumnElement[Any]:
    return one.column.desc() if one.descending != backwards else one.column.asc()


def _encode(backwards: bool, place: Sequence[Any]) -> str:
    """Sealed, because a key may hold the name of a client and stands in an address."""
    text = json.dumps([int(backwards), *(_tagged(value) for value in place)])
    sealed = seal(text, table="paging", column="key", row_key="-")
    return urlsafe_b64encode(sealed).decode().rstrip("=")


def _decode(key: str, columns: int) -> tuple[bool, list[Any]]:
    if len(key) > LONGEST_KEY:
        raise NotThere
    try:
        sealed = urlsafe_b64decode(key.encode("ascii") + b"=" * (-len(key) % 4))
        text = unseal(sealed, table="paging", column="key", row_key="-")
    except (SealBroken, ValueError) as error:
        raise NotThere from error
    backwards, *place = json.loads(text)
    if len(place) != columns:
        raise NotThere  # the key of another list
    return bool(backwards), [_untagged(value) for value in place]


def _tagged(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return {"instant": value.isoformat()}
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    return value


def _untagged(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "instant" in value:
        return dt.datetime.fromisoformat(value["instant"])
    return dt.date.fromisoformat(value["day"])
