"""The coordinator's own way to the database: an engine that can read released figures, and no more."""

import sqlite3
from typing import Any, Final

from flask import Flask, current_app
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url

READABLE: Final = frozenset({"release", "release_cell", "gauge", "published_total"})
READER_ROLE: Final = "releases_reader"

ALLOWED_ACTIONS: Final = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_PRAGMA,
    }
)


def init_releases(app: Flask, url: str) -> None:
    """Give the application its second engine."""
    engine = create_engine(make_url(url), pool_size=2, max_overflow=2, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _wall_on_sqlite)
    else:
        event.listen(engine, "connect", _wall_on_postgresql)
    app.extensions["releases_engine"] = engine


def releases_engine() -> Engine:
    """The engine of this application."""
    engine: Engine = current_app.extensions["releases_engine"]
    return engine


def _wall_on_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA busy_timeout=10000")
    connection.set_authorizer(_authorize)


def _authorize(
    action: int, table: str | None, _column: str | None, _database: str | None, _by: str | None
) -> int:
    if action in ALLOWED_ACTIONS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and table in READABLE:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _wall_on_postgresql(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {READER_ROLE}")
        cursor.execute("SET default_transaction_read_only = on")
    connection.commit()
