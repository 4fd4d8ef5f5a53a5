"""What the worker does for the network by itself: close quarters. A failure leaves the old figures."""

from core import clock
from core.db import transaction
from core.work.jobs import every
from network.releases.build import build_due
from network.releases.gauge import set_gauge

EVERY_SIX_HOURS = 6 * 60


@every(minutes=EVERY_SIX_HOURS)
def close_due_quarters() -> None:
    """Release what has ended since the last time; whole or not at all."""
    with transaction():
        build_due(clock.today())
    with transaction():
        set_gauge()
