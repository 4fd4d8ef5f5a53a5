"""Tables of clients and households; what changes over time has its dates. They know no request."""

import datetime as dt
import secrets

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person, Team
from core.db import Base, BigKey, FoldedText, UTCDateTime


def new_row_key() -> str:
    """A random name of a row, known before it is stored: sealed columns are bound to it."""
    return secrets.token_hex(16)


class Client(Base):
    """Somebody in the care of the centre. Never signs in."""

    __tablename__ = "client"
    __table_args__ = (
        Index("ix_client_sort_name", "sort_name", "id"),
        Index("ix_client_sort_name_reversed", "sort_name_reversed", "id"),
        Index("ix_client_birth_on", "birth_on"),
        Index("ix_client_case_number", "case_number"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    row_key: Mapped[str] = mapped_column(String(32), default=new_row_key)
    # The centre's own number; the product works without a national number.
    file_number: Mapped[str] = mapped_column(FoldedText(20), unique=True)
    given_name: Mapped[str] = mapped_column(String(80))
    family_name: Mapped[str] = mapped_column(String(80))
    # Folded, "peeters lena" and "lena peeters": no engine here sorts Zoë and Éva rightly.
    sort_name: Mapped[str] = mapped_column(FoldedText(170))
    sort_name_reversed: Mapped[str] = mapped_column(FoldedText(170))
    birth_on: Mapped[dt.date] = mapped_column(Date)
    sealed_national_number: Mapped[bytes | None]
    national_number_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    sealed_iban: Mapped[bytes | None]
    # The number under which the centre's own system knows the case; a family may share one.
    case_number: Mapped[str] = mapped_column(FoldedText(30), default="")
    languages: Mapped[list[str]] = mapped_column(JSON, default=list)
    # Letters to this person get a translation of their standard sentences; empty: Dutch is enough.
    annex_language: Mapped[str] = mapped_column(String(2), default="", server_default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(120), default="")
    # Not everybody at home may know of this: then no post, and in words what is safe.
    no_post: Mapped[bool] = mapped_column(default=False)
    reach_safely: Mapped[str] = mapped_column(String(200), default="")
    died_on: Mapped[dt.date | None] = mapped_column(Date)
    # The file that this one was merged into: everything of it stands there meanwhile.
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"), index=True)
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    memberships: Mapped[list["Membership"]] = relationship(back_populates="client")
    statuses: Mapped[list["ClientStatus"]] = relationship(
        back_populates="client", order_by="ClientStatus.from_on"
    )
    responsibles: Mapped[list["Responsible"]] = relationship(back_populates="client")

    @property
    def name(self) -> str:
        """As people say it: given name first."""
        return f"{self.given_name} {self.family_name}"


class Household(Base):
    """People who live together; the unit of the figures and of household caps."""

    __tablename__ = "household"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    household_type: Mapped[str] = mapped_column(String(20))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="household", order_by="Membership.id"
    )
    addresses: Mapped[list["Address"]] = relationship(
        back_populates="household", order_by="Address.from_on"
    )


class Membership(Base):
    """Who belongs to a household, as what, and when; a child may belong to two."""

    __tablename__ = "membership"
    __table_args__ = (
        CheckConstraint("role IN ('adult', 'child')", name="role_known"),
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="period_forward"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    role: Mapped[str] = mapped_column(String(10))
    from_on: Mapped[dt.date] = mapped_column(Date)
    until_on: Mapped[dt.date | None] = mapped_column(Date)
    household: Mapped[Household] = relationship(back_populates="memberships")
    client: Mapped[Client] = relationship(back_populates="memberships")


class Address(Base):
    """Where a household lives, and from when."""

    __tablename__ = "address"
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="period_forward"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), index=True)
    street: Mapped[str] = mapped_column(String(160), default="")
    postal_code: Mapped[str] = mapped_column(String(10), default="")
    town: Mapped[str] = mapped_column(String(80), default="")
    neighbourhood: Mapped[str] = mapped_column(String(60), default="")
    from_on: Mapped[dt.date] = mapped_column(Date)
    until_on: Mapped[dt.date | None] = mapped_column(Date)
    household: Mapped[Household] = relationship(back_populates="addresses")


class ClientStatus(Base):
    """A status that opens a right, while it lasts."""

    __tablename__ = "client_status"
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="period_forward"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    status: Mapped[str] = mapped_column(String(40))
    from_on: Mapped[dt.date] = mapped_column(Date)
    until_on: Mapped[dt.date | None] = mapped_column(Date)
    proof_seen_on: Mapped[dt.date | None] = mapped_column(Date)
    client: Mapped[Client] = relationship(back_populates="statuses")


class Responsible(Base):
    """The worker and team that a client's file belongs to, and from when."""

    __tablename__ = "responsible"
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="period_forward"),
        Index("ix_responsible_team_client", "team_id", "client_id"),
        Index("ix_responsible_worker_client", "worker_id", "client_id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    worker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    from_on: Mapped[dt.date] = mapped_column(Date)
    until_on: Mapped[dt.date | None] = mapped_column(Date)
    client: Mapped[Client] = relationship(back_populates="responsibles")
    worker: Mapped[Person] = relationship()
    team: Mapped[Team] = relationship()


class Absence(Base):
    """Somebody is away: a colleague does that person's files meanwhile, or decides in that one's place."""

    __tablename__ = "absence"
    __table_args__ = (
        CheckConstraint("until_on >= from_on", name="period_forward"),
        CheckConstraint("person_id <> stand_in_id", name="somebody_else"),
        CheckConstraint("duty IN ('files', 'decisions')", name="duty_known"),
        Index("ix_absence_stand_in_id", "stand_in_id", "until_on"),
        Index("ix_absence_person_id", "person_id", "until_on"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    stand_in_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    from_on: Mapped[dt.date] = mapped_column(Date)
    until_on: Mapped[dt.date] = mapped_column(Date)
    # What the stand-in does: a worker's files, or an approver's decisions.
    duty: Mapped[str] = mapped_column(String(10), default="files", server_default="files")
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # Back sooner, or noted by mistake: from then on the stand-in sees nothing more.
    ended_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    stand_in: Mapped[Person] = relationship(foreign_keys=[stand_in_id])
    made_by: Mapped[Person] = relationship(foreign_keys=[made_by_id])


class FileOpening(Base):
    """Another team's file, opened to read for a few hours, and why."""

    __tablename__ = "file_opening"
    __table_args__ = (Index("ix_file_opening_person_id", "person_id", "open_until"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    reason: Mapped[str] = mapped_column(String(20))
    row_key: Mapped[str] = mapped_column(String(32))
    sealed_words: Mapped[bytes] = mapped_column(LargeBinary)
    opened_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    open_until: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    person: Mapped[Person] = relationship()
    client: Mapped[Client] = relationship()
