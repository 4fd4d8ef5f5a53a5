"""Writing notes. Commits nothing; the trail says that one was written, never what."""

from accounts.models import Account
from core import audit
from core.clock import now
from core.db import db
from core.sealing.sealed import seal
from intake.notes.models import ClientNote
from intake.people.models import Client, new_row_key


def write(client: Client, kind: str, words: str, *, by: Account) -> ClientNote:
    """Keep a note, sealed."""
    key = new_row_key()
    row = ClientNote(
        row_key=key,
        client_id=client.id,
        kind=kind,
        sealed_words=seal(words, table="client_note", column="sealed_words", row_key=key),
        made_by_id=by.person_id,
        made_at=now(),
    )
    db.session.add(row)
    audit.record("client.note", kind="client", object_id=client.id, why=kind)
    return row
