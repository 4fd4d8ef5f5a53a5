"""The table of what was forwarded: to which centre, why, and by when it had to be."""

import datetime as dt

from sqlalchemy import Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from intake.requests.models import Request


class Forwarding(Base):
    """One request that went on to the centre that is competent."""

    __tablename__ = "forwarding"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), unique=True)
    centre: Mapped[str] = mapped_column(String(160))
    # For the letter: street and town, a line each.
    address: Mapped[str] = mapped_column(Text, default="")
    why: Mapped[str] = mapped_column(Text)
    forwarded_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # The last day on which the rule or the law lets it go.
    due_on: Mapped[dt.date] = mapped_column(Date)
    # How many days later it went.
    late_days: Mapped[int] = mapped_column(default=0)
    forwarded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    request: Mapped[Request] = relationship()
    forwarded_by: Mapped[Person] = relationship()
