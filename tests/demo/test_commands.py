"""The demo's commands where something is in the way: a new folder, a break, a server that runs."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy import func, select

from app import create_app
from core import instance
from core.config import Config
from core.db import db
from demo import commands, load
from intake.requests.models import Request


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """An instance that is not there yet, and a small example."""
    monkeypatch.setattr(load, "REQUESTS", 10)
    monkeypatch.setenv("DEMO_TODAY", "2026-11-24")
    url = f"sqlite:///{tmp_path / 'demo.sqlite'}"
    app = create_app(Config(tmp_path, url, url, "demo", secure_cookies=False, clock_instant=None))
    app.config["ARGON2"] = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}
    yield app
    with app.app_context():
        db.engine.dispose()
    app.extensions["releases_engine"].dispose()


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    return app.test_cli_runner()


def requests_in(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Request)) or 0


def test_a_fresh_demo_needs_no_instance_first(app: Flask, runner: FlaskCliRunner) -> None:
    done = runner.invoke(args=["demo", "fresh"])
    assert done.exit_code == 0, done.output
    assert requests_in(app) == 22


def test_a_load_that_was_broken_off_begins_anew(
    app: Flask, runner: FlaskCliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app.app_context():
        instance.prepare("demo")

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(commands, "_show_progress", stop)
        assert runner.invoke(args=["demo", "load"]).exit_code != 0
    assert "begins anew" in runner.invoke(args=["demo", "load"]).output
    assert requests_in(app) == 22
    assert "There is data already" in runner.invoke(args=["demo", "load"]).output


def test_somebody_else_may_write_while_it_loads(
    app: Flask, runner: FlaskCliRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plan = load._months

    def plan_and_be_overtaken(*all_of_it) -> None:
        plan(*all_of_it)
        with sqlite3.connect(tmp_path / "demo.sqlite") as other:
            other.execute("UPDATE team SET name = name")
        other.close()

    monkeypatch.setattr(load, "_months", plan_and_be_overtaken)
    done = runner.invoke(args=["demo", "fresh"])
    assert done.exit_code == 0, done.output
