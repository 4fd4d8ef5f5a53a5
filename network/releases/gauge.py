"""How much of the client budget is left, as one of three words. Writes no figure anywhere."""

from sqlalchemy import select

from books import queries as books
from core import clock
from core.db import db
from network.releases.models import Gauge

# Committed share of the budget, in percent, from which the word changes.
MIND_FROM, NEARLY_SPENT_FROM = 60, 85


def word_for(committed_cents: int, amount_cents: int) -> str:
    """`ample`, `mind` or `nearly_spent`."""
    if amount_cents <= 0:
        return "nearly_spent"
    used_percent = 100 * committed_cents // amount_cents
    if used_percent >= NEARLY_SPENT_FROM:
        return "nearly_spent"
    return "mind" if used_percent >= MIND_FROM else "ample"


def set_gauge() -> None:
    """Set this year's word; at most once in a calendar month, so that it cannot be watched."""
    today = clock.today()
    budget = books.budget_of(today.year, "client_aid")
    if budget is None:
        return
    newest = db.session.scalar(
        select(Gauge).where(Gauge.year == today.year).order_by(Gauge.set_at.desc()).limit(1)
    )
    if newest is not None:
        set_on = clock.brussels(newest.set_at).date()
        if (set_on.year, set_on.month) == (today.year, today.month):
            return
    balance = books.balance(budget)
    word = word_for(balance.committed_cents, balance.amount_cents)
    db.session.add(Gauge(year=today.year, word=word, set_at=clock.now()))
