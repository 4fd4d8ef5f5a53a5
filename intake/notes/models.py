"""The table of notes. The words are sealed; who may read them is asked by queries."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from intake.people.models import new_row_key

INTERNAL, CONFIDENTIAL = "internal", "confidential"


class ClientNote(Base):
    """A note: internal to who works on the file, or confidential to its author and her head."""

    __tablename__ = "client_note"
    __table_args__ = (CheckConstraint("kind IN ('internal', 'confidential')", name="kind_known"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    row_key: Mapped[str] = mapped_column(String(32), default=new_row_key)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    sealed_words: Mapped[bytes]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    made_by: Mapped[Person] = relationship()
