"""The instance of the core room: its folder, its keys, and the database that belongs to them."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

import click
from flask import Flask, current_app
from sqlalchemy import CheckConstraint, String, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Mapped, mapped_column

from core import clock
from core.config import Config
from core.db import Base, UTCDateTime, db, survives_power_cut, transaction
from core.schema import State, migrate, schema_state
from core.sealing.keys import Keys, keys_in

Mode = Literal["demo", "production"]
ENGINES = frozenset({"sqlite", "postgresql+psycopg"})


class InstanceBroken(click.ClickException):
    """Why this instance cannot run, in one sentence: click prints it without a traceback."""


class Instance(Base):
    """The one row that says what this database is: written at first start, never changed."""

    __tablename__ = "instance"
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("mode IN ('demo', 'production')", name="mode_known"),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    mode: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    keys_fingerprint: Mapped[str] = mapped_column(String(64))


@dataclass(frozen=True)
class Opened:
    """The folder and the keys that one process works with."""

    folder: Path
    keys: Keys


def hold() -> None:
    """One at a time in the whole house, until the transaction ends; for what has no row of its own yet.

    SQLite writes one at a time anyhow.
    """
    db.session.execute(select(Instance.id).with_for_update())


def attach(app: Flask, config: Config) -> None:
    """Give the application its folder and keys (made here at first start), and its session key."""
    _check_address(config.database_url)
    app.extensions["instance"] = Opened(config.instance, open_folder(config.instance))
    app.secret_key = keys_of(app).session


def open_folder(folder: Path) -> Keys:
    """The keys in this folder; InstanceBroken when it cannot be written or holds no good keys."""
    try:
        return keys_in(folder)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise InstanceBroken(
            f"The instance folder {folder} cannot be used ({reason}): "
            "choose another with INSTANCE=/path."
        ) from error
    except ValueError as error:
        raise InstanceBroken(
            f"The key file in {folder} is damaged: put it back from a backup."
        ) from error


def keys_of(app: Flask) -> Keys:
    """The keys of an application, also outside its context."""
    return cast(Opened, app.extensions["instance"]).keys


def keys() -> Keys:
    """The keys of the current application."""
    return cast(Opened, current_app.extensions["instance"]).keys


def folder() -> Path:
    """The folder of the current application's instance."""
    return cast(Opened, current_app.extensions["instance"]).folder


def stored_mode() -> Mode | None:
    """What the database says, on a connection of its own; None when it cannot say so yet."""
    try:
        with db.engine.connect() as connection:
            return cast(Mode | None, connection.scalar(select(Instance.mode)))
    except DBAPIError:
        return None


def prepare(mode: Mode) -> Mode:
    """Make the database ready at each start; the mode it was given at the first is returned.

    A production instance stays one under a plain start; a demo refuses to become production.
    """
    state = _reached_state()
    try:
        if state in ("empty", "behind"):
            migrate()
        stored = _first_or_stored(mode)
    except DBAPIError as error:
        raise InstanceBroken(
            "The database cannot be written: check its rights and whether it is in use."
        ) from error
    require_ready()
    if stored == "demo" and mode == "production":
        raise InstanceBroken(
            "This instance is a demo and stays one: choose another folder with INSTANCE=/path."
        )
    if stored == "production" and not survives_power_cut():
        raise InstanceBroken(
            "PostgreSQL may lose what it has stored: turn fsync and full_page_writes on."
        )
    return stored


def _first_or_stored(mode: Mode) -> Mode:
    with transaction() as session:
        row = session.get(Instance, 1)
        if row is None:
            row = Instance(
                id=1, mode=mode, created_at=clock.now(), keys_fingerprint=keys().fingerprint
            )
            session.add(row)
        return cast(Mode, row.mode)


def require_ready() -> None:
    """InstanceBroken, with the reason, when this database cannot be served as it is."""
    if _reached_state() in ("empty", "behind"):
        raise InstanceBroken("The database is not migrated yet: run `flask instance prepare`.")
    with db.engine.connect() as connection:
        fingerprint = connection.scalar(select(Instance.keys_fingerprint))
    if fingerprint is None:
        raise InstanceBroken("The database is not prepared yet: run `flask instance prepare`.")
    if fingerprint != keys().fingerprint:
        raise InstanceBroken(
            "The keys in the instance folder do not fit this database: "
            "put back the folder that belongs to it."
        )


def _reached_state() -> State:
    try:
        state = schema_state()
    except DBAPIError as error:
        raise InstanceBroken(
            "The database cannot be reached: check DATABASE_URL and whether it is running."
        ) from error
    if state == "ahead":
        raise InstanceBroken(
            "The database was made by a newer version of this programme: use that one."
        )
    return state


def _check_address(address: str) -> None:
    try:
        known = make_url(address).drivername in ENGINES
    except ArgumentError:
        known = False
    if not known:
        raise InstanceBroken(
            "DATABASE_URL is not understood: write postgresql+psycopg://... or sqlite:///path."
        )
