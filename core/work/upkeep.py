"""What the worker does of its own for the core room, day after day. Rooms register theirs in their jobs.py."""

from core import trail
from core.sealing import files
from core.work import outbox
from core.work.jobs import every

DAY_MINUTES = 24 * 60


@every(minutes=DAY_MINUTES)
def anchor_audit() -> None:
    """Put the end of the audit chain where the database cannot change it."""
    trail.anchor()


@every(minutes=DAY_MINUTES)
def tidy() -> None:
    """Remove files without a row, and messages that were delivered long ago."""
    files.sweep()
    outbox.forget_delivered()
