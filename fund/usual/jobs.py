"""What the worker does for usual amounts: once a day they are worked out anew."""

from core.db import transaction
from core.work.jobs import every
from fund.usual import actions

DAY_MINUTES = 24 * 60


@every(minutes=DAY_MINUTES)
def work_out() -> None:
    """Late by a day is early enough: it is a hint and no rule."""
    with transaction():
        actions.work_out()
