"""Compares every sealed decision with its rows and with the audit trail, batch by batch. Changes nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from core.db import db
from core.trail import AuditEntry
from fund.models import Decision
from fund.records.canonical import SEALED, hash_of

BATCH: Final = 200


@dataclass
class Findings:
    """How many were compared, and the numbers of those that are not what was decided."""

    compared: int = 0
    changed: list[int] = field(default_factory=list)
    # Decisions that have a hash and no entry in the trail, or no hash at all.
    unsealed: int = 0


def check_all() -> Findings:
    """Each entry of the trail against the decision as it is now; a decision that is gone is changed."""
    found, entries = Findings(), _sealed()
    while some := list(islice(entries, BATCH)):
        _compare(some, found)
        db.session.expunge_all()
    total = db.session.scalar(select(func.count()).select_from(Decision)) or 0
    found.unsealed = max(0, total - found.compared)
    return found


def _sealed() -> Iterator[Any]:
    entries = select(AuditEntry.object_id, AuditEntry.why).where(AuditEntry.action == SEALED)
    ordered = entries.order_by(AuditEntry.seq).execution_options(yield_per=BATCH)
    yield from db.session.execute(ordered)


def _compare(entries: Sequence[Any], found: Findings) -> None:
    decisions = {one.id: one for one in _decisions(int(entry.object_id) for entry in entries)}
    for entry in entries:
        found.compared += 1
        decision = decisions.get(int(entry.object_id))
        if decision is None or not entry.why == decision.record_hash == hash_of(decision):
            found.changed.append(int(entry.object_id))


def _decisions(ids: Iterable[int]) -> Iterable[Decision]:
    return db.session.scalars(
        select(Decision)
        .where(Decision.id.in_(list(ids)))
        .options(joinedload(Decision.request_version), joinedload(Decision.request))
    )
