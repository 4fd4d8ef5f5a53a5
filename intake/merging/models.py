"""The table of merged files: what was moved, so that it can be moved back."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from intake.people.models import Client

UNDO_DAYS = 30


class ClientMerge(Base):
    """One file that went into another. `moves` holds what `intake.merging.moves` did, in order."""

    __tablename__ = "client_merge"
    __table_args__ = (
        CheckConstraint("kept_id <> gone_id", name="two_files"),
        CheckConstraint("(undone_at IS NULL) = (undone_by_id IS NULL)", name="undone_whole"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kept_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    gone_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    merged_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    merged_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    undone_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    moves: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    gone: Mapped[Client] = relationship(foreign_keys=[gone_id])
    merged_by: Mapped[Person] = relationship(foreign_keys=[merged_by_id])

    @property
    def undo_until(self) -> dt.datetime:
        """The last moment at which it can be taken apart again."""
        return self.merged_at + dt.timedelta(days=UNDO_DAYS)
