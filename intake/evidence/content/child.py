"""The process in which a file of intake's evidence is opened: no keys, no database, little memory and time."""

import json
import resource
import sys
from typing import Final

from intake.evidence.content.checks import checked
from intake.evidence.content.kinds import MOST_BYTES, Refused, Why

MEMORY_BYTES: Final = 2 * 1024**3
WRITTEN_BYTES: Final = 64 * 1024**2
SECONDS: Final = 20


def main() -> None:
    """The file comes in by stdin; one line of JSON and then the bytes go out by stdout."""
    _keep_within(resource.RLIMIT_AS, MEMORY_BYTES)
    _keep_within(resource.RLIMIT_CPU, SECONDS)
    _keep_within(resource.RLIMIT_FSIZE, WRITTEN_BYTES)
    _keep_within(resource.RLIMIT_CORE, 0)
    try:
        kept = checked(sys.stdin.buffer.read(MOST_BYTES + 1))
    except Refused as refused:
        _say({"why": refused.why})
    except MemoryError:
        _say({"why": Why.TOO_HEAVY})
    else:
        sizes = {"content": len(kept.content), "preview": len(kept.preview or b"")}
        about = {"content_type": kept.content_type, "pages": kept.pages}
        _say({**about, **sizes}, kept.content, kept.preview or b"")


def _keep_within(what: int, most: int) -> None:
    resource.setrlimit(what, (most, most))


def _say(words: dict[str, object], *more: bytes) -> None:
    sys.stdout.buffer.write(json.dumps(words).encode() + b"\n")
    for part in more:
        sys.stdout.buffer.write(part)


if __name__ == "__main__":
    main()
