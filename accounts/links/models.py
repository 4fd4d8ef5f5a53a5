"""The table of links for people without an account. It decides nothing."""

import datetime as dt

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person, Team
from core.db import Base, BigKey, UTCDateTime


class AccessLink(Base):
    """A link that an organisation holds: until a day, so many times. The table knows only its hash."""

    __tablename__ = "access_link"
    __table_args__ = (
        CheckConstraint("kind IN ('referral')", name="kind_known"),
        CheckConstraint("uses >= 0 AND uses <= most_uses", name="uses_counted"),
        Index("ix_access_link_team_id", "team_id", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    organisation: Mapped[str] = mapped_column(String(120))
    # The team that gets what comes in by it.
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    until_on: Mapped[dt.date] = mapped_column(Date)
    most_uses: Mapped[int]
    uses: Mapped[int] = mapped_column(default=0)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    team: Mapped[Team] = relationship()
    made_by: Mapped[Person] = relationship(foreign_keys=[made_by_id])

    def state_on(self, on: dt.date) -> str:
        """Why it opens nothing any more, or `open`."""
        if self.withdrawn_at is not None:
            return "withdrawn"
        if self.until_on < on:
            return "over"
        return "used" if self.uses >= self.most_uses else "open"
