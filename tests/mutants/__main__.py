"""Change the judge in one place, see whether its tests notice, and so on: `make mutants`.

MUTANTS=regulation/judge/caps.py names one module. Two run at a time, each in a process of its own
that has loaded all but the judge; the tests that are likely to notice go first.
"""

from __future__ import annotations

import importlib.abc
import importlib.util
import io
import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import hypothesis  # noqa: F401  loaded once, before the processes part
import pytest
from flask_babel import lazy_gettext  # noqa: F401

from core.config import ROOT
from tests.mutants.changes import Mutant, mutants_of
from tests.mutants.explained import EXPLAINED

JUDGE = [ROOT / "regulation" / room for room in ("vocabulary", "findings", "judge")]
# How a field is written is the reader's matter: its tests are those of files.
LEFT_OUT = {"__init__.py", "spec.py"}
TESTS = (
    "tests/regulation/test_shipped_files.py",
    "tests/regulation/test_pinned_cases.py",
    "tests/regulation/test_pinned_money.py",
    "tests/regulation/test_pinned_people.py",
    "tests/regulation/test_pinned_incomes.py",
    "tests/regulation/test_pinned_costs.py",
    "tests/regulation/test_pinned_choices.py",
    "tests/regulation/test_pinned_edges.py",
    "tests/regulation/test_questions.py",
    "tests/regulation/test_frozen.py",
    "tests/regulation/test_properties.py",
)
SECONDS_EACH = 90
BAR = 0.95


@dataclass(frozen=True)
class Result:
    """Did the tests notice a mutant?"""

    module: str
    mutant: Mutant
    killed: bool

    @property
    def name(self) -> str:
        """What explained.py calls it."""
        return f"{self.module}: {self.mutant.what}"


def main() -> None:
    """Try every mutant; exit code 0 when enough are killed and every survivor is explained."""
    os.chdir(ROOT)
    os.environ.setdefault("EXAMPLES", "30")
    if not _notices("", ""):
        sys.exit("The tests fail on the judge as it is.")
    began = time.monotonic()
    work = [(path, mutant) for path in _modules() for mutant in mutants_of(path.read_text())]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        results = list(pool.map(_tried, work))
    survivors = [one for one in results if not one.killed]
    for one in survivors:
        why = EXPLAINED.get(one.name, "NOT EXPLAINED")
        print(f"{one.module}.py:{one.mutant.line}: {one.mutant.what}\n    {why}")
    killed = len(results) - len(survivors)
    print(f"{killed} of {len(results)} killed in {(time.monotonic() - began) / 60:.0f} minutes")
    unexplained = [one for one in survivors if one.name not in EXPLAINED]
    sys.exit(0 if results and killed >= BAR * len(results) and not unexplained else 1)


def _modules() -> list[Path]:
    named = os.environ.get("MUTANTS")
    if named:
        return [ROOT / named]
    found = [path for room in JUDGE for path in sorted(room.glob("*.py"))]
    return [path for path in found if path.name not in LEFT_OUT]


def _tried(work: tuple[Path, Mutant]) -> Result:
    path, mutant = work
    name = f"regulation.{path.parent.name}.{path.stem}"
    return Result(path.stem, mutant, killed=not _notices(name, mutant.source))


def _notices(module: str, source: str) -> bool:
    """Do all tests pass? In a process of its own, that is ended when it goes on for too long."""
    child = os.fork()
    if child == 0:
        os._exit(0 if _passes(module, source) else 1)
    ends = time.monotonic() + SECONDS_EACH
    while time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _passes(module: str, source: str) -> bool:
    if module:
        sys.meta_path.insert(0, _Changed(module, source))
    quiet = ["-x", "-q", "--noconftest", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore"]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return pytest.main([*quiet, *TESTS]) == 0


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Gives the changed text of one module where Python asks for it."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source

    def find_spec(self, name: str, path: object, target: object = None) -> object:
        """The changed module, or nothing for every other."""
        return importlib.util.spec_from_loader(name, self) if name == self.name else None

    def get_source(self, name: str) -> str:
        """Its text."""
        return self.source


if __name__ == "__main__":
    main()
