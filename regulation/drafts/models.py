"""The table of drafts of the regulation room: a rule while it is being changed. It judges nothing."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base, BigKey, UTCDateTime


class RuleDraft(Base):
    """A rule that somebody changes. The text is always that of whole tables, finished or not.

    It has ended when it was brought in as a version, or thrown away: then it has none.
    """

    __tablename__ = "rule_draft"
    __table_args__ = (
        CheckConstraint(
            "brought_in_id IS NULL OR ended_at IS NOT NULL", name="brought_in_is_ended"
        ),
        Index("ix_rule_draft_ended_at_changed_at", "ended_at", "changed_at"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    rule_id: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(160))
    # The version that it began from; none for a rule that is new.
    based_on_id: Mapped[int | None] = mapped_column(ForeignKey("rule_version.id"))
    source_toml: Mapped[str] = mapped_column(Text)
    # What it said before the last change; none when nothing was changed yet.
    previous_toml: Mapped[str | None] = mapped_column(Text)
    started_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    started_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    brought_in_id: Mapped[int | None] = mapped_column(ForeignKey("rule_version.id"))
    lock_version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": lock_version}  # noqa: RUF012
