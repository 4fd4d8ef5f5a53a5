"""Builds the releases: the one module of the network that may read decisions. Shows nothing."""

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from core import audit, clock
from core.db import db
from fund.models import Decision
from network.releases.models import Release, ReleaseAudit, ReleaseCell, ReleaseMember
from network.releases.periods import last_closed, next_quarter, quarters_between
from network.releases.protection import Figures, Protection, Row, may_be_shown, measure

CODE_VERSION = "totals-1"
SOLVER_VERSION = "none"
OUTCOMES = ("granted", "partly_granted", "refused")
GENESIS = "0" * 64


@dataclass(frozen=True)
class Cell:
    """One cell as it will be published."""

    table_name: str
    leaf: str
    at: dict[str, str]
    figures: Figures


def build_due(today: dt.date, rules: Protection | None = None) -> list[str]:
    """Close every quarter that has ended and has no release; answers the periods released.

    A quarter that may not be shown joins the next one: its rows wait, nothing is said of it.
    Runs inside the caller's transaction: a release is stored whole or not at all.
    """
    waiting = _quarters_waiting(today)
    released = []
    joined: list[str] = []
    for quarter in waiting:
        joined.append(quarter)
        members = _members(quarter)
        if members and _release(joined, members, rules or Protection()):
            released.append(quarter)
            joined = []
    return released


def _quarters_waiting(today: dt.date) -> list[str]:
    newest = db.session.scalar(select(func.max(Release.period)).where(Release.kind == "quarter"))
    oldest = db.session.scalar(select(func.min(Decision.booked_quarter)))
    first = next_quarter(newest) if newest else oldest
    return quarters_between(first, last_closed(today)) if first else []


def _members(quarter: str) -> Sequence[Decision]:
    """What had been decided by the end of this quarter, of requests that no release holds yet.

    A decision that was revised within the same quarters has left its place to the revision; one that
    is revised later counts as it stood. A request that was released and then undone, revised or
    decided anew is a correction, not a new row.
    """
    earlier, later = aliased(Decision), aliased(Decision)
    already = (
        select(ReleaseMember.decision_id)
        .join(earlier, earlier.id == ReleaseMember.decision_id)
        .where(earlier.request_id == Decision.request_id)
    )
    revised = select(later.id).where(
        later.revises_id == Decision.id, later.booked_quarter <= quarter
    )
    return db.session.scalars(
        select(Decision)
        .where(Decision.undone_at.is_(None), Decision.booked_quarter <= quarter)
        .where(~already.exists(), ~revised.exists())
        .order_by(Decision.id)
    ).all()


def _release(periods: list[str], members: Sequence[Decision], rules: Protection) -> bool:
    rows = [Row(m.unit_household_id, m.leaf_client_id, m.granted_cents, m.outcome) for m in members]
    cells = cells_of(rows, rules)
    if not cells:
        return False
    release = _stored(periods, cells, rules)
    db.session.add_all(
        ReleaseMember(decision_id=member.id, release_id=release.id) for member in members
    )
    outcomes_shown = len(cells) > 1
    db.session.add(ReleaseAudit(release_id=release.id, findings={"outcomes_shown": outcomes_shown}))
    audit.record("release.publish", kind="release", object_id=release.id)
    return True


def cells_of(rows: Sequence[Row], rules: Protection) -> list[Cell]:
    """What may be published of a period: nothing, the total, or the total with all outcomes.

    One hidden outcome would follow from the total and the other two, so it is all or none.
    """
    if not may_be_shown(rows, rules):
        return []
    total = Cell("total", "", {}, measure(rows))
    by_outcome = {o: [row for row in rows if row.outcome == o] for o in OUTCOMES}
    if not all(may_be_shown(part, rules) for part in by_outcome.values()):
        return [total]
    return [total] + [
        Cell("outcome", outcome, {"outcome": outcome}, measure(part))
        for outcome, part in by_outcome.items()
    ]


def _stored(periods: list[str], cells: list[Cell], rules: Protection) -> Release:
    previous = db.session.scalar(select(Release.hash).order_by(Release.period.desc()).limit(1))
    release = Release(
        period=periods[-1],
        periods=periods,
        kind="quarter",
        made_at=clock.now(),
        settings_hash=rules.hash(),
        code_version=CODE_VERSION,
        solver_version=SOLVER_VERSION,
        previous_hash=previous or GENESIS,
        hash="",
    )
    release.hash = release_hash(release, cells)
    db.session.add(release)
    db.session.flush()
    db.session.add_all(
        ReleaseCell(
            release_id=release.id,
            table_name=cell.table_name,
            leaf=cell.leaf,
            at=cell.at,
            **asdict(cell.figures),
        )
        for cell in cells
    )
    return release


def release_hash(release: Release, cells: Sequence[Cell]) -> str:
    """The fingerprint of all that was published, chained to the release before."""
    payload = {
        "periods": release.periods,
        "settings": release.settings_hash,
        "code": release.code_version,
        "solver": release.solver_version,
        "previous": release.previous_hash,
        "cells": [asdict(cell) for cell in cells],
    }
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
