"""What the worker does for the accounts room: forgetting what nobody needs any more. It ends no session."""

import datetime as dt

from sqlalchemy import delete

from accounts.models import FirstRun, SignedIn, SignInCount
from core import clock
from core.db import transaction
from core.work.jobs import every

DAY_MINUTES = 24 * 60
# A session lives 12 hours at most; for a month one can still tell from which browser it was.
KEPT = dt.timedelta(days=30)


@every(minutes=DAY_MINUTES)
def forget_sessions() -> None:
    """Remove sessions of long ago with their searches, spent links and old counts of failures."""
    before = clock.machine_now() - KEPT
    with transaction() as session:
        session.execute(delete(SignedIn).where(SignedIn.began_at < before))
        session.execute(delete(FirstRun).where(FirstRun.made_at < before))
        session.execute(delete(SignInCount).where(SignInCount.last_failed_at < before))
