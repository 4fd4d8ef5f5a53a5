"""A page that is looked at needs no transaction on PostgreSQL; what is stored is stored whole all the same."""

import pytest
from flask import Flask
from psycopg.pq import TransactionStatus
from sqlalchemy import func, select, text

from core import clock
from core.db import db, transaction
from core.settings import Setting
from tests.database import SERVER


def is_in_transaction() -> bool:
    """As the driver of this engine says."""
    raw = db.session.connection().connection.dbapi_connection
    status = raw.info.transaction_status if SERVER else None
    return raw.in_transaction if status is None else status != TransactionStatus.IDLE


def look() -> bool:
    db.session.execute(text("SELECT 1"))
    return is_in_transaction()


def test_looking_opens_a_transaction_on_sqlite_alone(app: Flask) -> None:
    with app.test_request_context("/worklist"):
        assert look() == (not SERVER)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_what_may_change_something_reads_within_one(app: Flask, method: str) -> None:
    with app.test_request_context("/worklist", method=method):
        assert look()


def test_a_connection_that_looked_writes_within_one_afterwards(app: Flask) -> None:
    with app.test_request_context("/worklist"):
        look()
    with app.app_context(), transaction():
        assert look()


def breaks_off_halfway() -> None:
    """Something is stored, and then something else goes wrong."""
    with transaction() as session:
        session.add(Setting(key="half", value=1, changed_at=clock.now(), changed_by_id=None))
        session.flush()
        raise ZeroDivisionError


def test_what_is_stored_beside_a_page_is_whole_or_not_there(app: Flask) -> None:
    with app.test_request_context("/worklist"):
        look()
        with pytest.raises(ZeroDivisionError):
            breaks_off_halfway()
    with app.app_context():
        assert not db.session.scalar(select(func.count()).where(Setting.key == "half"))
