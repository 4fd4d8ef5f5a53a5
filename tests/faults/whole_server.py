"""The whole programme as `ops.serve` runs it, to be killed at any moment and started again."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.request import urlopen

from core.config import ROOT
from tests.faults.processes import SECONDS_TO_DIE, kill_all
from tests.faults.serving import SERVE

SECONDS_TO_START = 240


class WholeServer:
    """Supervisor, web server and worker of one instance, on one port through all its deaths."""

    def __init__(self, instance: Path, url: str, command: list[str] | None = None) -> None:
        self.command = command or SERVE
        self.instance = instance
        self.port = _free_port()
        self.log = instance / "server.log"
        self.environment = {
            **os.environ,
            "DEMO": "0",
            "MAKELEVEL": "1",  # as under make: it ends when whoever started it is gone
            "PORT": str(self.port),
            "INSTANCE": str(instance),
            "DATABASE_URL": url,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def start(self) -> None:
        """Begin to start; it may be killed before it answers."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self) -> None:
        """`kill -9` of every process."""
        kill_all(self.instance, self.process)
        deadline = time.monotonic() + SECONDS_TO_DIE
        while not self._port_is_free():  # a process that dies lets go of its files last
            assert time.monotonic() < deadline, self.port
            time.sleep(0.01)

    def wait_until_it_answers(self) -> None:
        """Return at its first answer; what it printed, if it ends instead."""
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            assert self.process is not None
            assert self.process.poll() is None, self.log.read_text(errors="replace")[-2000:]
            assert time.monotonic() < deadline, self.log.read_text(errors="replace")[-2000:]
            time.sleep(0.1)

    def _port_is_free(self) -> bool:
        with socket.socket() as one:
            return one.connect_ex(("127.0.0.1", self.port)) != 0

    def _answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=20):
                return True
        except OSError:
            return False


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
