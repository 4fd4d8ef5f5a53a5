"""What the tests of meetings ask: a committee that decides here, its secretary and its members."""

from __future__ import annotations

import datetime as dt
from typing import Any

from flask import Flask
from sqlalchemy import select

from accounts.models import Account, Person, RoleGrant
from accounts.queries import account_by_username
from core import settings
from core.db import db, transaction
from fund.meetings.choices import AGENDA
from fund.meetings.models import Item, Meeting, Seat
from tests.fund.desk import filed
from tests.fund.rule import FUND, says
from tests.world import World

BODY = "bcsd"
# Who sits there: Mia chairs it.
MEMBERS = ("mia", "mo", "max")
DAY = dt.date(2026, 12, 3)


def newcomer(username: str, name: str, role: str) -> int:
    """Somebody with an account and a role; inside a transaction. Her number as a person."""
    first = db.session.scalars(select(Account)).first()
    person = Person(name=name, team=None, sphere="clients")
    account = Account(
        person=person,
        username=username,
        passphrase_hash=first.passphrase_hash,
        passphrase_changed_at=first.passphrase_changed_at,
    )
    db.session.add(account)
    db.session.flush()
    db.session.add(
        RoleGrant(account_id=account.id, person_id=person.id, role=role, sphere="clients")
    )
    return int(person.id)


def committee(app: Flask, *, agenda: str = "here", chair: str = "mia") -> None:
    """The special committee decides on each request, with its agenda here or elsewhere."""
    says(app, 'rests_on = "individual_aid"', scheme=FUND, body=BODY)
    with app.app_context(), transaction():
        settings.put(AGENDA, agenda, by=None)
        newcomer("sara", "Sara Smet", "secretary")
        for name, whole in zip(MEMBERS, ("Mia Maes", "Mo Moons", "Max Mels"), strict=True):
            newcomer(name, whole, "member")
        hilde = account_by_username("hilde")
        for name in dict.fromkeys((*MEMBERS, chair)):
            db.session.add(
                Seat(
                    body=BODY,
                    person_id=account_by_username(name).person_id,
                    is_chair=name == chair,
                    from_on=dt.date(2026, 1, 1),
                    given_by_id=hilde.person_id,
                )
            )


def planned(sara: Any, day: dt.date = DAY, body: str = BODY) -> int:
    """A meeting, planned through the page; its number."""
    form = sara.page("/meetings").form("/meetings")
    on = f"{day:%d/%m/%Y}"
    answer = sara.post("/meetings", data=form | {"body": body, "on": on, "time": "19:30"})
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return int(answer.location.rsplit("/", 1)[1])


def send(browser: Any, meeting_id: int, act: str, **typed: Any) -> Any:
    """A form of the meeting's page as it stands there, with what is typed."""
    action = f"/meetings/{meeting_id}/{act}"
    form = browser.page(f"/meetings/{meeting_id}").form(action)
    return browser.post(action, data={**form, **typed})


def press(browser: Any, item_id: int, act: str, **typed: Any) -> Any:
    """The same on the page of one item."""
    action = f"/meetings/items/{item_id}/{act}"
    form = browser.page(f"/meetings/items/{item_id}").form(action)
    return browser.post(action, data={**form, **typed})


def convened(app: Flask, world: World, sara: Any, *who: str) -> tuple[int, list[int]]:
    """A meeting that was convened for clean requests of these clients; their items."""
    clean = {"cost_cents": 1_000, "evidence_seen": ("invoice",)}
    requests = [filed(app, world, one, **clean) for one in who or ("noor",)]
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "items", requests=[str(one) for one in requests]))
    done(send(sara, meeting_id, "convene"))
    return meeting_id, [item_of(app, one) for one in requests]


def opened(app: Flask, sara: Any, meeting_id: int, *there: str) -> None:
    """Its session, with these members; all of them unless told otherwise."""
    done(send(sara, meeting_id, "open", present=persons(app, *(there or MEMBERS))))


def persons(app: Flask, *names: str) -> list[str]:
    """Their numbers, as a form sends them."""
    with app.app_context():
        return [str(account_by_username(one).person_id) for one in names]


def item_of(app: Flask, request_id: int) -> int:
    """Its newest item."""
    with app.app_context():
        wanted = select(Item.id).where(Item.request_id == request_id).order_by(Item.id.desc())
        return int(db.session.scalars(wanted).first())


def item(app: Flask, item_id: int, *names: str) -> list[Any]:
    """Columns of an item."""
    with app.app_context():
        row = db.session.get_one(Item, item_id)
        return [getattr(row, name) for name in names]


def stage(app: Flask, meeting_id: int) -> str:
    """How far a meeting is."""
    with app.app_context():
        return str(db.session.get_one(Meeting, meeting_id).stage)


def done(answer: Any) -> Any:
    """It was done: the browser is sent on."""
    assert answer.status_code == 303, answer.get_data(as_text=True)[:3000]
    return answer


def block_on_page(browser: Any, meeting_id: int) -> list[int]:
    """The items of the block as its form would send them."""
    page = browser.page(f"/meetings/{meeting_id}")
    forms = [one for one in page.all("form") if one.get("action", "").endswith("/block")]
    hidden = [one for form in forms for one in form.iter() if one.get("name") == "items"]
    return [int(one.get("value")) for one in hidden]
