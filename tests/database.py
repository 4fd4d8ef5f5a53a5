"""The test databases: one template with the small world per run, a fresh copy of it per test."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL, make_url

SERVER = os.environ.get("TEST_DATABASE_URL", "")


class SqliteCopies:
    """A file that is copied over before each test."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "test.sqlite"
        self.template = folder / "template.sqlite"

    @property
    def url(self) -> str:
        return f"sqlite:///{self.file}"

    def keep(self) -> None:
        """Make what stands there now the template."""
        shutil.copyfile(self.file, self.template)

    def fresh(self) -> None:
        for tail in ("-wal", "-shm"):
            self.file.with_name(self.file.name + tail).unlink(missing_ok=True)
        shutil.copyfile(self.template, self.file)

    def drop(self) -> None:
        """Nothing to do: the folder is temporary."""


class PostgresCopies:
    """A database that is made from a template before each test."""

    def __init__(self, server: str, name: str) -> None:
        self.server: URL = make_url(server)
        self.name, self.template = f"test_{name}", f"template_{name}"
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.template)
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)
        self._do("CREATE DATABASE {}", self.name)

    @property
    def url(self) -> str:
        return self.server.set(database=self.name).render_as_string(hide_password=False)

    def _do(self, statement: str, *names: str) -> None:
        address = self.server.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*(sql.Identifier(name) for name in names)))

    def keep(self) -> None:
        self._do("CREATE DATABASE {} TEMPLATE {}", self.template, self.name)

    def fresh(self) -> None:
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)
        # Copying files is twice as fast as logging them, where nothing has to survive.
        copied = "CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy"
        self._do(copied, self.name, self.template)

    def drop(self) -> None:
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.template)


def copies(folder: Path) -> SqliteCopies | PostgresCopies:
    """SQLite, or PostgreSQL when the run names a server."""
    if not SERVER:
        return SqliteCopies(folder)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    return PostgresCopies(SERVER, f"{worker}_{os.getpid()}")
