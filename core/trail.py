"""The stored audit trail of the core room: its tables, its hashes, its proof. It writes no entry."""

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Index, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core import clock, instance
from core.db import Base, UTCDateTime, db
from core.sealing.keyed import keyed_hash
from core.sealing.keys import PRIVATE_FOLDER

FIRST_HASH = "0" * 64
ROWS_AT_ONCE = 5000

Row = Mapping[str, Any]


class AuditEntry(Base):
    """One thing done or seen. Written by chain_pending alone, never updated, never deleted."""

    __tablename__ = "audit_entry"
    # What was done and seen of one thing, the newest first.
    __table_args__ = (Index("ix_audit_entry_object", "object_id", "kind", "seq"),)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    actor_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    action: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(40))
    object_id: Mapped[str] = mapped_column(String(64))
    why: Mapped[str | None] = mapped_column(String(200))
    prev_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditHead(Base):
    """The end of the chain; its lock is what puts the entries in one order."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[str] = mapped_column(String(64))


def entry_hash(row: Row) -> str:
    """The seal on one entry: over all its values and the seal before it, with the instance's key."""
    at = row["at"].astimezone(dt.UTC).isoformat()
    said = [row[name] for name in ("actor_id", "action", "kind", "object_id", "why")]
    values = [row["prev_hash"], row["seq"], at, *said]
    parts = (b"-" if value is None else f"+{value}".encode() for value in values)
    return keyed_hash(instance.keys().audit, *parts)


def verify(session: Session, anchors: Mapping[int, str] | None = None) -> int | None:
    """The first number at which the trail is not what was written; None when it is whole.

    `anchors` are ends of the chain that were kept outside the database: with them a trail that
    somebody cut off or wrote anew with a stolen key is found out as well.
    """
    anchors = anchors or {}
    entries = select(*AuditEntry.__table__.columns).order_by(AuditEntry.seq)
    found = session.execute(entries.execution_options(yield_per=ROWS_AT_ONCE))
    with closing(found):  # the server's cursor, when the walk ends early
        last, end, whole = _walk(map(dict, found.mappings()), anchors)
    head = session.get(AuditHead, 1, populate_existing=True)
    stored = (head.seq, head.hash) if head is not None else (0, FIRST_HASH)
    if whole and stored == (last, end) and max(anchors, default=0) <= last:
        return None
    return last + 1


def _walk(rows: Iterable[Row], anchors: Mapping[int, str]) -> tuple[int, str, bool]:
    """How far the entries fit on each other, the hash there, and whether that is all of them."""
    last, end = 0, FIRST_HASH
    for row in rows:
        fits = row["seq"] == last + 1 and row["prev_hash"] == end
        known = anchors.get(last + 1, row["hash"])
        if not fits or not row["hash"] == known == entry_hash(row):
            return last, end, False
        last, end = last + 1, row["hash"]
    return last, end, True


def anchor() -> Path | None:
    """Write the end of the chain to today's file in the instance folder, to be kept elsewhere."""
    head = db.session.get(AuditHead, 1, populate_existing=True)
    if head is None:
        return None
    path = _anchors() / f"{clock.brussels(clock.machine_now()):%Y-%m-%d}.txt"
    temporary = path.with_suffix(".part")
    with temporary.open("w", encoding="ascii") as file:
        file.write(f"{head.seq} {head.hash}\n")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    return path


def stored_anchors() -> dict[int, str]:
    """The ends of the chain that lie in the instance folder, by their numbers."""
    lines = (path.read_text(encoding="ascii").split() for path in _anchors().glob("*.txt"))
    return {int(seq): end for seq, end in lines}


def _anchors() -> Path:
    folder = instance.folder() / "anchors"
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    return folder
