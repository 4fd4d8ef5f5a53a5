"""Moving rows from one file to another, written down so that each can go back. Judges nothing."""

import datetime as dt
from typing import Any

from sqlalchemy import Date, delete, insert, select, update

from core.db import Base, db

TABLES = Base.metadata.tables


class Moves:
    """What was done so far, as plain values: rows set, rows dropped."""

    def __init__(self) -> None:
        self.done: list[dict[str, Any]] = []

    def set(self, table: str, row_id: int, column: str, old: Any, new: Any) -> None:
        """Give a column another value."""
        one = {"table": table, "id": row_id, "column": column, "old": old, "new": new}
        self.done.append(one)
        _set(one, "old", "new")

    def all_of(self, table: str, column: str, old: int, new: int) -> int:
        """Of every row that says `old` let it say `new`; how many there were."""
        rows = TABLES[table]
        found = db.session.scalars(
            select(rows.c.id).where(rows.c[column] == old).order_by(rows.c.id)
        )
        ids = list(found)
        for row_id in ids:
            self.set(table, row_id, column, old, new)
        return len(ids)

    def drop(self, table: str, row_id: int) -> None:
        """Take a row away that would say the same twice."""
        rows = TABLES[table]
        row = db.session.execute(select(rows).where(rows.c.id == row_id)).mappings().one()
        self.done.append({"table": table, "dropped": {name: _plain(row[name]) for name in row}})
        db.session.execute(delete(rows).where(rows.c.id == row_id))


def take_back(done: list[dict[str, Any]]) -> None:
    """In the other order, each as it was; what has changed again since stays as it is now."""
    for one in reversed(done):
        if "dropped" in one:
            rows = TABLES[one["table"]]
            values = {name: _typed(rows.c[name], value) for name, value in one["dropped"].items()}
            db.session.execute(insert(rows).values(values))
        else:
            _set(one, "new", "old")


def _set(one: dict[str, Any], was: str, becomes: str) -> None:
    rows = TABLES[one["table"]]
    column = rows.c[one["column"]]
    here = rows.c.id == one["id"]
    now = db.session.scalar(select(column).where(here).with_for_update())
    if now == one[was]:
        db.session.execute(update(rows).where(here).values({column: one[becomes]}))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _typed(column: Any, value: Any) -> Any:
    is_day = isinstance(column.type, Date) and value is not None
    return dt.date.fromisoformat(value) if is_day else value
