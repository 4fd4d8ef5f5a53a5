"""The table of trials: which text, which period, what came out. It names nobody but who asked."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from core.work.jobs import Job


class RuleReplay(Base):
    """One trial. The text is that of the moment it was asked, whatever becomes of a draft."""

    __tablename__ = "rule_replay"
    __table_args__ = (
        CheckConstraint("until_on >= from_on", name="period_forward"),
        Index("ix_rule_replay_asked_by", "asked_by_id", "id"),
        Index("ix_rule_replay_asked_at", "asked_at"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    title: Mapped[str] = mapped_column(String(200))
    rule_text: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    # The days in Brussels on which was decided.
    from_on: Mapped[dt.date] = mapped_column(Date)
    until_on: Mapped[dt.date] = mapped_column(Date)
    # Who asked could read every file; without it no request is named in what came out.
    with_examples: Mapped[bool]
    job_id: Mapped[int | None] = mapped_column(ForeignKey("job.id"))
    # fund.replays.tally.Tally as JSON: counts, cents, and numbers of requests in the examples.
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON)

    asked_by: Mapped[Person] = relationship()
    job: Mapped[Job | None] = relationship(lazy="joined")
