"""Files on their way in, for intake's evidence: opened, scanned and sealed before any row knows of them."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import inspect
from werkzeug.datastructures import FileStorage

from core.errors import RuleBroken
from core.pages.text import cleaned
from core.sealing import files
from core.sealing.files import StoredFile
from core.sealing.stores import StoreDown
from intake.evidence.content.apart import checked_apart
from intake.evidence.content.kinds import JPEG, MOST_BYTES, Checked, Refused
from intake.evidence.scanning import ScannerDown, scan
from intake.evidence.wording import refusal

FIELD = "files"
NAME_LENGTH = 120


@dataclass(frozen=True)
class Arrived:
    """A file that may come in, sealed in the store; its rows are not added yet."""

    name: str
    sent_hash: str
    kept: Checked
    content: StoredFile
    preview: StoredFile | None

    @property
    def is_kept(self) -> bool:
        """Whether a row knows of it now; the same file may have been there already."""
        return not inspect(self.content).transient


def take_in(sent: Sequence[FileStorage]) -> list[Arrived]:
    """All of them or none. RuleBroken at the field, with the name of the file where there are several."""
    several = len(sent) > 1
    checked = [_checked(one, several=several) for one in sent]
    arrived: list[Arrived] = []
    try:
        for name, content, kept in checked:
            arrived.append(_sealed(name, content, kept))
    except StoreDown as down:
        give_back(arrived)
        raise RuleBroken(str(down), field=FIELD) from down
    return arrived


def give_back(arrived: Iterable[Arrived]) -> None:
    """No row came of them: their bytes go too."""
    for one in arrived:
        for stored in (one.content, one.preview):
            if stored is not None:
                files.take_back(stored)


def _checked(sent: FileStorage, *, several: bool) -> tuple[str, bytes, Checked]:
    name = cleaned(sent.filename or "")[-NAME_LENGTH:]
    content = sent.stream.read(MOST_BYTES + 1)
    try:
        kept = checked_apart(content)
        scan(content)
    except Refused as refused:
        raise RuleBroken(refusal(refused.why, name if several else ""), field=FIELD) from refused
    except ScannerDown as down:
        words = _("The virus scanner does not answer. Nothing was lost. Try again later.")
        raise RuleBroken(words, field=FIELD) from down
    return name, content, kept


def _sealed(name: str, content: bytes, kept: Checked) -> Arrived:
    stored = files.write(kept.content, content_type=kept.content_type)
    try:
        preview = files.write(kept.preview, content_type=JPEG) if kept.preview else None
    except StoreDown:
        files.take_back(stored)
        raise
    return Arrived(name, hashlib.sha256(content).hexdigest(), kept, stored, preview)
