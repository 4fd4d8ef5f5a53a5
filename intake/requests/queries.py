"""Reading requests and filings, always through the person who asks. Changes nothing."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, false, or_, select, true
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from accounts.models import Account
from accounts.permissions import READS_ALL_TEAMS, Permission, Role, permissions_of
from core.clock import brussels, show_date
from core.db import db
from core.errors import Conflict, NotThere
from core.ids import is_row_id
from intake.goals.queries import words_of
from intake.people.access import away_for, file_of, in_care_of, opened_by
from intake.people.models import Client, Household, Membership
from intake.requests.life import OPEN
from intake.requests.models import Filing, OtherPayerPart, Pause, Request, RequestVersion
from intake.requests.recusal.queries import stepped_back_from
from regulation.vocabulary.facts import Booking, Claim

MOST_EARLIER = 20
MOST_SERVING = 200

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


def readable_by(account: Account) -> ColumnElement[bool]:
    """What is within reach, but for what one stepped back from, by whatever account."""
    return and_(_within_reach(account), ~stepped_back_from(account))


def _within_reach(account: Account) -> ColumnElement[bool]:
    """In one's care, or of a file opened with a reason; who decides or heads the service reads all."""
    if Permission.REQUEST_READ not in permissions_of(account.roles):
        return false()
    if reads_every_team(account):
        return true()
    if Role.SOCIAL_WORKER not in account.roles:
        return false()
    return or_(workable_by(account), Request.client_id.in_(opened_by(account)))


def workable_by(account: Account) -> ColumnElement[bool]:
    """Own and own team's requests, of whom one stands in for, and of files that came to one's team."""
    if Role.SOCIAL_WORKER not in account.roles:
        return false()
    ways = [
        Request.worker_id == account.person_id,
        Request.worker_id.in_(away_for(account)),
        file_of(Request.client_id, in_care_of(account)),
    ]
    if account.person.team_id is not None:
        ways.insert(1, Request.team_id == account.person.team_id)
    return or_(*ways)


def is_workable_by(account: Account, request: Request) -> bool:
    """Whether this account works on the request; who only reads the file does not."""
    if Role.SOCIAL_WORKER not in account.roles:
        return False
    if account.person_id == request.worker_id or account.person.team_id == request.team_id:
        return True
    found = select(Request.id).where(Request.id == request.id, workable_by(account))
    return db.session.scalar(found) is not None


def workable_request(account: Account, request_id: int) -> Request:
    """The request, when this account works on it; else NotThere."""
    request = request_for(account, request_id)
    if not is_workable_by(account, request):
        raise NotThere
    return request


def reads_every_team(account: Account) -> bool:
    """Who decides or heads the service: no file is closed to them."""
    reads = Permission.REQUEST_READ in permissions_of(account.roles)
    return reads and bool(account.roles & READS_ALL_TEAMS)


def request_for(account: Account, request_id: int, *also: ORMOption) -> Request:
    """The request with what its page shows, and `also`, when this account may read it; else NotThere."""
    if not is_row_id(request_id):
        raise NotThere
    request = db.session.scalar(
        select(Request)
        .where(Request.id == request_id, readable_by(account))
        .options(
            joinedload(Request.filing).joinedload(Filing.filed_by),
            joinedload(Request.client),
            joinedload(Request.household),
            joinedload(Request.worker),
            joinedload(Request.team),
            joinedload(Request.provider),
            *also,
        )
    )
    if request is None:
        raise NotThere
    return request


