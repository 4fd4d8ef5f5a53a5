"""What must be true of a database after anything that was done to it, and to whom it was promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from accounts.models import Account
from books.models import BudgetShare, LedgerLine
from books.queries import verify
from core import trail
from core.db import db
from core.drafts import Draft
from core.letters.letters import Letter
from core.numbers import NumberCounter
from core.trail import AuditEntry
from fund.models import Decision
from fund.queries import stands
from intake.requests.models import Filing, Request
from payout.models import Voucher
from tests.faults.crowd import Receipt, Ruled

OUTCOME = {"grant": "granted", "refuse": "refused"}


def money_is_right() -> None:
    """Balances, ledger, decisions and requests say the same sum, and no source gives too much."""
    assert verify(db.session()) == []
    sums = {
        "shares": select(func.sum(BudgetShare.committed_cents)),
        "lines": select(func.sum(LedgerLine.cents)).where(LedgerLine.account == "committed"),
        "requests": select(func.sum(Request.granted_cents - Request.freed_cents)),
        "decisions": select(func.sum(Decision.granted_cents - Request.freed_cents))
        .join(Request, Request.id == Decision.request_id)
        .where(stands()),
    }
    found = {name: int(db.session.scalar(one) or 0) for name, one in sums.items()}
    assert len(set(found.values())) == 1, found
    over = select(BudgetShare.id).where(BudgetShare.committed_cents > BudgetShare.amount_cents)
    assert db.session.scalars(over).all() == []


def trail_is_whole() -> None:
    """No entry is missing or changed, and each filed request has its own."""
    assert trail.verify(db.session()) is None
    noted = select(AuditEntry.object_id).where(AuditEntry.action == "request.submit")
    filed = Counter(map(str, db.session.scalars(select(Request.id))))
    assert Counter(db.session.scalars(noted)) == filed


def filings_are_whole() -> None:
    """What is stored is stored whole: request, version, event and letter; numbers have no gap."""
    filings = db.session.scalars(
        select(Filing).options(
            selectinload(Filing.requests).selectinload(Request.versions),
            selectinload(Filing.requests).selectinload(Request.events),
        )
    ).all()
    letters = {letter.id: letter for letter in db.session.scalars(select(Letter))}
    for filing in filings:
        assert len(filing.requests) == 1, filing.id
        [request] = filing.requests
        assert [version.number for version in request.versions] == [1], request.id
        assert request.events[0].verb == "submit", request.id
        assert request.events[-1].to_status == request.status, request.id
        letter = letters[filing.letter_id or 0]
        assert (letter.subject_kind, letter.subject_id) == ("filing", filing.id)
    _numbers_have_no_gap("receipt", [filing.receipt_number for filing in filings])
    _numbers_have_no_gap("request", [one.number for filing in filings for one in filing.requests])


def _numbers_have_no_gap(name: str, numbers: Iterable[str]) -> None:
    """Over the years that a run may touch at midnight, each series runs from 1 to its last."""
    last = select(func.sum(NumberCounter.last)).where(NumberCounter.name == name)
    given = list(numbers)
    assert len(set(given)) == len(given) == int(db.session.scalar(last) or 0), name


def receipts_are_kept(receipts: Iterable[Receipt]) -> None:
    """Each form that was acknowledged is stored once, under the number shown; its draft is gone."""
    stored = {
        filing.idempotency_key: (filing.id, filing.receipt_number)
        for filing in db.session.scalars(select(Filing))
    }
    lost = [one for one in receipts if stored.get(one.key) != (one.filing_id, one.number)]
    assert lost == []
    assert not set(stored) & set(db.session.scalars(select(Draft.id)))


def rulings_are_kept(ruled: Iterable[Ruled]) -> None:
    """Each decision that was acknowledged stands in the table, and each undoing too."""
    people = {row.username: row.person_id for row in db.session.scalars(select(Account))}
    stored: Counter[tuple[int, int, str]] = Counter()
    for one in db.session.scalars(select(Decision)):
        stored[one.decided_by_id, one.request_id, one.outcome] += 1
        if one.undone_by_id is not None:
            stored[one.undone_by_id, one.request_id, "undone"] += 1
    told = Counter(
        (people[one.username], one.request_id, OUTCOME.get(one.verb, "undone")) for one in ruled
    )
    assert not told - stored


def decisions_are_whole() -> None:
    """One decision stands where the request says so, and each granted discount has one proof."""
    standing = Counter(db.session.scalars(select(Decision.request_id).where(stands())))
    decided = Counter(db.session.scalars(select(Request.id).where(Request.outcome.is_not(None))))
    assert standing == decided
    proofs = select(Voucher.request_id).where(Voucher.revoked_at.is_(None))
    granted = select(Request.id).where(Request.kind == "discount", Request.outcome == "granted")
    assert Counter(db.session.scalars(proofs)) == Counter(db.session.scalars(granted))


def all_is_right(receipts: Iterable[Receipt] = (), ruled: Iterable[Ruled] = ()) -> None:
    """Everything above."""
    money_is_right()
    trail_is_whole()
    filings_are_whole()
    decisions_are_whole()
    receipts_are_kept(receipts)
    rulings_are_kept(ruled)
