"""What the worker does for takeovers: store the rows of a file, drop files that wait too long."""

from typing import Any

from accounts.queries import account
from core import clock
from core.db import transaction
from core.work.jobs import Progress, every, job
from fund.takeover import actions

DAY_MINUTES = 24 * 60


@job(actions.JOB)
def store_rows(progress: Progress, *, takeover_id: int, account_id: int) -> dict[str, Any]:
    """All of it or nothing, in one transaction: killed on the way, it begins again from nothing."""
    progress(0, 1)
    with transaction():
        stored = actions.store(takeover_id, by=account(account_id))
    progress(1, 1)
    return {"stored": stored}


@every(minutes=DAY_MINUTES)
def forget_uploads() -> None:
    """A file with names of people lies here no longer than it is needed."""
    with transaction():
        actions.forget(clock.now() - actions.KEPT)
