"""Which requests are closed to somebody whatever role he has: one question, asked by every list and every door.

Who stepped back from a request reads nothing of it; upper rooms close more of them and register in the front
door. Changes nothing.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from sqlalchemy import ColumnElement, exists, or_, select

from accounts.models import Account
from accounts.same_person.queries import is_person
from core.db import db
from intake.requests.models import Request
from intake.requests.recusal.models import Recusal

# A condition on requests under which they are closed to a person in the tables.
Closing = Callable[[int], ColumnElement[bool]]
_closings: list[Closing] = []


def also_close(closing: Closing) -> None:
    """Let an upper room close requests to somebody: it knows who is in conflict over which item."""
    if closing not in _closings:
        _closings.append(closing)
        closed_for.cache_clear()


def closed_to(account: Account) -> ColumnElement[bool]:
    """Requests of which this human being reads nothing, by whatever account, role or list."""
    return closed_for(account.person_id)


@lru_cache(maxsize=1_024)
def closed_for(person_id: int) -> ColumnElement[bool]:
    """The same for who knows the person only; built once, as every door and list asks it."""
    return or_(_stepped_back(person_id), *(closing(person_id) for closing in _closings))


def closed_among(account: Account, request_ids: Iterable[int]) -> frozenset[int]:
    """Of these the ones that are closed to this account: a list shows their number and no more."""
    wanted = select(Request.id).where(Request.id.in_(set(request_ids)), closed_to(account))
    return frozenset(db.session.scalars(wanted))


def _stepped_back(person_id: int) -> ColumnElement[bool]:
    """Until the head lifts it."""
    return exists().where(
        Recusal.request_id == Request.id,
        Recusal.lifted_at.is_(None),
        is_person(Recusal.person_id, person_id),
    )
