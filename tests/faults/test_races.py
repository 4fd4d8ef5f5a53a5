"""Eight at once on one request, on the last euros, on one form: exactly one, exactly three, exactly one."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import text

from accounts.queries import account_by_username
from books.actions import BudgetSpent
from core import clock, trail
from core.db import db, transaction
from core.errors import Conflict
from fund import actions
from intake.requests.queries import for_update
from tests.faults.amounts import ROUNDS, randomness
from tests.faults.rounds import GRANT_CENTS, Rounds
from tests.world import NOW

AT_ONCE = 8
ROOM_FOR = 3


@pytest.fixture(scope="module")
def rounds(town: Flask) -> Rounds:
    return Rounds(town, AT_ONCE)


@pytest.fixture(scope="module")
def crew() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield pool


def all_at_once(crew: ThreadPoolExecutor, act: Callable[[int], object]) -> Counter[str]:
    """Let everybody go at the same moment; how many ended how."""
    line = threading.Barrier(AT_ONCE)

    def run(place: int) -> str:
        line.wait(60)
        try:
            with clock.at(NOW):
                act(place)
        except Exception as error:
            return type(error).__name__
        return "done"

    return Counter(crew.map(run, range(AT_ONCE)))


def decider(app: Flask, request_ids: list[int]) -> Callable[[int], object]:
    """Grants in its own context, on its own connection, with the version that the page showed."""

    def decide(place: int) -> None:
        with app.app_context(), transaction():
            held = for_update(request_ids[place], 1)
            by = account_by_username(("bert", "boris")[place % 2])
            actions.grant(held, by=by, amount_cents=GRANT_CENTS)

    return decide


def test_eight_deciders_on_one_request(
    town: Flask, rounds: Rounds, crew: ThreadPoolExecutor
) -> None:
    for _ in range(ROUNDS):
        with rounds.one(room_cents=AT_ONCE * GRANT_CENTS) as request_ids:
            ended = all_at_once(crew, decider(town, request_ids[:1] * AT_ONCE))
            assert ended == {"done": 1, Conflict.__name__: AT_ONCE - 1}
            assert rounds.states() == {"granted": 1, "submitted": AT_ONCE - 1}
            rounds.check(granted=1)


def test_eight_deciders_on_the_last_euros(
    town: Flask, rounds: Rounds, crew: ThreadPoolExecutor, engine: str
) -> None:
    chance = randomness("last euros", engine)
    for _ in range(ROUNDS):
        first_cents = chance.randint(0, ROOM_FOR * GRANT_CENTS)
        with rounds.one(ROOM_FOR * GRANT_CENTS, first_cents) as request_ids:
            ended = all_at_once(crew, decider(town, request_ids))
            exactly_three(ended, rounds.committed_cents())
            assert rounds.states() == {"granted": ROOM_FOR, "submitted": AT_ONCE - ROOM_FOR}
            rounds.check(granted=ROOM_FOR)


def test_the_trail_of_all_that_is_whole(town: Flask, rounds: Rounds) -> None:
    with town.app_context():
        assert trail.verify(db.session()) is None


def exactly_three(ended: Counter[str], committed_cents: int) -> None:
    """What must hold of anybody who gives out the last euros."""
    assert committed_cents <= ROOM_FOR * GRANT_CENTS, "more was given than there is"
    assert ended == {"done": ROOM_FOR, BudgetSpent.__name__: AT_ONCE - ROOM_FOR}


def test_a_naive_decider_does_not_pass_the_same_check(
    town: Flask, crew: ThreadPoolExecutor
) -> None:
    """Without this nobody would know whether eight threads are at once enough to find anything."""
    with naive(town) as decide, pytest.raises(AssertionError, match="more was given"):
        give_out_the_last_euros(crew, decide)


def give_out_the_last_euros(crew: ThreadPoolExecutor, decide: Naive) -> None:
    for _ in range(ROUNDS):
        ended = all_at_once(crew, decide)
        exactly_three(ended, decide.committed_cents())
        decide.reset()


@dataclass
class Naive:
    """Reads the balance, looks whether there is room, then writes: each in good order."""

    app: Flask

    def __call__(self, _place: int) -> None:
        room_cents = ROOM_FOR * GRANT_CENTS - self.committed_cents()
        if room_cents < GRANT_CENTS:
            raise BudgetSpent(room_cents)
        self._write("UPDATE naive_budget SET committed_cents = committed_cents + :cents")

    def reset(self) -> None:
        self._write("UPDATE naive_budget SET committed_cents = 0 * :cents")

    def committed_cents(self) -> int:
        with self.app.app_context(), db.engine.connect() as connection:
            return int(connection.scalar(text("SELECT committed_cents FROM naive_budget")) or 0)

    def _write(self, statement: str) -> None:
        with self.app.app_context(), db.engine.begin() as connection:
            connection.execute(text(statement), {"cents": GRANT_CENTS})


@contextmanager
def naive(app: Flask) -> Iterator[Naive]:
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text("CREATE TABLE naive_budget (committed_cents integer NOT NULL)"))
        connection.execute(text("INSERT INTO naive_budget VALUES (0)"))
    try:
        yield Naive(app)
    finally:
        with app.app_context(), db.engine.begin() as connection:
            connection.execute(text("DROP TABLE naive_budget"))
