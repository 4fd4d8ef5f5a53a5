"""What a file is, by its first bytes, for intake's evidence. Its name and what the browser says count for nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST_BYTES: Final = 20 * 1024 * 1024
PDF: Final = "application/pdf"
JPEG: Final = "image/jpeg"
PNG: Final = "image/png"
WEBP: Final = "image/webp"
HEIC: Final = "image/heic"

# The brands of a still picture that HEIF files name; a film or an AVIF names others.
HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
OTHER_BRANDS: Final = frozenset({b"avif", b"avis"})


class Why(StrEnum):
    """Why a file is refused; `intake.evidence.wording` says it to people."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    OTHER_KIND = "other_kind"
    DAMAGED = "damaged"
    TOO_HEAVY = "too_heavy"
    ENCRYPTED = "encrypted"
    ACTIVE = "active"
    HOLDS_FILES = "holds_files"
    TOO_MANY_PAGES = "too_many_pages"
    INFECTED = "infected"


class Refused(Exception):
    """This file does not come in."""

    def __init__(self, why: Why) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True)
class Checked:
    """What is kept of a file that may come in, and a small picture of its first page where there is one."""

    content: bytes
    content_type: str
    pages: int
    preview: bytes | None


def kind_of(content: bytes) -> str:
    """One of the five; Refused for anything else, for nothing and for too much."""
    if not content:
        raise Refused(Why.EMPTY)
    if len(content) > MOST_BYTES:
        raise Refused(Why.TOO_BIG)
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if _is_heic(content):
        return HEIC
    raise Refused(Why.OTHER_KIND)


def _is_heic(content: bytes) -> bool:
    if content[4:8] != b"ftyp":
        return False
    size = min(int.from_bytes(content[:4], "big"), 256)
    brands = {content[8:12], *(content[at : at + 4] for at in range(16, size, 4))}
    return content[8:12] in HEIC_BRANDS and not brands & OTHER_BRANDS
