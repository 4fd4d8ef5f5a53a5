"""The table of totals of earlier years, in the books room: the lowest room that the fund, which brings them in,
and the network, which shows them, may both look at. It knows no request."""

import datetime as dt
from dataclasses import dataclass, fields

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base, BigKey, UTCDateTime

STANDS = text("withdrawn_at IS NULL")
LONGEST_SOURCE = 120


@dataclass(frozen=True, kw_only=True)
class YearTotal:
    """What a document says of a year; None where it is silent. Its names are those of the columns."""

    year: int
    requests_n: int
    granted_cents: int
    households_n: int | None
    clients_n: int | None
    source: str


class PublishedTotal(Base):
    """One year as a document published it. Not changed: a wrong one is withdrawn and brought in anew.

    The coordinator's engine reads this table, so nothing stands in it but what was published.
    """

    __tablename__ = "published_total"
    __table_args__ = (
        # A number under 5 could reach a household, whatever the settings say: terms/fewest.py.
        CheckConstraint("requests_n >= 5", name="requests_reach_nobody"),
        CheckConstraint("households_n >= 5", name="households_reach_nobody"),
        CheckConstraint("clients_n >= 5", name="clients_reach_nobody"),
        CheckConstraint("granted_cents > 0", name="granted_positive"),
        CheckConstraint("source <> ''", name="source_named"),
        Index(
            "uq_published_total_year",
            "year",
            unique=True,
            sqlite_where=STANDS,
            postgresql_where=STANDS,
        ),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    year: Mapped[int]
    requests_n: Mapped[int]
    granted_cents: Mapped[int] = mapped_column(BigKey)
    # Not every document tells these.
    households_n: Mapped[int | None]
    clients_n: Mapped[int | None]
    # Which document, and where in it.
    source: Mapped[str] = mapped_column(String(LONGEST_SOURCE))
    entered_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)


# The columns of what is told, and no other, for who only reads it.
TOLD = tuple(getattr(PublishedTotal, field.name) for field in fields(YearTotal))
