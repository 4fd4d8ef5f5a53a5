"""Verbs of totals of earlier years: enter one, withdraw one. They commit nothing."""

from dataclasses import asdict

from books.published.models import PublishedTotal, YearTotal
from core import audit, clock
from core.db import db


def enter(total: YearTotal) -> PublishedTotal:
    """Store a year; a second standing one of the same year is refused by the database."""
    stored = PublishedTotal(**asdict(total), entered_at=clock.now())
    db.session.add(stored)
    db.session.flush()
    audit.record("published_total.enter", kind="published_total", object_id=stored.id)
    return stored


def withdraw(stored: PublishedTotal) -> None:
    """From now on nobody is shown it as published; that it was here, stays. Twice is once."""
    if stored.withdrawn_at is None:
        stored.withdrawn_at = clock.now()
        audit.record("published_total.withdraw", kind="published_total", object_id=stored.id)
