"""Reading what a chair may grant at once, and what waits to be ratified. Changes nothing."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import Account
from core.db import db
from core.errors import NotThere
from fund.meetings.models import UrgentGrant
from fund.models import Decision
from fund.record import Judged, judged
from intake.requests.life import possible
from intake.requests.queries import request_for

MOST_REMINDED = 200


def urgent_case(account: Account, request_id: int) -> Judged:
    """A request as its chair judges it; NotThere for who may not grant it urgently."""
    request = request_for(account, request_id)
    if not {"urgent_grant", "urgent_partly"} & set(possible(request, account)):
        raise NotThere
    return judged(request)


def granted_before(moment: dt.datetime) -> Sequence[UrgentGrant]:
    """What was granted urgently before a moment, and still waits for its body."""
    return db.session.scalars(
        select(UrgentGrant)
        .join(Decision, Decision.id == UrgentGrant.decision_id)
        .where(UrgentGrant.outcome.is_(None), Decision.decided_at < moment)
        .options(joinedload(UrgentGrant.request))
        .order_by(UrgentGrant.id)
        .limit(MOST_REMINDED)
    ).all()
