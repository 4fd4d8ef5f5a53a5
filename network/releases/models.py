"""The release store: frozen periods and their cells; a hidden value is NULL without a reason beside it."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.db import Base, BigKey, UTCDateTime


class Release(Base):
    """One closed period: what was published, by which settings and code, chained to the last one."""

    __tablename__ = "release"
    __table_args__ = (CheckConstraint("kind IN ('quarter', 'year')", name="kind_known"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    # The last quarter or year that it holds ("2026Q1", "2026"), and all that joined it.
    period: Mapped[str] = mapped_column(String(6), unique=True)
    periods: Mapped[list[str]] = mapped_column(JSON)
    kind: Mapped[str] = mapped_column(String(10))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    settings_hash: Mapped[str] = mapped_column(String(64))
    code_version: Mapped[str] = mapped_column(String(40))
    solver_version: Mapped[str] = mapped_column(String(40))
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    cells: Mapped[list["ReleaseCell"]] = relationship(
        back_populates="release", order_by="ReleaseCell.id"
    )


class ReleaseCell(Base):
    """One published cell: `at` names its leaves ({} is the total)."""

    __tablename__ = "release_cell"
    __table_args__ = (UniqueConstraint("release_id", "table_name", "leaf"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"))
    # "total", "outcome"; two-way tables later, "sector*outcome" with leaf "sport*granted".
    table_name: Mapped[str] = mapped_column(String(60))
    leaf: Mapped[str] = mapped_column(String(120))
    at: Mapped[dict[str, str]] = mapped_column(JSON)
    requests_n: Mapped[int | None]
    households_n: Mapped[int | None]
    clients_n: Mapped[int | None]
    granted_cents: Mapped[int | None] = mapped_column(BigKey)
    release: Mapped[Release] = relationship(back_populates="cells")


class ReleaseMember(Base):
    """The rows of a period carry its release's id for ever. Only the builder reads this table."""

    __tablename__ = "release_member"
    decision_id: Mapped[int] = mapped_column(
        ForeignKey("decision.id"), primary_key=True, autoincrement=False
    )
    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), index=True)


class ReleaseAudit(Base):
    """Why cells are hidden and which attacks were tried: for the administrator, never the page."""

    __tablename__ = "release_audit"
    release_id: Mapped[int] = mapped_column(
        ForeignKey("release.id"), primary_key=True, autoincrement=False
    )
    findings: Mapped[dict[str, Any]] = mapped_column(JSON)


class Gauge(Base):
    """How much of a year's budget is left, as one of three words, changed at most once a month."""

    __tablename__ = "gauge"
    __table_args__ = (
        CheckConstraint("word IN ('ample', 'mind', 'nearly_spent')", name="word_known"),
        Index("ix_gauge_year_on", "year", "set_at"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    year: Mapped[int]
    word: Mapped[str] = mapped_column(String(20))
    set_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
