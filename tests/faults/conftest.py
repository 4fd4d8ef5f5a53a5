"""Both engines in one run, PostgreSQL with fsync as in a real centre; a house of its own for each file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from core import clock
from ops.postgres import Postgres
from tests.database import PostgresCopies, SqliteCopies
from tests.faults.houses import ENGINES, copies_on, house_at_now
from tests.world import NOW


@pytest.fixture(scope="session")
def durable_postgres() -> Iterator[Postgres]:
    """One server for all files; who stops it starts it again."""
    with Postgres(fsync=True) as server:
        yield server


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """SQLite, then PostgreSQL."""
    return str(request.param)


def empty_database(
    engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SqliteCopies | PostgresCopies]:
    """On one of the engines, for as long as the fixture that asks for it."""
    server: Postgres | None = (
        request.getfixturevalue("durable_postgres") if engine == "postgresql" else None
    )
    name = request.module.__name__.rpartition(".")[2]
    made = copies_on(engine, tmp_path_factory.mktemp(name), server.url if server else "", name)
    yield made
    made.drop()


database = pytest.fixture(scope="module", name="database")(empty_database)
own_database = pytest.fixture(name="own_database")(empty_database)


@pytest.fixture(scope="module")
def town(
    database: SqliteCopies | PostgresCopies, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """The small world over it, shared by the tests of a file."""
    with house_at_now(tmp_path_factory.mktemp("instance"), database.url) as app:
        yield app


@pytest.fixture
def at_now() -> Iterator[None]:
    """The instant of the small world, for a test that calls the application."""
    with clock.at(NOW):
        yield
