"""How migrations run: in one transaction, on either engine, foreign keys checked at the end."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.engine import Connection

from core.db import Base, UTCDateTime, db


def render_item(kind: str, item: Any, autogen_context: AutogenContext) -> str | Literal[False]:
    """Migrations outlive the code: they name plain columns, never our own types."""
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def switch_foreign_keys(connection: Connection, *, on: bool) -> None:
    """SQLite rebuilds a table to change it; its foreign keys must look away meanwhile."""
    if connection.dialect.name == "sqlite":
        driver = connection.connection.dbapi_connection
        assert driver is not None
        driver.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


def check_foreign_keys(connection: Connection) -> None:
    """Refuse a migration that left a row pointing nowhere."""
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"foreign keys broken by this migration: {broken[:5]}")


def run() -> None:
    """Migrate the database that the application is configured for."""
    with db.engine.connect() as connection:
        switch_foreign_keys(connection, on=False)
        connection = connection.execution_options(begin_immediate=True)
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_item=render_item,
            render_as_batch=True,
            compare_type=True,
            transaction_per_migration=False,
        )
        try:
            with context.begin_transaction():
                context.run_migrations()
                check_foreign_keys(connection)
        finally:
            if connection.in_transaction():
                connection.rollback()
            switch_foreign_keys(connection, on=True)


if context.is_offline_mode():
    raise SystemExit("Migrations run against a database; there is no offline mode.")

run()
