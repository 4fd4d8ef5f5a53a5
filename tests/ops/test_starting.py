"""`make run` where it cannot run: one clear sentence each, exit code not 0, nothing left behind."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from core.config import ROOT
from ops.postgres import as_ordinary_user
from ops.sentences import Refusal
from ops.serve import wanted_port

FLASK = [sys.executable, "-m", "flask", "--app", "app"]
SERVE = [sys.executable, "-m", "ops.serve"]


def run(command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "DEMO")}
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**plain, "PORT": "0", **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


def refused(done: subprocess.CompletedProcess[str], sentence: str) -> None:
    assert done.returncode != 0
    assert re.fullmatch(f"Error: [^\n]*{sentence}[^\n]*\\.\n", done.stderr), done.stderr
    assert done.stdout.strip() == ""


@pytest.fixture
def instance(tmp_path: Path) -> str:
    return str(tmp_path / "instance")


def test_a_taken_port(instance: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        refused(run(SERVE, PORT=port, INSTANCE=instance), f"Port {port} cannot be used")
    assert not Path(instance).exists()


@pytest.mark.parametrize("text", ["http", "-1", "65536", "8000.0"])
def test_a_port_that_is_none(text: str) -> None:
    with pytest.raises(Refusal, match="PORT must be a number"):
        wanted_port(text)


def test_without_a_port_it_is_8000() -> None:
    assert wanted_port(None) == wanted_port("") == 8000


def test_an_unreachable_database(instance: str) -> None:
    nowhere = "postgresql+psycopg://nobody@127.0.0.1:1/none"
    done = run(SERVE, INSTANCE=instance, DATABASE_URL=nowhere)
    refused(done, "database cannot be reached")


def test_an_unwritable_instance_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    done = run([*as_ordinary_user(), *SERVE], INSTANCE=str(tmp_path / "instance"))
    tmp_path.chmod(0o755)
    refused(done, "cannot be used \\(Permission denied\\)")


def test_a_database_of_a_newer_programme(instance: str) -> None:
    assert run([*FLASK, "instance", "prepare"], INSTANCE=instance).returncode == 0
    database = next(path for path in Path(instance).glob("*.sqlite") if "huey" not in path.name)
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    refused(run(SERVE, INSTANCE=instance), "newer version of this programme")


def test_a_worker_on_an_unmigrated_database(instance: str) -> None:
    refused(run([*FLASK, "worker"], INSTANCE=instance), "not migrated yet")


def test_a_demo_never_becomes_a_real_centre(instance: str) -> None:
    assert run([*FLASK, "instance", "prepare"], INSTANCE=instance).returncode == 0
    refused(run(SERVE, INSTANCE=instance, DEMO="0"), "demo and stays one")


def test_a_real_centre_is_never_thrown_away_for_a_demo(instance: str) -> None:
    real = ["instance", "prepare", "--mode", "production"]
    assert run([*FLASK, *real], INSTANCE=instance).returncode == 0
    refused(run([*FLASK, "demo", "fresh"], INSTANCE=instance), "is no demo")
