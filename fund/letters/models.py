"""Tables of the fund's letters: what must leave, in which run it was printed, and the texts. They query nothing."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.clock import brussels
from core.db import Base, BigKey, UTCDateTime
from core.letters.letters import Letter
from core.work.jobs import Job
from fund.models import Decision
from intake.people.models import new_row_key
from intake.requests.models import Request


class Dispatch(Base):
    """One letter that must leave, from the decision until it is sent, or void because it was undone.

    Its words are frozen in `letter` when it is made ready, not before.
    """

    __tablename__ = "dispatch"
    __table_args__ = (
        CheckConstraint(
            "stage IN ('waiting', 'held', 'ready', 'sent', 'void')", name="stage_known"
        ),
        CheckConstraint("(stage = 'sent') = (sent_on IS NOT NULL)", name="sent_on_a_day"),
        CheckConstraint("stage <> 'ready' OR letter_id IS NOT NULL", name="ready_is_frozen"),
        Index("ix_dispatch_stage", "stage", "id"),
        Index("ix_dispatch_request_id", "request_id", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    # None: a question, before any decision.
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), index=True)
    # The decision that this one takes the place of.
    revises_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    # A code of fund.letters.kinds.
    kind: Mapped[str] = mapped_column(String(60))
    stage: Mapped[str] = mapped_column(String(10), default="waiting")
    # What only this letter lacks, by name; what the whole centre lacks is asked of the settings.
    lacks: Mapped[list[str]] = mapped_column(JSON, default=list)
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # Of a question: its words and its last day, as JSON.
    row_key: Mapped[str] = mapped_column(String(32), default=new_row_key)
    sealed_words: Mapped[bytes | None] = mapped_column(LargeBinary)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), unique=True)
    # The day it was posted, handed over or signed for, and how.
    sent_on: Mapped[dt.date | None] = mapped_column(Date)
    way: Mapped[str] = mapped_column(String(20), default="", server_default="")
    # The number of a registered letter.
    tracking: Mapped[str] = mapped_column(String(40), default="", server_default="")
    marked_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    marked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    request: Mapped[Request] = relationship()
    decision: Mapped[Decision | None] = relationship(foreign_keys=[decision_id])
    revises: Mapped[Decision | None] = relationship(foreign_keys=[revises_id])
    letter: Mapped[Letter | None] = relationship()
    marked_by: Mapped[Person | None] = relationship()

    @property
    def written_on(self) -> dt.date | None:
        """The day that stands on it; of one that was not made here the day that it left."""
        return brussels(self.letter.issued_at).date() if self.letter else self.sent_on


class PrintRun(Base):
    """Letters that are made ready and printed together."""

    __tablename__ = "print_run"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    job_id: Mapped[int | None] = mapped_column(ForeignKey("job.id"))
    # All letters in one PDF; made anew at each time that it is printed again.
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    asked_by: Mapped[Person] = relationship()
    job: Mapped[Job | None] = relationship(lazy="joined")


class RunLine(Base):
    """One letter within a run. `problem`: why it is not among those printed."""

    __tablename__ = "print_run_line"
    __table_args__ = (UniqueConstraint("run_id", "dispatch_id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("print_run.id"))
    dispatch_id: Mapped[int] = mapped_column(ForeignKey("dispatch.id"), index=True)
    is_printed: Mapped[bool] = mapped_column(default=False)
    problem: Mapped[str] = mapped_column(String(20), default="", server_default="")
    run: Mapped[PrintRun] = relationship()
    dispatch: Mapped[Dispatch] = relationship()

    @property
    def goes_along(self) -> bool:
        """It was printed, and it is not void since."""
        return self.is_printed and self.dispatch.stage != "void"


class Translation(Base):
    """The translated sentences of one set, as somebody saved or approved them; the newest of a set holds.

    Approved, it keeps its words whatever is shipped later, and the hash of the Dutch that it translates.
    """

    __tablename__ = "letter_translation"
    __table_args__ = (
        CheckConstraint(
            "(approved_at IS NULL) = (approved_by_id IS NULL)", name="approved_by_somebody"
        ),
        Index("ix_letter_translation_language", "language", "of", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    language: Mapped[str] = mapped_column(String(2))
    of: Mapped[str] = mapped_column(String(40))
    # By slot of fund.letters.translated.
    words: Mapped[dict[str, Any]] = mapped_column(JSON)
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # None: as it is shipped.
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    dutch_hash: Mapped[str] = mapped_column(String(64), default="", server_default="")
    approved_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_by: Mapped[Person | None] = relationship(foreign_keys=[made_by_id])
    approved_by: Mapped[Person | None] = relationship(foreign_keys=[approved_by_id])


class TextVersion(Base):
    """The sentences of one set as somebody saved them; the newest of a set holds.

    Its number is that of all texts together: a letter that names it names every sentence of then.
    """

    __tablename__ = "letter_text"
    __table_args__ = (Index("ix_letter_text_of", "of", "id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    of: Mapped[str] = mapped_column(String(40))
    # By slot; empty: the shipped sentences again.
    words: Mapped[dict[str, Any]] = mapped_column(JSON)
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_by: Mapped[Person] = relationship()
