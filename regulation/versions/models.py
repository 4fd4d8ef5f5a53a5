"""The table of the regulation room: versions of rules as text. It decides and judges nothing."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base, BigKey, UTCDateTime


class State(StrEnum):
    """Where a version stands on a day."""

    BROUGHT_IN = "brought_in"
    COMING = "coming"
    IN_FORCE = "in_force"
    ENDED = "ended"


class RuleVersion(Base):
    """One version of one regulation. The text never changes; only its validity may be narrowed.

    `valid_from` may lie later than the text says, when it entered into force later; `valid_until`
    may lie earlier, when another version follows.
    """

    __tablename__ = "rule_version"
    __table_args__ = (
        UniqueConstraint("rule_id", "version"),
        CheckConstraint("version > 0", name="version_positive"),
        CheckConstraint("origin IN ('published', 'example', 'own')", name="origin_known"),
        CheckConstraint(
            "valid_until IS NULL OR (valid_from IS NOT NULL AND valid_until >= valid_from)",
            name="validity_forward",
        ),
        CheckConstraint(
            "in_force_at IS NULL OR valid_from IS NOT NULL", name="in_force_from_a_day"
        ),
        CheckConstraint("(council_on IS NULL) = (council_number = '')", name="council_whole"),
        Index("ix_rule_version_validity", "valid_from", "valid_until"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    rule_id: Mapped[str] = mapped_column(String(60))
    version: Mapped[int]
    title: Mapped[str] = mapped_column(String(160))
    origin: Mapped[str] = mapped_column(String(10))
    valid_from: Mapped[dt.date | None] = mapped_column(Date)
    valid_until: Mapped[dt.date | None] = mapped_column(Date)
    source_toml: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    brought_in_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # Nobody: a version that ships with the product.
    brought_in_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    in_force_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    in_force_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # The council's decision. What entered into force before this was asked for has none.
    council_on: Mapped[dt.date | None] = mapped_column(Date)
    council_number: Mapped[str] = mapped_column(String(40), default="")

    def state_on(self, day: dt.date) -> State:
        """Whether it judges the requests of that day, did so, or will."""
        if self.in_force_at is None or self.valid_from is None:
            return State.BROUGHT_IN
        if self.valid_from > day:
            return State.COMING
        is_over = self.valid_until is not None and self.valid_until < day
        return State.ENDED if is_over else State.IN_FORCE
