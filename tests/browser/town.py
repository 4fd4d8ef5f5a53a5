"""A town's rule and the family of its example in the house of the browser tests, without a page for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from app import create_app
from core.config import Config
from tests.browser.house import DATABASE, House


@contextmanager
def inside(house: House) -> Iterator[Flask]:
    """The programme on the same database, for what only files and colleagues can bring about."""
    url = f"sqlite:///{house.instance / DATABASE}"
    config = Config(
        instance=house.instance,
        database_url=url,
        releases_database_url=url,
        mode="demo",
        secure_cookies=False,
        clock_instant=None,
    )
    app = create_app(config)
    yield app
    app.extensions["releases_engine"].dispose()
