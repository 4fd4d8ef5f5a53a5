"""The table of answers to look backs, apart from the requests: only a release will ever add them up."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base, BigKey, UTCDateTime

WENT = "'yes', 'partly', 'no'"
HELPED = "'yes', 'somewhat', 'no'"


class LookBack(Base):
    """What a worker heard of one request; the first answer to each question counts."""

    __tablename__ = "look_back"
    __table_args__ = (
        CheckConstraint(f"went IN ({WENT})", name="went_known"),
        CheckConstraint(f"helped IN ({HELPED})", name="helped_known"),
        # Who did not go cannot say whether it helped; what stood in the way is the last question.
        CheckConstraint("helped IS NULL OR went <> 'no'", name="helped_who_went"),
        CheckConstraint(
            "hindrance IS NULL OR went = 'no' OR helped IS NOT NULL", name="hindrance_last"
        ),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), unique=True)
    went: Mapped[str] = mapped_column(String(20))
    helped: Mapped[str | None] = mapped_column(String(20))
    # A code of terms.lists.HINDRANCES.
    hindrance: Mapped[str | None] = mapped_column(String(30))
    answered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)

    @property
    def next_question(self) -> str | None:
        """What is not answered yet, one after the other; None when all is."""
        if self.went != "no" and self.helped is None:
            return "helped"
        return "hindrance" if self.hindrance is None else None
