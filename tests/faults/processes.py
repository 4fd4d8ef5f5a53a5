"""Finding the processes that work on one instance, whoever started them."""

from __future__ import annotations

import os
from pathlib import Path


def processes_of(instance: Path, words: str = "") -> list[int]:
    """What works on this instance and has these words in its command line; oldest first."""
    mark = f"INSTANCE={instance}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes().split(b"\0")
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:  # gone in the meantime, or not ours
            continue
        if mark in environment and words in command and int(folder.name) != os.getpid():
            found.append(int(folder.name))
    return sorted(found)
