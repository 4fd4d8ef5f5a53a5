"""Noting mandates and contacts. Commits nothing."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from core import audit
from core.clock import now, today
from core.db import db
from core.errors import RuleBroken
from intake.mandates.models import ClientContact, Mandate
from intake.people.models import Client

THIRD: Final = "third"


@dataclass(frozen=True)
class Given:
    """A mandate as typed."""

    party: str
    scope: str
    signed_by: str
    signed_on: dt.date
    until_on: dt.date


@dataclass(frozen=True)
class Held:
    """A contact as typed: `with_whom` is client, household or third, the last one by a mandate."""

    held_on: dt.date
    with_whom: str
    how: str
    words: str
    mandate: Mandate | None = None


def give(client: Client, given: Given, *, by: Account) -> Mandate:
    """The client allows a contact with a third party, until a day."""
    if given.until_on < given.signed_on:
        raise RuleBroken(_("The end lies before the beginning."), "until_on")
    row = Mandate(client_id=client.id, made_by_id=by.person_id, made_at=now(), **vars(given))
    db.session.add(row)
    db.session.flush()
    audit.record("mandate.give", kind="client", object_id=client.id)
    return row


def withdraw(row: Mandate) -> None:
    """The client takes it back: from today on it allows nothing."""
    if row.withdrawn_on is None:
        row.withdrawn_on = today()
    audit.record("mandate.withdraw", kind="client", object_id=row.client_id)


def note_contact(client: Client, held: Held, *, by: Account) -> ClientContact:
    """A contact; with a third party only as the mandate of that day allows."""
    if held.mandate is not None and not held.mandate.holds_on(held.held_on):
        raise RuleBroken(_("On that day this mandate did not hold."), "held_on")
    row = ClientContact(
        client_id=client.id,
        mandate_id=held.mandate.id if held.mandate else None,
        held_on=held.held_on,
        with_whom=held.with_whom,
        how=held.how,
        words=held.words,
        made_by_id=by.person_id,
        made_at=now(),
    )
    db.session.add(row)
    audit.record("contact.note", kind="client", object_id=client.id)
    return row
