"""Tables of appeals and complaints: what came in, the file for the court, what came of it. They decide nothing."""

import datetime as dt

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from core.sealing.files import StoredFile
from core.work.jobs import Job
from fund.models import Decision
from intake.requests.models import Request


class Appeal(Base):
    """An appeal that the centre heard of; it moves no request by itself."""

    __tablename__ = "appeal"
    __table_args__ = (
        CheckConstraint("body IN ('labour_court', 'council_of_state', 'other')", name="body_known"),
        CheckConstraint(
            "outcome IS NULL OR outcome IN ('upheld', 'changed', 'withdrawn', 'settled')",
            name="outcome_known",
        ),
        CheckConstraint("(outcome IS NULL) = (outcome_on IS NULL)", name="outcome_has_its_day"),
        Index("ix_appeal_request_id", "request_id", "id"),
        Index("ix_appeal_file_made_at", "file_made_at"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    # The decision that stood on the day it came in; none where the term had lapsed without one.
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    received_on: Mapped[dt.date] = mapped_column(Date)
    body: Mapped[str] = mapped_column(String(20))
    # How that body calls it: the number on its roll.
    reference: Mapped[str] = mapped_column(String(60), default="")
    noted_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    noted_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    outcome: Mapped[str | None] = mapped_column(String(20))
    outcome_on: Mapped[dt.date | None] = mapped_column(Date)
    outcome_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    outcome_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    # The file for the court: asked, made as a job, kept sealed for a while.
    job_id: Mapped[int | None] = mapped_column(ForeignKey("job.id"))
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    file_asked_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    file_made_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    lock_version: Mapped[int] = mapped_column(default=1)
    request: Mapped[Request] = relationship()
    decision: Mapped[Decision | None] = relationship()
    noted_by: Mapped[Person] = relationship(foreign_keys=[noted_by_id])
    job: Mapped[Job | None] = relationship()
    file: Mapped[StoredFile | None] = relationship()
    __mapper_args__ = {"version_id_col": lock_version}  # noqa: RUF012


class Complaint(Base):
    """A complaint about how the service worked; no appeal against what it decided."""

    __tablename__ = "complaint"
    __table_args__ = (
        CheckConstraint(
            "outcome IS NULL OR outcome IN ('founded', 'partly', 'unfounded', 'withdrawn')",
            name="outcome_known",
        ),
        CheckConstraint("(outcome IS NULL) = (answered_on IS NULL)", name="outcome_has_its_day"),
        Index("ix_complaint_request_id", "request_id", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    received_on: Mapped[dt.date] = mapped_column(Date)
    about: Mapped[str] = mapped_column(Text)
    answer_by_on: Mapped[dt.date] = mapped_column(Date)
    noted_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    noted_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    outcome: Mapped[str | None] = mapped_column(String(20))
    answered_on: Mapped[dt.date | None] = mapped_column(Date)
    answer: Mapped[str] = mapped_column(Text, default="")
    outcome_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    lock_version: Mapped[int] = mapped_column(default=1)
    request: Mapped[Request] = relationship()
    noted_by: Mapped[Person] = relationship(foreign_keys=[noted_by_id])
    __mapper_args__ = {"version_id_col": lock_version}  # noqa: RUF012
