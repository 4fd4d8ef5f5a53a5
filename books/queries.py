"""Reading in the books room: budgets, balances, and whether the ledger agrees with them. Changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from books.models import Budget, BudgetShare, FundingSource, LedgerEntry, LedgerLine
from core.db import db
from core.errors import NotThere
from core.pages.paging import By, Page, page_of

YEARS_SHOWN = 10


@dataclass(frozen=True)
class Balance:
    """What a budget has, what of it is promised, and what is left."""

    amount_cents: int
    committed_cents: int

    @property
    def free_cents(self) -> int:
        """What can still be granted."""
        return self.amount_cents - self.committed_cents


def budget_of(year: int, purpose: str) -> Budget | None:
    """The budget of a year for a purpose, if there is one."""
    wanted = select(Budget).where(Budget.year == year, Budget.purpose == purpose)
    return db.session.scalars(wanted).one_or_none()


def balance(budget: Budget) -> Balance:
    """The balance as stored now, over all sources."""
    sums = select(
        func.coalesce(func.sum(BudgetShare.amount_cents), 0),
        func.coalesce(func.sum(BudgetShare.committed_cents), 0),
    ).where(BudgetShare.budget_id == budget.id)
    amount, committed = db.session.execute(sums).one()
    return Balance(int(amount), int(committed))


def budgets(key: str | None = None) -> Page[Budget]:
    """The budgets, the newest year first, page by page."""
    by = (By(Budget.year, descending=True), By(Budget.purpose), By(Budget.id))
    return page_of(select(Budget), by, key=key, size=YEARS_SHOWN)


def budget(budget_id: int) -> Budget:
    """One budget, or NotThere."""
    found = db.session.get(Budget, budget_id)
    if found is None:
        raise NotThere
    return found


def share(share_id: int) -> BudgetShare:
    """What one source gives to one budget, or NotThere."""
    found = db.session.get(BudgetShare, share_id)
    if found is None:
        raise NotThere
    return found


def sources() -> Sequence[FundingSource]:
    """All sources, the oldest first."""
    return db.session.scalars(select(FundingSource).order_by(FundingSource.id)).all()


def source(source_id: int) -> FundingSource:
    """One source, or NotThere."""
    found = db.session.get(FundingSource, source_id)
    if found is None:
        raise NotThere
    return found


def sources_beside(budget: Budget) -> Sequence[FundingSource]:
    """The sources that do not give to this budget yet."""
    giving = {share.source_id for share in budget.shares}
    return [source for source in sources() if source.id not in giving]


def is_held(cause: str) -> bool:
    """Is what was set aside under this name still so: posted, and not freed?"""
    freed = aliased(LedgerEntry)
    return (
        db.session.scalar(
            select(LedgerEntry.id)
            .where(LedgerEntry.cause == cause)
            .where(~select(freed.id).where(freed.reverses_id == LedgerEntry.id).exists())
        )
        is not None
    )


def verify(session: Session) -> list[str]:
    """What is wrong in the books, in sentences for whoever runs the check; empty when all agrees."""
    return [*_unbalanced_entries(session), *_wrong_balances(session)]


def _unbalanced_entries(session: Session) -> list[str]:
    unbalanced = (
        select(LedgerEntry.id, func.coalesce(func.sum(LedgerLine.cents), 0))
        .outerjoin(LedgerLine)
        .group_by(LedgerEntry.id)
        .having(
            (func.coalesce(func.sum(LedgerLine.cents), 0) != 0) | (func.count(LedgerLine.id) == 0)
        )
        .order_by(LedgerEntry.id)
    )
    return [f"entry {entry} sums to {cents} cents" for entry, cents in session.execute(unbalanced)]


def _wrong_balances(session: Session) -> list[str]:
    lines = (
        select(LedgerLine.budget_id, LedgerLine.source_id, func.sum(LedgerLine.cents))
        .where(LedgerLine.account == "committed")
        .group_by(LedgerLine.budget_id, LedgerLine.source_id)
    )
    sums = {
        (budget_id, source_id): int(cents) for budget_id, source_id, cents in session.execute(lines)
    }
    wrong = []
    for one in session.scalars(select(BudgetShare).order_by(BudgetShare.id)):
        booked = sums.pop((one.budget_id, one.source_id), 0)
        if booked != one.committed_cents:
            wrong.append(
                f"share {one.id} holds {one.committed_cents} cents committed, its lines {booked}"
            )
    wrong += [
        f"lines of {cents} cents have no share: {key}" for key, cents in sums.items() if cents
    ]
    return wrong
