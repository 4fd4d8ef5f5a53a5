"""Checks and tests everything, one after the other, and sums it up: `make test`.

What fails does not stop what follows. Where CI=true, a skipped test is a failed one.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from ops import children, chromium
from ops.postgres import Postgres
from ops.scratch import scratch
from ops.sentences import Refusal, one_sentence

ROOT = Path(__file__).resolve().parent.parent

CHECKS = {
    "formatting": ["ruff", "format", "--check", "--quiet"],
    "ruff": ["ruff", "check", "--quiet"],
    "mypy": ["mypy"],
    "djlint": ["djlint", "templates", "--lint", "--quiet"],
    "import-linter": ["lint-imports"],
}

FRONT_DOOR = ["tests", "--ignore=tests/browser", "--ignore=tests/faults", "-n", "2"]
BROWSER = ["tests/browser", "-n", "2"]
# A file's tests share a house and a PostgreSQL: they stay together, on one of the two cores.
FAULTS = ["tests/faults", "-n", "2", "--dist", "loadfile"]


@dataclass(frozen=True)
class Count:
    """How many passed and failed; a check is one, a test is one."""

    passed: int = 0
    failed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.passed + other.passed, self.failed + other.failed)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"


Part = Callable[[], Count]
begun: list[subprocess.Popen[bytes]] = []


def main() -> None:
    """Run all parts; exit code 0 only when something passed and nothing failed."""
    os.chdir(ROOT)
    signal.signal(
        signal.SIGTERM, signal.default_int_handler
    )  # so that PostgreSQL's folder goes too
    total = Count()
    with one_sentence(), remembered():
        for name, part in parts().items():
            total += timed(name, part)
    print(total)
    sys.exit(0 if total.passed and not total.failed else 1)


def parts() -> dict[str, Part]:
    """What is run, in this order."""
    return {
        "the demo, meanwhile": load_demo,
        **{name: partial(check, words) for name, words in CHECKS.items()},
        "front door on SQLite": partial(tests, FRONT_DOOR, **quick()),
        "front door on PostgreSQL": on_postgres,
        "browser": in_browser,
        "faults": partial(tests, FAULTS),
    }


@contextmanager
def remembered() -> Iterator[None]:
    """A folder for what every process would make anew: pages that were parsed (both engines answer with
    the same), and modules that were compiled, also where the house itself keeps none."""
    with tempfile.TemporaryDirectory(prefix="remembered-", dir=scratch()) as folder:
        pages = Path(folder) / "pages"
        pages.mkdir()
        before = dict(os.environ)
        os.environ |= {"PARSED_PAGES": str(pages), "PYTHONPYCACHEPREFIX": f"{folder}/modules"}
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        try:
            yield
        finally:
            os.environ.clear()
            os.environ |= before


def timed(name: str, part: Part) -> Count:
    """Run one part, between its name and its count and minutes; what cannot run has failed."""
    print(f"== {name}", flush=True)
    began = time.monotonic()
    try:
        count = part()
    except Refusal as refusal:
        print(f"Error: {refusal}")
        count = Count(failed=1)
    minutes = (time.monotonic() - began) / 60
    print(f"-- {name}: {count} in {minutes:.1f} minutes\n", flush=True)
    return count


def load_demo() -> Count:
    """Begin to load what the browser tests look at: it takes one core, and the static checks the other.

    Whoever needs it waits for it, and loads it where this went wrong: it counts for nothing.
    """
    begun.append(children.start([sys.executable, "-m", "tests.browser.house"]))
    return Count()


def check(words: list[str]) -> Count:
    """One static check."""
    tool = Path(sys.executable).parent / words[0]
    done = subprocess.run([tool, *words[1:]])
    return Count(failed=1) if done.returncode else Count(passed=1)


def on_postgres() -> Count:
    """The front door again, on the engine of a real centre."""
    with Postgres() as server:
        return tests(FRONT_DOOR, TEST_DATABASE_URL=server.url, **quick())


def in_browser() -> Count:
    """The browser tests; they need Chromium, which is installed where that may be done."""
    chromium.require()
    return tests(BROWSER, **quick())


def quick() -> dict[str, str]:
    """For tests that pull no plug: their files stand in memory. The faults' stand on a disk."""
    folder = scratch()
    return {} if folder is None else {"TMPDIR": str(folder)}


def tests(arguments: list[str], **environment: str) -> Count:
    """One run of pytest, counted from its own report."""
    with report() as path:
        command = [sys.executable, "-m", "pytest", *arguments, f"--junit-xml={path}"]
        done = subprocess.run(command, env={**os.environ, **environment})
        count = counted(path, strict=os.environ.get("CI") == "true")
    if done.returncode != 0 and not count.failed:  # nothing collected, or pytest itself broke
        return count + Count(failed=1)
    return count


@contextmanager
def report() -> Iterator[Path]:
    """A place for pytest's report."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "report.xml"


def counted(report: Path, *, strict: bool) -> Count:
    """The tests in a JUnit report; an error counts as failed, and a skip too where we are strict."""
    if not report.exists():
        return Count(failed=1)
    passed = failed = 0
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314
        outcomes = {child.tag for child in case}
        if outcomes & {"failure", "error"} or (strict and "skipped" in outcomes):
            failed += 1
        elif "skipped" not in outcomes:
            passed += 1
    return Count(passed, failed)


if __name__ == "__main__":
    main()