def for_update(request_id: int, seen_version: int) -> Request:
    """The request, locked until the transaction ends; Conflict when it has moved on since.

    Fetch it through the person first: this one does not ask who wants it.
    """
    request = db.session.scalar(
        select(Request)
        .where(Request.id == request_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if request is None:
        raise NotThere
    if request.lock_version != seen_version:
        raise Conflict
    return request


def goal_of(filing: Filing) -> str:
    """The goal that was named: of the client's plan, or as it was typed."""
    return words_of(filing.serves) if filing.serves is not None else filing.goal


def requests_serving(account: Account, goal_ids: Iterable[int]) -> Sequence[Any]:
    """What serves these goals, as far as this account may read it, the newest first."""
    return db.session.execute(
        select(Request.id, Request.number, Request.what, Filing.plan_goal_id.label("goal_id"))
        .join(Request.filing)
        .where(Filing.plan_goal_id.in_(set(goal_ids)), readable_by(account))
        .order_by(Request.id.desc())
        .limit(MOST_SERVING)
    ).all()


def open_pause(request: Request) -> Pause | None:
    """The question that still waits for its answer."""
    return db.session.scalar(
        select(Pause).where(Pause.request_id == request.id, Pause.ended_at.is_(None))
    )


def filing_by_key(idempotency_key: str) -> Filing | None:
    """What this form has already become, if it was sent before."""
    return db.session.scalar(select(Filing).where(Filing.idempotency_key == idempotency_key))


def filing_for(account: Account, filing_id: int) -> Filing:
    """The filing with its requests, when this account may read one of them; else NotThere."""
    if not is_row_id(filing_id):
        raise NotThere
    filing = db.session.scalar(
        select(Filing)
        .where(Filing.id == filing_id, Filing.requests.any(readable_by(account)))
        .options(joinedload(Filing.filed_by), selectinload(Filing.requests))
        .execution_options(populate_existing=True)
    )
    if filing is None:
        raise NotThere
    return filing


def last_filing_of(account: Account, household: Household) -> Filing | None:
    """The newest filing for a household that one may read: its goal stands in the next form already."""
    newest = (
        select(Request.filing_id)
        .where(Request.household_id == household.id, readable_by(account))
        .order_by(Request.cost_on.desc(), Request.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return db.session.scalar(select(Filing).where(Filing.id == newest))


def history_of(
    client: Client, household: Household, excluding: Request | None = None
) -> tuple[Claim, ...]:
    """All other requests that count under the caps of this person and household, oldest first.

    Granted ones count with what was granted and not freed, open ones with what is proposed, or with
    the most that a person may give.
    """
    members = select(Membership.client_id).where(Membership.household_id == household.id)
    counts = or_(Request.status.in_(OPEN), Request.granted_cents > Request.freed_cents)
    statement = CLAIM_ROWS.where(
        or_(
            Request.client_id == client.id,
            Request.household_id == household.id,
            Request.client_id.in_(members),
        ),
        counts,
    ).order_by(Request.cost_on, Request.id)
    if excluding is not None:
        statement = statement.where(Request.id != excluding.id)
    return tuple(claim_of(row) for row in db.session.execute(statement))


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


def earlier_of(account: Account, client: Client) -> list[tuple[str, str]]:
    """What a new request may be a later part of: the number of the first part, and its words."""
    rows = db.session.execute(
        select(Request.number, Request.instalment_of, Request.what, Request.cost_on)
        .where(
            Request.client_id == client.id,
            readable_by(account),
            or_(Request.status.in_(OPEN), Request.granted_cents > Request.freed_cents),
        )
        .order_by(Request.cost_on.desc(), Request.id.desc())
        .limit(MOST_EARLIER)
    )
    found: dict[str, str] = {}
    for row in rows:
        words = f"{row.number} · {row.what} · {show_date(row.cost_on)}"
        found[row.instalment_of or row.number] = words
    return list(found.items())


def other_parts_of(request: Request) -> Sequence[OtherPayerPart]:
    """What others pay of it first."""
    return db.session.scalars(
        select(OtherPayerPart)
        .where(OtherPayerPart.request_id == request.id)
        .order_by(OtherPayerPart.id)
    ).all()


def latest_version(request: Request) -> RequestVersion:
    """What is known of the request now."""
    return db.session.scalars(
        select(RequestVersion)
        .where(RequestVersion.request_id == request.id)
        .order_by(RequestVersion.number.desc())
        .limit(1)
    ).one()
