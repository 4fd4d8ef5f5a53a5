"""The audit trail of the core room: who did or saw what, chained so that no row can change. No personal data."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypedDict

from flask import Flask, Response, g, has_app_context, has_request_context
from sqlalchemy import bindparam, insert, update
from sqlalchemy.orm import Session

from core import clock
from core.db import Base, at_the_end, db, transaction
from core.trail import FIRST_HASH, AuditEntry, AuditHead, anchor, entry_hash, verify
from core.upsert import insert_into

__all__ = [
    "acting",
    "actor_is",
    "anchor",
    "chain_looks",
    "init_audit",
    "look",
    "record",
    "verify",
]

# Every page that shows somebody ends with these: built once, and on tables, which costs a third of
# what the same on classes does.
HEAD: Final = Base.metadata.tables[AuditHead.__tablename__]
ADVANCE: Final = (
    update(HEAD)
    .where(HEAD.c.id == 1)
    .values(seq=HEAD.c.seq + bindparam("count"))
    .returning(HEAD.c.seq, HEAD.c.hash)
)
WRITE: Final = insert(Base.metadata.tables[AuditEntry.__tablename__])
CLOSE: Final = update(HEAD).where(HEAD.c.id == 1).values(hash=bindparam("last_hash"))


class Noted(TypedDict):
    """An entry before it has its place in the chain."""

    at: dt.datetime
    actor_id: int | None
    action: str
    kind: str
    object_id: str
    why: str | None


def actor_is(person_id: int | None) -> None:
    """Say once per request or task who acts; every entry after it names this person."""
    g.audit_actor_id = person_id


@contextmanager
def acting(person_id: int | None) -> Iterator[None]:
    """The same for a few lines: the demo, the command line, a job done for its owner."""
    before = g.get("audit_actor_id")
    actor_is(person_id)
    try:
        yield
    finally:
        actor_is(before)


def record(action: str, *, kind: str, object_id: int | str, why: str | None = None) -> None:
    """Note what was done; the entry is stored with the transaction, as its last statements."""
    noted = _noted(action, kind, object_id, why)
    db.session().info.setdefault("audit", []).append(noted)


def look(kind: str, object_id: int | str, why: str | None = None) -> None:
    """Note what was seen; the entry is stored once the response has gone (outside one: as record)."""
    if not has_request_context():
        record("looked", kind=kind, object_id=object_id, why=why)
        return
    g.setdefault("audit_looks", []).append(_noted("looked", kind, object_id, why))


def chain_pending(session: Session) -> None:
    """Chain what the transaction gathered. Last of all, so that the head is locked only briefly."""
    pending: list[Noted] = session.info.pop("audit", [])
    if not pending:
        return
    last, previous = _take_head(session, len(pending))
    rows: list[dict[str, Any]] = []
    for seq, noted in enumerate(pending, start=last - len(pending) + 1):
        row = {"seq": seq, "prev_hash": previous, **noted}
        previous = entry_hash(row)
        rows.append({**row, "hash": previous})
    connection = session.connection()
    connection.execute(WRITE, rows)
    connection.execute(CLOSE, {"last_hash": previous})


def chain_looks(app: Flask, looks: list[Noted]) -> None:
    """Chain what one response showed, in its own transaction; a failure is logged, never shown."""
    try:
        with app.app_context(), transaction() as session:
            session.info["audit"] = list(looks)
    except Exception:
        app.logger.exception("looking was not chained", extra={"entries": len(looks)})


def init_audit(app: Flask) -> None:
    """Chain the looks of each response when the server has sent and closed it."""

    @app.after_request
    def hand_over(response: Response) -> Response:
        if looks := g.pop("audit_looks", None):
            response.call_on_close(_later(app, looks))
        return response


def _later(app: Flask, looks: list[Noted]) -> Callable[[], None]:
    return lambda: chain_looks(app, looks)


def _noted(action: str, kind: str, object_id: int | str, why: str | None) -> Noted:
    actor_id = g.get("audit_actor_id") if has_app_context() else None
    return Noted(
        at=clock.now(),
        actor_id=actor_id,
        action=action,
        kind=kind,
        object_id=str(object_id),
        why=why,
    )


def _take_head(session: Session, count: int) -> tuple[int, str]:
    """Lock the head for the rest of the transaction: its new number, and the hash to go on from."""
    connection, advance = session.connection(), {"count": count}
    row = connection.execute(ADVANCE, advance).one_or_none()
    if row is None:
        first = insert_into(session, AuditHead).values(id=1, seq=0, hash=FIRST_HASH)
        connection.execute(first.on_conflict_do_nothing(index_elements=["id"]))
        row = connection.execute(ADVANCE, advance).one()
    return int(row.seq), str(row.hash)


at_the_end(chain_pending)
