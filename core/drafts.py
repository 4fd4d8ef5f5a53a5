"""Drafts of the core room: half-filled forms, sealed, of one person. What they mean it does not know."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from flask_babel import lazy_gettext as _l
from sqlalchemy import BigInteger, Index, Integer, LargeBinary, String, bindparam, or_, select
from sqlalchemy import delete as delete_from
from sqlalchemy.orm import Mapped, mapped_column

from core import clock
from core.db import Base, UTCDateTime, db
from core.errors import Conflict, NotThere
from core.sealing.sealed import seal, unseal
from core.upsert import insert_into


class DraftTaken(Conflict):
    """The draft was saved from elsewhere since it was read: say so, overwrite nothing."""

    def __init__(self, saved_at: dt.datetime) -> None:
        super().__init__(_l("This draft was changed in another window. Nothing was overwritten."))
        self.saved_at = saved_at


class Draft(Base):
    """One half-filled form. The body is sealed; nothing in clear says whom it is about by name."""

    __tablename__ = "draft"
    __table_args__ = (
        Index("ix_draft_owner_id_kind_saved_at", "owner_id", "kind", "saved_at"),
        Index("ix_draft_kind_subject", "kind", "subject"),
    )
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    owner_id: Mapped[int] = mapped_column(BigInteger)
    subject: Mapped[str | None] = mapped_column(String(60))
    body: Mapped[bytes] = mapped_column(LargeBinary)
    saved_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    version: Mapped[int]
    # A hash of the browser session that wrote last: tells windows apart, opens nothing.
    session_key: Mapped[str] = mapped_column(String(64))


MINE: Final = (
    select(Draft)
    .where(Draft.owner_id == bindparam("owner_id"), Draft.kind == bindparam("kind"))
    .order_by(Draft.saved_at.desc(), Draft.id)
    .limit(bindparam("most", type_=Integer()))
)
KNOWN_AT: Final = (
    select(Draft.id, Draft.owner_id, Draft.saved_at)
    .where(Draft.kind == bindparam("kind"), Draft.subject == bindparam("subject"))
    .order_by(Draft.saved_at.desc(), Draft.id)
)


class Known(NamedTuple):
    """That there is a draft, whose, and since when: to warn, not to read."""

    id: str
    owner_id: int
    saved_at: dt.datetime


@dataclass(frozen=True)
class OpenDraft:
    """A draft as its owner reads it."""

    id: str
    kind: str
    subject: str | None
    body: dict[str, Any]
    saved_at: dt.datetime
    version: int


def save(
    kind: str,
    draft_id: str,
    body: Mapping[str, Any],
    *,
    owner_id: int,
    session_id: str,
    subject: str | None = None,
    version: int | None = None,
) -> dt.datetime:
    """Store the draft, in one row that is guarded by one statement.

    The session that wrote last may go on writing. Another one must name the `version` that it
    has read; when the draft has moved on since, that is DraftTaken.
    """
    session = db.session()
    saved_at = clock.now()
    new = {
        "body": _seal(draft_id, body),
        "subject": subject,
        "saved_at": saved_at,
        "session_key": _session_key(session_id),
    }
    insert = insert_into(session, Draft).values(
        id=draft_id, kind=kind, owner_id=owner_id, version=1, **new
    )
    may_write = or_(Draft.session_key == new["session_key"], Draft.version == version)
    stored = session.execute(
        insert.on_conflict_do_update(
            index_elements=["id"],
            set_={**new, "version": Draft.version + 1},
            where=(Draft.owner_id == owner_id) & (Draft.kind == kind) & may_write,
        ).returning(Draft.version)
    ).one_or_none()
    if stored is None:
        raise DraftTaken(_row(kind, draft_id, owner_id).saved_at)
    session.expire_all()
    return saved_at


def load(kind: str, draft_id: str, *, owner_id: int) -> OpenDraft:
    """The draft with its body and version; another's is NotThere."""
    return _open(_row(kind, draft_id, owner_id))


def delete(kind: str, draft_id: str, *, owner_id: int) -> None:
    """Remove the draft, when its form has been submitted or its owner wants it gone.

    Another's is NotThere, which takes the transaction back: its key is theirs too.
    """
    this = (Draft.id == draft_id) & (Draft.kind == kind)
    owner = db.session.scalar(delete_from(Draft).where(this).returning(Draft.owner_id))
    if owner not in (None, owner_id):
        raise NotThere


def of(owner_id: int, kind: str, *, limit: int = 20) -> Sequence[OpenDraft]:
    """Somebody's drafts of a kind, the newest first."""
    asked = {"owner_id": owner_id, "kind": kind, "most": limit}
    return [_open(row) for row in db.session.scalars(MINE, asked)]


def known_at(kind: str, subject: str) -> Sequence[Known]:
    """Everybody's drafts about a subject, the newest first."""
    found = db.session.execute(KNOWN_AT, {"kind": kind, "subject": subject})
    return [Known._make(row) for row in found]


def _row(kind: str, draft_id: str, owner_id: int) -> Draft:
    mine = (Draft.id == draft_id, Draft.kind == kind, Draft.owner_id == owner_id)
    row = db.session.scalars(
        select(Draft).where(*mine).execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        raise NotThere
    return row


def _open(row: Draft) -> OpenDraft:
    body = json.loads(unseal(row.body, table="draft", column="body", row_key=row.id))
    return OpenDraft(row.id, row.kind, row.subject, body, row.saved_at, row.version)


def _seal(draft_id: str, body: Mapping[str, Any]) -> bytes:
    return seal(json.dumps(dict(body)), table="draft", column="body", row_key=draft_id)


def _session_key(session_id: str) -> str:
    return hashlib.sha256(session_id.encode()).hexdigest()
