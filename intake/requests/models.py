"""Tables of filings, requests and what happened to them. Only `life.advance()` sets a status."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person, Team
from core.db import Base, BigKey, UTCDateTime
from intake.goals.models import PlanGoal
from intake.people.models import Client, Household
from offer.models import Activity, Provider
from regulation.versions.models import RuleVersion

LOOKED_BACK_ON = text("look_back_on IS NOT NULL")
OPEN = text("status IN ('submitted', 'waiting', 'confirming')")


class Filing(Base):
    """One visit to the form: a receipt, a report and one or more requests, stored exactly once."""

    __tablename__ = "filing"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    # Made with the form; the same form sent twice finds the first filing back.
    idempotency_key: Mapped[str] = mapped_column(String(36), unique=True)
    receipt_number: Mapped[str] = mapped_column(String(20), unique=True)
    filed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    filed_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    life_domain: Mapped[str] = mapped_column(String(20), default="")
    goal: Mapped[str] = mapped_column(String(200), default="")
    report: Mapped[str] = mapped_column(Text, default="")
    # Codes of terms.lists.BARRIERS, and what the list does not say.
    barriers: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    barrier_words: Mapped[str] = mapped_column(String(300), default="", server_default="")
    # Who brought the client, this time.
    guide_organisation: Mapped[str] = mapped_column(String(160), default="", server_default="")
    guide_name: Mapped[str] = mapped_column(String(120), default="", server_default="")
    # The goal of the client's plan that it serves, where the centre works with plans.
    plan_goal_id: Mapped[int | None] = mapped_column(ForeignKey("plan_goal.id"), index=True)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"))
    filed_by: Mapped[Person] = relationship()
    serves: Mapped[PlanGoal | None] = relationship()
    requests: Mapped[list["Request"]] = relationship(back_populates="filing", order_by="Request.id")


class Request(Base):
    """One wish of one person, with its own number, amount, state and decision."""

    __tablename__ = "request"
    __table_args__ = (
        CheckConstraint(
            "status IN ('submitted', 'waiting', 'confirming', 'granted', 'partly_granted', 'refused', "
            "'notified', 'withdrawn', 'taken_over', 'forwarded', 'not_ratified')",
            name="status_known",
        ),
        CheckConstraint(
            "outcome IS NULL OR outcome IN ('granted', 'partly_granted', 'refused')",
            name="outcome_known",
        ),
        CheckConstraint("kind IN ('fund', 'discount')", name="kind_known"),
        CheckConstraint("payee IN ('provider', 'client')", name="payee_known"),
        CheckConstraint("cost_cents > 0", name="cost_positive"),
        CheckConstraint(
            "granted_cents >= 0 AND freed_cents >= 0 AND freed_cents <= granted_cents",
            name="freed_within_granted",
        ),
        Index(
            # In the order of the worklist; what counts ask stands last, so that they need no rows.
            "ix_request_open_by_term",
            "legal_due_on",
            "id",
            "status",
            "body",
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
        Index(
            "ix_request_open_of_team",
            "team_id",
            "legal_due_on",
            "id",
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
        Index("ix_request_worker", "worker_id", "id"),
        Index("ix_request_worker_status", "worker_id", "status", "id"),
        Index("ix_request_team", "team_id", "id"),
        # For lists that are narrowed over the whole house.
        Index("ix_request_category", "category", "id"),
        Index("ix_request_submitted", "submitted_at", "id"),
        Index(
            "ix_request_look_back",
            "look_back_on",
            "id",
            sqlite_where=LOOKED_BACK_ON,
            postgresql_where=LOOKED_BACK_ON,
        ),
        Index("ix_request_client", "client_id", "cost_on"),
        Index("ix_request_household", "household_id", "cost_on"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    filing_id: Mapped[int] = mapped_column(ForeignKey("filing.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    # The household that this request counts for; the worker and team whose it is.
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    worker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    kind: Mapped[str] = mapped_column(String(10))
    scheme: Mapped[str] = mapped_column(String(40))
    status: Mapped[str] = mapped_column(String(20))
    lock_version: Mapped[int] = mapped_column(default=1)

    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("provider.id"))
    # What is asked, as the worker wrote or picked it; the provider's name when it is not ours.
    what: Mapped[str] = mapped_column(String(160))
    provider_name: Mapped[str] = mapped_column(String(160), default="")
    provider_type: Mapped[str] = mapped_column(String(30), default="other")
    category: Mapped[str] = mapped_column(String(30))
    # The part of the rule, in its own word, where the rule has parts: caps count by it.
    strand: Mapped[str | None] = mapped_column(String(80))
    # For how many pieces the proposal or grant is: some caps count tickets.
    pieces: Mapped[int] = mapped_column(default=1, server_default="1")
    cost_cents: Mapped[int]
    cost_on: Mapped[dt.date] = mapped_column(Date)
    # The other days that a rule may count by, as far as they were told.
    payment_on: Mapped[dt.date | None] = mapped_column(Date)
    invoice_on: Mapped[dt.date | None] = mapped_column(Date)
    activity_on: Mapped[dt.date | None] = mapped_column(Date)
    # The number of the first request for the same membership, where this is a later part of it.
    instalment_of: Mapped[str] = mapped_column(String(20), default="", server_default="")
    reason: Mapped[str] = mapped_column(String(30))
    # From when it is looked back on; set for one in five when it is filed.
    look_back_on: Mapped[dt.date | None] = mapped_column(Date)
    payee: Mapped[str] = mapped_column(String(10))

    submitted_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # Never moves. The date shown adds the days that were waited.
    legal_due_on: Mapped[dt.date] = mapped_column(Date)
    waited_days: Mapped[int] = mapped_column(default=0)
    proposed_cents: Mapped[int]
    # Where the rule names no amount: the most that a person may give.
    proposed_most_cents: Mapped[int] = mapped_column(default=0, server_default="0")
    cap_reached: Mapped[bool] = mapped_column(default=False)  # the proposal is what a cap left
    # Which body decides, as the rule names it, by what is known now; "" where it names none.
    body: Mapped[str] = mapped_column(String(40), default="", server_default="")
    # The body to which somebody sent it on: it decides whatever the rule names; "" where nobody did.
    sent_to: Mapped[str] = mapped_column(String(40), default="", server_default="")
    # Who decided first, while a second approver must confirm it.
    first_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # The rooms of others that proposal or grant takes: regulation.vocabulary.facts.Booking as JSON.
    bookings: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    # Written by upper rooms through intake's actions.
    outcome: Mapped[str | None] = mapped_column(String(20))
    granted_cents: Mapped[int] = mapped_column(default=0)
    freed_cents: Mapped[int] = mapped_column(default=0)
    paid_cents: Mapped[int] = mapped_column(default=0)
    paid_on: Mapped[dt.date | None] = mapped_column(Date)
    recovery_due_cents: Mapped[int] = mapped_column(default=0)
    decided_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    # What the rule gave at the decision, and its lines: regulation.findings.assessment.Line as JSON.
    assessed_cents: Mapped[int | None]
    assessed_lines: Mapped[list[dict[str, Any]] | None] = mapped_column(
        JSON(none_as_null=True), deferred=True
    )
    # The reasons of the decision, as the client may read them.
    reasons: Mapped[str] = mapped_column(Text, default="")
    # Something has left the house: from then on no undo.
    left_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    # Until when the letter must leave; the day it left and how; the last day to appeal, where certain.
    notify_due_on: Mapped[dt.date | None] = mapped_column(Date)
    notified_on: Mapped[dt.date | None] = mapped_column(Date)
    notified_way: Mapped[str] = mapped_column(String(20), default="", server_default="")
    appeal_until_on: Mapped[dt.date | None] = mapped_column(Date)
    # When its worker last corrected what is asked, and last added something to it.
    corrected_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    added_to_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)

    filing: Mapped[Filing] = relationship(back_populates="requests")
    client: Mapped[Client] = relationship()
    household: Mapped[Household] = relationship()
    worker: Mapped[Person] = relationship(foreign_keys=[worker_id])
    team: Mapped[Team] = relationship()
    activity: Mapped[Activity | None] = relationship()
    provider: Mapped[Provider | None] = relationship()
    other_payers: Mapped[list["OtherPayerPart"]] = relationship(back_populates="request")
    versions: Mapped[list["RequestVersion"]] = relationship(
        back_populates="request", order_by="RequestVersion.number"
    )
    events: Mapped[list["RequestEvent"]] = relationship(
        back_populates="request", order_by="RequestEvent.id"
    )
    pauses: Mapped[list["Pause"]] = relationship(back_populates="request", order_by="Pause.id")
    __mapper_args__ = {"version_id_col": lock_version}  # noqa: RUF012

    @property
    def shown_due_on(self) -> dt.date:
        """The term as people read it: the legal term plus the days that were waited."""
        return self.legal_due_on + dt.timedelta(days=self.waited_days)


class OtherPayerPart(Base):
    """What somebody else pays first, or says: what was asked and is expected, is still owed."""

    __tablename__ = "other_payer_part"
    __table_args__ = (
        UniqueConstraint("request_id", "payer"),
        CheckConstraint(
            "(answer = 'pays' AND amount_cents > 0) OR (answer = 'asked' AND amount_cents >= 0) "
            "OR (answer IN ('refused', 'not_applicable') AND amount_cents = 0)",
            name="amount_fits_answer",
        ),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    payer: Mapped[str] = mapped_column(String(30))
    answer: Mapped[str] = mapped_column(String(20), default="pays", server_default="pays")
    amount_cents: Mapped[int]
    request: Mapped[Request] = relationship(back_populates="other_payers")

    @property
    def owed_cents(self) -> int:
        """What is expected of this payer and has not come."""
        return self.amount_cents if self.answer == "asked" else 0


class RequestVersion(Base):
    """What was known when it was submitted, answered or corrected; never changed afterwards."""

    __tablename__ = "request_version"
    __table_args__ = (UniqueConstraint("request_id", "number"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    number: Mapped[int]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    rule_version_id: Mapped[int] = mapped_column(ForeignKey("rule_version.id"))
    # regulation.vocabulary.facts.Facts as JSON: the input of assess().
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    evidence_seen: Mapped[list[str]] = mapped_column(JSON)
    # Which facts the worker told because the rule asks them, and why: Told as JSON.
    told: Mapped[list[dict[str, str]] | None] = mapped_column(JSON(none_as_null=True))
    # Of a correction: what stood on the request before it, beside the facts of the version before.
    former: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    # Made because a proof came or went: no event of the request stands beside it.
    by_paper: Mapped[bool] = mapped_column(default=False, server_default=false())
    request: Mapped[Request] = relationship(back_populates="versions")
    rule: Mapped[RuleVersion] = relationship()


class RequestEvent(Base):
    """Who moved the request, when, from what to what, and why."""

    __tablename__ = "request_event"
    # What happened in a period, in its order, whatever request it was about.
    __table_args__ = (Index("ix_request_event_at", "at", "id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    verb: Mapped[str] = mapped_column(String(20))
    from_status: Mapped[str | None] = mapped_column(String(20))
    to_status: Mapped[str] = mapped_column(String(20))
    why: Mapped[str] = mapped_column(Text, default="")
    request: Mapped[Request] = relationship(back_populates="events")
    by: Mapped[Person] = relationship()


class Pause(Base):
    """A question to the worker or the client: the clock shown stands still until the answer."""

    __tablename__ = "pause"
    __table_args__ = (CheckConstraint("to_whom IN ('worker', 'client')", name="addressee_known"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    to_whom: Mapped[str] = mapped_column(String(10), default="worker", server_default="worker")
    question: Mapped[str] = mapped_column(Text)
    # By when it is answered; of questions from before 0058 nobody said so.
    answer_by_on: Mapped[dt.date | None] = mapped_column(Date)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    request: Mapped[Request] = relationship(back_populates="pauses")
    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id])
    answered_by: Mapped[Person | None] = relationship(foreign_keys=[answered_by_id])
