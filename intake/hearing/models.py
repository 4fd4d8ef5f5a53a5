"""The table of hearings: what a client asked, and what came of it."""

import datetime as dt

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from intake.requests.models import Request

OPEN = text("held_on IS NULL AND waived_at IS NULL")


class Hearing(Base):
    """One wish of a client to be heard; open until it was held, or waived with a reason."""

    __tablename__ = "hearing"
    __table_args__ = (
        CheckConstraint("held_on IS NULL OR waived_at IS NULL", name="held_or_waived"),
        # One at a time waits.
        Index(
            "uq_hearing_open",
            "request_id",
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    # The day of the client's letter or mail.
    asked_on: Mapped[dt.date] = mapped_column(Date)
    noted_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    noted_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    invited_for_on: Mapped[dt.date | None] = mapped_column(Date)
    # As a clock in Brussels shows it: 14:30.
    invited_time: Mapped[str] = mapped_column(String(5), default="")
    place: Mapped[str] = mapped_column(String(160), default="")
    invited_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    invited_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    held_on: Mapped[dt.date | None] = mapped_column(Date)
    present: Mapped[str] = mapped_column(Text, default="")
    minutes: Mapped[str] = mapped_column(Text, default="")
    held_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    waived_why: Mapped[str] = mapped_column(Text, default="")
    waived_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    waived_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    request: Mapped[Request] = relationship()
    noted_by: Mapped[Person] = relationship(foreign_keys=[noted_by_id])
    invited_by: Mapped[Person | None] = relationship(foreign_keys=[invited_by_id])
    held_by: Mapped[Person | None] = relationship(foreign_keys=[held_by_id])
    waived_by: Mapped[Person | None] = relationship(foreign_keys=[waived_by_id])

    @property
    def is_open(self) -> bool:
        """Does the client still wait to be heard?"""
        return self.held_on is None and self.waived_at is None

    @property
    def state(self) -> str:
        """A word of `intake.hearing.wording.STATES`."""
        if self.held_on is not None:
            return "held"
        if self.waived_at is not None:
            return "waived"
        return "invited" if self.invited_for_on is not None else "asked"
