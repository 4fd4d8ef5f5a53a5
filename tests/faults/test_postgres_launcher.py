"""The private PostgreSQL of the tests: it recovers after a crash and goes with whoever started it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg

from core.config import ROOT
from ops.postgres import Postgres


def address(server: Postgres) -> str:
    return server.url.replace("+psycopg", "")


def test_what_was_committed_is_there_after_an_immediate_stop() -> None:
    with Postgres(fsync=True) as server:
        with psycopg.connect(address(server)) as connection:
            connection.execute("CREATE TABLE kept (word text)")
            connection.execute("INSERT INTO kept VALUES ('stored')")
        server.stop("immediate")
        server.start()
        with psycopg.connect(address(server)) as connection:
            assert connection.execute("SELECT word FROM kept").fetchall() == [("stored",)]
            assert connection.execute("SHOW fsync").fetchone() == ("on",)


def test_nothing_is_left_of_it() -> None:
    with Postgres() as server:
        folder = server.folder
        assert folder.exists()
    assert not folder.exists()


def test_it_ends_with_whoever_started_it() -> None:
    starter = subprocess.Popen(
        [sys.executable, "-m", "ops.postgres"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    url = starter.stdout.readline().strip()
    folder = Path(url.partition("host=")[2])
    os.kill(starter.pid, signal.SIGKILL)
    starter.wait()
    starter.stdout.close()
    deadline = time.monotonic() + 20
    while (folder / "data" / "postmaster.pid").exists():
        assert time.monotonic() < deadline
        time.sleep(0.1)
    shutil.rmtree(folder)
