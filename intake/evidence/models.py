"""Tables of intake's evidence: papers that came in, and those that are promised. They judge nothing."""

import datetime as dt

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from core.sealing.files import StoredFile
from intake.requests.models import Request

# In a form that is not filed yet, or with a request: never both.
SOMEWHERE = "(draft_key IS NULL) <> (request_id IS NULL)"


class Paper(Base):
    """One file that was sent as a proof. Taken back, the file goes; that it was there stays."""

    __tablename__ = "evidence"
    __table_args__ = (
        CheckConstraint(SOMEWHERE, name="somewhere"),
        CheckConstraint("withdrawn_at IS NOT NULL OR content_id IS NOT NULL", name="is_there"),
        Index("ix_evidence_request_id", "request_id", "id"),
        Index("ix_evidence_draft_key", "draft_key", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    draft_key: Mapped[str | None] = mapped_column(String(36))
    request_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"))
    # A code of terms.lists.EVIDENCE.
    kind: Mapped[str] = mapped_column(String(30))
    # How the sender called it, sealed: names of files hold names of people.
    sent_name: Mapped[bytes] = mapped_column(LargeBinary)
    # Of what was sent; what is kept may be drawn anew.
    sent_hash: Mapped[str] = mapped_column(String(64))
    content_type: Mapped[str] = mapped_column(String(40))
    size_bytes: Mapped[int]
    pages: Mapped[int]
    content_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    preview_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    added_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    added_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_why: Mapped[str] = mapped_column(Text, default="")
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("evidence.id"))
    request: Mapped[Request | None] = relationship()
    content: Mapped[StoredFile | None] = relationship(foreign_keys=[content_id])
    preview: Mapped[StoredFile | None] = relationship(foreign_keys=[preview_id])
    added_by: Mapped[Person] = relationship(foreign_keys=[added_by_id])
    withdrawn_by: Mapped[Person | None] = relationship(foreign_keys=[withdrawn_by_id])


WAITS = text("done_at IS NULL")


class Later(Base):
    """A proof that will come, and the day on which its worker wants to be reminded."""

    __tablename__ = "evidence_later"
    __table_args__ = (
        CheckConstraint(SOMEWHERE, name="somewhere"),
        Index("ix_evidence_later_request_id", "request_id", "id"),
        Index("ix_evidence_later_draft_key", "draft_key", "id"),
        Index(
            "ix_evidence_later_waits",
            "remind_on",
            "id",
            sqlite_where=WAITS,
            postgresql_where=WAITS,
        ),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    draft_key: Mapped[str | None] = mapped_column(String(36))
    request_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"))
    kind: Mapped[str] = mapped_column(String(30))
    remind_on: Mapped[dt.date] = mapped_column(Date)
    noted_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    noted_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # It came, or it is not waited for any more.
    done_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
