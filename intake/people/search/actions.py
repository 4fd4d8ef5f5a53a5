"""Search: keeping what was asked on the server: no name stands in an address. Commits nothing."""

import secrets

from accounts.models import SavedSearch, SignedIn
from core import audit
from core.clock import now
from core.db import db
from core.sealing.sealed import seal
from intake.people.search.wanted import LONGEST_TEXT


def keep(words: str, *, held: SignedIn) -> str:
    """The random name under which this session, and no other, finds the words again."""
    search_id = secrets.token_hex(16)
    sealed = seal(
        words.replace("\x00", " ")[:LONGEST_TEXT],
        table="saved_search",
        column="sealed_query",
        row_key=search_id,
    )
    db.session.add(
        SavedSearch(id=search_id, signed_in_id=held.id, sealed_query=sealed, made_at=now())
    )
    audit.record("client.search", kind="search", object_id=search_id)
    return search_id
