"""The verb of usual amounts: work them out anew. It commits nothing."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from sqlalchemy import delete, insert, select

from core import clock
from core.db import db
from fund.models import Decision
from fund.usual.models import UsualGrant
from intake.requests.models import Request

PERIOD: Final = dt.timedelta(days=365)
# Of fewer than so many nothing is usual.
FEWEST: Final = 20
# So many of a hundred grants are usual.
USUAL_PERCENT: Final = 90


def work_out() -> None:
    """From the decisions of the last year that stand."""
    at = clock.now()
    found = db.session.execute(
        select(Request.category, Decision.granted_cents)
        .join(Request, Request.id == Decision.request_id)
        .where(
            Decision.decided_at > at - PERIOD,
            Decision.undone_at.is_(None),
            Decision.granted_cents > 0,
            Request.kind == "fund",
        )
    )
    granted: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for category, cents in found:
        granted[category][cents] += 1
    rows = [
        {
            "category": category,
            "most_cents": most_of(amounts),
            "counted": amounts.total(),
            "worked_out_at": at,
        }
        for category, amounts in sorted(granted.items())
        if amounts.total() >= FEWEST
    ]
    db.session.execute(delete(UsualGrant))
    if rows:
        db.session.execute(insert(UsualGrant), rows)


def most_of(amounts: Mapping[int, int]) -> int:
    """The least amount, in cents, that USUAL_PERCENT of these (amount: how often) do not pass."""
    wanted = -(-sum(amounts.values()) * USUAL_PERCENT // 100)
    for cents in sorted(amounts):
        wanted -= amounts[cents]
        if wanted <= 0:
            return cents
    raise ValueError("of no amounts nothing is usual")
