"""The instance of the core room: its folder, its keys, and the database that belongs to them."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

import click
from flask import Flask, current_app
from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from core.config import Config
from core.db import Base, UTCDateTime, db
from core.keys import Keys, keys_in

Mode = Literal["demo", "production"]


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


def attach(app: Flask, config: Config) -> None:
    """Give the application its folder and keys (made here at first start), and its session key."""
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


def mode() -> str | None:
    """'demo' or 'production'; None while the database has not been prepared."""
    row = db.session.get(Instance, 1)
    return row.mode if row else None
