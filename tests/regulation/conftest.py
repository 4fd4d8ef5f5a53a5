"""Fixtures of the regulation's tests."""

from collections.abc import Iterator

import pytest
from flask import Flask

from core.pages.words import init_words


@pytest.fixture
def dutch() -> Iterator[None]:
    """The words need a catalogue, not the house."""
    app = Flask(__name__)
    init_words(app)
    with app.app_context():
        yield
