"""What was decided of late on the like: counts only, and none where there are few. It changes nothing."""

import datetime as dt
from dataclasses import dataclass
from statistics import median
from typing import Final

from sqlalchemy import select

from core import clock
from core.db import db
from fund.models import Decision
from fund.queries import stands
from intake.requests.life import GRANTED, PARTLY_GRANTED, REFUSED
from intake.requests.models import Request

YEAR: Final = dt.timedelta(days=365)
# Fewer say nothing, and could be somebody.
FEWEST: Final = 5
# The newest: more change no median that anybody would act on.
MOST: Final = 500


@dataclass(frozen=True)
class Comparable:
    """How decisions by the same version of the rule on the same kind of activity fell."""

    granted: int
    partly: int
    refused: int
    # Of what was granted in whole or in part; None where that is too few.
    median_cents: int | None


def comparable_to(request: Request, rule_version_id: int) -> Comparable | None:
    """Of the last twelve months, this request's own apart; None under five. One read of an index."""
    rows = db.session.execute(
        select(Decision.outcome, Decision.granted_cents, Decision.request_id)
        .where(
            Decision.rule_version_id == rule_version_id,
            Decision.scheme == request.scheme,
            Decision.category == request.category,
            Decision.decided_at >= clock.now() - YEAR,
            stands(),
        )
        .order_by(Decision.decided_at.desc())
        .limit(MOST)
    ).all()
    others = [row for row in rows if row.request_id != request.id]
    if len(others) < FEWEST:
        return None
    said = [row.outcome for row in others]
    given = [row.granted_cents for row in others if row.outcome != REFUSED]
    return Comparable(
        granted=said.count(GRANTED),
        partly=said.count(PARTLY_GRANTED),
        refused=said.count(REFUSED),
        median_cents=round(median(given)) if len(given) >= FEWEST else None,
    )
