"""Many decided requests for the tests of trials: copies of one, with all that a decision leaves behind."""

from __future__ import annotations

import datetime as dt
from typing import Any

from flask import Flask
from sqlalchemy import insert, inspect, select

from core.db import db, transaction
from fund.models import Decision
from intake.people.models import Household
from intake.requests.models import Request, RequestEvent, RequestVersion

TABLES = (RequestVersion, RequestEvent, Decision)


def many_decided(app: Flask, like_id: int, count: int) -> None:
    """So many requests like this one, each a minute after the one before."""
    with app.app_context(), transaction() as session:
        like = session.get_one(Request, like_id)
        numbers = [f"2026-M{n:05}" for n in range(count)]
        session.execute(
            insert(Request), [{**columns(like), "number": number} for number in numbers]
        )
        copies = select(Request.id).where(Request.number.in_(numbers)).order_by(Request.number)
        ids = list(session.scalars(copies))
        for table in TABLES:
            ones = session.scalars(
                select(table).where(table.request_id == like_id).order_by(table.id)
            )
            session.execute(
                insert(table),
                [
                    {**columns(one), **at_its_time(one, n), "request_id": request_id}
                    for one in list(ones)
                    for n, request_id in enumerate(ids)
                ],
            )
        db.session.expunge_all()


def columns(one: Any) -> dict[str, Any]:
    """What a row holds, but its number."""
    names = [c.key for c in inspect(type(one)).column_attrs if c.key != "id"]
    return {name: getattr(one, name) for name in names}


def at_its_time(one: Any, n: int) -> dict[str, dt.datetime]:
    """The copies happen one after another."""
    name = {RequestEvent: "at", RequestVersion: "made_at", Decision: "decided_at"}[type(one)]
    return {name: getattr(one, name) - dt.timedelta(minutes=n)}


def apart(app: Flask) -> None:
    """Every request counts for a household of its own."""
    with app.app_context(), transaction() as session:
        for request in session.scalars(select(Request)).all():
            household = Household(household_type="alone", made_at=request.submitted_at)
            session.add(household)
            session.flush()
            request.household_id = household.id
