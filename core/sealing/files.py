"""Files of the core room: sealed, under random names, in a store. It judges no content."""

import datetime as dt
import hashlib
import secrets
from contextlib import suppress

from sqlalchemy import CheckConstraint, String, select
from sqlalchemy.orm import Mapped, mapped_column

from core import clock
from core.db import Base, BigKey, UTCDateTime, db
from core.sealing import stores
from core.sealing.sealed import SealBroken, seal, unseal_bytes
from core.work import outbox

ORPHAN_AGE = dt.timedelta(days=1)


class StoredFile(Base):
    """A file that lies sealed. The hash is of the sealed bytes: a backup proves itself without keys."""

    __tablename__ = "stored_file"
    __table_args__ = (CheckConstraint("store IN ('folder', 's3')", name="store_known"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    content_type: Mapped[str] = mapped_column(String(80))
    size_bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    # Where it was put; a store that is set up later takes the files of later.
    store: Mapped[str] = mapped_column(String(10), server_default=stores.FOLDER)


def write(content: bytes, *, content_type: str) -> StoredFile:
    """Seal and write the file whole; its row is made, and waits to be added. StoreDown when it cannot."""
    name = secrets.token_hex(20)
    sealed = seal(content, table="stored_file", column="content", row_key=name)
    word = stores.current()
    stores.named(word).put(name, sealed)
    return StoredFile(
        name=name,
        content_type=content_type,
        size_bytes=len(content),
        sha256=hashlib.sha256(sealed).hexdigest(),
        created_at=clock.now(),
        store=word,
    )


def take_back(written: StoredFile) -> None:
    """The row was not kept after all: remove the bytes now if the store can, else a sweep may."""
    with suppress(stores.StoreDown):
        stores.named(written.store).remove(written.name)


def store(content: bytes, *, content_type: str) -> StoredFile:
    """Write the file, then note it; without a commit the sweep removes it later."""
    row = write(content, content_type=content_type)
    session = db.session()
    session.add(row)
    session.flush()
    return row


def read(stored: StoredFile) -> bytes:
    """The content; SealBroken when the file is not the one that was stored, StoreDown without it."""
    sealed = stores.named(stored.store).get(stored.name)
    if hashlib.sha256(sealed).hexdigest() != stored.sha256:
        raise SealBroken("the file was changed")
    return unseal_bytes(sealed, table="stored_file", column="content", row_key=stored.name)


def remove(stored: StoredFile) -> None:
    """Forget the file; the worker removes its bytes after the commit, again and again if it must."""
    outbox.put("file.remove", store=stored.store, name=stored.name)
    db.session.delete(stored)


@outbox.handler("file.remove")
def remove_bytes(store: str, name: str) -> None:
    """The worker's part."""
    stores.named(store).remove(name)


def sweep() -> int:
    """Remove files that no row knows (their transaction failed), a day after they were written."""
    known = set(db.session.scalars(select(StoredFile.name)))
    oldest = (clock.machine_now() - ORPHAN_AGE).timestamp()
    orphans = [
        path
        for path in stores.files_folder().iterdir()
        if path.name not in known and path.stat().st_mtime < oldest
    ]
    for path in orphans:
        path.unlink()
    return len(orphans)
