"""What the screen said is stored, exactly once, whenever the whole programme or its database dies."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from ops.postgres import Postgres
from tests.database import PostgresCopies, SqliteCopies
from tests.faults.afterwards import all_is_right
from tests.faults.amounts import KILLS, SEED, STOPS, randomness
from tests.faults.crowd import Crowd
from tests.faults.houses import bare_house, furnish_for_today
from tests.faults.whole_server import WholeServer
from tests.world import world_of

OF_WORKER = {"an": ("lena", "noor", "emir", "zoë"), "arne": ("karim",)}


@pytest.fixture
def real_house(own_database: SqliteCopies | PostgresCopies, tmp_path: Path) -> Iterator[Flask]:
    """A real centre over an empty database, seen from outside the server."""
    url = own_database.url
    folder = tmp_path / "instance"
    furnish_for_today(folder, url)
    with bare_house(folder, url, "production") as app:
        yield app


def crowd_on(app: Flask, port: int, name: str) -> Crowd:
    with app.app_context():
        world = world_of()
    clients = {who: [world.clients[one] for one in names] for who, names in OF_WORKER.items()}
    return Crowd(port, clients, world.activities, name)


def server_of(app: Flask) -> WholeServer:
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    return WholeServer(app.extensions["instance"].folder, url)


def test_kill_9_of_everything(real_house: Flask, engine: str) -> None:
    chance = randomness("kills", engine)
    server = server_of(real_house)
    crowd = crowd_on(real_house, server.port, f"kills on {engine}")
    with server, crowd.at_work():
        for _ in range(KILLS):
            if chance.random() < 0.9:  # else it dies while it starts
                server.wait_until_it_answers()
                crowd.wait_for_answers(chance.randint(1, 6))
            time.sleep(chance.uniform(0, 0.2))
            server.kill()
            server.start()
        server.wait_until_it_answers()
    told(crowd, f"{KILLS} kills on {engine}")
    with real_house.app_context():
        all_is_right(crowd.receipts, crowd.ruled)
    assert crowd.answered > KILLS
    assert crowd.receipts
    assert crowd.ruled
    assert crowd.broken > KILLS


def test_postgres_stopped_as_in_a_crash(
    durable_postgres: Postgres, real_house: Flask, engine: str
) -> None:
    if engine == "sqlite":
        return  # it has no server that could stop
    chance = randomness("stops")
    server = server_of(real_house)
    crowd = crowd_on(real_house, server.port, "stops")
    with server:
        server.wait_until_it_answers()
        with crowd.at_work():
            for _ in range(STOPS):
                crowd.wait_for_answers(chance.randint(1, 12))
                time.sleep(chance.uniform(0, 0.2))
                durable_postgres.stop("immediate")
                durable_postgres.start()
            crowd.wait_for_answers(1)
    told(crowd, f"{STOPS} stops of PostgreSQL")
    with real_house.app_context():
        all_is_right(crowd.receipts, crowd.ruled)
    assert crowd.answered > STOPS


def told(crowd: Crowd, what: str) -> None:
    print(
        f"\n{what}, seed {SEED}: {len(crowd.receipts)} receipts, {len(crowd.ruled)} decisions, "
        f"{crowd.too_late} too late, {crowd.broken} without an answer"
    )
