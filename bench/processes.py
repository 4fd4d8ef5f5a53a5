"""Servers of the benchmark, and the processor time that they and the database use."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STARTING_S = 30


@contextmanager
def served(target: str, environment: dict[str, str], root: Path) -> Iterator[tuple[str, int]]:
    """gunicorn with two workers of four threads; answers its address and its process."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--no-control-socket", "-w", "2", "-k", "gthread"]
    command += ["--threads", "4", "--bind", f"127.0.0.1:{port}", "--log-level", "error", target]
    with subprocess.Popen(command, cwd=root, env={**os.environ, **environment}) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address, process)
            yield address, process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTING_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address + "/healthz", timeout=2):  # noqa: S310  (our own)
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("A server of the benchmark did not start.")


def cpu_seconds(roots: list[int]) -> float:
    """Processor time of these processes and all that came from them."""
    parents = _parents()
    wanted = set(roots)
    grown = True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in wanted} - wanted
        wanted |= more
        grown = bool(more)
    return sum(_nanoseconds(pid) for pid in wanted) / 1e9


def _parents() -> dict[int, int]:
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            text = _read(folder / "stat")
            # the name in brackets may hold spaces; the parent is the second field after it
            if text:
                found[int(folder.name)] = int(text.rpartition(")")[2].split()[1])
    return found


def _nanoseconds(pid: int) -> int:
    """What the threads that live now have run; the clock of /proc/PID/stat is too coarse."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return 0
    return sum(int((_read(thread / "schedstat") or "0").split()[0]) for thread in threads)


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
