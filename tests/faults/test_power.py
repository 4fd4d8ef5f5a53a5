"""What a power cut may not take, and a database that is locked, gone or closed: calm, nothing half done."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import create_engine, event, text

from core import instance
from core.db import db, listen_to, survives_power_cut
from core.instance import InstanceBroken
from ops.postgres import Postgres, as_ordinary_user
from tests.faults.afterwards import all_is_right
from tests.faults.browser import Browser, form_in
from tests.faults.houses import bare_house, forget_session, furnish_for_today
from tests.faults.serving import SERVE
from tests.faults.whole_server import WholeServer
from tests.inspector import InspectingClient, Page
from tests.requests.steps import filled
from tests.world import World, world_of

BUSY_MS = 200


@pytest.fixture
def world(town: Flask) -> World:
    with town.app_context():
        return world_of()


@pytest.fixture
def an(town: Flask, at_now: None) -> InspectingClient:
    return town.test_client().sign_in("an")  # type: ignore[attr-defined, no-any-return]


def stored(town: Flask) -> list[int]:
    """How much there is of what a filing writes."""
    tables = ("filing", "request", "request_version", "request_event", "letter", "audit_entry")
    with town.app_context():
        forget_session()
        return [int(db.session.scalar(text(f"SELECT count(*) FROM {one}")) or 0) for one in tables]


def is_calm(response: Any) -> None:
    """A page in words, of which no part is an error's own text."""
    assert response.status_code == 503, response.status_code
    page = Page(response)
    assert page.h1
    for word in ("sqlite", "psycopg", "Traceback", "Error"):
        assert word not in page.html


def test_what_is_said_to_be_stored_is_on_the_disk(town: Flask, engine: str) -> None:
    wanted = {
        "sqlite": {"PRAGMA journal_mode": "wal", "PRAGMA synchronous": 2, "PRAGMA foreign_keys": 1},
        "postgresql": {"SHOW fsync": "on", "SHOW synchronous_commit": "on"},
    }
    with town.app_context():
        for question, answer in wanted[engine].items():
            assert db.session.scalar(text(question)) == answer, question
        assert survives_power_cut()


def test_sqlite_without_its_log_is_refused() -> None:
    in_memory = create_engine("sqlite://")  # there it has none
    listen_to(in_memory)
    with pytest.raises(RuntimeError, match="journal_mode=wal"):
        in_memory.connect()


def test_postgres_that_forgets_is_refused_to_a_real_centre(tmp_path: Path) -> None:
    with (
        Postgres(fsync=False) as server,
        bare_house(tmp_path, server.url, "production") as app,
        app.app_context(),
        pytest.raises(InstanceBroken, match="turn fsync and full_page_writes on"),
    ):
        instance.prepare("production")


@contextmanager
def locked(town: Flask, engine: str) -> Iterator[None]:
    """Somebody else writes and does not end; our own patience is short."""
    with town.app_context():
        url = db.engine.url
        db.engine.dispose()
        if engine == "sqlite":
            event.listen(db.engine, "connect", _be_impatient)
            with closing(sqlite3.connect(str(url.database))) as other:
                other.execute("BEGIN IMMEDIATE")
                yield
            db.engine.dispose()
            event.remove(db.engine, "connect", _be_impatient)
            return
        event.listen(db.engine, "connect", _be_impatient)
        with db.engine.connect() as other, other.begin():
            other.execute(text("UPDATE audit_head SET seq = seq"))
            yield
        event.remove(db.engine, "connect", _be_impatient)
        db.engine.dispose()


def _be_impatient(connection: Any, _record: Any) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    else:
        connection.execute(f"SET lock_timeout = {BUSY_MS}")
        connection.commit()


def test_a_locked_database_is_one_calm_page(
    town: Flask, engine: str, world: World, an: InspectingClient
) -> None:
    fields = filled(an, world, "zoë")
    before = stored(town)
    with locked(town, engine):
        is_calm(an.post("/filings", data=fields))
    assert stored(town) == before
    assert an.post("/filings", data=fields).status_code == 303
    assert stored(town)[0] == before[0] + 1


def test_postgres_that_is_gone_is_one_calm_page_and_comes_back(
    town: Flask,
    engine: str,
    world: World,
    an: InspectingClient,
    request: pytest.FixtureRequest,
) -> None:
    if engine == "sqlite":
        return  # it has no server that could go
    server: Postgres = request.getfixturevalue("durable_postgres")
    fields = filled(an, world, "zoë")
    before = stored(town)
    server.stop("immediate")
    try:
        is_calm(an.post("/filings", data=fields))
        is_calm(an.get("/requests"))
        is_calm(an.get("/sign-in"))
    finally:
        server.start()
    assert an.get("/requests").status_code == 200
    assert an.post("/filings", data=fields).status_code == 303
    assert stored(town)[0] == before[0] + 1


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Nothing in the folder can be written any more."""
    kept = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
    for path, mode in kept.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in kept.items():
            path.chmod(mode)


def test_a_folder_that_is_closed_meanwhile_is_met_calmly(engine: str, tmp_path: Path) -> None:
    """As an ordinary user: to root nothing is closed."""
    if engine == "postgresql":
        return  # its data lie elsewhere
    folder = tmp_path / "instance"
    url = f"sqlite:///{folder / 'house.sqlite'}"
    furnish_for_today(folder, url)
    with WholeServer(folder, url, [*as_ordinary_user(), *SERVE]) as server:
        server.wait_until_it_answers()
        browser = Browser(server.port)
        browser.sign_in("an")
        fields = filing(browser)
        with closed(folder):
            answers = [browser.once("POST", "/filings", fields) for _ in range(12)]
            assert {answer.status for answer in answers} <= {303, 503}
            assert browser.once("GET", "/requests").status in {200, 503}
            assert browser.once("GET", "/healthz").status == 200
        assert browser.post("/filings", fields).status == 303
        log = server.log.read_text(encoding="utf-8")
    with bare_house(folder, url, "production") as app, app.app_context():
        all_is_right()
        assert db.session.scalar(text("SELECT count(*) FROM filing")) == 1
    assert "unexpected" not in log


def filing(browser: Browser) -> dict[str, str]:
    """A form that is filled in and not sent yet."""
    fields = form_in(browser.get("/filings/new?client=1").text, "/filings")
    fields |= {"what": "Zwemles", "cost": "12,50", "cost_on": "vandaag", "reason": "belong"}
    return {**fields, "client_id": "1", "category": "swimming"}
