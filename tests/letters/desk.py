"""What the tests of letters ask: a centre that has set all, letters that wait, and pictures of them."""

from __future__ import annotations

from typing import Any

from flask import Flask
from sqlalchemy import select

from core import settings
from core.db import db, transaction
from core.letters import letters
from core.work.outbox import deliver_due
from fund.letters.models import Dispatch, PrintRun
from intake.people.models import Address, Client
from tests.fund import desk
from tests.inspector import InspectingClient
from tests.world import World

CENTRE: dict[str, Any] = {
    "letters.sender_name": "OCMW Genk",
    "letters.sender_lines": ["Stadsplein 1", "3600 Genk"],
    "letters.neutral_name": "Vrije tijd Genk",
    "letters.neutral_lines": ["Postbus 12", "3600 Genk"],
    "letters.contact": ["089 65 36 00", "sociaal@genk.example"],
    "letters.court_name": "Arbeidsrechtbank Antwerpen, afdeling Voorbeeld",
    "letters.court_lines": ["Voorbeeldlaan 1", "3500 Hasselt"],
    "letters.delegation": [
        "Bij delegatie van het bijzonder comité, beslissing van 12 januari 2026"
    ],
    "letters.signatories": [
        "Hilde Hox, hoofd van de sociale dienst",
        "Dirk Dams, algemeen directeur",
    ],
    "letters.invoice_lines": ["Vrije tijd Genk", "Postbus 12, 3600 Genk"],
}


def settle(app: Flask, **other: Any) -> None:
    """Set all that letters ask, and a street for everybody; `other` by the last part of the key."""
    with app.app_context(), transaction():
        known = settings.registered()
        for name, value in CENTRE.items():
            settings.put(known[name], other.pop(name.split(".")[1], value), by=None)
        for name, value in other.items():
            settings.put(known[f"letters.{name}"], value, by=None)
        for number, address in enumerate(
            db.session.scalars(select(Address).order_by(Address.id)), 1
        ):
            address.street = address.street or f"Winterslagstraat {number}"


def granted(app: Flask, world: World, sign_in: Any, who: str = "noor", **asked: Any) -> int:
    """A request that Bert has granted."""
    request_id = desk.filed(app, world, who, **asked)
    assert desk.grant(sign_in("bert"), request_id).status_code == 303
    return request_id


def refused(
    app: Flask, world: World, sign_in: Any, words: str = "Te laat.", who: str = "noor"
) -> int:
    """A request that Bert has refused."""
    request_id = desk.filed(app, world, who)
    answer = desk.press(
        sign_in("bert"), request_id, "refuse", reason_code="too_late", reasons=words
    )
    assert answer.status_code == 303
    return request_id


def letters_of(request_id: int) -> list[Dispatch]:
    """All letters of a request, the first one first; inside an application context."""
    statement = select(Dispatch).where(Dispatch.request_id == request_id).order_by(Dispatch.id)
    return list(db.session.scalars(statement.execution_options(populate_existing=True)))


def letter_id(app: Flask, request_id: int) -> int:
    """The number of its newest letter."""
    with app.app_context():
        return int(letters_of(request_id)[-1].id)


def stage_of(app: Flask, request_id: int) -> str:
    """Where its newest letter is."""
    with app.app_context():
        return letters_of(request_id)[-1].stage


def asked_to_print(client: InspectingClient, stage: str = "waiting") -> str:
    """Press the button that prints all that wait; the address of the run, which waits for the worker."""
    form = client.page(f"/letters?stage={stage}").form("/letters/runs")
    answer = client.post("/letters/runs", data=form)
    assert answer.status_code == 303
    return str(answer.location)


def printed(app: Flask, client: InspectingClient, stage: str = "waiting") -> str:
    """The same, and the worker has done it."""
    where = asked_to_print(client, stage)
    with app.app_context():
        deliver_due()
    return where


def send(client: InspectingClient, dispatch_id: int, **typed: str) -> Any:
    """Mark one letter as sent, as its page stands there."""
    form = client.page(f"/letters/{dispatch_id}").form(f"/letters/{dispatch_id}/sent")
    return client.post(f"/letters/{dispatch_id}/sent", data={**form, **typed})


def says(app: Flask, request_id: int) -> Any:
    """What the newest letter of a request says, as it was frozen."""
    with app.app_context():
        letter = letters_of(request_id)[-1].letter
        assert letter is not None
        return letters.content_of(letter)


def words_of(content: Any) -> str:
    """All of it in one string."""
    body = content.body
    parts = [
        content.title,
        content.sender_name,
        *content.sender_lines,
        *body.addressee,
        *body.intro,
    ]
    for rows in (body.rows, body.amounts):
        parts += [word for row in rows for word in row]
    for title, paragraphs, rows in body.sections:
        parts += [title, *paragraphs, *(word for row in rows for word in row)]
    return "\n".join([*parts, *body.closing, *body.capacity, *body.signed_by, body.sender_line])


def runs() -> list[PrintRun]:
    """All runs; inside an application context."""
    return list(db.session.scalars(select(PrintRun).order_by(PrintRun.id)))


def no_post(app: Flask, world: World, who: str) -> None:
    """No post may come to this person."""
    with app.app_context(), transaction():
        db.session.get_one(Client, world.clients[who]).no_post = True


__all__ = ["desk"]
