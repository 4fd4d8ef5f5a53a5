"""What lies in the file of a seeded request and its client: the frozen facts, the first event, right and address."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.clock import brussels
from core.db import Base
from intake.requests.models import OPEN
from regulation.versions.models import RuleVersion
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.means import Member, Since

SINCE: Final = dt.date(2020, 1, 1)
STATUS: Final = "leefloon"
RowOf = Callable[[Any, int], dict[str, Any]]


def files_of(session: Session) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    """The tables, each with its rows, for every request that is open."""
    request, client = (Base.metadata.tables[name] for name in ("request", "client"))
    wanted = (
        select(request, client.c.birth_on)
        .join(client, client.c.id == request.c.client_id)
        .where(OPEN)
        .order_by(request.c.id)
    )
    rule_id = session.scalars(select(RuleVersion.id)).one()
    open_ones = session.execute(wanted).all()
    for table, row_of in OF_REQUEST.items():
        yield table, (row_of(row, rule_id) for row in open_ones)


def of_client(client_id: int) -> Mapping[str, dict[str, Any]]:
    """The tables, each with its row, for a client whose household has the same number."""
    since = {"from_on": SINCE, "until_on": None}
    return {
        "client_status": {
            "client_id": client_id,
            "status": STATUS,
            "proof_seen_on": SINCE,
            **since,
        },
        "address": {
            "household_id": client_id,
            "street": f"Bankstraat {client_id % 200}",
            "postal_code": "3600",
            "town": "Genk",
            "neighbourhood": "Centrum",
            **since,
        },
    }


def _version(row: Any, rule_id: int) -> dict[str, Any]:
    return {
        "request_id": row.id,
        "number": 1,
        "made_by_id": row.worker_id,
        "made_at": row.submitted_at,
        "rule_version_id": rule_id,
        "facts": _facts(row).to_json(),
        "evidence_seen": [],
        "told": None,
    }


def _facts(row: Any) -> Facts:
    """As the form freezes them for somebody who lives alone and has a right to the fund."""
    person = str(row.client_id)
    statuses = frozenset({STATUS})
    return Facts(
        scheme=row.scheme,
        client=person,
        household=str(row.household_id),
        birth_on=row.birth_on,
        role="adult",
        statuses=statuses,
        household_statuses=statuses,
        parent_statuses=frozenset(),
        statuses_since=(Since(status=STATUS, since_on=SINCE),),
        members=(Member(person=person, birth_on=row.birth_on, role="adult"),),
        resident=True,
        resident_since=SINCE,
        category=row.category,
        provider_type=row.provider_type,
        cost_cents=row.cost_cents,
        payee=row.payee,
        requested_on=brussels(row.submitted_at).date(),
        cost_on=row.cost_on,
    )


def _event(row: Any, _rule_id: int) -> dict[str, Any]:
    return {
        "request_id": row.id,
        "at": row.submitted_at,
        "by_id": row.worker_id,
        "verb": "submit",
        "from_status": None,
        "to_status": row.status,
        "why": "",
    }


OF_REQUEST: Final[Mapping[str, RowOf]] = {"request_version": _version, "request_event": _event}
