"""Verbs of the books room: commit money, free it, set amounts. They know no request and commit nothing."""

from dataclasses import asdict, dataclass
from typing import Any, TypedDict

from flask_babel import lazy_gettext as _l
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from books.models import Budget, BudgetShare, FundingSource, LedgerEntry, LedgerLine
from core import audit, clock
from core.db import db
from core.errors import Conflict, NotThere, RuleBroken
from core.money import show_cents
from core.names import folded


class SharePosted(TypedDict):
    """What one source gave."""

    source: str
    cents: int


@dataclass(frozen=True)
class Posting:
    """What was posted. `before_cents` and `after_cents` are what was committed of the budget then."""

    budget_id: int
    year: int
    amount_cents: int
    before_cents: int
    after_cents: int
    shares: list[SharePosted]

    def as_dict(self) -> dict[str, Any]:
        """As a decision freezes it."""
        return asdict(self)


class BudgetSpent(RuleBroken):
    """The budget has too little room; nothing was posted."""

    def __init__(self, room_cents: int) -> None:
        words = _l("The budget has only %(room)s left.", room=show_cents(room_cents))
        super().__init__(words, field="amount")
        self.room_cents = room_cents


class PostedBefore(Conflict):
    """This cause stands in the ledger already: posted once, whatever happens."""

    def __init__(self) -> None:
        super().__init__(_l("This amount has been booked already."))


def commit(budget_id: int, cents: int, *, cause: str) -> Posting:
    """Set money aside: from the first source with room for all of it, else spread over several."""
    if cents <= 0:
        raise ValueError("only a positive amount can be committed")
    budget = _locked(budget_id)
    taken = _from_one_share(budget, cents) or _from_several(budget, cents)
    _post(cause, budget, taken)
    return _posting(budget, cents, taken)


def free(cause_of_commit: str, *, cause: str) -> Posting:
    """Give back exactly what a commit took, to the sources that gave it; once."""
    entry, given = _commitment(cause_of_commit)
    budget = _locked(given[0].budget_id)
    by_source = {share.source_id: share for share in budget.shares}
    back = [(by_source[line.source_id], -line.cents) for line in given]
    _post(cause, budget, back, reverses_id=entry.id)
    for share, cents in back:
        _move(share, cents)
    return _posting(budget, sum(cents for _share, cents in back), back)


def replace(cause_of_commit: str, cents: int, *, freed_as: str, cause: str) -> Posting:
    """Set another sum aside in the place of what a commit took, from the same budget: it may be 0.

    What comes back can be taken anew. Each source moves once, by the difference, under its guard;
    BudgetSpent when there is too little, and then nothing has moved. Before and after in the answer
    are those of the whole exchange.
    """
    entry, given = _commitment(cause_of_commit)
    budget = _locked(given[0].budget_id)
    back = {line.source_id: line.cents for line in given}
    rooms = [(share, share.free_cents + back.get(share.source_id, 0)) for share in budget.shares]
    taken = _spread(rooms, cents)
    now = {share.source_id: part for share, part in taken}
    for share, _room in rooms:
        if change := now.get(share.source_id, 0) - back.get(share.source_id, 0):
            _move(share, change)
    freed = [(share, -back[share.source_id]) for share, _r in rooms if share.source_id in back]
    _post(freed_as, budget, freed, reverses_id=entry.id)
    if taken:
        _post(cause, budget, taken)
    return _posting(budget, cents - sum(back.values()), taken)


def set_amount(share: BudgetShare, cents: int, *, seen_version: int) -> None:
    """Change what a source gives, never below what is committed; Conflict when edited meanwhile."""
    budget = _locked(share.budget_id)
    if budget.lock_version != seen_version:
        raise Conflict(_l("Somebody else changed this budget. Look at the amounts again."))
    changed = _updated(
        update(BudgetShare)
        .where(BudgetShare.id == share.id, BudgetShare.committed_cents <= cents)
        .values(amount_cents=cents)
    )
    db.session.refresh(share)
    if not changed:
        raise RuleBroken(
            _l(
                "%(committed)s is committed. The lowest amount possible is %(lowest)s.",
                committed=show_cents(share.committed_cents),
                lowest=show_cents(share.committed_cents),
            ),
            field="amount",
        )
    budget.lock_version = seen_version + 1
    audit.record("budget.amount_set", kind="budget", object_id=budget.id)


def open_year(year: int, purpose: str, amounts: list[tuple[FundingSource, int]]) -> Budget:
    """A budget for a year, used in the order of the sources given."""
    known = select(Budget.id).where(Budget.year == year, Budget.purpose == purpose)
    if db.session.scalars(known).first() is not None:
        raise RuleBroken(_l("There is a budget for %(year)s already.", year=year), field="year")
    budget = Budget(year=year, purpose=purpose)
    budget.shares = [
        BudgetShare(source=source, priority=place, amount_cents=cents)
        for place, (source, cents) in enumerate(amounts, start=1)
    ]
    db.session.add(budget)
    db.session.flush()
    audit.record("budget.opened", kind="budget", object_id=budget.id)
    return budget


