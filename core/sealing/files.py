"""Files of the core room: sealed, under random names in the instance folder. It judges no content."""

import datetime as dt
import hashlib
import os
import secrets
import tempfile
from pathlib import Path

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, mapped_column

from core import clock, instance
from core.db import Base, BigKey, UTCDateTime, after_commit, db
from core.sealing.keys import PRIVATE_FOLDER
from core.sealing.sealed import SealBroken, seal, unseal_bytes

ORPHAN_AGE = dt.timedelta(days=1)


class StoredFile(Base):
    """A file that lies sealed on disk. The hash is of the sealed bytes: a backup proves itself without keys."""

    __tablename__ = "stored_file"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    content_type: Mapped[str] = mapped_column(String(80))
    size_bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)


def store(content: bytes, *, content_type: str) -> StoredFile:
    """Seal and write the file whole, then note it; without a commit the sweep removes it later."""
    name = secrets.token_hex(20)
    sealed = seal(content, table="stored_file", column="content", row_key=name)
    _write(_folder() / name, sealed)
    row = StoredFile(
        name=name,
        content_type=content_type,
        size_bytes=len(content),
        sha256=hashlib.sha256(sealed).hexdigest(),
        created_at=clock.now(),
    )
    session = db.session()
    session.add(row)
    session.flush()
    return row


def read(stored: StoredFile) -> bytes:
    """The content; SealBroken when the file on disk is not the one that was stored."""
    sealed = (_folder() / stored.name).read_bytes()
    if hashlib.sha256(sealed).hexdigest() != stored.sha256:
        raise SealBroken("the file was changed")
    return unseal_bytes(sealed, table="stored_file", column="content", row_key=stored.name)


def remove(stored: StoredFile) -> None:
    """Forget the file; its bytes go from the disk once that is stored."""
    path = _folder() / stored.name
    db.session.delete(stored)
    db.session.flush()
    after_commit(lambda: path.unlink(missing_ok=True))


def sweep() -> int:
    """Remove files that no row knows (their transaction failed), a day after they were written."""
    known = set(db.session.scalars(select(StoredFile.name)))
    oldest = (clock.machine_now() - ORPHAN_AGE).timestamp()
    orphans = [
        path
        for path in _folder().iterdir()
        if path.name not in known and path.stat().st_mtime < oldest
    ]
    for path in orphans:
        path.unlink()
    return len(orphans)


def _folder() -> Path:
    folder = instance.folder() / "files"
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    return folder


def _write(path: Path, content: bytes) -> None:
    """All of it or nothing, also when the power goes: the name appears after the bytes are on disk."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
