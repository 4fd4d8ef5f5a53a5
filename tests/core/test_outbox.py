"""The outbox: what is committed is delivered, what is rolled back never, what fails is tried again."""

import datetime as dt
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from core import clock
from core.db import db, transaction
from core.work import outbox
from core.work.outbox import OutboxMessage, deliver_due, put

delivered: list[int] = []
failures: list[Exception] = []


@outbox.handler("test.note")
def note(thing_id: int) -> None:
    delivered.append(thing_id)
    if failures:
        raise failures.pop()


@pytest.fixture(autouse=True)
def nothing_waits(inside: Flask) -> Iterator[None]:
    deliver_due(1000)
    delivered.clear()
    failures.clear()
    yield
    db.session.rollback()


def message() -> OutboxMessage:
    mine = select(OutboxMessage).where(OutboxMessage.kind == "test.note")
    return db.session.scalars(mine.execution_options(populate_existing=True)).one()


def test_a_message_is_delivered_once(inside: Flask) -> None:
    with transaction():
        put("test.note", thing_id=7)
    assert (deliver_due(), deliver_due()) == (1, 0)
    assert delivered == [7]
    assert message().delivered_at is not None


def test_what_is_rolled_back_is_never_delivered(inside: Flask) -> None:
    def fail() -> None:
        with transaction():
            put("test.note", thing_id=7)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert deliver_due() == 0


def test_a_failed_message_waits_longer_each_time(inside: Flask) -> None:
    with transaction():
        put("test.note", thing_id=7)
    waits = []
    for _ in range(3):
        failures.append(ValueError("Zoë Peeters"))
        assert deliver_due() == 0
        waits.append(round((message().due_at - clock.machine_now()).total_seconds()))
        make_due()
    assert waits == [5, 10, 20]
    assert (message().tries, message().last_error) == (3, "ValueError")
    assert deliver_due() == 1


def make_due() -> None:
    with transaction():
        message().due_at = clock.machine_now() - dt.timedelta(seconds=1)


def test_one_failure_does_not_hold_up_the_others(inside: Flask) -> None:
    with transaction():
        put("test.note", thing_id=1)
        put("test.note", thing_id=2)
    failures.append(ValueError("once"))
    assert deliver_due() == 1
    assert delivered == [1, 2]


def test_a_message_holds_ids_only_and_has_a_handler(inside: Flask) -> None:
    with pytest.raises(TypeError):
        put("test.note", thing_id=["Zoë"])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="nobody delivers"):
        put("test.unknown", thing_id=1)


def test_a_demo_that_stands_still_delivers_all_the_same(inside: Flask) -> None:
    with clock.at(dt.datetime(2090, 1, 1, tzinfo=dt.UTC)):
        with transaction():
            put("test.note", thing_id=7)
        assert deliver_due() == 1


def test_what_was_delivered_long_ago_is_forgotten(inside: Flask) -> None:
    with transaction():
        put("test.note", thing_id=7)
    deliver_due()
    assert outbox.forget_delivered() == 0
    with transaction():
        message().delivered_at = clock.machine_now() - dt.timedelta(days=31)
    assert outbox.forget_delivered() == 1