def add_source(name: str) -> FundingSource:
    """A new source of money; its code comes from its name and stays."""
    code = folded(name).replace(" ", "_")[:40]
    known = select(FundingSource.id).where(FundingSource.code == code)
    if db.session.scalars(known).first() is not None:
        raise RuleBroken(_l("There is a source with this name already."), field="name")
    source = FundingSource(code=code, name=name)
    db.session.add(source)
    db.session.flush()
    audit.record("source.added", kind="funding_source", object_id=source.id)
    return source


def add_share(
    budget: Budget, source: FundingSource, cents: int, *, seen_version: int
) -> BudgetShare:
    """Let a further source give to the budget; it is used after those that are there."""
    budget = _locked(budget.id)
    if budget.lock_version != seen_version:
        raise Conflict(_l("Somebody else changed this budget. Look at the amounts again."))
    if any(share.source_id == source.id for share in budget.shares):
        raise RuleBroken(_l("This source gives to the budget already."), field="source")
    last = max((share.priority for share in budget.shares), default=0)
    share = BudgetShare(budget=budget, source=source, priority=last + 1, amount_cents=cents)
    db.session.add(share)
    budget.lock_version = seen_version + 1
    db.session.flush()
    audit.record("budget.source_added", kind="budget", object_id=budget.id)
    return share


def _locked(budget_id: int) -> Budget:
    """The budget with its shares as stored now; postings to one budget wait for each other here."""
    budget = db.session.get(Budget, budget_id, with_for_update=True, populate_existing=True)
    if budget is None:
        raise NotThere
    return budget


def _commitment(cause: str) -> tuple[LedgerEntry, list[LedgerLine]]:
    """What was posted under a cause, and which source gave how much."""
    entry = db.session.scalars(select(LedgerEntry).where(LedgerEntry.cause == cause)).one_or_none()
    if entry is None:
        raise NotThere
    return entry, [line for line in entry.lines if line.account == "committed"]


def _from_one_share(budget: Budget, cents: int) -> list[tuple[BudgetShare, int]]:
    for share in budget.shares:
        if _move(share, cents, strict=False):
            return [(share, cents)]
    return []


def _from_several(budget: Budget, cents: int) -> list[tuple[BudgetShare, int]]:
    taken = _spread([(share, share.free_cents) for share in budget.shares], cents)
    for share, part in taken:
        _move(share, part)
    return taken


def _spread(rooms: list[tuple[BudgetShare, int]], cents: int) -> list[tuple[BudgetShare, int]]:
    """Who gives how much, by so much room: the first with room for all of it, else several."""
    whole = next((share for share, room in rooms if room >= cents), None)
    if whole is not None:
        return [(whole, cents)] if cents else []
    if sum(room for _share, room in rooms) < cents:
        raise BudgetSpent(sum(room for _share, room in rooms))
    taken, rest = [], cents
    for share, room in rooms:
        part = min(room, rest)
        if part:
            taken.append((share, part))
            rest -= part
    return taken


def _move(share: BudgetShare, cents: int, *, strict: bool = True) -> bool:
    """The one guarded statement that changes a balance: it finds room, or it changes nothing."""
    balance = BudgetShare.committed_cents + cents
    moved = _updated(
        update(BudgetShare)
        .where(BudgetShare.id == share.id, balance >= 0, balance <= BudgetShare.amount_cents)
        .values(committed_cents=balance)
    )
    if strict and not moved:
        raise BudgetSpent(0)
    return moved


def _updated(statement: Any) -> bool:
    found = db.session.execute(
        statement.returning(BudgetShare.id),
        execution_options={"synchronize_session": False},
    )
    return found.first() is not None


def _post(
    cause: str,
    budget: Budget,
    taken: list[tuple[BudgetShare, int]],
    *,
    reverses_id: int | None = None,
) -> None:
    entry = LedgerEntry(cause=cause, posted_at=clock.now(), reverses_id=reverses_id)
    for share, cents in taken:
        for account, amount in (("free", -cents), ("committed", cents)):
            entry.lines.append(
                LedgerLine(
                    account=account,
                    source_id=share.source_id,
                    budget_id=budget.id,
                    cents=amount,
                )
            )
    db.session.add(entry)
    try:
        db.session.flush()
    except IntegrityError as error:
        raise PostedBefore from error


def _posting(budget: Budget, cents: int, taken: list[tuple[BudgetShare, int]]) -> Posting:
    for share in budget.shares:
        db.session.refresh(share)
    after = sum(share.committed_cents for share in budget.shares)
    return Posting(
        budget_id=budget.id,
        year=budget.year,
        amount_cents=sum(share.amount_cents for share in budget.shares),
        before_cents=after - cents,
        after_cents=after,
        shares=[{"source": share.source.code, "cents": part} for share, part in taken],
    )
