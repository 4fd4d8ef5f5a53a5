"""The same race again and again: eight equal requests and a budget with just so much room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import delete, func, insert, inspect, select, text, update

from accounts.queries import account_by_username
from books.models import BudgetShare, LedgerEntry, LedgerLine
from core import clock
from core.db import db, transaction
from fund.models import Decision
from intake.people.actions import new_client
from intake.people.persons import NewClient, NewPerson
from intake.requests.models import Filing, Request, RequestEvent, RequestVersion
from tests.faults.afterwards import money_is_right
from tests.fund.desk import filed
from tests.world import NOW, world_of

COST_CENTS, GRANT_CENTS = 5_000, 4_500
OF_A_REQUEST = (RequestEvent, RequestVersion, Request)


class Rounds:
    """Eight people of one small town, who ask for the same in each round."""

    def __init__(self, app: Flask, count: int) -> None:
        self.app = app
        with app.app_context():
            world = world_of()
            with transaction():
                an = account_by_username("an")
                assert an is not None
                for place in range(count):
                    person = NewPerson(f"{chr(65 + place)}na", "Rees", dt.date(1990, 1, 1 + place))
                    client = new_client(
                        NewClient(person=person, status="leefloon", postal_code="3600"), by=an
                    )
                    world.clients[person.given_name] = client.id
        names = [name for name in world.clients if name.endswith("na") and name[0].isupper()]
        for name in names:
            filed(app, world, name, cost_cents=COST_CENTS)
        with app.app_context():
            self.rows = self._take_out()
