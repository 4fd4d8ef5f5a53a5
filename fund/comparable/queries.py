"""What was decided of late on the like, by the same version of the rule. It changes nothing."""

import datetime as dt
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from sqlalchemy import and_, bindparam, exists, select
from sqlalchemy.orm import Bundle

from accounts.models import Account
from core import clock
from core.db import rows_of
from core.pages.paging import By, Page, page_of
from fund.meetings.models import UrgentGrant
from fund.models import Decision
from fund.queries import stands
from intake.requests.life import GRANTED, PARTLY_GRANTED, REFUSED
from intake.requests.models import Request
from intake.requests.recusal.queries import closed_to

YEAR: Final = dt.timedelta(days=365)
# Fewer say nothing, and to who reads no files they could be somebody.
FEWEST: Final = 5
# The newest: more change no median that anybody would act on.
MOST: Final = 500

# By the same version of the rule on the same kind of activity, what holds still.
IS_ALIKE: Final = and_(
    Decision.rule_version_id == bindparam("rule_version_id"),
    Decision.scheme == bindparam("scheme"),
    Decision.category == bindparam("category"),
    Decision.decided_at >= bindparam("since"),
    stands(),
    ~exists().where(UrgentGrant.decision_id == Decision.id, UrgentGrant.outcome == "not_ratified"),
)
OF_LATE: Final = (
    select(Decision.outcome, Decision.granted_cents, Decision.request_id)
    .where(IS_ALIKE)
    .order_by(Decision.decided_at.desc(), Decision.id.desc())
    .limit(MOST)
)
ALIKE_ROW: Any = Bundle(
    "row",
    *(Decision.request_id, Decision.outcome, Decision.reason_code, Decision.granted_cents),
    *(Decision.decided_at, Decision.undone_at, Decision.revised_at),
    *(Request.number, Request.what, Request.cost_cents),
)


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
    rows = rows_of(OF_LATE, _like(request, rule_version_id)).all()
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


def page_of_alike(
    account: Account, request: Request, rule_version_id: int, key: str | None = None
) -> Page[Any]:
    """The same ones, the newest first, for who may read every team's requests."""
    statement = (
        select(ALIKE_ROW)
        .join(Request, Request.id == Decision.request_id)
        .where(
            IS_ALIKE,
            Decision.request_id != request.id,
            ~closed_to(account),
        )
        .params(_like(request, rule_version_id))
    )
    by = [By(Decision.decided_at, descending=True), By(Decision.id, descending=True)]
    return page_of(statement, by, key=key)


def _like(request: Request, rule_version_id: int) -> dict[str, Any]:
    return {
        "rule_version_id": rule_version_id,
        "scheme": request.scheme,
        "category": request.category,
        "since": clock.now() - YEAR,
    }
