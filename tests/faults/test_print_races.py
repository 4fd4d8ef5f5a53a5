"""Two who have the letters printed at the same moment: one run, and each letter in it once."""

from __future__ import annotations

import contextlib
import threading
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from core.db import db
from fund.letters import runs
from fund.letters.models import PrintRun, RunLine
from tests.faults.houses import forget_session
from tests.faults.test_twice import browser_of, post_together
from tests.fund.desk import filed, grant
from tests.world import world_of

PATIENCE_S = 1


@pytest.mark.usefixtures("at_now")
def test_two_who_print_at_once_get_one_run(town: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    with town.app_context():
        request_id = filed(town, world_of(), "karim", by="arne", cost_cents=500)
    browsers = browser_of(town, "bert"), browser_of(town, "hilde")
    assert grant(browsers[0], request_id).status_code == 303
    both, real = threading.Barrier(2), runs.to_print

    def not_before_the_other(*given: Any, **named: Any) -> Any:
        """Who is held back by a lock never comes: then the first one goes on alone."""
        found = real(*given, **named)
        with contextlib.suppress(threading.BrokenBarrierError):
            both.wait(PATIENCE_S)
        return found

    monkeypatch.setattr(runs, "to_print", not_before_the_other)
    forms = [one.page("/letters").form("/letters/runs") for one in browsers]
    posts = [(one, "/letters/runs", form) for one, form in zip(browsers, forms, strict=True)]
    first, second = post_together(*posts)
    assert first.location == second.location
    with town.app_context():
        forget_session()
        assert db.session.scalar(select(func.count()).select_from(PrintRun)) == 1
        assert db.session.scalar(select(func.count()).select_from(RunLine)) == 1
