"""Counts what is asked of the database, with each statement named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from core.db import db


@contextmanager
def queries_of(app: Flask) -> Iterator[list[str]]:
    """The statements that run inside, on both engines; BEGIN and COMMIT do not count."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")):
            asked.append(" ".join(statement.split())[:160])

    with app.app_context():
        engines = (db.engine, app.extensions["releases_engine"])
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)
