"""Finding the processes that work on one instance, whoever started them, and killing them all."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

SECONDS_TO_DIE = 30


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


def kill_all(instance: Path, started: subprocess.Popen[bytes] | None) -> None:
    """`kill -9` of every process of an instance, the youngest first: none is warned by the death of another."""
    deadline = time.monotonic() + SECONDS_TO_DIE
    while alive := processes_of(instance):
        for number in reversed(alive):
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        if started is not None:
            started.poll()  # the last of it is gone only once it was asked for
        assert time.monotonic() < deadline, alive
        time.sleep(0.01)
    if started is not None:
        started.wait()
