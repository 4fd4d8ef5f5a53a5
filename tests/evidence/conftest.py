"""What tests of evidence share: a folder of files that holds only their own."""

import pytest
from flask import Flask

from core.sealing import stores


@pytest.fixture(autouse=True)
def _only_own_files(request: pytest.FixtureRequest) -> None:
    """The database is fresh for each test; the folder of the instance is not."""
    if "app" in request.fixturenames:
        app: Flask = request.getfixturevalue("app")
        with app.app_context():
            for path in stores.files_folder().iterdir():
                path.unlink()
