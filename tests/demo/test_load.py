"""The example network, smaller: every state, no rule broken, the same rows each time."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from flask_babel import force_locale
from sqlalchemy import select, text

from app import create_app
from books import queries as books
from core import instance
from core.config import Config
from core.db import db
from demo import load
from intake.hearing.models import Hearing
from intake.requests.life import NOT_RATIFIED, STATES, TAKEN_OVER
from intake.requests.models import Request, RequestEvent

TODAY = dt.date(2026, 11, 24)


def loaded(folder: Path, monkeypatch: pytest.MonkeyPatch, requests: int) -> dict[str, object]:
    """What a small example holds: its states, the books' complaints, a print of its rows."""
    monkeypatch.setattr(load, "REQUESTS", requests)
    url = f"sqlite:///{folder / 'demo.sqlite'}"
    app = create_app(Config(folder, url, url, "demo", secure_cookies=False, clock_instant=None))
    app.config["ARGON2"] = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}
    with app.app_context():
        instance.prepare("demo")
        with force_locale("nl"):
            load.load(TODAY, lambda _done, _total: None)
        states = set(db.session.scalars(select(Request.status)))
        rows = db.session.execute(
            text(
                "SELECT number, what, cost_cents, proposed_cents, granted_cents, status, cost_on, "
                "submitted_at, worker_id, client_id FROM request ORDER BY id"
            )
        ).all()
        verbs = set(db.session.scalars(select(RequestEvent.verb)))
        invited = list(db.session.scalars(select(Hearing.invited_for_on)))
        complaints = books.verify(db.session())
        db.session.remove()
        db.engine.dispose()
    app.extensions["releases_engine"].dispose()
    return {
        "states": states,
        "verbs": verbs,
        "invited": invited,
        "complaints": complaints,
        "print": hashlib.sha256(repr(rows).encode()).hexdigest(),
    }


def test_every_state_is_there_and_the_books_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = loaded(tmp_path, monkeypatch, 260)
    # the example began with this programme: nothing is of before; and no committee decides in it
    assert found["states"] == set(STATES) - {TAKEN_OVER, NOT_RATIFIED}
    assert {"revise_grant", "grant_at_counter", "give_first", "forward"} <= found["verbs"]
    assert found["invited"] == [dt.date(2026, 12, 1)]
    assert found["complaints"] == []


def test_the_seed_and_the_day_decide_every_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    first = loaded(tmp_path / "one", monkeypatch, 30)
    assert loaded(tmp_path / "two", monkeypatch, 30) == first
