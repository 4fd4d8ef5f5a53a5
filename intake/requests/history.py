"""What counts under the caps of a person and household, as the judge reads it. Changes nothing."""

from typing import Any, Final

from sqlalchemy import bindparam, or_, select

from core.clock import brussels
from core.db import rows_of
from core.one_of import one_of
from intake.people.models import Client, Household, Membership
from intake.requests.life import OPEN
from intake.requests.models import Request
from regulation.vocabulary.facts import Booking, Claim

# The columns that `claim_of` reads.
CLAIM_ROWS: Final = select(
    *(Request.id, Request.scheme, Request.client_id, Request.household_id),
    *(Request.status, Request.proposed_cents, Request.proposed_most_cents),
    Request.granted_cents,
    *(Request.freed_cents, Request.cost_on, Request.submitted_at, Request.decided_at),
    Request.pieces,
    *(Request.payment_on, Request.invoice_on, Request.activity_on),
    *(Request.number, Request.instalment_of),
    *(Request.bookings, Request.category, Request.strand, Request.provider_type, Client.birth_on),
).join(Client, Client.id == Request.client_id)
# All that counts under the caps of a person and household, but for one request.
HISTORY: Final = CLAIM_ROWS.where(
    or_(
        Request.client_id == bindparam("client_id"),
        Request.household_id == bindparam("household_id"),
        Request.client_id.in_(
            select(Membership.client_id).where(Membership.household_id == bindparam("household_id"))
        ),
    ),
    or_(one_of(Request.status, OPEN), Request.granted_cents > Request.freed_cents),
    Request.id != bindparam("excluding_id"),
).order_by(Request.cost_on, Request.id)
NO_REQUEST: Final = 0


def history_of(
    client: Client, household: Household, excluding: Request | None = None
) -> tuple[Claim, ...]:
    """All other requests that count under the caps of this person and household, oldest first.

    Granted ones count with what was granted and not freed, open ones with what is proposed, or with
    the most that a person may give.
    """
    whose = {
        "client_id": client.id,
        "household_id": household.id,
        "excluding_id": NO_REQUEST if excluding is None else excluding.id,
    }
    return tuple(claim_of(row) for row in rows_of(HISTORY, whose))


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
