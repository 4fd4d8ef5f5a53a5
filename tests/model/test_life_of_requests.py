"""Random histories of requests: after each step the house and a plain model say the same."""

from __future__ import annotations

import os

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from core import trail
from core.db import db
from tests.faults.amounts import SEED
from tests.model.machine import LifeOfRequests

HISTORIES = int(os.environ.get("DRILL_HISTORIES") or 200)
STEPS = int(os.environ.get("DRILL_STEPS") or 15)
PARTS = 4


@pytest.mark.every_engine
@pytest.mark.parametrize("part", range(PARTS))
def test_a_plain_model_says_the_same(app: Flask, part: int) -> None:
    machine = type("LifeInThisHouse", (LifeOfRequests,), {"app": app})
    run_state_machine_as_test(
        seed(SEED + part)(machine),
        settings=settings(
            max_examples=HISTORIES // PARTS,
            stateful_step_count=STEPS,
            derandomize=False,  # the seed decides
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    with app.app_context():
        assert trail.verify(db.session()) is None
