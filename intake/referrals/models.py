"""The table of referrals. What a partner told is sealed in one piece; only `life.leave()` changes a state."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person, Team
from core.db import Base, BigKey, UTCDateTime
from intake.people.models import Client, new_row_key


class Referral(Base):
    """Somebody whom a partner brings: a draft for the team, until a worker takes it up."""

    __tablename__ = "referral"
    __table_args__ = (
        CheckConstraint(
            "state IN ('waiting', 'taken_up', 'set_aside', 'expired')", name="state_known"
        ),
        CheckConstraint("(link_id IS NULL) = (typed_by_id IS NOT NULL)", name="by_link_or_paper"),
        Index("ix_referral_team_id", "team_id", "state", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    row_key: Mapped[str] = mapped_column(String(32), default=new_row_key)
    # Made with the form: the same form sent twice is one referral.
    form_key: Mapped[str] = mapped_column(String(36), unique=True)
    state: Mapped[str] = mapped_column(String(10))
    link_id: Mapped[int | None] = mapped_column(ForeignKey("access_link.id"), index=True)
    # Who typed it in, when it came on paper.
    typed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    organisation: Mapped[str] = mapped_column(String(120))
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    # `told.Told`, sealed; nothing once it is wiped.
    sealed_told: Mapped[bytes | None]
    arrived_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"), index=True)
    aside_reason: Mapped[str] = mapped_column(String(20), default="")
    team: Mapped[Team] = relationship()
    client: Mapped[Client | None] = relationship()
    ended_by: Mapped[Person | None] = relationship(foreign_keys=[ended_by_id])
    typed_by: Mapped[Person | None] = relationship(foreign_keys=[typed_by_id])
