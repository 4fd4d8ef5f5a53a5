"""Reading notes, as far as one may. Changes nothing."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from accounts.models import Account
from accounts.permissions import Role
from core.db import db
from core.sealing.sealed import unseal
from intake.notes.models import INTERNAL, ClientNote
from intake.people.models import Client
from intake.people.queries import client_for, client_in_care

MOST_SHOWN = 200


@dataclass(frozen=True)
class Note:
    """A note that one may read."""

    id: int
    kind: str
    words: str
    by: str
    made_at: dt.datetime


def client_of_notes(account: Account, client_id: int) -> Client:
    """The client, for who works on the file and for the head; else NotThere. Who only opened the
    file to read does not find its notes."""
    door = client_for if Role.HEAD in account.roles else client_in_care
    return door(account, client_id)


def notes_of(account: Account, client: Client) -> list[Note]:
    """The notes, the newest first; confidential ones only for their author and the head."""
    statement = (
        select(ClientNote)
        .where(ClientNote.client_id == client.id)
        .options(joinedload(ClientNote.made_by))
        .order_by(ClientNote.id.desc())
        .limit(MOST_SHOWN)
    )
    if Role.HEAD not in account.roles:
        mine = ClientNote.made_by_id == account.person_id
        statement = statement.where(or_(ClientNote.kind == INTERNAL, mine))
    return [_opened(row) for row in db.session.scalars(statement)]


def _opened(row: ClientNote) -> Note:
    place = {"table": "client_note", "column": "sealed_words", "row_key": row.row_key}
    words = unseal(row.sealed_words, **place)
    return Note(row.id, row.kind, words, row.made_by.name, row.made_at)
