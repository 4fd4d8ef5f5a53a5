"""The table of reminders that were given: each once, however often the worker looks. It tells nobody."""

import datetime as dt

from sqlalchemy import BigInteger, Date, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base, BigKey, UTCDateTime

TERM, QUESTION, EVIDENCE, WORKLIST, NOBODY = "term", "question", "evidence", "worklist", "nobody"
COMPLAINT, DECIDER, URGENT, ANSWER = "complaint", "decider", "urgent", "answer"
LETTERS, SESSION = "letters", "session"


class Reminder(Base):
    """A step that was reached: so many days before a day, or 0 once it had come."""

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("kind", "subject_id", "due_on", "step"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    # A request, a question, a promised paper, a complaint, an absence, a person, a meeting; 0 where it is about all.
    subject_id: Mapped[int] = mapped_column(BigInteger)
    due_on: Mapped[dt.date] = mapped_column(Date)
    step: Mapped[int]
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
