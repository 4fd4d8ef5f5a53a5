"""A calendar as text by RFC 5545, for the core room: lines folded, text escaped. It decides no entry."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

LONGEST_LINE_BYTES: Final = 75
PRODUCT: Final = "-//Cultuurfonds//NL"


@dataclass(frozen=True)
class Entry:
    """Something on a day, or from one instant to another. The same thing keeps its `uid` for ever."""

    uid: str
    words: str
    on: dt.date | None = None
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    url: str = ""


def calendar(name: str, entries: Iterable[Entry], *, made_at: dt.datetime) -> bytes:
    """The whole calendar, in UTF-8. Instants go out in UTC, which every program shows as its own time."""
    return b"".join(_folded(line) for line in _lines(name, entries, made_at))


def _lines(name: str, entries: Iterable[Entry], made_at: dt.datetime) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN")
    yield from ("METHOD:PUBLISH", f"X-WR-CALNAME:{_escaped(name)}")
    for entry in entries:
        yield "BEGIN:VEVENT"
        yield f"UID:{_escaped(entry.uid)}"
        yield f"DTSTAMP:{_instant(made_at)}"
        yield from _when(entry)
        yield f"SUMMARY:{_escaped(entry.words)}"
        if entry.url:
            yield f"URL:{_one_line(entry.url)}"
        yield "END:VEVENT"
    yield "END:VCALENDAR"


def _when(entry: Entry) -> Iterator[str]:
    if entry.on is not None:
        yield f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{entry.on + dt.timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"  # nobody is busy all day because a term ends
        return
    if entry.starts_at is None or entry.ends_at is None:
        raise ValueError("an entry has a day, or a beginning and an end")
    yield f"DTSTART:{_instant(entry.starts_at)}"
    yield f"DTEND:{_instant(entry.ends_at)}"


def _instant(at: dt.datetime) -> str:
    if at.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return f"{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """Backslash first, so that what is escaped is not escaped again."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(sign, written)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\\n".join(_one_line(line) for line in lines)


def _one_line(text: str) -> str:
    """Without anything that could end a line; a tab may stay."""
    return "".join(sign for sign in text if sign == "\t" or sign.isprintable())


def _folded(line: str) -> bytes:
    """A line of 75 bytes at most goes on behind a space; no letter is cut in two."""
    pieces: list[bytes] = []
    piece = b""
    for sign in line:
        encoded = sign.encode()
        if len(piece) + len(encoded) > LONGEST_LINE_BYTES:
            pieces.append(piece)
            piece = b" "
        piece += encoded
    pieces.append(piece)
    return b"\r\n".join(pieces) + b"\r\n"
