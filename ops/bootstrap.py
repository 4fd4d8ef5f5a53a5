"""Makes .venv ready and runs a Python command in it. Needs nothing but the standard library.

`python3 -m ops.bootstrap [--dev] [--browser] ARGUMENTS...` ends as `.venv/bin/python ARGUMENTS...`.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import importlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ops import chromium, vendor
from ops.apt import apt_install, is_root
from ops.pip import pip
from ops.sentences import Refusal, one_sentence

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
RUN_SET = "requirements.txt"
DEV_SET = "requirements-dev.txt"


def require_python(version: Sequence[int]) -> None:
    """Refuse a Python that is too old, before anything is made with it."""
    if tuple(version[:2]) < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        found = ".".join(map(str, version))
        raise Refusal(
            f"Python {wanted} or newer is needed and this is {found}: "
            f"name another, as in `make run PYTHON=python{wanted}`."
        )


def require_venv_module() -> None:
    """Make sure that this Python can make a virtual environment; Debian packs that apart."""
    if importlib.util.find_spec("ensurepip"):
        return
    if not is_root():
        raise Refusal(
            "This Python has no venv module: run `sudo apt-get install python3-venv` first."
        )
    print("Installing python3-venv ...", flush=True)
    apt_install("python3-venv")
    importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        raise Refusal(f"The Python at {sys.executable} has no venv module: use Debian's python3.")


class Environment:
    """The virtual environment of this folder, and the note in it of what was installed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / "bin" / "python"
        self.note = self.folder / "installed.json"

    def has(self, name: str) -> bool:
        """Whether exactly this list of requirements was installed here, by this Python."""
        return self._noted().get(name) == self._state_of(name) and self.python.exists()

    def install(self, name: str) -> None:
        """Install a list of requirements, each file checked against its hash."""
        if not os.access(self.root, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.root))
        self._make()
        print(f"Installing {name} ...", flush=True)
        if name == RUN_SET or not self._install_with_uv(name):
            self._pip(name)
        self.note_installed(name)

    def note_installed(self, name: str) -> None:
        """Write down that this list was installed as it stands now."""
        state = json.dumps({**self._noted(), name: self._state_of(name)})
        self.note.write_text(state, encoding="utf-8")

    def _make(self) -> None:
        # A folder that was moved, or a Python that was replaced, leaves an environment that is not ours.
        if self.python.exists() and self._noted().get("place", self._place()) == self._place():
            return
        require_venv_module()
        print("Making .venv ...", flush=True)
        if subprocess.run([sys.executable, "-m", "venv", "--clear", self.folder]).returncode:
            raise Refusal("The virtual environment could not be made; the lines above say why.")
        self.note.write_text(json.dumps({"place": self._place()}), encoding="utf-8")

    def _place(self) -> str:
        return f"{self.root} {sys.version}"

    def _noted(self) -> dict[str, str]:
        try:
            noted: dict[str, str] = json.loads(self.note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return noted

    def _state_of(self, name: str) -> str:
        text = (self.root / name).read_bytes() + self._place().encode()
        return hashlib.sha256(text).hexdigest()

    def _install_with_uv(self, name: str) -> bool:
        """Ten times faster than pip; False where its settings do not reach the registry."""
        with tempfile.TemporaryDirectory() as folder:
            only_uv = Path(folder) / "uv.txt"
            only_uv.write_text(block_of("uv", (self.root / name).read_text(encoding="utf-8")))
            self._pip(str(only_uv))
        python = str(self.python)
        uv = [python, "-m", "uv", "pip", "install", "--quiet", "--python", python]
        done = subprocess.run(
            [*uv, "--require-hashes", "-r", name], cwd=self.root, capture_output=True
        )
        return done.returncode == 0

    def _pip(self, requirements: str) -> None:
        if not pip(self.python, "install", "-r", requirements, cwd=self.root):
            raise Refusal(
                "The requirements could not be installed: "
                "check the connection to the package registry, then try again."
            )


def block_of(package: str, lock: str) -> str:
    """The lines of one package, with its hashes, in a lock file."""
    lines, inside = [], False
    for line in lock.splitlines():
        if not line.startswith(" "):
            inside = line.startswith(f"{package}==")
        if inside:
            lines.append(line)
    return "\n".join(lines) + "\n"


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """One at a time: a second `make` in this folder waits until the first has installed."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def make_ready(root: Path, *, dev: bool) -> Environment:
    """Everything that is needed to run (or to develop) stands in the folder; quick when it does."""
    environment = Environment(root)
    wanted = [RUN_SET, DEV_SET] if dev else [RUN_SET]
    try:
        with alone_in(root):
            for name in wanted:
                if not environment.has(name):
                    environment.install(name)
            vendor.fetch(environment.python, root / "static" / "vendor")
    except OSError as error:
        raise Refusal(
            f"{error.filename or root} cannot be written ({error.strerror}): "
            "give yourself the right to write in it, or clone elsewhere."
        ) from error
    return environment


def main(arguments: Sequence[str]) -> None:
    """Set up, then become the command."""
    with one_sentence():
        require_python(sys.version_info[:3])
        words = list(arguments)
        options = []
        while words and words[0] in ("--dev", "--browser"):
            options.append(words.pop(0))
        environment = make_ready(ROOT, dev="--dev" in options)
        if "--browser" in options:
            chromium.require()
        os.chdir(ROOT)
        sys.stdout.flush()
        os.execv(environment.python, [str(environment.python), *words])  # noqa: S606 - the caller's own words


if __name__ == "__main__":
    main(sys.argv[1:])
