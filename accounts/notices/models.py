"""Tables of notices: what somebody was told, and how she wants mail of it. They hold no name."""

import datetime as dt

from sqlalchemy import BigInteger, CheckConstraint, Date, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base, BigKey, UTCDateTime

NEVER, DAILY, AT_ONCE = "never", "daily", "once"
UNREAD = text("read_at IS NULL")


class Notice(Base):
    """One thing that one person is told. While it is unread the same is not told again."""

    __tablename__ = "notice"
    __table_args__ = (
        Index(
            "uq_notice_unread",
            "person_id",
            "kind",
            "subject_id",
            unique=True,
            sqlite_where=UNREAD,
            postgresql_where=UNREAD,
        ),
        Index("ix_notice_person_id", "person_id", "id"),
        Index("ix_notice_subject", "kind", "subject_id"),
        Index("ix_notice_told_at", "told_at"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(String(40))
    # The number of the row that it is about, in the room that owns the kind.
    subject_id: Mapped[int] = mapped_column(BigInteger)
    # How people call it, such as the number of a request: never a name.
    about: Mapped[str] = mapped_column(String(40), default="")
    told_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    read_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    # A mail that counts it is being handed over, or has been.
    handing_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    mailed_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)


class NoticeChoice(Base):
    """How somebody wants mail; who has no row gets none."""

    __tablename__ = "notice_choice"
    __table_args__ = (
        CheckConstraint(f"way IN ('{NEVER}', '{DAILY}', '{AT_ONCE}')", name="way_known"),
        CheckConstraint(f"way = '{NEVER}' OR address <> ''", name="address_where_mailed"),
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id"), primary_key=True, autoincrement=False
    )
    way: Mapped[str] = mapped_column(String(10))
    address: Mapped[str] = mapped_column(String(254), default="")
    # The last day in Brussels on which the daily round came by, and the last mail.
    round_on: Mapped[dt.date | None] = mapped_column(Date)
    mailed_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    # Since when the server will not take mail for this address.
    refused_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
