"""The table of the words of refusals, version after version; none is ever changed."""

import datetime as dt

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime


class RefusalText(Base):
    """One version of the words of one reason; the newest counts. Without words: those shipped."""

    __tablename__ = "refusal_text"
    __table_args__ = (UniqueConstraint("code", "number"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    code: Mapped[str] = mapped_column(String(40))
    number: Mapped[int]
    words: Mapped[str | None] = mapped_column(Text)
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_by: Mapped[Person] = relationship()
