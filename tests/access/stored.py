"""What stands in the database, whole: to see that nothing changed, and that nothing stands there in clear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import cast, func, select
from sqlalchemy.types import Text

from core.db import Base, db

# Written on the side by every request: that a session was used.
BESIDE = {("signed_in", "seen_at")}


def snapshot(app: Flask) -> dict[str, list[Any]]:
    """Every row of every table."""
    with app.app_context():
        return {
            table.name: sorted(map(repr, db.session.execute(select(*_columns(table)))))
            for table in Base.metadata.tables.values()
        }


def counts(app: Flask, *, but: tuple[str, ...] = ()) -> dict[str, int]:
    """How many rows each table has."""
    with app.app_context():
        return {
            table.name: db.session.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.tables.values()
            if table.name not in but
        }


def _columns(table: Any) -> list[Any]:
    return [column for column in table.columns if (table.name, column.name) not in BESIDE]


def in_clear(app: Flask, folder: Path) -> Iterator[tuple[str, bytes]]:
    """All that a thief of the disk would have: the files of the instance, and each table as text."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.name, path.read_bytes()
    with app.app_context():
        for table in Base.metadata.tables.values():
            if db.engine.dialect.name == "postgresql":
                rows = db.session.execute(select(*(cast(c, Text) for c in table.columns)))
            else:
                rows = db.session.execute(select(table))
            yield table.name, repr(rows.all()).encode()
