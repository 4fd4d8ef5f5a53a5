"""What counts under the caps of a person and household, as the judge reads it. Changes nothing."""

from typing import Any, Final

from sqlalchemy import CompoundSelect, Select, bindparam, or_, select

from core.clock import brussels
from core.db import Base, rows_of
from core.one_of import one_of
from intake.people.homes import Home
from intake.people.models import Client, Household, Membership
from intake.requests.life import OPEN
from intake.requests.models import Request
from regulation.vocabulary.facts import Booking, Claim

_request, _client, _membership = (
    Base.metadata.tables[one.__tablename__].c for one in (Request, Client, Membership)
)
_other: Final = Base.metadata.tables[Request.__tablename__].alias("other")
HOUSEHOLD: Final[Any] = bindparam("household_id")
# The columns that `claim_of` reads.
CLAIM_ROWS: Final = select(
    *(_request.id, _request.scheme, _request.client_id, _request.household_id),
    *(_request.status, _request.proposed_cents, _request.proposed_most_cents),
    _request.granted_cents,
    *(_request.freed_cents, _request.cost_on, _request.submitted_at, _request.decided_at),
    _request.pieces,
    *(_request.payment_on, _request.invoice_on, _request.activity_on),
    *(_request.number, _request.instalment_of),
    *(_request.bookings, _request.category, _request.strand, _request.provider_type),
    _client.birth_on,
).where(_client.id == _request.client_id)


def of_household(*others: Select[int]) -> CompoundSelect[int]:
    """The ids of the requests of a household and of everybody who is or was in it, and `others`; filled in as
    `household_id`. Lists of ids, because each is found by its own index: with an "or" around a statement
    PostgreSQL reads the whole table."""
    member = _membership.client_id
    return (
        select(_other.c.id)
        .where(_other.c.household_id == HOUSEHOLD)
        .union(
            select(_other.c.id).where(
                _other.c.client_id.in_(select(member).where(_membership.household_id == HOUSEHOLD))
            ),
            *others,
        )
    )


# All that counts under the caps of a person and household, but for one request.
HISTORY: Final = CLAIM_ROWS.where(
    _request.id.in_(
        of_household(select(_other.c.id).where(_other.c.client_id == bindparam("client_id")))
    ),
    or_(one_of(_request.status, OPEN), _request.granted_cents > _request.freed_cents),
    _request.id != bindparam("excluding_id"),
).order_by(_request.cost_on, _request.id)
NO_REQUEST: Final = 0


def history_of(
    client: Client, household: Household | Home, excluding: Request | None = None
) -> tuple[Claim, ...]:
    """All other requests that count under the caps of this person and household, oldest first.

    Granted ones count with what was granted and not freed, open ones with what is proposed, or with
    the most that a person may give.
    """
    asked = {
        "client_id": client.id,
        "household_id": household.id,
        "excluding_id": NO_REQUEST if excluding is None else excluding.id,
    }
    return tuple(claim_of(row) for row in rows_of(HISTORY, asked))


def claim_of(row: Any) -> Claim:
    """A row of CLAIM_ROWS as the judge counts it: a request as it stands now."""
    is_open = row.status in OPEN
    counted_cents = held_cents(row) if is_open else row.granted_cents - row.freed_cents
    return claim_as(row, counted_cents, is_open=is_open)


def held_cents(row: Any) -> int:
    """What a request holds while it is open: its proposal, or the most that a person may give."""
    return int(row.proposed_cents or row.proposed_most_cents)


def claim_as(row: Any, counted_cents: int, *, is_open: bool) -> Claim:
    """The same for another amount, such as that of an earlier day, with its part of each room."""
    return Claim(
        scheme=row.scheme,
        client=str(row.client_id),
        household=str(row.household_id),
        counted_cents=counted_cents,
        is_open=is_open,
        birth_on=row.birth_on,
        category=row.category,
        strand=row.strand,
        provider_type=row.provider_type,
        pieces=row.pieces,
        cost_on=row.cost_on,
        payment_on=row.payment_on,
        invoice_on=row.invoice_on,
        activity_on=row.activity_on,
        # Alone it is the first part of itself, so that a later part finds it.
        instalment_of=row.instalment_of or row.number,
        bookings=_bookings(row, counted_cents),
        requested_on=brussels(row.submitted_at).date(),
        decision_on=brussels(row.decided_at).date() if row.decided_at else None,
    )


def _bookings(row: Any, counted_cents: int) -> tuple[Booking, ...]:
    """Of what was freed each room gets its part back; the odd cent stays counted."""
    booked_cents = held_cents(row) if row.status in OPEN else row.granted_cents
    if not booked_cents:  # withdrawn before it was decided: it holds no room now
        return ()
    return tuple(
        Booking(
            cap=one["cap"],
            subject=one["subject"],
            cents=-(-one["cents"] * counted_cents // booked_cents),
        )
        for one in row.bookings or ()
    )
