"""Tables of the fund: which budget a scheme draws on, and the frozen record of each decision."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from books.models import Budget
from core.db import Base, BigKey, UTCDateTime
from intake.requests.models import Request, RequestVersion

AT_COUNTER = text("capacity = 'counter'")
# Neither undone nor revised.
STANDING = text("undone_at IS NULL AND revised_at IS NULL")


class FundBudget(Base):
    """The budget that a scheme draws on in a year."""

    __tablename__ = "fund_budget"
    __table_args__ = (UniqueConstraint("scheme", "year"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    scheme: Mapped[str] = mapped_column(String(40))
    year: Mapped[int]
    budget_id: Mapped[int] = mapped_column(ForeignKey("budget.id"))
    budget: Mapped[Budget] = relationship(lazy="joined")


class Decision(Base):
    """What was decided, with all that was known at that moment; later only that it holds no more."""

    __tablename__ = "decision"
    __table_args__ = (
        UniqueConstraint("request_id", "number"),
        CheckConstraint(
            "outcome IN ('granted', 'partly_granted', 'refused')", name="outcome_known"
        ),
        CheckConstraint("granted_cents >= 0", name="granted_not_negative"),
        # One decision at a time holds for a request.
        Index(
            "uq_decision_standing",
            "request_id",
            unique=True,
            sqlite_where=STANDING,
            postgresql_where=STANDING,
        ),
        Index("ix_decision_decided_at", "decided_at", "id"),
        # Comparable decisions, without reading their rows.
        Index(
            "ix_decision_comparable",
            *("rule_version_id", "scheme", "category", "decided_at"),
            *("outcome", "granted_cents", "request_id"),
            sqlite_where=STANDING,
            postgresql_where=STANDING,
        ),
        Index("ix_decision_decided_by", "decided_by_id", "decided_at", "id"),
        Index(
            "ix_decision_counter",
            "decided_at",
            "id",
            sqlite_where=AT_COUNTER,
            postgresql_where=AT_COUNTER,
        ),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    number: Mapped[int]
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # The body by the rule, and in which capacity this person spoke: fund.bodies.deciding tells both.
    body: Mapped[str] = mapped_column(String(40))
    capacity: Mapped[str] = mapped_column(String(40))
    on_behalf_of_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # Who confirmed it, where the rule asks two; the moment of the decision is that of the second.
    second_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    second_on_behalf_of_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    outcome: Mapped[str] = mapped_column(String(20))
    # A word of regulation.judge.assessment.Outcome; not known of decisions from before 0021.
    assessed_outcome: Mapped[str | None] = mapped_column(String(10))
    assessed_cents: Mapped[int]
    granted_cents: Mapped[int]
    reason_code: Mapped[str] = mapped_column(String(40), default="")
    article: Mapped[str] = mapped_column(String(40), default="")
    reasons: Mapped[str] = mapped_column(Text, default="")
    # "" for what the rule gives, "other", or which of the shown lines of the calculation.
    deviates_from: Mapped[str] = mapped_column(String(10), default="", server_default="")
    # As on the request; here so that an index finds comparable decisions.
    scheme: Mapped[str] = mapped_column(String(40), default="", server_default="")
    category: Mapped[str] = mapped_column(String(30), default="", server_default="")
    # What it asks back of what was paid, and why: a code of terms.rule_lists.RECOVERY_GROUNDS. Not known of
    # decisions from before 0079.
    recovery_cents: Mapped[int] = mapped_column(default=0, server_default="0")
    recovery_ground: Mapped[str] = mapped_column(String(20), default="", server_default="")
    # SHA-256 of the record (fund.records.canonical); not known of decisions from before 0060.
    record_hash: Mapped[str | None] = mapped_column(String(64))
    # The form of the record that was hashed: it never changes, whatever later ones hold.
    record_format: Mapped[int] = mapped_column(default=1, server_default="1")
    request_version_id: Mapped[int] = mapped_column(ForeignKey("request_version.id"))
    rule_version_id: Mapped[int] = mapped_column(ForeignKey("rule_version.id"))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    caps: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    # {"budget_id", "year", "amount_cents", "before_cents", "after_cents", "shares": [...]}
    budget: Mapped[dict[str, Any]] = mapped_column(JSON)

    # The leaves of the statistics' dimensions, as they were at this moment.
    booked_quarter: Mapped[str] = mapped_column(String(6))
    unit_household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    leaf_client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    leaf_neighbourhood: Mapped[str] = mapped_column(String(60))
    leaf_sector: Mapped[str] = mapped_column(String(20))
    leaf_age_band: Mapped[str] = mapped_column(String(10))
    leaf_household_type: Mapped[str] = mapped_column(String(20))
    leaf_kind: Mapped[str] = mapped_column(String(10))
    leaf_again: Mapped[str] = mapped_column(String(10))
    leaf_provider_type: Mapped[str] = mapped_column(String(30))
    leaf_provider_id: Mapped[int | None] = mapped_column(ForeignKey("provider.id"))
    leaf_funding_source: Mapped[str] = mapped_column(String(40))

    # Which decision this one stands in the place of, once something of that one had left.
    revises_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), unique=True)
    # When another took its place.
    revised_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    undone_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_by: Mapped[Person] = relationship(foreign_keys=[decided_by_id])
    on_behalf_of: Mapped[Person | None] = relationship(foreign_keys=[on_behalf_of_id])
    second_by: Mapped[Person | None] = relationship(foreign_keys=[second_by_id])
    second_on_behalf_of: Mapped[Person | None] = relationship(foreign_keys=[second_on_behalf_of_id])
    revises: Mapped["Decision | None"] = relationship(remote_side="Decision.id")
    request: Mapped[Request] = relationship()
    request_version: Mapped[RequestVersion] = relationship()

    @property
    def stands(self) -> bool:
        """Does it hold now?"""
        return self.undone_at is None and self.revised_at is None

    @property
    def set_aside_cents(self) -> int:
        """What it took from the budget: the grant, or what had been paid already when that is more."""
        return sum(share["cents"] for share in self.budget.get("shares", ()))
