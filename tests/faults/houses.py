"""A house of its own for tests that hurt one: the small world over SQLite or a durable PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import select, update

from accounts.models import Account
from accounts.passphrases import ARGON2
from app import create_app
from books.actions import open_year
from books.models import BudgetShare, FundingSource
from books.queries import budget_of
from core import clock, instance
from core.config import Config
from core.db import db, transaction
from fund.queries import CLIENT_AID
from intake.people.models import ClientStatus
from tests.conftest import CHEAP_ARGON2, close_connections
from tests.database import PostgresCopies, SqliteCopies
from tests.inspector import PASSPHRASE, InspectingClient
from tests.world import NOW, build_world

ENGINES = ("sqlite", "postgresql")
PLENTY_CENTS = 100_000_000


@contextmanager
def bare_house(folder: Path, url: str, mode: instance.Mode = "demo") -> Iterator[Flask]:
    """The application over a database that may still be empty."""
    folder.mkdir(exist_ok=True)
    config = Config(
        instance=folder,
        database_url=url,
        releases_database_url=url,
        mode=mode,
        secure_cookies=False,
        clock_instant=None,
    )
    app = create_app(config)
    app.config.update(TESTING=True, ARGON2=CHEAP_ARGON2)
    app.test_client_class = InspectingClient
    try:
        yield app
    finally:
        close_connections(app)


@contextmanager
def house_at_now(folder: Path, url: str) -> Iterator[Flask]:
    """With the small world in it, at its one instant."""
    with bare_house(folder, url) as app, clock.at(NOW):
        with app.app_context():
            instance.prepare("demo")
            build_world()
        yield app


def furnish_for_today(folder: Path, url: str) -> None:
    """The small world of a real centre, that works on the day of the test, with plenty of money."""
    with bare_house(folder, url, "production") as app, app.app_context():
        instance.prepare("production")
        build_world()
        year = clock.budget_year(clock.now())
        with transaction() as session:
            # As the server hashes, so that nobody's hash is renewed at the first sign-in.
            hashed = PasswordHasher(**ARGON2).hash(PASSPHRASE)
            session.execute(update(Account).values(passphrase_hash=hashed))
            session.execute(update(ClientStatus).values(until_on=None))
            session.execute(update(BudgetShare).values(amount_cents=PLENTY_CENTS))
            if budget_of(year, CLIENT_AID) is None:
                source = session.scalars(select(FundingSource)).first()
                assert source is not None
                open_year(year, CLIENT_AID, [(source, PLENTY_CENTS)])


def copies_on(
    engine: str, folder: Path, server_url: str, name: str
) -> SqliteCopies | PostgresCopies:
    """A database of its own on one of the engines."""
    return SqliteCopies(folder) if engine == "sqlite" else PostgresCopies(server_url, name)


def forget_session() -> None:
    """Read anew what others have written."""
    db.session.rollback()
    db.session.expunge_all()
