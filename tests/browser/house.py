"""The real programme for the browser: the demo at one fixed instant, loaded once, served from copies."""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import http.cookiejar
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from core.config import ROOT
from demo.staff import PASSPHRASE, STAFF
from ops import children
from tests.faults.processes import kill_all

DEMO_TODAY = "2026-11-24"
CLOCK_INSTANT = "2026-11-24T09:30:00+01:00"
CACHE = ROOT / ".pytest_cache" / "demo"
# What decides which rows the demo has; a change here makes it load anew.
DECIDES = ("demo", "migrations", "accounts", "books", "core", "fund", "intake", "network", "offer")
DECIDES += ("payout", "regulation", "terms")
SHOWS = ("routes.py", "forms.py", "menu.py", "headers.py", "gate.py", "words.py", "wording.py")
SECONDS_TO_START = 240
DATABASE = "cultuurfonds.sqlite"
QUIET = subprocess.DEVNULL


def settings(instance: Path) -> dict[str, str]:
    """The environment of a programme on this instance."""
    clean = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DEMO")
    }
    own = {"INSTANCE": str(instance), "PORT": "0", "GUNICORN_CMD_ARGS": "--workers 1"}
    return {**clean, **own, "DEMO_TODAY": DEMO_TODAY, "CLOCK_INSTANT": CLOCK_INSTANT}


def prepared() -> Path:
    """An instance folder that holds the demo; made once for this code, whoever asks first."""
    CACHE.mkdir(parents=True, exist_ok=True)
    folder = CACHE / _state_of_code()
    with _alone_in(CACHE):
        if not folder.exists():
            for older in CACHE.iterdir():
                shutil.rmtree(older)
            _load(folder.with_suffix(".part"))
            folder.with_suffix(".part").rename(folder)
    return folder


def _state_of_code() -> str:
    digest = hashlib.sha256((DEMO_TODAY + CLOCK_INSTANT).encode())
    for top in DECIDES:
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in {".py", ".toml"} and not path.name.endswith(SHOWS):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _load(instance: Path) -> None:
    flask = [sys.executable, "-m", "flask", "--app", "app"]
    environment = settings(instance)
    unset = {name: value for name, value in environment.items() if name != "CLOCK_INSTANT"}
    # Only what is a demo already may have its clock set.
    prepare = subprocess.run([*flask, "instance", "prepare"], cwd=ROOT, env=unset, stdout=QUIET)
    load = subprocess.run([*flask, "demo", "load"], cwd=ROOT, env=environment, stdout=QUIET)
    assert prepare.returncode == load.returncode == 0, "the demo could not be loaded"
    _let_letters_be(instance / DATABASE)


def _let_letters_be(database: Path) -> None:
    """Take the demo's letters off the worker's desk: who opens one gets it made then.

    Else, before each test, the worker would begin anew on two years of them.
    """
    with closing(sqlite3.connect(database)) as opened, opened:
        opened.execute("UPDATE outbox_message SET delivered_at = created_at, tries = 1")


class House:
    """One running programme on its own copy of the demo, as `make run` starts it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.instance = folder / "instance"
        self.database = self.instance / DATABASE
        self.log = folder / "served.log"
        self.address = ""
        self._cookies: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        shutil.copytree(prepared(), self.instance)
        self._start()
        self._cookies = {member.username: self._sign_in(member.username) for member in STAFF}
        self._copy(self.database, self.folder / "base.sqlite")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait()

    def restore(self) -> None:
        """Everything as it was at the start, everybody signed in; the programme runs on."""
        self._copy(self.folder / "base.sqlite", self.database)

    def crash(self) -> None:
        """`kill -9` of server and worker, and up again: at another address, with the same sessions."""
        kill_all(self.instance, self._process)
        self._start()
        self._cookies = {
            username: [{**one, "url": self.address} for one in held]
            for username, held in self._cookies.items()
        }

    def cookies(self, username: str) -> list[dict[str, Any]]:
        """What the browser of somebody who signed in holds; nothing for nobody."""
        return self._cookies.get(username, [])

    def ask(self, statement: str, *values: object) -> Any:
        """The first column of the first row; an assertion when the demo holds none."""
        with closing(sqlite3.connect(self.database, timeout=30)) as database:
            row = database.execute(statement, values).fetchone()
        assert row is not None, f"the demo holds nothing for: {statement}"
        return row[0]

    def change(self, statement: str, *values: object) -> None:
        """Bring about what no page can: time that passed, a colleague who was quicker."""
        with closing(sqlite3.connect(self.database, timeout=30)) as database, database:
            database.execute(statement, values)

    def let_session_end(self, username: str) -> None:
        """As if nothing had been asked for an hour."""
        earlier = (dt.datetime.now(dt.UTC) - dt.timedelta(hours=1)).replace(tzinfo=None)
        self.change(
            "UPDATE signed_in SET seen_at = ? WHERE account_id ="
            " (SELECT id FROM account WHERE username = ?)",
            earlier.isoformat(" "),
            username,
        )

    def _copy(self, source: Path, target: Path) -> None:
        with (
            closing(sqlite3.connect(source, timeout=30)) as read,
            closing(sqlite3.connect(target, timeout=30)) as written,
        ):
            read.backup(written)

    def _start(self) -> None:
        with self.log.open("wb") as log:
            self._process = children.start(
                [sys.executable, "-m", "ops.serve"],
                cwd=ROOT,
                env=settings(self.instance),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.address = self._wait_for_address()

    def _wait_for_address(self) -> str:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            said = self.log.read_text(encoding="utf-8", errors="replace")
            if found := re.search(r"^Cultuurfonds: (http://127\.0\.0\.1:\d+)", said, re.MULTILINE):
                return found[1]
            assert self._process.poll() is None, f"It did not start: {said}"
            time.sleep(0.1)
        raise AssertionError(f"It did not start in time: {said}")

    def _sign_in(self, username: str) -> list[dict[str, Any]]:
        jar = http.cookiejar.CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        page = browser.open(f"{self.address}/sign-in").read().decode()
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
        assert token, "the sign-in page has no csrf_token"
        form = {"csrf_token": token[1], "username": username, "passphrase": PASSPHRASE}
        sent = urllib.parse.urlencode(form).encode()
        home = browser.open(f"{self.address}/sign-in", sent)
        assert not home.url.endswith("/sign-in"), f"{username} cannot sign in"
        return [{"name": held.name, "value": held.value, "url": self.address} for held in jar]


if __name__ == "__main__":
    prepared()
