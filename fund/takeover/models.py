"""Tables of takeovers: an upload with what became of it, and how files with the same headings are read."""

import datetime as dt

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from core.sealing.files import StoredFile
from core.work.jobs import Job


class Takeover(Base):
    """One uploaded file. The file itself lies sealed, and goes when its rows are stored or dropped."""

    __tablename__ = "takeover"
    __table_args__ = (
        CheckConstraint("kind IN ('clients', 'offer', 'grants', 'totals')", name="kind_known"),
        CheckConstraint("state IN ('open', 'storing', 'done', 'dropped')", name="state_known"),
        CheckConstraint(
            "(file_id IS NOT NULL) = (state IN ('open', 'storing'))", name="file_while_needed"
        ),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10), default="open")
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    # By the name of a column its place in the file; and the worker of files without one.
    mapping: Mapped[dict[str, int]] = mapped_column(JSON)
    worker_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    job_id: Mapped[int | None] = mapped_column(ForeignKey("job.id"))
    # What came of it.
    new_count: Mapped[int] = mapped_column(default=0)
    known_count: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)

    made_by: Mapped[Person] = relationship(foreign_keys=[made_by_id])
    file: Mapped[StoredFile | None] = relationship()
    job: Mapped[Job | None] = relationship(lazy="joined")


class TakeoverMapping(Base):
    """How the last file with these headings was read: the next one begins with it."""

    __tablename__ = "takeover_mapping"
    __table_args__ = (UniqueConstraint("kind", "headings_sha256"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    headings_sha256: Mapped[str] = mapped_column(String(64))
    mapping: Mapped[dict[str, int]] = mapped_column(JSON)
    changed_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
