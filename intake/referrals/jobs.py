"""What the worker does for referrals: forgetting what nobody took up, and what was done with long ago."""

from sqlalchemy import select, update

from core import audit, clock, settings
from core.clock import add_days, begin_of
from core.db import transaction
from core.work.jobs import every
from intake.referrals.life import EXPIRED, WAITING, leave
from intake.referrals.models import Referral

DAY_MINUTES = 24 * 60
WAITING_DAYS = settings.Key("referral_days", default=60)
# Taken up or set aside by mistake can be read again for so long.
KEPT_DAYS = 30
AT_ONCE = 200


@every(minutes=DAY_MINUTES)
def forget_referrals() -> None:
    """End what waited too long; empty it, and what ended a month ago. Who, when and how many stay."""
    today = clock.today()
    with transaction() as session:
        late = begin_of(add_days(today, -settings.get(WAITING_DAYS)))
        waiting = select(Referral).where(Referral.state == WAITING, Referral.arrived_at < late)
        for one in session.scalars(waiting.order_by(Referral.id).limit(AT_ONCE)).all():
            leave(one, EXPIRED, by_id=None)
            one.sealed_told = None
            audit.record("referral.expire", kind="referral", object_id=one.id)
    with transaction() as session:
        long_ago = begin_of(add_days(today, -KEPT_DAYS))
        ended = (Referral.ended_at < long_ago, Referral.sealed_told.is_not(None))
        session.execute(update(Referral).where(*ended).values(sealed_told=None))
