"""The whole programme as `make run` serves it, in a throw-away instance, for tests that hurt it."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from core.config import ROOT
from tests.faults.processes import processes_of

SERVE = [sys.executable, "-m", "ops.serve"]
SECONDS_TO_START = 90
SECONDS_TO_END = 40


class Serving:
    """One running programme: both processes, what it printed, and where it answers."""

    def __init__(
        self,
        instance: Path,
        command: list[str] | None = None,
        *,
        until: str = r"http://127\.0\.0\.1:\d+  ",
        **settings: str,
    ) -> None:
        """`until` is what it must have printed before the test goes on."""
        self.instance = instance
        self.until = until
        self.output = ""
        self.address = ""
        environment = {**os.environ, "PORT": "0", "DEMO": "0", **settings}
        # A terminal of its own, so that Ctrl-C can be typed as a person types it.
        self._terminal, theirs = pty.openpty()
        self.process = subprocess.Popen(
            command or SERVE,
            cwd=ROOT,
            env={**environment, "INSTANCE": str(instance)},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: _own_terminal(),
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        try:
            self.wait_for(self.until)
        except BaseException:
            self.close()
            raise
        self.address = "".join(re.findall(r"http://127\.0\.0\.1:\d+(?=  )", self.output))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing of it is left, whatever the test did."""
        for number in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self.process.wait()
        os.close(self._terminal)

    def press_ctrl_c(self) -> None:
        os.write(self._terminal, b"\x03")

    def wait_for(self, pattern: str) -> None:
        """Read what it prints until the pattern stands there, or it ended."""
        deadline = time.monotonic() + SECONDS_TO_START
        while not re.search(pattern, self.output):
            assert time.monotonic() < deadline, self.output
            if not self._read() and self.process.poll() is not None:
                raise AssertionError(f"It ended: {self.output}")

    def ends(self) -> int:
        """Its exit code, once it and everything it started are gone."""
        deadline = time.monotonic() + SECONDS_TO_END
        while self.process.poll() is None or self.processes():
            assert time.monotonic() < deadline, f"{self.processes()}: {self.output}"
            self._read()
        while self._read():
            pass
        return self.process.wait()

    def processes(self, words: str = "") -> list[int]:
        """What works on this instance and has these words in its command line; oldest first."""
        return processes_of(self.instance, words)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._terminal], [], [], 0.1)
        if not ready:
            return False
        try:
            part = os.read(self._terminal, 65536)
        except OSError:  # nobody holds the other end any more
            return False
        self.output += part.decode(errors="replace").replace("\r\n", "\n")
        return bool(part)


def _own_terminal() -> None:
    """Make the terminal on standard input the one whose Ctrl-C reaches this session."""
    os.close(os.open(os.ttyname(0), os.O_RDWR))
