"""Documents as one archive, pure: the same documents and moment give the same bytes. It reads no row."""

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

SUMS: Final = "SHA256SUMS"
READ_ONLY: Final = 0o100444 << 16


@dataclass(frozen=True)
class Document:
    """One document under its name in the archive."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """What proves that it was not changed."""
        return hashlib.sha256(self.content).hexdigest()


def packed(documents: Iterable[Document], *, at: dt.datetime) -> bytes:
    """All of them in the order of their names, with their sums beside them; ValueError on a name twice."""
    ordered = sorted(documents, key=lambda one: one.name)
    if len({one.name for one in ordered}) != len(ordered):
        raise ValueError("two documents have one name")
    sums = "".join(f"{one.sha256}  {one.name}\n" for one in ordered)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in (*ordered, Document(SUMS, sums.encode())):
            archive.writestr(_entry(one.name, at), one.content)
    return whole.getvalue()


def _entry(name: str, at: dt.datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (at.year, at.month, at.day, at.hour, at.minute, at.second))
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, READ_ONLY
    return entry
