"""Reading what a merge would do, and which one can be undone. Changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from core.clock import now, today
from core.db import db
from intake.merging.models import ClientMerge
from intake.people.identity import Identity, identity_of
from intake.people.models import Client, ClientStatus
from intake.people.queries import responsible_on
from intake.requests.models import Request


@dataclass(frozen=True)
class Side:
    """One of the two files, as the preview shows it."""

    identity: Identity
    worker: str
    requests: int
    statuses: int

    @property
    def client(self) -> Client:
        """Whose file it is."""
        return self.identity.client


def side_of(client: Client) -> Side:
    """A file with what would move."""
    requests = select(func.count()).where(Request.client_id == client.id)
    statuses = select(func.count()).where(ClientStatus.client_id == client.id)
    return Side(
        identity=identity_of(client, today()),
        worker=responsible_on(client, today()).worker.name,
        requests=db.session.scalar(requests) or 0,
        statuses=db.session.scalar(statuses) or 0,
    )


def client_by_number(file_number: str) -> int:
    """The client with this file number; 0 when there is none. Ask for the file through the person."""
    found = select(Client.id).where(Client.file_number == file_number)
    return db.session.scalar(found) or 0


def undoable(client: Client) -> Sequence[ClientMerge]:
    """The merges into this file that can still be taken apart, the newest first."""
    rows = db.session.scalars(
        select(ClientMerge)
        .where(ClientMerge.kept_id == client.id, ClientMerge.undone_at.is_(None))
        .options(joinedload(ClientMerge.gone), joinedload(ClientMerge.merged_by))
        .order_by(ClientMerge.id.desc())
    )
    return [row for row in rows if row.undo_until >= now()]
