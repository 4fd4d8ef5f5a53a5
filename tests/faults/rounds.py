"""The same race again and again: equal requests of different people, and a budget with so much room."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import func, select, text

from accounts.queries import account_by_username
from books.models import BudgetShare
from core import clock
from core.db import db, transaction
from fund.models import Decision
from intake.people.actions import new_client
from intake.people.persons import NewClient, NewPerson
from intake.requests.models import Request
from tests.faults.afterwards import decisions_are_whole, money_is_right
from tests.faults.houses import forget_session
from tests.fund.desk import filed
from tests.world import NOW, world_of

COST_CENTS, GRANT_CENTS = 5_000, 4_500

# As if nothing of the last round had happened; the audit trail alone goes on.
PUT_BACK = (
    "DELETE FROM dispatch",
    "DELETE FROM decision",
    "DELETE FROM ledger_line",
    "DELETE FROM ledger_entry",
    "DELETE FROM request_event WHERE verb <> 'submit'",
    "UPDATE request SET status = 'submitted', outcome = NULL, granted_cents = 0, reasons = '', "
    "decided_at = NULL, lock_version = 1",
)


class Rounds:
    """So many people of one small town, each with a request for the same."""

    def __init__(self, app: Flask, count: int) -> None:
        self.app = app
        with clock.at(NOW):
            self.request_ids = [self._ask(place) for place in range(count)]

    @contextmanager
    def one(self, room_cents: int, first_cents: int = 0) -> Iterator[list[int]]:
        """A round; the first source gives so much of the room, the second the rest."""
        amounts = {"first": first_cents, "rest": room_cents - first_cents}
        with self.app.app_context(), transaction() as session:
            for statement in PUT_BACK:
                session.execute(text(statement))
            session.execute(
                text(
                    "UPDATE budget_share SET committed_cents = 0, "
                    "amount_cents = CASE priority WHEN 1 THEN :first ELSE :rest END"
                ),
                amounts,
            )
        with self.app.app_context():
            yield self.request_ids

    def states(self) -> Counter[str]:
        """How many requests stand where."""
        forget_session()
        return Counter(db.session.scalars(select(Request.status)))

    def committed_cents(self) -> int:
        """What all sources have promised."""
        forget_session()
        return int(db.session.scalar(select(func.sum(BudgetShare.committed_cents))) or 0)

    def check(self, granted: int) -> None:
        """So many decisions, and all figures agree with them."""
        forget_session()
        assert db.session.scalar(select(func.count(Decision.id))) == granted
        assert self.committed_cents() == granted * GRANT_CENTS
        money_is_right()
        decisions_are_whole()

    def _ask(self, place: int) -> int:
        name = f"{chr(65 + place)}na"
        person = NewPerson(name, "Rees", dt.date(1990, 1, 1 + place))
        new = NewClient(person=person, status="leefloon", postal_code="3600", town="Genk")
        with self.app.app_context():
            with transaction():
                an = account_by_username("an")
                assert an is not None
                client_id = new_client(new, by=an).id
            world = world_of()
        world.clients[name] = client_id
        return filed(self.app, world, name, cost_cents=COST_CENTS)
