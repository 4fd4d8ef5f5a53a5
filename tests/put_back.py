"""Puts back on PostgreSQL what a test wrote, and nothing else: copying a whole database costs ten times as much.

A row's version carries the number of the transaction that wrote it. So a table whose rows are as many as
before and none newer is as it was, whoever wrote: the application, a thread, another programme.
"""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

import psycopg
from psycopg import sql

# What a test may not have changed besides rows: else the whole database is made anew.
SHAPE = "SELECT {}, count(*), coalesce(max(xmin::text::bigint), 0) FROM pg_catalog.{} WHERE oid >= 16384"
CATALOGUES = ("pg_class", "pg_proc", "pg_constraint", "pg_trigger", "pg_type")
COLUMNS = (
    "SELECT 'pg_attribute', count(*), max(xmin::text::bigint) FROM pg_catalog.pg_attribute"
    " WHERE attrelid >= 16384"
)
STATE = "SELECT {}, count(*), coalesce(max(xmin::text::bigint), 0) FROM ONLY {}"
SEQUENCES = (
    "SELECT sequencename, last_value, start_value FROM pg_sequences WHERE schemaname = 'public'"
)
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
# Rows that were put back leave dead ones, which are never swept: where a new row takes the place of a dead one,
# rows no longer lie in the order in which they came. Then the database is made anew.
OFTEN_ENOUGH = 150
NO_SWEEPING = "ALTER TABLE {} SET (autovacuum_enabled = false)"
LOCK_TIMEOUT_MS = 2_000


def let_lie(address: str) -> None:
    """Nothing is swept in this database, nor in copies of it."""
    with psycopg.connect(address, autocommit=True) as connection:
        for (name,) in connection.execute(TABLES).fetchall():
            connection.execute(sql.SQL(NO_SWEEPING).format(sql.Identifier(name)))


class State(NamedTuple):
    """How many rows a table has, and the newest transaction that wrote one of them."""

    rows: int
    newest: int


class RowsKept:
    """The rows of one database as they are now, on a connection of its own."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.held: psycopg.Connection | None = None
        self.tables = [str(row[0]) for row in self.connection.execute(TABLES)]
        self.question = self._question()
        self.state = self._state()
        self.rows = {name: self._copied(name) for name in self.tables}
        self.sequences = self._sequences()
        self.turn = 0

    @property
    def connection(self) -> psycopg.Connection:
        """Opened when it is needed: nobody may be connected to what becomes a template."""
        if self.held is None or self.held.closed:
            self.held = psycopg.connect(self.address, autocommit=True, prepare_threshold=1)
            self.held.execute(f"SET lock_timeout = {LOCK_TIMEOUT_MS}")
        return self.held

    def close(self) -> None:
        """Let go of the connection until the next question."""
        if self.held is not None:
            self.held.close()

    def put_back(self) -> bool:
        """Whether it could be done: not when tables were changed, are held, or hold many dead rows."""
        self.turn += 1
        if self.turn > OFTEN_ENOUGH:
            return False
        with suppress(psycopg.Error):
            found = self._state()
            touched = [name for name in found if found[name] != self.state.get(name)]
            if set(found) == set(self.state) and set(touched) <= set(self.tables):
                self._write(touched)
                return True
        return False

    def _write(self, touched: list[str]) -> None:
        with self.connection.transaction(), self.connection.cursor() as cursor:
            # Neither foreign keys nor the tables' own guards are asked: what comes back is whole.
            cursor.execute("SET LOCAL session_replication_role = replica")
            for name in touched:
                cursor.execute(sql.SQL("DELETE FROM ONLY {}").format(sql.Identifier(name)))
            for name in touched:
                if self.rows[name]:
                    target = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(name))
                    with cursor.copy(target) as copy:
                        copy.write(self.rows[name])
            cursor.execute(self.sequences)
            cursor.execute("SELECT pg_current_xact_id()::text::bigint")
            [by] = cursor.fetchone() or (0,)
        for name in touched:
            count = self.state[name].rows
            self.state[name] = State(count, by % 2**32 if count else 0)

    def _question(self) -> sql.Composed:
        rows = [sql.SQL(STATE).format(sql.Literal(n), sql.Identifier(n)) for n in self.tables]
        shape = [sql.SQL(SHAPE).format(sql.Literal(n), sql.Identifier(n)) for n in CATALOGUES]
        return sql.SQL(" UNION ALL ").join([*rows, *shape, sql.SQL(COLUMNS)])

    def _state(self) -> dict[str, State]:
        return {name: State(*rest) for name, *rest in self.connection.execute(self.question)}

    def _copied(self, name: str) -> bytes:
        source = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(name))
        with self.connection.cursor() as cursor, cursor.copy(source) as copy:
            return b"".join(bytes(part) for part in copy)

    def _sequences(self) -> sql.Composed:
        """A statement that sets each to where it stood."""
        calls = [
            sql.SQL("setval({}, {}, {})").format(
                sql.Literal(name), sql.Literal(last or start), sql.Literal(last is not None)
            )
            for name, last, start in self.connection.execute(SEQUENCES)
        ]
        return sql.SQL("SELECT ") + sql.SQL(", ").join(calls)
