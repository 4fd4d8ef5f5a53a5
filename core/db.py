"""The database of the core room: the one place that begins and commits; it knows no table of a room."""

import datetime as dt
import select
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from flask import g, has_request_context, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    BigInteger,
    CursorResult,
    DateTime,
    Dialect,
    Engine,
    Executable,
    Integer,
    MetaData,
    String,
    event,
)
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator, TypeEngine

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

# 64 bits on PostgreSQL; SQLite counts rows by itself only in a column that is plainly INTEGER.
BigKey = BigInteger().with_variant(Integer(), "sqlite")


class Base(DeclarativeBase):
    """The parent of every model: names constraints, so that SQLite's batch migrations find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base)


def FoldedText(length: int) -> TypeEngine[str]:  # noqa: N802  (it stands where a type stands)
    """Text that is compared byte by byte on both engines, so that its index serves a prefix."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


class UTCDateTime(TypeDecorator[dt.datetime]):
    """An instant. SQLite forgets time zones, so UTC goes in and aware UTC comes out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        utc = value.astimezone(dt.UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


# Whether what runs now may write, whatever the request's method.
_writing: ContextVar[bool] = ContextVar("writing", default=False)

# What must be the last statements of a transaction (the audit chain says so when it is imported).
_closing: list[Callable[[Session], None]] = []


def at_the_end(close: Callable[[Session], None]) -> None:
    """Register what every transaction does last, after all else is flushed and before the commit."""
    _closing.append(close)


@contextmanager
def transaction() -> Iterator[Session]:
    """All or nothing: the only place that commits. `session.info` lives as long as it."""
    session = db.session()
    if _looks_only():
        session.rollback()  # what was read until now was read outside any transaction
    writing = _writing.set(True)
    try:
        if not has_request_context() and not session.in_transaction():
            session.connection(execution_options={"begin_immediate": True})
        yield session
        session.flush()
        for close in _closing:
            close(session)
        session.commit()
    except BaseException:
        session.rollback()
        session.info.clear()
        raise
    finally:
        _writing.reset(writing)
    afterwards = session.info.pop("after_commit", [])
    session.info.clear()
    for call in afterwards:
        call()


def rows_of(
    statement: Executable, values: Mapping[str, Any] | None = None
) -> CursorResult[*tuple[Any, ...]]:
    """The rows of a SELECT on columns: the same as the session's own, at half the cost, because nothing of it
    becomes an object. What was changed and not written yet is written first, as the session does."""
    session = db.session()
    if session.autoflush:
        session.flush()
    return session.connection().execute(statement, values)


def after_commit(call: Callable[[], None]) -> None:
    """Let something happen once the transaction has been stored, and only then."""
    db.session().info.setdefault("after_commit", []).append(call)


def listen_to(engine: Engine) -> None:
    """Prepare an engine: pragmas and explicit BEGIN on SQLite, durable commits on PostgreSQL."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "connect", _prepare_postgresql)
        event.listen(engine, "checkout", _server_is_there)
        event.listen(engine, "checkout", _look_or_write)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver must not begin by itself: a transaction that has read cannot become a writing one
    # under WAL without BUSY_SNAPSHOT, so BEGIN IMMEDIATE is said by _begin_sqlite where needed.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=10000",
        "trusted_schema=OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
    for pragma, wanted in (("journal_mode", "wal"), ("synchronous", 2)):
        if connection.execute(f"PRAGMA {pragma}").fetchone()[0] != wanted:
            raise RuntimeError(f"SQLite must run with {pragma}={wanted}")


def _begin_sqlite(connection: Connection) -> None:
    asked = connection.get_execution_options().get("begin_immediate", False)
    unsafe = has_request_context() and request.method not in SAFE_METHODS
    immediate = asked or (unsafe and not g.get("reads_only", False))
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET TIME ZONE 'UTC'")
        cursor.execute("SHOW synchronous_commit")
        if cursor.fetchone()[0] == "off":
            raise RuntimeError("PostgreSQL must run with synchronous_commit on")
    connection.commit()


def _looks_only() -> bool:
    """Whether a page is only looked at, so that nothing of it will be stored."""
    return has_request_context() and request.method in SAFE_METHODS and not _writing.get()


def _server_is_there(connection: Any, _record: Any, _proxy: Any) -> None:
    """A connection that the server has closed is replaced before anybody meets it.

    Then there is something to read from it: the end. To ask the server itself, as SQLAlchemy would,
    costs a journey to it for each page and one more for what is chained after it.
    """
    looking = select.poll()
    looking.register(connection.fileno(), select.POLLIN)
    if looking.poll(0):
        raise DisconnectionError


def _look_or_write(connection: Any, _record: Any, _proxy: Any) -> None:
    """Looking needs no transaction: each statement sees what is stored as it begins, within one too
    (READ COMMITTED). It saves a BEGIN and a ROLLBACK, and a ROLLBACK forgets prepared statements,
    so that a page's would be planned anew each time: a third of the server's work."""
    connection.autocommit = _looks_only()


def survives_power_cut() -> bool:
    """Whether the database's server really writes what it says is stored; asked once, at start.

    SQLite answers for itself on every connection; PostgreSQL without fsync is for tests alone.
    """
    with db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            return True
        asked = ("fsync", "full_page_writes")
        return all(connection.exec_driver_sql(f"SHOW {one}").scalar() == "on" for one in asked)
