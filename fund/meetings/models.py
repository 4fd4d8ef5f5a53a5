"""Tables of meetings: who sits in a body, its meetings with their agendas, and urgent grants to ratify."""

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
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from fund.models import Decision
from intake.requests.models import Request

PENDING = text("stage = 'pending'")
SITS = text("until_on IS NULL")


class Seat(Base):
    """Somebody sits in a body, from a day until a day; one of them chairs it."""

    __tablename__ = "committee_seat"
    __table_args__ = (
        Index(
            "uq_committee_seat_now",
            *("body", "person_id"),
            unique=True,
            sqlite_where=SITS,
            postgresql_where=SITS,
        ),
        Index("ix_committee_seat_person", "person_id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    body: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    is_chair: Mapped[bool] = mapped_column(default=False)
    from_on: Mapped[dt.date] = mapped_column(Date)
    # The first day on which this one sits there no more.
    until_on: Mapped[dt.date | None] = mapped_column(Date)
    given_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class Meeting(Base):
    """One session of a body. What it decided is frozen when it closes."""

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("body", "year", "number"),
        CheckConstraint(
            "stage IN ('preparing', 'convened', 'open', 'closed', 'no_quorum', 'cancelled')",
            name="stage_known",
        ),
        Index("ix_meeting_starts_at", "starts_at", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    body: Mapped[str] = mapped_column(String(40))
    year: Mapped[int]
    number: Mapped[int]
    starts_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    place: Mapped[str] = mapped_column(String(160), default="")
    stage: Mapped[str] = mapped_column(String(10))
    # Its agenda lives in another tool: documents leave, outcomes come back.
    is_elsewhere: Mapped[bool] = mapped_column(default=False)
    # The number that the session has there.
    number_elsewhere: Mapped[str] = mapped_column(String(40), default="", server_default="")
    # The meeting without quorum that this one is the second convocation of.
    second_of_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), unique=True)
    planned_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    convened_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    # Why it was convened in fewer days than the rules of the body ask.
    late_why: Mapped[str] = mapped_column(Text, default="")
    opened_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    closed_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    # Who recorded it.
    secretary_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # The last day on which members read its files.
    access_until_on: Mapped[dt.date | None] = mapped_column(Date)
    # The list of decisions as it was frozen, and its SHA-256.
    decided: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    decided_hash: Mapped[str] = mapped_column(String(64), default="")
    minutes: Mapped[str] = mapped_column(Text, default="")
    signed_on: Mapped[dt.date | None] = mapped_column(Date)
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    lock_version: Mapped[int] = mapped_column(default=1)
    secretary: Mapped[Person | None] = relationship(foreign_keys=[secretary_id])
    signed_by: Mapped[Person | None] = relationship(foreign_keys=[signed_by_id])
    second_of: Mapped["Meeting | None"] = relationship(remote_side="Meeting.id")
    members: Mapped[list["Member"]] = relationship(
        back_populates="meeting", order_by="Member.is_chair.desc(), Member.id"
    )
    items: Mapped[list["Item"]] = relationship(
        back_populates="meeting", order_by="Item.position, Item.id"
    )
    __mapper_args__ = {"version_id_col": lock_version}  # noqa: RUF012


class Member(Base):
    """Who was convened to a meeting, and whether this one sits there now."""

    __tablename__ = "meeting_member"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    is_chair: Mapped[bool]
    is_present: Mapped[bool] = mapped_column(default=False)
    meeting: Mapped[Meeting] = relationship(back_populates="members")
    person: Mapped[Person] = relationship()


class UrgentGrant(Base):
    """What the chair granted at once, until the body ratifies it or does not."""

    __tablename__ = "urgent_grant"
    __table_args__ = (
        CheckConstraint(
            "outcome IS NULL OR outcome IN ('ratified', 'not_ratified', 'lapsed')",
            name="outcome_known",
        ),
        CheckConstraint("spent_cents >= 0 AND recover_cents >= 0", name="sums_not_negative"),
        CheckConstraint("recover_cents <= spent_cents", name="recovers_what_was_spent"),
        Index("ix_urgent_grant_body", "body", "outcome"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), unique=True)
    # Which body must ratify it.
    body: Mapped[str] = mapped_column(String(40))
    why: Mapped[str] = mapped_column(Text)
    # NULL while it waits; lapsed when the grant was undone, revised or withdrawn first.
    outcome: Mapped[str | None] = mapped_column(String(20))
    settled_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # Of a grant that was not ratified: why, what had been spent, and what of that is asked back.
    reasons: Mapped[str] = mapped_column(Text, default="")
    spent_cents: Mapped[int] = mapped_column(default=0)
    recover_cents: Mapped[int] = mapped_column(default=0)
    # A code of terms.rule_lists.RECOVERY_GROUNDS where something is asked back.
    ground: Mapped[str] = mapped_column(String(20), default="")
    decision: Mapped[Decision] = relationship()
    request: Mapped[Request] = relationship()


class Item(Base):
    """One request on an agenda, with a reasoned draft of what is decided, and what became of it."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        # A request waits on one agenda at a time.
        Index(
            "uq_agenda_item_pending",
            "request_id",
            unique=True,
            sqlite_where=PENDING,
            postgresql_where=PENDING,
        ),
        Index("ix_agenda_item_meeting", "meeting_id", "position", "id"),
        Index("ix_agenda_item_request", "request_id", "id"),
        CheckConstraint("kind IN ('decide', 'revise', 'ratify')", name="kind_known"),
        CheckConstraint(
            "stage IN ('pending', 'adopted', 'rejected', 'postponed', 'dropped')",
            name="stage_known",
        ),
        CheckConstraint(
            "outcome IN ('', 'granted', 'partly_granted', 'refused', 'ratified')",
            name="outcome_known",
        ),
        CheckConstraint("granted_cents >= 0", name="granted_not_negative"),
        CheckConstraint(
            "votes_for >= 0 AND votes_against >= 0 AND abstained >= 0",
            name="votes_not_negative",
        ),
        CheckConstraint("stage <> 'adopted' OR voted_at IS NOT NULL", name="adopted_by_a_vote"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    urgent_grant_id: Mapped[int | None] = mapped_column(ForeignKey("urgent_grant.id"), index=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(10))
    stage: Mapped[str] = mapped_column(String(10))
    # The draft: '' as long as nobody has written one.
    outcome: Mapped[str] = mapped_column(String(20), default="")
    granted_cents: Mapped[int] = mapped_column(default=0)
    reason_code: Mapped[str] = mapped_column(String(40), default="")
    reasons: Mapped[str] = mapped_column(Text, default="")
    deviates_from: Mapped[str] = mapped_column(String(10), default="")
    # What was known when it was drafted: changed since, it is drafted anew before it is voted on.
    request_version_id: Mapped[int] = mapped_column(ForeignKey("request_version.id"))
    assessed_cents: Mapped[int]
    drafted_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    drafted_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # Clean: voted on in the block, unless somebody takes it out.
    is_clean: Mapped[bool] = mapped_column(default=False)
    taken_out_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # Put on after the convocation: two thirds of who is there must let it in, for these reasons.
    is_late: Mapped[bool] = mapped_column(default=False)
    late_why: Mapped[str] = mapped_column(Text, default="")
    admitted_by: Mapped[int | None]
    # The vote; by consensus all who voted were for.
    by_consensus: Mapped[bool] = mapped_column(default=False)
    votes_for: Mapped[int] = mapped_column(default=0)
    votes_against: Mapped[int] = mapped_column(default=0)
    abstained: Mapped[int] = mapped_column(default=0)
    voted_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), index=True)
    # What the minutes say beside the vote, or why it was put off or dropped.
    remark: Mapped[str] = mapped_column(Text, default="")
    meeting: Mapped[Meeting] = relationship(back_populates="items")
    request: Mapped[Request] = relationship()
    urgent_grant: Mapped[UrgentGrant | None] = relationship()
    decision: Mapped[Decision | None] = relationship()
    taken_out_by: Mapped[Person | None] = relationship(foreign_keys=[taken_out_by_id])
    absences: Mapped[list["ItemAbsence"]] = relationship(back_populates="item")
    # As the vote was held; empty before it, and where the votes are kept elsewhere.
    presences: Mapped[list["ItemPresence"]] = relationship(
        cascade="all, delete-orphan", order_by="ItemPresence.id"
    )

    @property
    def spoken_on(self) -> Decision | None:
        """The decision that its outcome is about: what the vote made, or what the chair had granted and
        the body ratified or did not. None where nothing was decided."""
        if self.urgent_grant is not None and self.stage in ("adopted", "rejected"):
            return self.urgent_grant.decision
        return self.decision


class ItemAbsence(Base):
    """A member who sits out for one item: a conflict of interest, or away for a moment."""

    __tablename__ = "item_absence"
    __table_args__ = (
        UniqueConstraint("item_id", "person_id"),
        CheckConstraint("why IN ('conflict', 'away')", name="why_known"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    why: Mapped[str] = mapped_column(String(10))
    item: Mapped[Item] = relationship(back_populates="absences")
    person: Mapped[Person] = relationship()


class ItemPresence(Base):
    """Who was there at the vote on an item, and how: of everybody who was convened. It stays with that vote,
    whoever comes or leaves later, until the vote is taken back."""

    __tablename__ = "item_presence"
    __table_args__ = (
        UniqueConstraint("item_id", "person_id"),
        CheckConstraint("how IN ('present', 'away', 'conflict', 'absent')", name="how_known"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    # Present is who voted, or abstained; away and conflict sat out.
    how: Mapped[str] = mapped_column(String(10))
    person: Mapped[Person] = relationship()


class MinutesCorrection(Base):
    """What signed minutes put right, in words: it changes no decision."""

    __tablename__ = "minutes_correction"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    words: Mapped[str] = mapped_column(Text)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    made_by: Mapped[Person] = relationship()
    item: Mapped[Item | None] = relationship()
