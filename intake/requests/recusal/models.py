"""The table of who stepped back from which request. It decides nothing."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from intake.requests.models import Request

STANDS = text("lifted_at IS NULL")


class Recusal(Base):
    """Somebody stepped back: decides no more on it and reads it no more, until the head lifts it.

    Why is not asked: family and acquaintance are nobody's business.
    """

    __tablename__ = "recusal"
    __table_args__ = (
        Index(
            "uq_recusal_standing",
            "person_id",
            "request_id",
            unique=True,
            sqlite_where=STANDS,
            postgresql_where=STANDS,
        ),
        Index("ix_recusal_request_id", "request_id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    lifted_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    lifted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    request: Mapped[Request] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
