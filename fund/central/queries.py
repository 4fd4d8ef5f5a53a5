"""Reading decisions for the central file, through the person who asks: one, or batch by batch. Changes nothing."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import aliased

from accounts.models import Account, Person
from core.clock import add_days, begin_of
from core.db import db
from core.errors import NotThere
from fund.models import Decision
from fund.queries import standing_decision
from intake.goals.models import PlanGoal
from intake.people.models import Client
from intake.requests.models import Filing, Request
from intake.requests.queries import request_for, workable_by
from intake.requests.recusal.queries import closed_to

MINE, TEAM = "mine", "team"
BATCH: Final = 500

# Who was away and spoken for, and who confirmed it.
_absent, _second = aliased(Person), aliased(Person)


@dataclass(frozen=True)
class Period:
    """Days of deciding in Brussels, the last one included; whose requests."""

    from_on: dt.date
    until_on: dt.date
    scope: str = MINE


def decided(account: Account, request_id: int) -> tuple[Request, Decision]:
    """A request that this account may read, with the decision that stands; else NotThere."""
    request = request_for(account, request_id)
    decision = standing_decision(request)
    if decision is None:
        raise NotThere
    return request, decision


def row_of(decision: Decision) -> Any:
    """The columns of one decision."""
    return db.session.execute(_rows().where(Decision.id == decision.id)).one()


def batches(account: Account, period: Period, size: int = BATCH) -> Iterator[list[Any]]:
    """The decisions of a period on requests that this account works on, the oldest first.

    However many there are, no more than one batch is held, and the connection is given back between
    two: a slow download holds up nobody.
    """
    statement = _rows().where(*_within(account, period)).limit(size)
    place: tuple[dt.datetime, int] | None = None
    while True:
        beyond = statement if place is None else statement.where(_after(*place))
        rows = list(db.session.execute(beyond).all())
        db.session.rollback()
        yield rows
        if len(rows) < size:
            return
        place = (rows[-1].decided_at, rows[-1].id)


def _within(account: Account, period: Period) -> tuple[Any, ...]:
    whose = Request.worker_id == account.person_id if period.scope == MINE else True
    return (
        Decision.decided_at >= begin_of(period.from_on),
        Decision.decided_at < begin_of(add_days(period.until_on, 1)),
        Decision.undone_at.is_(None),
        workable_by(account),
        ~closed_to(account),
        *(() if whose is True else (whose,)),
    )


def _after(at: dt.datetime, decision_id: int) -> Any:
    later = or_(Decision.decided_at > at, Decision.id > decision_id)
    return and_(Decision.decided_at >= at, later)


def _rows() -> Select[Any]:
    columns: list[Any] = [
        *(Decision.id, Decision.decided_at, Decision.outcome, Decision.granted_cents),
        *(Decision.article, Decision.lines, Person.name.label("decided_by")),
        *(_absent.name.label("on_behalf_of"), _second.name.label("second_by")),
        *(Request.number, Request.kind, Request.submitted_at, Request.what, Request.category),
        *(Request.provider_name, Request.cost_on, Request.cost_cents, Request.freed_cents),
        *(Request.paid_cents, Request.paid_on, Filing.goal, Filing.life_domain),
        *(Client.case_number, Client.file_number),
        *(PlanGoal.row_key.label("goal_key"), PlanGoal.sealed_words.label("goal_sealed")),
    ]
    return (
        select(*columns)
        .join(Request, Request.id == Decision.request_id)
        .join(Filing, Filing.id == Request.filing_id)
        .outerjoin(PlanGoal, PlanGoal.id == Filing.plan_goal_id)
        .join(Client, Client.id == Request.client_id)
        .join(Person, Person.id == Decision.decided_by_id)
        .outerjoin(_absent, _absent.id == Decision.on_behalf_of_id)
        .outerjoin(_second, _second.id == Decision.second_by_id)
        .order_by(Decision.decided_at, Decision.id)
    )
