"""Reading a period for a trial: its moments batch by batch, and who counts for them. Changes nothing.

Each batch costs the same few statements, and holds no more than its own rows: ten thousand requests
are read like ten.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from core.clock import brussels
from core.db import db
from fund.models import Decision
from fund.record import lines_of_plain
from fund.replays.crowd import Crowd
from fund.replays.moments import DECIDING, FILING, VERBS, Decided, Moment, Other, Period
from intake.requests.history import held_cents
from intake.requests.models import Request, RequestEvent, RequestVersion

BATCH: Final = 200


def count_moments(period: Period) -> int:
    """How many moments there are to go through."""
    return db.session.scalar(select(func.count()).where(_within(period))) or 0


def batches(period: Period, size: int = BATCH) -> Iterator[list[tuple[Moment, list[Other]]]]:
    """The moments in the order in which they happened, each with the requests that may count.

    Between two batches the connection is given back, so that the reading holds up nobody.
    """
    statement = _moments().where(_within(period)).limit(size)
    place: tuple[dt.datetime, int] | None = None
    while True:
        beyond = statement if place is None else statement.where(_after(*place))
        rows = db.session.execute(beyond).all()
        moments = [_moment(row) for row in rows]
        crowd = Crowd.of(moments, period) if moments else None
        db.session.rollback()
        if crowd is not None:
            yield [(moment, crowd.beside(moment)) for moment in moments]
        if len(rows) < size:
            return
        place = (rows[-1].at, rows[-1].id)


def _within(period: Period) -> Any:
    return and_(
        RequestEvent.at >= period.starts_at,
        RequestEvent.at < period.ends_at,
        RequestEvent.verb.in_(VERBS),
    )


def _after(at: dt.datetime, event_id: int) -> Any:
    """Said twice, so that an index on `at` can start there."""
    later = or_(RequestEvent.at > at, RequestEvent.id > event_id)
    return and_(RequestEvent.at >= at, later)


def _nth(verbs: Sequence[str]) -> Any:
    """How many such events the request has had, this one included: decisions are numbered alike, and so
    are versions, but for those that a paper made."""
    earlier = aliased(RequestEvent)
    return (
        select(func.count())
        .where(
            earlier.request_id == RequestEvent.request_id,
            earlier.id <= RequestEvent.id,
            earlier.verb.in_(verbs),
        )
        .correlate(RequestEvent)
        .scalar_subquery()
    )


def _by_papers() -> Any:
    """How many versions before this one no event stands beside."""
    earlier = aliased(RequestVersion)
    return (
        select(func.count())
        .where(
            earlier.request_id == RequestVersion.request_id,
            earlier.number < RequestVersion.number,
            earlier.by_paper,
        )
        .correlate(RequestVersion)
        .scalar_subquery()
    )


def _moments() -> Select[Any]:
    version = and_(
        RequestEvent.verb.in_(FILING),
        RequestVersion.request_id == RequestEvent.request_id,
        ~RequestVersion.by_paper,
        RequestVersion.number - _by_papers() == _nth(FILING),
    )
    decision = and_(
        RequestEvent.verb.in_(DECIDING),
        Decision.request_id == RequestEvent.request_id,
        Decision.number == _nth(DECIDING),
    )
    columns: list[Any] = [
        *(RequestEvent.id, RequestEvent.at, RequestEvent.verb, RequestEvent.request_id),
        *(Request.client_id, Request.household_id, Request.kind, Request.category),
        *(Request.proposed_cents, Request.proposed_most_cents),
        *(RequestVersion.facts.label("asked"), Decision.facts, Decision.lines),
        *(Decision.assessed_outcome, Decision.assessed_cents, Decision.granted_cents),
        *(Decision.undone_at, Decision.revised_at, Decision.id.label("decision_id")),
    ]
    return (
        select(*columns)
        .join(Request, Request.id == RequestEvent.request_id)
        .outerjoin(RequestVersion, version)
        .outerjoin(Decision, decision)
        .order_by(RequestEvent.at, RequestEvent.id)
    )


def _moment(row: Any) -> Moment:
    return Moment(
        verb=row.verb,
        on=brussels(row.at).date(),
        request_id=row.request_id,
        client_id=row.client_id,
        household_id=row.household_id,
        kind=row.kind,
        category=row.category,
        proposed_cents=held_cents(row),
        facts=row.facts if row.decision_id else row.asked,
        decided=_decided(row) if row.decision_id else None,
    )


def _decided(row: Any) -> Decided:
    return Decided(
        assessed_cents=row.assessed_cents,
        granted_cents=row.granted_cents,
        lines=lines_of_plain(row.lines),
        stands=row.undone_at is None and row.revised_at is None,
        said=row.assessed_outcome,
    )
