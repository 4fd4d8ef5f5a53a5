"""Tables of the books: sources, budgets with guarded balances, the ledger. They know no request."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, event
from sqlalchemy.orm import Mapped, ORMExecuteState, Session, mapped_column, relationship

from core.db import Base, BigKey, UTCDateTime


class FundingSource(Base):
    """Where money comes from: the drawing right, the OCMW's own means."""

    __tablename__ = "funding_source"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120))


class Budget(Base):
    """The money of one year for one purpose; client aid and the network's own spending are apart."""

    __tablename__ = "budget"
    __table_args__ = (
        UniqueConstraint("year", "purpose"),
        CheckConstraint("purpose IN ('client_aid', 'network')", name="purpose_known"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    year: Mapped[int]
    purpose: Mapped[str] = mapped_column(String(20))
    # Guards edits of the amounts only; postings are guarded by the balance itself.
    lock_version: Mapped[int] = mapped_column(default=1)
    shares: Mapped[list["BudgetShare"]] = relationship(
        back_populates="budget", order_by="BudgetShare.priority", lazy="selectin"
    )
    __mapper_args__ = {"version_id_col": lock_version}  # noqa: RUF012


class BudgetShare(Base):
    """What one source gives to a budget. `committed_cents` is the balance that no posting can push
    over the amount, and equals the sum of its ledger lines."""

    __tablename__ = "budget_share"
    __table_args__ = (
        UniqueConstraint("budget_id", "source_id"),
        CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
        CheckConstraint(
            "committed_cents >= 0 AND committed_cents <= amount_cents",
            name="committed_within_amount",
        ),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    budget_id: Mapped[int] = mapped_column(ForeignKey("budget.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("funding_source.id"))
    # The source that is used first has the lowest number.
    priority: Mapped[int] = mapped_column(default=1)
    amount_cents: Mapped[int] = mapped_column(BigKey)
    committed_cents: Mapped[int] = mapped_column(BigKey, default=0)
    budget: Mapped[Budget] = relationship(back_populates="shares")
    source: Mapped[FundingSource] = relationship(lazy="joined")

    @property
    def free_cents(self) -> int:
        """What this source can still give."""
        return self.amount_cents - self.committed_cents


class LedgerEntry(Base):
    """One posting with one cause: a grant is posted once, whatever happens."""

    __tablename__ = "ledger_entry"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    # For example "grant:812" and "freed:812"; the books do not know what stands behind it.
    cause: Mapped[str] = mapped_column(String(60), unique=True)
    posted_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # What is freed names what it frees, so that nothing is freed twice.
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_entry.id"), unique=True)
    lines: Mapped[list["LedgerLine"]] = relationship(back_populates="entry")


class LedgerLine(Base):
    """A line of an entry: the lines of an entry sum to 0 and are never changed."""

    __tablename__ = "ledger_line"
    __table_args__ = (
        CheckConstraint("account IN ('free', 'committed')", name="account_known"),
        Index("ix_ledger_line_budget", "budget_id", "source_id", "account"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("ledger_entry.id"), index=True)
    account: Mapped[str] = mapped_column(String(20))
    source_id: Mapped[int] = mapped_column(ForeignKey("funding_source.id"))
    budget_id: Mapped[int] = mapped_column(ForeignKey("budget.id"))
    cents: Mapped[int] = mapped_column(BigKey)
    entry: Mapped[LedgerEntry] = relationship(back_populates="lines")


class LedgerIsWritten(Exception):
    """The ledger is only added to: a mistake is put right by a new entry."""


@event.listens_for(LedgerEntry, "before_update")
@event.listens_for(LedgerEntry, "before_delete")
@event.listens_for(LedgerLine, "before_update")
@event.listens_for(LedgerLine, "before_delete")
def _refuse(_mapper: Any, _connection: Any, target: LedgerEntry | LedgerLine) -> None:
    raise LedgerIsWritten(f"{type(target).__name__} {target.id}")


@event.listens_for(Session, "do_orm_execute")
def _refuse_in_bulk(state: ORMExecuteState) -> None:
    if not (state.is_update or state.is_delete) or state.bind_mapper is None:
        return
    if state.bind_mapper.class_ in {LedgerEntry, LedgerLine}:
        raise LedgerIsWritten(state.bind_mapper.class_.__name__)
