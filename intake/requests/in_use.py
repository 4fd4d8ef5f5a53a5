"""What requests use of a rule, as counts: no person comes out of here. Reading for the requests room."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from core.clock import begin_of
from core.db import db
from intake.people.models import ClientStatus, Membership
from intake.people.queries import active
from intake.requests.life import FORWARDED, OPEN, TAKEN_OVER, WITHDRAWN
from intake.requests.models import Request


@dataclass(frozen=True)
class InUse:
    """A code that requests of one kind (fund or discount) lean on, and how many times."""

    kind: str
    code: str
    count: int


def requests_since(day: dt.date) -> int:
    """How many requests of this day and later a rule has judged; those withdrawn or forwarded do not
    count, and no rule of ours judged what was taken over."""
    judged = Request.status.not_in((WITHDRAWN, TAKEN_OVER, FORWARDED))
    made = and_(Request.submitted_at >= begin_of(day), judged)
    return db.session.scalar(select(func.count()).select_from(Request).where(made)) or 0


def categories_in_use(on: dt.date) -> list[InUse]:
    """The categories of this year's and open requests; counted are requests."""
    return _counted(
        select(Request.kind, Request.category, func.count())
        .where(_in_use(on))
        .group_by(Request.kind, Request.category)
        .order_by(Request.kind, Request.category)
    )


def statuses_in_use(on: dt.date) -> list[InUse]:
    """The statuses held that day in households with such requests; counted are households."""
    return _counted(
        select(Request.kind, ClientStatus.status, func.count(Membership.household_id.distinct()))
        .join(Membership, Membership.household_id == Request.household_id)
        .join(ClientStatus, ClientStatus.client_id == Membership.client_id)
        .where(
            _in_use(on),
            active(ClientStatus.from_on, ClientStatus.until_on, on),
            active(Membership.from_on, Membership.until_on, on),
        )
        .group_by(Request.kind, ClientStatus.status)
        .order_by(Request.kind, ClientStatus.status)
    )


def _counted(statement: Select[str, str, int]) -> list[InUse]:
    return [InUse(*row) for row in db.session.execute(statement)]


def _in_use(on: dt.date) -> ColumnElement[bool]:
    """Made this year, or still open from before."""
    this_year = Request.submitted_at >= begin_of(dt.date(on.year, 1, 1))
    return or_(
        Request.status.in_(OPEN), and_(this_year, Request.status.not_in((WITHDRAWN, FORWARDED)))
    )
