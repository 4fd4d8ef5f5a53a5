"""Migrations on both engines: up, down and up again over data, which stay as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import check, downgrade, upgrade
from sqlalchemy import Connection, Table, inspect, text

from core.config import ROOT
from core.db import Base, db
from core.schema import schema_state
from tests.database import PostgresCopies, SqliteCopies
from tests.faults.houses import house_at_now
from tests.fund.desk import discount, filed, grant, press
from tests.inspector import InspectingClient
from tests.world import world_of

MIGRATIONS = str(ROOT / "migrations")
NOT_DATA = {"alembic_version"}

Hashes = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def lived_in(
    database: SqliteCopies | PostgresCopies, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """The small world, in which each kind of row has been made by somebody."""
    with house_at_now(tmp_path_factory.mktemp("instance"), database.url) as app:
        live(app)
        yield app


def live(app: Flask) -> None:
    with app.app_context():
        world = world_of()
    bert: InspectingClient = app.test_client().sign_in("bert")  # type: ignore[attr-defined]
    for who in ("noor", "zoë", "emir"):
        granted = filed(app, world, who, others={"health_fund": 2_000})
        assert grant(bert, granted).status_code == 303
    waiting = filed(app, world, "lena")
    assert press(bert, waiting, "ask", question="Welke groep?").status_code == 303
    assert grant(bert, discount(app, world)).status_code == 303


def rows_now() -> Hashes:
    """For each column of each table as the database has it: a hash of all its values, in order."""
    db.engine.dispose()
    with db.engine.connect() as connection:
        # No more of a table is asked than its name and key: this is done for every step, three times.
        keys = inspect(connection).get_multi_pk_constraint()
        return {
            name: _columns(connection, name, key["constrained_columns"])
            for (_schema, name), key in keys.items()
            if name not in NOT_DATA
        }


def _columns(connection: Connection, name: str, key: list[str]) -> dict[str, str]:
    assert key, f"{name} has no primary key"
    order = ", ".join(f'"{column}"' for column in key)
    found = connection.execute(text(f'SELECT * FROM "{name}" ORDER BY {order}'))
    rows = found.all()
    return {
        column: _hash([row[place] for row in rows]) for place, column in enumerate(found.keys())
    }


def _hash(values: list[object]) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()


def kept(before: Hashes, after: Hashes) -> Hashes:
    """Of what was there before: the tables and columns that are still there."""
    return {
        name: {column: was for column, was in columns.items() if column in after[name]}
        for name, columns in before.items()
        if name in after
    }


def foreign_keys_hold() -> None:
    """No row points nowhere, and both engines were told to see to it."""
    with db.engine.connect() as connection:
        if db.engine.dialect.name == "sqlite":
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        else:
            doubtful = text("SELECT conname FROM pg_constraint WHERE NOT convalidated")
            assert connection.execute(doubtful).all() == []


def test_there_is_one_head() -> None:
    scripts = ScriptDirectory(MIGRATIONS)
    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


def test_the_models_say_what_the_migrations_made(lived_in: Flask) -> None:
    with lived_in.app_context():
        check(directory=MIGRATIONS)  # it raises where they differ
        assert schema_state() == "current"


def test_the_foreign_keys_are_those_of_the_models(lived_in: Flask) -> None:
    with lived_in.app_context():
        foreign_keys_hold()
        inspector = inspect(db.engine)
        for name, table in Base.metadata.tables.items():
            made = {
                (tuple(key["constrained_columns"]), key["referred_table"])
                for key in inspector.get_foreign_keys(name)
            }
            assert made == _foreign_keys(table), name


def _foreign_keys(table: Table) -> set[tuple[tuple[str, ...], str]]:
    return {
        (tuple(column.name for column in key.columns), key.referred_table.name)
        for key in table.foreign_key_constraints
    }


def test_an_upgrade_at_the_head_changes_no_row(lived_in: Flask) -> None:
    with lived_in.app_context():
        before = rows_now()
        upgrade(directory=MIGRATIONS)
        assert rows_now() == before


def test_down_up_and_down_each_step_keeps_what_stays(lived_in: Flask) -> None:
    """From the head to the base: what a step does not remove, it does not change, back nor forth."""
    with lived_in.app_context():
        whole = rows_now()
        filled = {name for name, columns in whole.items() if columns}
        assert {"request", "decision", "ledger_line", "voucher", "pause"} <= filled
        before = whole
        for revision in ScriptDirectory(MIGRATIONS).walk_revisions():
            below = revision.down_revision or "base"
            downgrade(directory=MIGRATIONS, revision=str(below))
            after = rows_now()
            assert kept(before, after) == after, revision.revision
            upgrade(directory=MIGRATIONS, revision=revision.revision)
            assert kept(after, rows_now()) == after, revision.revision
            foreign_keys_hold()
            downgrade(directory=MIGRATIONS, revision=str(below))
            assert rows_now() == after, revision.revision
            before = after
        assert before == {}
        upgrade(directory=MIGRATIONS)
        assert {name: set(columns) for name, columns in rows_now().items()} == {
            name: set(columns) for name, columns in whole.items()
        }
        check(directory=MIGRATIONS)
