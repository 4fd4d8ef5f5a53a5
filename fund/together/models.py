"""Tables of deciding together: who looked at which requests at once, and what became of each."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Account
from core.db import Base, BigKey, UTCDateTime
from core.work.jobs import Job
from intake.requests.models import Request


class Batch(Base):
    """Requests that one person looks at together."""

    __tablename__ = "batch"
    __table_args__ = (
        CheckConstraint("stage IN ('gathering', 'ready', 'deciding', 'done')", name="stage_known"),
        Index("ix_batch_person", "person_id", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    # In whose name it is decided, and whose list it is.
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    stage: Mapped[str] = mapped_column(String(10))
    # What the worklist was narrowed to, as in its address.
    filters: Mapped[dict[str, str]] = mapped_column(JSON)
    job_id: Mapped[int | None] = mapped_column(ForeignKey("job.id"))
    account: Mapped[Account] = relationship()
    job: Mapped[Job | None] = relationship(lazy="joined")


class BatchLine(Base):
    """One request of a batch as it was seen: its version and what the rule gave then."""

    __tablename__ = "batch_line"
    __table_args__ = (
        UniqueConstraint("batch_id", "request_id"),
        CheckConstraint("stage IN ('clean', 'left_out', 'decided', 'failed')", name="stage_known"),
        CheckConstraint("amount_cents > 0", name="amount_positive"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batch.id"))
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    seen_version: Mapped[int]
    amount_cents: Mapped[int]
    # regulation.findings.assessment.Line as JSON.
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    stage: Mapped[str] = mapped_column(String(10))
    # Why it could not be decided, in the words that its own page would have said.
    why: Mapped[str] = mapped_column(String(300), default="")
    request: Mapped[Request] = relationship()
