"""Fixtures of the regulation's tests."""

from collections.abc import Iterator

import pytest
from flask import Flask

from core.pages.words import init_words


@pytest.fixture(scope="session")
def catalogue() -> Flask:
    """The words need a catalogue, not the house; it is read once."""
    app = Flask(__name__)
    init_words(app)
    return app


@pytest.fixture
def dutch(catalogue: Flask) -> Iterator[None]:
    """Somebody who reads Dutch."""
    with catalogue.app_context():
        yield
