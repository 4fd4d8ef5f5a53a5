"""Reading what was granted at the counter, and what of it nobody looked at yet. Changes nothing."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Bundle, aliased

from accounts.models import Account, Person
from core.db import db
from core.pages.paging import By, Page, page_of
from fund.bodies.deciding import COUNTER
from fund.counter.models import CounterLook
from fund.models import Decision
from intake.people.models import Client
from intake.requests.models import Request
from intake.requests.recusal.queries import closed_to

NEW, ALL = "new", "all"
STATES: Final = (NEW, ALL)
MOST_COUNTED: Final = 99

_seer = aliased(Person)
ROW: Any = Bundle(
    "row",
    *(Decision.id, Decision.request_id, Decision.granted_cents, Decision.decided_at),
    *(Decision.decided_by_id, Decision.undone_at, Person.name.label("decided_by")),
    *(Request.number, Request.what, Client.given_name, Client.family_name, Client.file_number),
    *(CounterLook.seen_at, _seer.name.label("seen_by")),
)


def page_of_counter(account: Account, state: str, *, key: str | None = None) -> Page[Any]:
    """Grants at the counter, the newest first; at first those that nobody has seen."""
    statement = (
        select(ROW)
        .join(Request, Request.id == Decision.request_id)
        .join(Client, Client.id == Request.client_id)
        .join(Person, Person.id == Decision.decided_by_id)
        .outerjoin(CounterLook, CounterLook.decision_id == Decision.id)
        .outerjoin(_seer, _seer.id == CounterLook.seen_by_id)
        .where(Decision.capacity == COUNTER, ~closed_to(account))
    )
    if state == NEW:
        statement = statement.where(CounterLook.decision_id.is_(None), Decision.undone_at.is_(None))
    by = [By(Decision.decided_at, descending=True), By(Decision.id, descending=True)]
    return page_of(statement, by, key=key)


# Grants at the counter that wait for a look; counting stops where it no longer matters.
UNSEEN: Final = (
    select(Decision.id)
    .outerjoin(CounterLook, CounterLook.decision_id == Decision.id)
    .where(
        Decision.capacity == COUNTER,
        Decision.undone_at.is_(None),
        CounterLook.decision_id.is_(None),
    )
    .limit(MOST_COUNTED + 1)
)


def to_see(account: Account, decision_ids: Iterable[int]) -> Sequence[Decision]:
    """Of these decisions, those of the counter that nobody has seen yet, locked until the end."""
    return db.session.scalars(
        select(Decision)
        .join(Request, Request.id == Decision.request_id)
        .where(
            Decision.id.in_(set(decision_ids)),
            Decision.capacity == COUNTER,
            ~closed_to(account),
            Decision.id.not_in(select(CounterLook.decision_id)),
        )
        .order_by(Decision.id)
        .with_for_update(of=Decision)
    ).all()
