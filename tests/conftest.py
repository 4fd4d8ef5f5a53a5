"""Fixtures of all tests: the house with the small world in it, and clients that inspect pages."""

from __future__ import annotations

import datetime as dt
import gc
import smtplib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from jinja2 import FileSystemBytecodeCache

from app import create_app
from core import clock, instance
from core.config import ROOT, Config
from core.db import db
from tests.access.once import SCENE, Built, built_in
from tests.database import SERVER, WORLD, PostgresCopies, SqliteCopies, copies, unordered
from tests.doors import Door, enter, opened
from tests.inspector import InspectingClient, nothing_left_unsaved
from tests.portion import spread
from tests.world import NOW, World, build_world, world_of

settings.register_profile(
    "house",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")

# A template is compiled once for all workers, applications and runs, as long as it says the same.
COMPILED = ROOT / ".pytest_cache" / "templates"
COMPILED.mkdir(parents=True, exist_ok=True)
Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": FileSystemBytecodeCache(COMPILED)}

CHEAP_ARGON2 = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}


# Of a test with many cases so many are tried on the second engine: they differ in what is typed or asked,
# which Python judges, and it did so on the first.
CASES_ON_THE_SECOND_ENGINE = 4


def pytest_configure(config: pytest.Config) -> None:
    """The mark of a test whose cases are the engine's business, or that takes a portion of its own."""
    config.addinivalue_line("markers", "every_engine: each of its cases runs on each engine")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What asks for no database says the same on every engine: it runs with the first only."""
    if not SERVER:
        return
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        if "house" in getattr(item, "fixturenames", ()):
            cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    kept = {id(item) for alike in cases.values() for item in _portion(alike)}
    config.hook.pytest_deselected(items=[item for item in items if id(item) not in kept])
    items[:] = [item for item in items if id(item) in kept]


def _portion(alike: list[pytest.Item]) -> list[pytest.Item]:
    if alike[0].get_closest_marker("every_engine"):
        return alike
    return spread(alike, one_in=-(-len(alike) // CASES_ON_THE_SECOND_ENGINE))


@pytest.fixture(autouse=True)
def no_unplanned_mail(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Nothing leaves the house, but in a test that brought a post office of its own."""
    if "post_office" in request.fixturenames:
        yield
        return
    tried: list[object] = []

    def refuse(_self: object, *where: object, **_rest: object) -> None:
        tried.append(where)
        raise OSError("unplanned mail")

    monkeypatch.setattr(smtplib.SMTP, "connect", refuse)
    yield
    assert not tried, "unplanned mail"


@pytest.fixture(scope="session")
def house(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Flask, SqliteCopies | PostgresCopies]]:
    """The application over a migrated database that holds the small world."""
    folder: Path = tmp_path_factory.mktemp("instance")
    database = copies(folder)
    config = Config(
        instance=folder,
        database_url=database.url,
        releases_database_url=database.url,
        mode="demo",
        secure_cookies=False,
        clock_instant=None,
    )
    app = create_app(config)
    app.config.update(TESTING=True, ARGON2=CHEAP_ARGON2)
    app.test_client_class = InspectingClient
    with app.app_context(), clock.at(NOW):
        unordered(db.engine)
        instance.prepare("demo")
        build_world()
    with clock.at(NOW):
        app.extensions["doors"] = opened(app)
    close_connections(app)
    database.keep()
    gc.freeze()  # a million objects that stay: looked over at each collection, they cost a tenth
    yield app, database
    close_connections(app)
    database.drop()


def make_fresh(app: Flask, database: SqliteCopies | PostgresCopies, kept: str = WORLD) -> None:
    """The small world as it was built, or what else was kept, and nothing else."""
    database.fresh(lambda: close_connections(app), kept)


def close_connections(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    app.extensions["releases_engine"].dispose()


@pytest.fixture
def app(house: tuple[Flask, SqliteCopies | PostgresCopies]) -> Iterator[Flask]:
    """The application at one fixed instant, over a fresh copy of the small world."""
    app, database = house
    make_fresh(app, database)
    with clock.at(NOW):
        yield app
    with app.app_context():
        db.session.remove()


@pytest.fixture(scope="session")
def built(
    house: tuple[Flask, SqliteCopies | PostgresCopies], tmp_path_factory: pytest.TempPathFactory
) -> Built:
    """What the tests of access and of bad input play with."""
    app, database = house
    make_fresh(app, database)
    made = built_in(app, tmp_path_factory.mktemp("files"))
    close_connections(app)
    database.keep(SCENE)
    return made


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application over no database, for what only speaks: forms and sentences."""
    folder: Path = tmp_path_factory.mktemp("words")
    url = f"sqlite:///{folder / 'none.sqlite'}"
    return create_app(Config(folder, url, url, "demo", secure_cookies=False, clock_instant=None))


@pytest.fixture
def inside(app: Flask) -> Iterator[Flask]:
    """For tests that call actions or queries themselves."""
    with app.app_context():
        yield app
        nothing_left_unsaved()


@pytest.fixture
def world(app: Flask) -> World:
    """The numbers of the people and things in the small world."""
    with app.app_context():
        return world_of()


@pytest.fixture
def client(app: Flask) -> InspectingClient:
    """A browser of nobody yet."""
    return app.test_client()  # type: ignore[return-value]


@pytest.fixture
def sign_in(app: Flask) -> Callable[[str], InspectingClient]:
    """A signed-in browser of somebody: `sign_in("an")`; a second one of the same person has a session of its own."""
    doors: dict[str, Door] = dict(app.extensions["doors"])

    def entered(username: str) -> InspectingClient:
        door = doors.pop(username, None)
        browser = enter(app, door) if door else None
        return browser or app.test_client().sign_in(username)  # type: ignore[attr-defined]

    return entered


@pytest.fixture
def later() -> Callable[..., object]:
    """Let time pass: `with later(days=3): ...`."""
    return lambda **span: clock.at(clock.now() + dt.timedelta(**span))
