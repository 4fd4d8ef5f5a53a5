"""The test databases: one template with the small world per run, a fresh copy of it per test."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Engine, event
from sqlalchemy.engine import URL, make_url

from tests.put_back import RowsKept, let_lie

SERVER = os.environ.get("TEST_DATABASE_URL", "")


WORLD = "world"


class SqliteCopies:
    """A file that is copied over before each test."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "test.sqlite"
        self.kept: dict[str, bytes] = {}

    @property
    def url(self) -> str:
        return f"sqlite:///{self.file}"

    def keep(self, name: str = WORLD) -> None:
        """What stands there now comes back under this name; nobody is connected."""
        self.kept[name] = self.file.read_bytes()

    def fresh(self, let_go: Callable[[], None], name: str = WORLD) -> None:
        """`let_go` closes the application's connections."""
        let_go()
        for tail in ("-wal", "-shm"):
            self.file.with_name(self.file.name + tail).unlink(missing_ok=True)
        self.file.write_bytes(self.kept[name])

    def drop(self) -> None:
        """Nothing to do: the folder is temporary."""


def unordered(engine: Engine) -> None:
    """Rows that were asked for in no order come in another one than they were written in, as they may on
    PostgreSQL: what leans on it is found here, each time."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _backwards)


def _backwards(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA reverse_unordered_selects=ON")


class PostgresCopies:
    """A database of which, before each test, what the last one wrote is put back."""

    def __init__(self, server: str, name: str) -> None:
        self.server: URL = make_url(server)
        self.name, self.prefix = f"test_{name}", f"template_{name}"
        self.kept: dict[str, RowsKept | None] = {WORLD: None}
        self.drop()
        self._do("CREATE DATABASE {}", self.name)

    @property
    def url(self) -> str:
        return self._address(self.name)

    def keep(self, name: str = WORLD) -> None:
        """What stands there now comes back under this name; nobody is connected."""
        self._close()
        if name == WORLD:  # all that is kept later descends from it
            let_lie(self._plain_address)
        self._do("CREATE DATABASE {} TEMPLATE {}", self._template(name), self.name)
        self.kept[name] = RowsKept(self._plain_address)

    def fresh(self, let_go: Callable[[], None], name: str = WORLD) -> None:
        """`let_go` closes the application's connections, where the database itself is made anew."""
        rows = self.kept[name]
        if rows is not None and rows.put_back():
            return
        let_go()
        self._close()
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)
        # Copying files is twice as fast as logging them, where nothing has to survive.
        copied = "CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy"
        self._do(copied, self.name, self._template(name))
        self.kept = {
            one: RowsKept(self._plain_address) if one == name else None for one in self.kept
        }

    def drop(self) -> None:
        self._close()
        for name in (self.name, *map(self._template, self.kept)):
            self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _template(self, name: str) -> str:
        return f"{self.prefix}_{name}"

    def _close(self) -> None:
        """A template has nobody in it. What was kept elsewhere is another database's from now on."""
        for rows in self.kept.values():
            if rows is not None:
                rows.close()

    @property
    def _plain_address(self) -> str:
        return self._address(self.name, "postgresql")

    def _address(self, database: str | None, driver: str | None = None) -> str:
        url = self.server.set(database=database) if database else self.server
        url = url.set(drivername=driver) if driver else url
        return url.render_as_string(hide_password=False)

    def _do(self, statement: str, *names: str) -> None:
        with psycopg.connect(self._address(None, "postgresql"), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*(sql.Identifier(name) for name in names)))


def copies(folder: Path) -> SqliteCopies | PostgresCopies:
    """SQLite, or PostgreSQL when the run names a server."""
    if not SERVER:
        return SqliteCopies(folder)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    return PostgresCopies(SERVER, f"{worker}_{os.getpid()}")
