"""Verbs of reading: take a request, take the next, let it go. They commit nothing."""

from typing import Final

from flask_babel import gettext as _
from sqlalchemy import delete, or_, select

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from accounts.same_person.queries import persons_of
from core import audit, clock
from core.db import db
from core.errors import Conflict, NotThere
from core.upsert import insert_into
from fund.claims.models import Claim
from fund.claims.queries import since
from fund.narrowing.filters import Narrowed
from fund.worklist import next_for
from intake.requests.models import OPEN, Request

# Each time that another approver was a moment sooner.
MOST_TRIES: Final = 20


def take(request_id: int, *, by: Account, over: bool = False) -> bool:
    """Whether this person reads it from now on: not while somebody else does, unless it is taken over.

    Conflict once it waits for no decision any more.
    """
    if not may(by, Permission.DECIDE):
        raise NotThere
    if db.session.scalar(select(Request.id).where(Request.id == request_id, OPEN)) is None:
        raise Conflict(_("This request waits for no decision any more."))
    new = {"person_id": by.person_id, "claimed_at": clock.now()}
    insert = insert_into(db.session(), Claim).values(request_id=request_id, **new)
    is_free = or_(Claim.person_id.in_(persons_of(by)), Claim.claimed_at <= since())
    taken = db.session.execute(
        insert.on_conflict_do_update(
            index_elements=["request_id"], set_=new, where=None if over else is_free
        ).returning(Claim.request_id)
    ).scalar()
    if taken is not None:
        audit.record("request.claim", kind="request", object_id=request_id)
    return taken is not None


def take_next(*, by: Account, filters: Narrowed, after: Request | None = None) -> int | None:
    """The next request of this list that nobody reads, taken; None when there is none."""
    for _try in range(MOST_TRIES):
        request_id = next_for(by, after, filters)
        try:
            if request_id is None or take(request_id, by=by):
                return request_id
        except Conflict:  # decided a moment ago
            continue
    return None


def release(request_id: int, *, by: Account) -> None:
    """This person reads it no more."""
    mine = (Claim.request_id == request_id) & Claim.person_id.in_(persons_of(by))
    if db.session.execute(delete(Claim).where(mine).returning(Claim.request_id)).scalar():
        audit.record("request.release", kind="request", object_id=request_id)


def go_on(done: Request, *, by: Account, filters: Narrowed) -> int | None:
    """It is decided or asked about, so nobody reads it any more; the next one is taken."""
    db.session.execute(delete(Claim).where(Claim.request_id == done.id))
    return take_next(by=by, filters=filters, after=done)
