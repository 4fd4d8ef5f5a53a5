"""Who may count for the moments of a batch, as they stood when the period began. Changes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import or_, select

from core.db import db
from fund.models import Decision
from fund.replays.moments import Moment, Other, Period
from intake.people.models import Membership
from intake.requests.history import CLAIM_ROWS, claim_as, held_cents
from intake.requests.life import OPEN, TAKEN_OVER, WITHDRAWN
from intake.requests.models import Request, RequestEvent
from regulation.vocabulary.facts import Claim


class Crowd:
    """The requests that may count for the moments of one batch, found by person and by household."""

    def __init__(self, members: dict[int, set[int]], others: Iterable[Other]) -> None:
        self._members = members
        self._by_client: dict[str, list[Other]] = defaultdict(list)
        self._by_household: dict[str, list[Other]] = defaultdict(list)
        for other in others:
            self._by_client[other.claim.client].append(other)
            self._by_household[other.claim.household].append(other)

    @classmethod
    def of(cls, moments: Sequence[Moment], period: Period) -> "Crowd":
        """Two statements, whatever the batch holds."""
        households = {moment.household_id for moment in moments}
        members: dict[int, set[int]] = defaultdict(set)
        living = select(Membership.household_id, Membership.client_id)
        for row in db.session.execute(living.where(Membership.household_id.in_(households))):
            members[row.household_id].add(row.client_id)
        clients = {moment.client_id for moment in moments}.union(*members.values())
        return cls(members, _others(clients, households, period))

    def beside(self, moment: Moment) -> list[Other]:
        """Those of the same person, of the household, and of its members elsewhere; each once."""
        people = {moment.client_id, *self._members.get(moment.household_id, ())}
        found = {
            other.request_id: other
            for others in (
                self._by_household.get(str(moment.household_id), ()),
                *(self._by_client.get(str(client_id), ()) for client_id in people),
            )
            for other in others
        }
        found.pop(moment.request_id, None)
        return list(found.values())


def _others(clients: set[int], households: set[int], period: Period) -> Iterator[Other]:
    """Requests of these people, as they stood when the period began."""
    last_status = (
        select(RequestEvent.to_status)
        .where(RequestEvent.request_id == Request.id, RequestEvent.at < period.starts_at)
        .order_by(RequestEvent.id.desc())
        .limit(1)
        .correlate(Request)
        .scalar_subquery()
    )
    last_grant = (
        select(Decision.granted_cents)
        .where(Decision.request_id == Request.id, Decision.decided_at < period.starts_at)
        .order_by(Decision.number.desc())
        .limit(1)
        .correlate(Request)
        .scalar_subquery()
    )
    statement = CLAIM_ROWS.add_columns(
        Request.kind, last_status.label("stood"), last_grant.label("gave_cents")
    ).where(
        or_(Request.client_id.in_(clients), Request.household_id.in_(households)),
        Request.submitted_at < period.ends_at,
    )
    for row in db.session.execute(statement.order_by(Request.id)):
        yield Other(
            request_id=row.id,
            kind=row.kind,
            claim=_claim_then(row),
            was_there=row.stood is not None or row.status == TAKEN_OVER,
        )


def _claim_then(row: Any) -> Claim:
    """The claim as it counted when the period began."""
    if row.status == TAKEN_OVER:  # granted before anything of ours, whenever it was brought in
        return claim_as(row, row.granted_cents - row.freed_cents, is_open=False)
    if row.stood in OPEN:
        return claim_as(row, held_cents(row), is_open=True)
    given_cents = 0 if row.stood == WITHDRAWN else row.gave_cents or 0
    return claim_as(row, given_cents, is_open=False)
