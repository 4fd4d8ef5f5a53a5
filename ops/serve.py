"""Serves the programme: prepares the instance, starts the web server and one worker, ends both.

It says where to go and, in a demo, who can sign in. `make run` calls it; a service manager may too.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from ops import children
from ops.sentences import Refusal, one_sentence

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SECONDS_TO_START = 60
SECONDS_TO_END = 30

READY = [sys.executable, "-m", "ops.ready"]
WORKER = [sys.executable, "-m", "flask", "--app", "app", "worker"]
GUNICORN = [sys.executable, "-m", "gunicorn", "--config", "python:ops.gunicorn_conf"]

Running = dict[str, subprocess.Popen[bytes]]


class Stopped(Exception):
    """Somebody asked us to end."""


def main() -> None:
    """Serve until somebody asks to stop (exit code 0) or something breaks (a sentence, and 1)."""
    if "MAKELEVEL" in os.environ:
        children.end_with_parent()  # `kill -9` of make must not leave a server behind
    with one_sentence():
        serve()


def serve() -> None:
    """Take the port first: while a demo is being loaded, nobody else may get it."""
    running: Running = {}
    with take_port(wanted_port(os.environ.get("PORT"))) as listener, stop_signals():
        try:
            address = f"http://{HOST}:{listener.getsockname()[1]}"
            prepare(address)
            start(listener, running)
            if answers(f"{address}/healthz", running):
                print(f"\nCultuurfonds: {address}  (Ctrl-C stops it)", flush=True)
            name = first_to_end(running)
            raise Refusal(f"The {name} ended unexpectedly, so everything was stopped.")
        except Stopped:
            with suppress(OSError):  # the terminal may be gone
                print("\nStopping ...", flush=True)
        finally:
            end(running)


def wanted_port(text: str | None) -> int:
    """The port from the environment; 0 is any free one."""
    try:
        port = int(text or "8000")
    except ValueError:
        port = -1
    if not 0 <= port <= 65535:
        raise Refusal(f"PORT must be a number from 0 to 65535, and is {text!r}.")
    return port


def take_port(port: int) -> socket.socket:
    """A socket that listens on this machine; Refusal when another programme does already."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(256)
    except OSError as error:
        listener.close()
        raise Refusal(
            f"Port {port} cannot be used ({error.strerror}): "
            "stop what uses it, or choose another as in `make run PORT=8001`."
        ) from error
    return listener


@contextmanager
def stop_signals() -> Iterator[None]:
    """Turn the first signal that asks us to end into Stopped; later ones must not disturb the ending.

    A terminal that closes sends several at once. Only a second Ctrl-C means: do not wait.
    """

    asked: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        if len(asked) == 1 or number == signal.SIGINT:
            raise Stopped

    before = {number: signal.signal(number, stop) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def prepare(address: str) -> None:
    """Make the instance ready in a child, which says itself what is wrong when it fails."""
    process = children.start([*READY, address], cwd=ROOT)
    try:
        code = process.wait()
    except Stopped:
        process.terminate()
        process.wait()
        raise
    if code:
        sys.exit(code)


def start(listener: socket.socket, running: Running) -> None:
    """Start both; each is noted at once, so that none is left behind when the next one fails."""
    running["worker"] = children.start(WORKER, cwd=ROOT)
    number = listener.fileno()
    bind = ["--bind", f"fd://{number}"]
    running["web server"] = children.start([*GUNICORN, *bind], cwd=ROOT, pass_fds=(number,))
    listener.close()  # theirs now: when the server is gone, nobody may be left waiting


def answers(url: str, running: Running) -> bool:
    """True at the first answer, False as soon as one of the children is gone."""
    give_up_at = time.monotonic() + SECONDS_TO_START
    while all(child.poll() is None for child in running.values()):
        try:
            urllib.request.urlopen(url, timeout=SECONDS_TO_START)  # noqa: S310
            return True
        except (urllib.error.URLError, OSError) as error:
            if time.monotonic() > give_up_at:
                raise Refusal("The web server did not answer within a minute.") from error
            time.sleep(0.1)
    return False


def first_to_end(running: Running) -> str:
    """Wait until a child ends by itself; its name."""
    while True:
        for name, child in running.items():
            if child.poll() is not None:
                return name
        # Not a call that waits for good: a signal just before it would not be seen until a child ends.
        time.sleep(0.25)


def end(running: Running) -> None:
    """Let both finish what they do, for so long; a second Ctrl-C does not wait."""
    for child in running.values():
        child.terminate()
    deadline = time.monotonic() + SECONDS_TO_END
    for child in running.values():
        try:
            child.wait(max(0.0, deadline - time.monotonic()))
        except (subprocess.TimeoutExpired, Stopped):
            child.kill()
            child.wait()


if __name__ == "__main__":
    main()
