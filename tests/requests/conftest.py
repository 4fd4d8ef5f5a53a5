"""What tests of requests share: a long list without a long wait."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import insert, select

from core.db import transaction
from intake.requests.models import Filing, Request
from tests.inspector import InspectingClient
from tests.requests.steps import filed
from tests.world import World

# each block of rows far from the numbers that the database gives by itself
FIRST_ID = 1_000_000


@pytest.fixture
def many(
    app: Flask, world: World, sign_in: Callable[[str], InspectingClient]
) -> Callable[[int], None]:
    """`many(10)`: that many open requests of An for Noor, the first one really filed."""
    filed(sign_in("an"), world)
    there = 1

    def make(count: int) -> None:
        nonlocal there
        with app.app_context(), transaction() as session:
            first = dict(session.execute(select(Request.__table__)).mappings().first())
            filing = dict(session.execute(select(Filing.__table__)).mappings().first())
            numbers = range(there + 1, count + 1)
            block = there * FIRST_ID
            session.execute(insert(Filing.__table__), [_filing(filing, block, n) for n in numbers])
            session.execute(insert(Request.__table__), [_request(first, block, n) for n in numbers])
        there = count

    return make


def _filing(like: dict, block: int, number: int) -> dict:
    own = {"idempotency_key": str(uuid.uuid4()), "receipt_number": f"T-{number:04}"}
    return like | own | {"id": block + number}


def _request(like: dict, block: int, number: int) -> dict:
    own = {
        "id": block + number,
        "filing_id": block + number,
        "number": f"T-{number:04}",
        "legal_due_on": like["legal_due_on"] + dt.timedelta(days=number % 2),
    }
    return like | own
