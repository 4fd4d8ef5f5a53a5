"""Fills an instance with any number of requests, always the same ones, straight into the tables."""

import datetime as dt
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy.orm import Session

from accounts.models import Account
from bench.files import files_of, of_client
from core import clock
from core.db import Base, transaction
from core.names import folded
from demo.names import FAMILY, GIVEN_ADULT
from intake.people.models import Client, Household

SEED = 3600
ROWS_A_STATEMENT = 2_000
REQUESTS_A_CLIENT = 9
# Requests that are open do not grow with history: a centre has some hundreds.
OPEN_REQUESTS = 400
# Fewer than have an open request, whatever the size.
LAST_CLIENTS = 50


def seed(requests: int) -> Sequence[int]:
    """`requests` requests of a ninth as many clients, the last few hundred of them open and with their
    whole file; answers the last clients, whose newest requests are among these."""
    rng = Random(SEED)  # noqa: S311  (the same rows each time)
    with transaction() as session:
        worker = session.scalars(select(Account).where(Account.username == "an")).one()
        people = max(LAST_CLIENTS, requests // REQUESTS_A_CLIENT)
        first_client = _clients(session, people)
        first_filing = _next(session, "filing")
        first_request = _next(session, "request")
        facts = _facts(worker, first_client, people)
        _insert(session, "filing", _filings(worker, first_filing, requests))
        _insert(
            session,
            "request",
            _requests(rng, facts, first_filing, first_request, requests),
        )
        for name, rows in files_of(session):
            _insert(session, name, rows)
        _move_sequences(session)
        return range(first_client + people - LAST_CLIENTS, first_client + people)


def seed_clients(count: int) -> None:
    """So many clients, each in a household alone and in An's care, who asked nothing yet."""
    with transaction() as session:
        _clients(session, count)
        _move_sequences(session)


def name_of(number: int) -> tuple[str, str]:
    """Given and family name of a client: each of the demo's names comes back with every other."""
    family, given = number % len(FAMILY), number // len(FAMILY) % len(GIVEN_ADULT)
    return GIVEN_ADULT[given], FAMILY[family]


def _next(session: Session, table: str) -> int:
    column = Base.metadata.tables[table].c.id
    return int(session.scalar(select(func.coalesce(func.max(column), 0))) or 0) + 1


def _insert(session: Session, name: str, rows: Iterator[dict[str, Any]]) -> None:
    table: Table = Base.metadata.tables[name]
    chunk: list[dict[str, Any]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == ROWS_A_STATEMENT:
            session.execute(insert(table), chunk)
            chunk = []
    if chunk:
        session.execute(insert(table), chunk)


def _clients(session: Session, count: int) -> int:
    now = clock.now()
    first = max(_next(session, "client"), _next(session, "household"))
    session.execute(
        insert(Household),
        [{"id": first + n, "household_type": "alone", "made_at": now} for n in range(count)],
    )
    session.execute(
        insert(Client),
        [
            {
                "id": first + n,
                "row_key": f"{n:032x}",
                "file_number": f"B{n:07}",
                **_named(*name_of(n)),
                "birth_on": dt.date(1960 + n % 60, 1 + n % 12, 1),
                "made_at": now,
            }
            for n in range(count)
        ],
    )
    for name in ("membership", "responsible"):
        _insert(session, name, _belonging(session, name, first, count))
    for name in of_client(first):
        _insert(session, name, (of_client(first + n)[name] for n in range(count)))
    return first


def _named(given: str, family: str) -> dict[str, str]:
    return {
        "given_name": given,
        "family_name": family,
        "sort_name": folded(f"{family} {given}"),
        "sort_name_reversed": folded(f"{given} {family}"),
    }


def _belonging(session: Session, name: str, first: int, count: int) -> Iterator[dict[str, Any]]:
    since = dt.date(2020, 1, 1)
    worker = session.scalars(select(Account).where(Account.username == "an")).one()
    for n in range(count):
        row: dict[str, Any] = {"client_id": first + n, "from_on": since, "until_on": None}
        if name == "membership":
            yield {**row, "household_id": first + n, "role": "adult"}
        else:
            yield {**row, "worker_id": worker.person_id, "team_id": worker.person.team_id}


def _facts(worker: Account, first_client: int, people: int) -> dict[str, Any]:
    return {
        "worker_id": worker.person_id,
        "team_id": worker.person.team_id,
        "first_client": first_client,
        "people": people,
        "today": clock.today(),
    }


def _filings(worker: Account, first: int, count: int) -> Iterator[dict[str, Any]]:
    at = clock.now()
    for n in range(count):
        yield {
            "id": first + n,
            "idempotency_key": f"bench-{n:08}",
            "receipt_number": f"B-{n:08}",
            "filed_by_id": worker.person_id,
            "filed_at": at,
            "life_domain": "leisure",
            "goal": "Elke week buitenkomen",
            "report": "Een verslag van een paar zinnen. Het gezin wil graag meedoen.",
            "letter_id": None,
        }


def _requests(
    rng: Random, facts: dict[str, Any], first_filing: int, first: int, count: int
) -> Iterator[dict[str, Any]]:
    for n in range(count):
        is_open = n >= count - OPEN_REQUESTS
        days = rng.randint(0, 25) if is_open else rng.randint(40, 3000)
        submitted_on = facts["today"] - dt.timedelta(days=days)
        at = dt.datetime.combine(submitted_on, dt.time(9), dt.UTC)
        granted = 0 if is_open else rng.randint(500, 9000)
        client = facts["first_client"] + n % facts["people"]
        yield {
            "id": first + n,
            "number": f"B{submitted_on.year}-{n:07}",
            "filing_id": first_filing + n,
            "client_id": client,
            "household_id": client,
            "worker_id": facts["worker_id"],
            "team_id": facts["team_id"],
            "kind": "fund",
            "scheme": "cultuurfonds",
            "status": "submitted" if is_open else "notified",
            "what": "Lidgeld sportclub, seizoen",
            "provider_name": "Een club",
            "provider_type": "sport_club",
            "category": "membership_sport",
            "cost_cents": 10_000,
            "cost_on": submitted_on,
            "reason": "belong",
            "payee": "provider",
            "submitted_at": at,
            "legal_due_on": submitted_on + dt.timedelta(days=30),
            "proposed_cents": 9_000,
            "outcome": None if is_open else "granted",
            "granted_cents": granted,
            "decided_at": None if is_open else at,
        }


def _move_sequences(session: Session) -> None:
    """PostgreSQL's counters must know the numbers that were given here; then both plan anew."""
    if session.get_bind().dialect.name == "postgresql":
        for name in ("client", "household", "filing", "request"):
            top = _next(session, name)
            session.execute(select(func.setval(f"{name}_id_seq", top)))
    session.execute(text("ANALYZE"))
