"""Reading mandates and contacts of a client. Changes nothing."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from intake.mandates.models import ClientContact, Mandate
from intake.people.models import Client


def mandates_of(client: Client) -> Sequence[Mandate]:
    """All of a client, the newest first."""
    statement = (
        select(Mandate)
        .where(Mandate.client_id == client.id)
        .options(joinedload(Mandate.made_by))
        .order_by(Mandate.signed_on.desc(), Mandate.id.desc())
    )
    return db.session.scalars(statement).all()


def mandate_for(client: Client, mandate_id: int) -> Mandate:
    """A mandate of this client; else NotThere."""
    row = db.session.get(Mandate, mandate_id) if is_row_id(mandate_id) else None
    if row is None or row.client_id != client.id:
        raise NotThere
    return row


def contacts_of(client: Client, most: int) -> Sequence[ClientContact]:
    """The newest contacts of a client, with whom and by whom."""
    statement = (
        select(ClientContact)
        .where(ClientContact.client_id == client.id)
        .options(joinedload(ClientContact.mandate), joinedload(ClientContact.made_by))
        .order_by(ClientContact.held_on.desc(), ClientContact.id.desc())
        .limit(most)
    )
    return db.session.scalars(statement).all()
