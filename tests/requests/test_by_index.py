"""What a page asks of requests is found by an index: the table is never read from one end to the other."""

import re

import pytest
from sqlalchemy import event

from core.db import db
from tests.fund import desk

# By what the engine calls a table that is read from one end to the other. PostgreSQL may do so along an index,
# and then says what it asks of each row: a household, or else one of many people.
WHOLE_TABLE = {
    "sqlite": re.compile(r"^SCAN (request|other)\b(?!.* USING)"),
    "postgresql": re.compile(r"Seq Scan on request\b|household_id = .* OR .*client_id = .*SubPlan"),
}
EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN"}


def asked_by(app, call):
    """The statements of one page that read requests, each with its values."""
    found = []

    def note(_connection, _cursor, statement, values, _context, _many):
        if statement.startswith("SELECT") and re.search(r"\brequest\b", statement):
            found.append((statement, values))

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        call()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return found


def plan_of(statement, values):
    """How the engine would go about it, line by line; in a small table too as it must in a large one."""
    engine = db.engine.dialect.name
    with db.engine.connect() as connection:
        if engine == "postgresql":
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        rows = connection.exec_driver_sql(f"{EXPLAIN[engine]} {statement}", values).all()
    return [str(row[-1]) for row in rows]


@pytest.mark.every_engine
@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("bert", "/worklist"),
        ("bert", "/worklist/{request}"),
        ("an", "/requests/{request}"),
        ("an", "/clients/{noor}"),
        ("an", "/clients/{noor}/requests"),
        ("an", "/filings/new?client={noor}"),
    ],
)
def test_no_page_reads_all_requests(app, world, sign_in, who, path):
    request_id = desk.filed(app, world)
    desk.filed(app, world, "lena")
    address, browser = path.format(request=request_id, **world.clients), sign_in(who)
    asked = asked_by(app, lambda: browser.page(address))
    assert asked
    with app.app_context():
        whole = WHOLE_TABLE[db.engine.dialect.name]
        for statement, values in asked:
            plan = plan_of(statement, values)
            assert not [line for line in plan if whole.search(line)], (statement, plan)
