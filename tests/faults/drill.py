"""The long form of the tests that hurt, with fresh randomness: `make drill [ONLY=name]`.

DRILL_SEED repeats a run; DRILL_KILLS, DRILL_STOPS, DRILL_ROUNDS, DRILL_HISTORIES, DRILL_STEPS, DRILL_FILES,
DRILL_TAKEOVER and DRILL_CASES say how much.
"""

from __future__ import annotations

import os
import secrets
import signal
import sys
from functools import partial

from core.config import ROOT
from ops import chromium
from ops.postgres import Postgres
from ops.sentences import one_sentence
from ops.suite import BROWSER, Count, Part, tests, timed

LONG = {
    "DRILL_KILLS": "200",
    "DRILL_STOPS": "50",
    "DRILL_ROUNDS": "1000",
    "DRILL_HISTORIES": "2000",
    "DRILL_STEPS": "50",
    "DRILL_FILES": "10000",
    "DRILL_TAKEOVER": "10000",
    "DRILL_CASES": "500",
}
KILLS = ["tests/faults/test_kills.py", "-n", "0", "-s"]
RACES = ["tests/faults/test_races.py", "tests/faults/test_twice.py", "-n", "0"]
FILES = ["tests/regulation/test_damaged_files.py", "-n", "2"]
LISTS = ["tests/takeover/test_large.py", "-n", "0", "-s"]
MODEL = ["tests/model", "-n", "2"]
FORMS = [
    "tests/drafts/test_fields.py",
    "tests/bad_input",
    "tests/requests/test_several_judged.py",
    "-n",
    "2",
]
RULES = [
    "tests/regulation",
    "tests/replays",
    "tests/requests/test_figures_agree.py",
    "tests/requests/test_published_examples.py",
    "-n",
    "2",
]
# What both engines are asked whole: who may come where, and what is in every answer.
ACCESS = ["tests/access", "-n", "2"]
# On the second engine `make test` tries some of the cases of a test that has many.
FRONT_DOOR = [
    "tests",
    "--ignore=tests/browser",
    "--ignore=tests/faults",
    "--ignore=tests/model",
    "-n",
    "2",
]


def main(words: list[str]) -> None:
    """Run all parts, or those that are named; exit code 0 only when something passed and nothing failed."""
    unknown = [name for name in words if name not in PARTS]
    if unknown:
        print(f"There is no part {unknown[0]!r}; there are: {', '.join(PARTS)}.")
        sys.exit(2)
    os.chdir(ROOT)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    settings = {name: os.environ.get(name) or value for name, value in LONG.items()}
    settings["DRILL_SEED"] = os.environ.get("DRILL_SEED") or str(secrets.randbelow(10**9))
    os.environ.update(settings)
    said = " ".join(f"{name}={value}" for name, value in sorted(settings.items()))
    only = f" ONLY={' '.join(words)}" if words else ""
    print(f"{said} make drill{only}\n", flush=True)
    total = Count()
    with one_sentence():
        for name in words or PARTS:
            total += timed(name, PARTS[name])
    print(total)
    sys.exit(0 if total.passed and not total.failed else 1)


def on_postgres(what: list[str], **environment: str) -> Count:
    """The same again, on the engine of a real centre."""
    with Postgres() as server:
        return tests(what, TEST_DATABASE_URL=server.url, **environment)


def in_browser() -> Count:
    """The browser tests whole."""
    chromium.require()
    return tests(BROWSER, DRILL_WHOLE="1")


# What is run, in this order.
PARTS: dict[str, Part] = {
    "races": partial(tests, RACES),
    "damaged-rule-files": partial(tests, FILES),
    "long-lists": partial(tests, LISTS),
    "forms": partial(tests, FORMS, DRILL_WHOLE="1"),
    "rules": partial(tests, RULES, DRILL_WHOLE="1"),
    "browser": in_browser,
    "access": partial(tests, ACCESS, DRILL_WHOLE="1"),
    "front-door-on-postgresql": partial(on_postgres, FRONT_DOOR, DRILL_WHOLE="1"),
    "histories-on-sqlite": partial(tests, MODEL),
    "histories-on-postgresql": partial(on_postgres, MODEL),
    "kills": partial(tests, KILLS),
}

if __name__ == "__main__":
    main(sys.argv[1:])
