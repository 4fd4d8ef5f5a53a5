"""Many requests at once for the tests of fund: copies of one, straight into the table."""

from __future__ import annotations

import datetime as dt

from flask import Flask
from sqlalchemy import insert, inspect

from core.db import db, transaction
from intake.requests.models import Request


def many_open(app: Flask, like_id: int, count: int) -> None:
    """So many open requests like this one, with terms spread over a month."""
    with app.app_context(), transaction() as session:
        one = session.get_one(Request, like_id)
        columns = [c.key for c in inspect(Request).column_attrs if c.key not in {"id", "number"}]
        like = {name: getattr(one, name) for name in columns}
        session.execute(
            insert(Request),
            [
                {
                    **like,
                    "number": f"2026-K{place:05}",
                    "legal_due_on": one.legal_due_on + dt.timedelta(days=place % 30),
                }
                for place in range(count)
            ],
        )
        db.session.expunge_all()
