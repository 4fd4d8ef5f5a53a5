"""The outbox of the core room: what must happen after a commit, stored in it. It holds ids, never content."""

import datetime as dt
import logging
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import JSON, Index, String, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from core import clock
from core.db import Base, BigKey, UTCDateTime, db, transaction

FIRST_WAIT_SECONDS = 5
LONGEST_WAIT_SECONDS = 3600
BATCH = 50
# How long a message is kept from other workers while it is delivered without a transaction.
LEASE = dt.timedelta(minutes=5)
KEPT = dt.timedelta(days=30)

Id = int | str
Handler = Callable[..., None]

_logger = logging.getLogger(__name__)
_handlers: dict[str, Handler] = {}
_apart: set[str] = set()


class OutboxMessage(Base):
    """One thing that the worker still has to do, or has done."""

    __tablename__ = "outbox_message"
    __table_args__ = (Index("ix_outbox_message_waiting", "delivered_at", "due_at", "id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(String(60))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    due_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    delivered_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    tries: Mapped[int] = mapped_column(default=0)
    # The class of the error only: its text may quote personal data.
    last_error: Mapped[str | None] = mapped_column(String(100))


def handler(kind: str, *, apart: bool = False) -> Callable[[Handler], Handler]:
    """Register what delivers messages of a kind. It may run twice, so it must not mind.

    `apart`: it talks with another machine, so no transaction is open meanwhile; it begins its own.
    """

    def register(function: Handler) -> Handler:
        if _handlers.setdefault(kind, function) is not function:
            raise ValueError(f"two handlers for {kind}")
        if apart:
            _apart.add(kind)
        return function

    return register


def put(kind: str, **ids: Id) -> None:
    """Have something done after the commit, by the worker; without a commit it never happens."""
    put_later(clock.machine_now(), kind, **ids)


def put_later(due_at: dt.datetime, kind: str, **ids: Id) -> None:
    """The same, not before an instant of the machine's own clock."""
    _check(kind, ids)
    # The machine's time: a demo that stands still at one instant must deliver all the same.
    instant = clock.machine_now()
    db.session().add(
        OutboxMessage(kind=kind, payload=dict(ids), created_at=instant, due_at=due_at, tries=0)
    )


def deliver_due(limit: int = BATCH) -> int:
    """Deliver what is due, each message in its own transaction; how many have been delivered.

    Of those that go apart one at a time: a machine that does not answer must not hold up the rest.
    """
    due = (
        select(OutboxMessage.id)
        .where(OutboxMessage.delivered_at.is_(None), OutboxMessage.due_at <= clock.machine_now())
        .order_by(OutboxMessage.due_at, OutboxMessage.id)
        .limit(limit)
    )
    is_apart = OutboxMessage.kind.in_(sorted(_apart))
    with db.engine.connect() as connection:  # apart: each delivery begins its own transaction
        ids = list(connection.scalars(due.where(~is_apart)))
        ids += connection.scalars(due.where(is_apart).limit(1))
    return sum(_deliver(message_id) for message_id in ids)


def forget_delivered() -> int:
    """Remove what was delivered long ago; how many."""
    old = OutboxMessage.delivered_at < clock.machine_now() - KEPT
    with transaction() as session:
        removed = session.execute(delete(OutboxMessage).where(old).returning(OutboxMessage.id))
        return len(removed.all())


def _deliver(message_id: int) -> bool:
    try:
        with transaction():
            message = _locked(message_id)
            if message is None or message.due_at > clock.machine_now():
                return False
            kind, payload = message.kind, dict(message.payload)
            if kind in _apart:
                message.due_at = clock.machine_now() + LEASE
            else:
                _handlers[kind](**payload)
                _note_delivered(message)
        if kind in _apart:
            _deliver_apart(message_id, kind, payload)
    except Exception as error:
        _logger.exception("a message was not delivered", extra={"message_id": message_id})
        _put_off(message_id, type(error).__name__)
        return False
    return True


def _deliver_apart(message_id: int, kind: str, payload: dict[str, Any]) -> None:
    """Killed in between, it is tried once more when the lease is over."""
    _handlers[kind](**payload)
    with transaction():
        message = _locked(message_id)
        if message is not None:
            _note_delivered(message)


def _note_delivered(message: OutboxMessage) -> None:
    message.delivered_at = clock.machine_now()
    message.last_error = None
    message.tries += 1


def _locked(message_id: int) -> OutboxMessage | None:
    """The message if it still waits and no other worker has it (SQLite has one writer anyway)."""
    return db.session.scalars(
        select(OutboxMessage)
        .where(OutboxMessage.id == message_id, OutboxMessage.delivered_at.is_(None))
        .with_for_update(skip_locked=True)
    ).one_or_none()


def _put_off(message_id: int, error: str) -> None:
    with transaction():
        message = _locked(message_id)
        if message is not None:
            wait = min(FIRST_WAIT_SECONDS * 2**message.tries, LONGEST_WAIT_SECONDS)
            message.tries += 1
            message.last_error = error
            message.due_at = clock.machine_now() + dt.timedelta(seconds=wait)


def _check(kind: str, ids: Mapping[str, object]) -> None:
    if kind not in _handlers:
        raise ValueError(f"nobody delivers {kind}")
    if not all(isinstance(value, int | str) for value in ids.values()):
        raise TypeError("a message holds ids only")
