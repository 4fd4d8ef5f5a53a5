"""Change the judge in one place, see whether its tests notice, and so on: `make mutants`.

MUTANTS=caps or MUTANTS=caps._limit,telling tries only what is called so; WORKERS=1 leaves cores to
others. Each change runs in a process of its own that has loaded all but the judge; the tests that
are likely to notice go first.
"""

from __future__ import annotations

import importlib.abc
import importlib.util
import io
import os
import resource
import sys
import time
from collections.abc import Iterator
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
OF_RULES = ROOT / "tests" / "regulation"
# In this order, so that most are noticed before the many and the slow are even read.
TESTS = (
    [*(str(path.relative_to(ROOT)) for path in sorted(OF_RULES.glob("test_pinned_*.py")))],
    [f"tests/regulation/test_{name}.py" for name in ("questions", "questions_of_means", "frozen")],
    ["tests/regulation/test_shipped_files.py"],
    ["tests/regulation/test_properties.py"],
)
# Of the processor: what never ends is noticed too, but a busy machine is no reason.
SECONDS_EACH = 90
BAR = 0.95


@dataclass(frozen=True)
class Try:
    """A mutant, and the module that it takes the place of."""

    path: Path
    mutant: Mutant

    @property
    def name(self) -> str:
        """What explained.py calls it."""
        return f"{self.path.stem}.{self.mutant.what}"

    @property
    def module(self) -> str:
        """What Python calls the module."""
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts)


def main() -> None:
    """Try every mutant; exit code 0 when enough are killed and every survivor is explained."""
    os.chdir(ROOT)
    os.environ.setdefault("EXAMPLES", "30")
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    everything = list(_everything())
    wanted = tuple(filter(None, os.environ.get("MUTANTS", "").split(",")))
    work = [one for one in everything if not wanted or one.name.startswith(wanted)]
    began = time.monotonic()
    if os.waitpid(_started(None), 0)[1]:
        sys.exit("The tests fail on the judge as it is.")
    survivors = [one for one, killed in _tried(work) if not killed]
    killed = len(work) - len(survivors)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    minutes = [(time.monotonic() - began) / 60, (used.ru_utime + used.ru_stime) / 60]
    print(
        f"{killed} of {len(work)} killed in {minutes[0]:.0f} minutes ({minutes[1]:.0f} of one core)"
    )
    unexplained = [one for one in survivors if one.name not in EXPLAINED]
    gone = EXPLAINED.keys() - {one.name for one in everything}
    for name in sorted(gone):
        print(f"explained, but no longer there: {name}")
    sys.exit(0 if work and killed >= BAR * len(work) and not unexplained and not gone else 1)


def _everything() -> Iterator[Try]:
    found = [path for room in JUDGE for path in sorted(room.glob("*.py"))]
    for path in found:
        if path.name not in LEFT_OUT:
            yield from (Try(path, mutant) for mutant in mutants_of(path.read_text()))


def _tried(work: list[Try]) -> Iterator[tuple[Try, bool]]:
    """Each with whether it was killed, as they end."""
    workers = int(os.environ.get("WORKERS") or os.cpu_count() or 1)
    running: dict[int, Try] = {}
    for one in work:
        if len(running) == workers:
            yield _ended(running)
        running[_started(one)] = one
    while running:
        yield _ended(running)


def _started(one: Try | None) -> int:
    """A process that ends with 0 when all tests pass."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_EACH, SECONDS_EACH))
        os._exit(0 if _passes(one) else 1)
    return child


def _ended(running: dict[int, Try]) -> tuple[Try, bool]:
    child, status = os.wait()
    one, killed = running.pop(child), status != 0
    if not killed:
        why = EXPLAINED.get(one.name, "NOT EXPLAINED")
        print(f"{one.path.name}:{one.mutant.line}: {one.name}\n    {why}", flush=True)
    return one, killed


def _passes(one: Try | None) -> bool:
    if one:
        sys.meta_path.insert(0, _Changed(one.module, one.mutant.source))
    bare = ["--noconftest", "--assert=plain", "-p", "no:cacheprovider", "-W", "ignore"]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return all(pytest.main(["-x", "-q", *bare, *files]) == 0 for files in TESTS)


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
