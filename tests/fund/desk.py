"""What the tests of fund and payout ask: requests that are filed, and figures read back."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from accounts.models import Account, RoleGrant
from accounts.queries import account_by_username
from books.models import BudgetShare
from core import clock
from core.db import db, transaction
from fund.models import Decision
from intake.asking.asked import FilingInput, OtherPart, RequestInput
from intake.filing.actions import submit
from intake.requests.models import Request
from offer.models import DiscountAgreement
from tests.inspector import InspectingClient, Page
from tests.world import World

CLUB = "lidgeld chiro"
POOL = "zwemles"


def filed(app: Flask, world: World, who: str = "noor", *, by: str = "an", **asked: Any) -> int:
    """A request as a worker files it; 180 euro for the membership unless told otherwise. Other payers pay,
    or gave this one answer."""
    answer = asked.pop("answer", "pays")
    others = asked.pop("others", {}).items()
    parts = tuple(OtherPart(payer=p, amount_cents=c, answer=answer) for p, c in others)
    given = {
        "what": "Lidgeld Chiro, werkjaar",
        "activity_id": world.activities[CLUB],
        "cost_cents": 18_000,
        "cost_on": dt.date(2026, 11, 20),
        "reason": "belong",
        **asked,
    }
    wish = RequestInput(client_id=world.clients[who], other_parts=parts, **given)
    with app.app_context(), transaction():
        filing = submit(
            FilingInput(requests=(wish,), goal="Vrienden", report="Speelt veel alleen."),
            by=account_by_username(by),
            idempotency_key=str(uuid.uuid4()),
        )
        return filing.requests[0].id


def discount(app: Flask, world: World, who: str = "lena", **asked: Any) -> int:
    """A discount at the pool: 60 euro, of which the network pays 42."""
    given = {
        "what": "Zwemles, reeks van 10",
        "activity_id": world.activities[POOL],
        "cost_cents": 6_000,
    }
    return filed(app, world, who, kind="discount", **(given | asked))


def press(client: InspectingClient, request_id: int, act: str, **typed: str) -> Any:
    """Send a form of the decide page as it stands there, with what is typed."""
    action = f"/worklist/{request_id}/{act}"
    form = client.page(f"/worklist/{request_id}").form(action)
    return client.post(action, data={**form, **typed})


def grant(client: InspectingClient, request_id: int) -> Any:
    """Press the first button."""
    return press(client, request_id, "grant")


def undo(client: InspectingClient, request_id: int) -> Any:
    """Press the button that takes the decision back."""
    return press(client, request_id, "undo")


def seen(client: InspectingClient, response: Any) -> Page:
    """The page that a 303 leads to."""
    assert response.status_code == 303, response.status_code
    return client.page(response.location)


def request_of(request_id: int) -> Request:
    """The request as stored; inside an application context."""
    return db.session.get_one(Request, request_id, populate_existing=True)


def decision_of(request_id: int) -> Decision:
    """Its newest decision."""
    statement = select(Decision).where(Decision.request_id == request_id)
    return db.session.scalars(statement.order_by(Decision.number.desc())).first()


def decision_id(app: Flask, request_id: int) -> int:
    """Its number in the table."""
    with app.app_context():
        return int(decision_of(request_id).id)


def committed() -> int:
    """What all sources together have set aside."""
    return int(db.session.scalar(select(func.sum(BudgetShare.committed_cents))))


def set_room(app: Flask, cents: int) -> None:
    """Leave so much in the budget of this year."""
    with app.app_context(), transaction():
        first, second = db.session.scalars(select(BudgetShare).order_by(BudgetShare.priority))
        first.amount_cents = first.committed_cents + cents
        second.amount_cents = second.committed_cents


def second_account(person_id: int, username: str, role: str) -> None:
    """Another way in for somebody who is there already; inside a transaction."""
    first = db.session.scalars(select(Account).where(Account.person_id == person_id)).first()
    account = Account(
        person_id=person_id,
        username=username,
        passphrase_hash=first.passphrase_hash,
        passphrase_changed_at=first.passphrase_changed_at,
    )
    db.session.add(account)
    db.session.flush()
    grant = RoleGrant(account_id=account.id, person_id=person_id, role=role, sphere="clients")
    db.session.add(grant)


def agree(*, client: int, provider: int, network: int) -> None:
    """Other shares in the one agreement of the small world; inside a transaction."""
    agreement = db.session.scalars(select(DiscountAgreement)).one()
    agreement.client_percent = client
    agreement.provider_percent = provider
    agreement.network_percent = network


def days_later(days: int) -> Any:
    """Let days pass."""
    return clock.at(clock.now() + dt.timedelta(days=days))
