"""The life of a referral: it waits, and leaves that state once, by the one function here. It reads no other row."""

from typing import Final

from flask_babel import lazy_gettext as _
from sqlalchemy import update

from core import clock
from core.db import db
from core.errors import Conflict
from intake.referrals.models import Referral

WAITING: Final = "waiting"
TAKEN_UP: Final = "taken_up"
SET_ASIDE: Final = "set_aside"
# Nobody did either of the two in time; a worker cannot bring it there.
EXPIRED: Final = "expired"
ENDS: Final = (TAKEN_UP, SET_ASIDE, EXPIRED)


def leave(referral: Referral, state: str, *, by_id: int | None) -> None:
    """End the waiting, in one guarded statement: of two colleagues one does it, the other gets Conflict."""
    if state not in ENDS:
        raise ValueError(f"no such end: {state}")
    leaving = (
        update(Referral)
        .where(Referral.id == referral.id, Referral.state == WAITING)
        .values(state=state, ended_at=clock.now(), ended_by_id=by_id)
        .returning(Referral.id)
        .execution_options(synchronize_session=False)
    )
    if db.session.scalar(leaving) is None:
        raise Conflict(_("Somebody has taken this up or set it aside meanwhile."))
    db.session.refresh(referral)
