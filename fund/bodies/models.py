"""What a first approver ruled, until a second person confirms it or it goes back. It decides nothing."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, UTCDateTime
from intake.requests.models import Request


class FirstRuling(Base):
    """No decision yet: it holds no money and binds nobody. Confirmed or sent back, the row goes."""

    __tablename__ = "first_ruling"
    __table_args__ = (
        CheckConstraint("outcome IN ('granted', 'partly_granted')", name="outcome_known"),
        CheckConstraint("granted_cents > 0", name="granted_positive"),
    )
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    on_behalf_of_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    body: Mapped[str] = mapped_column(String(40))
    capacity: Mapped[str] = mapped_column(String(40))
    decided_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    outcome: Mapped[str] = mapped_column(String(20))
    granted_cents: Mapped[int]
    # What the rule gave then: where it gives something else by now, the second sends it back.
    assessed_cents: Mapped[int]
    reason_code: Mapped[str] = mapped_column(String(40), default="")
    reasons: Mapped[str] = mapped_column(Text, default="")
    deviates_from: Mapped[str] = mapped_column(String(10), default="")
    decided_by: Mapped[Person] = relationship(foreign_keys=[decided_by_id])
    on_behalf_of: Mapped[Person | None] = relationship(foreign_keys=[on_behalf_of_id])
    request: Mapped[Request] = relationship()
