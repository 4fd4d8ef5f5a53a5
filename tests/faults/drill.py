"""The long form of the tests that hurt, with fresh randomness: `make drill [ONLY=name]`.

DRILL_SEED repeats a run; DRILL_KILLS, DRILL_STOPS, DRILL_ROUNDS, DRILL_HISTORIES, DRILL_STEPS, DRILL_FILES and
DRILL_TAKEOVER say how much.
"""

from __future__ import annotations

import os
import secrets
import signal
import sys
from functools import partial

from core.config import ROOT
from ops.postgres import Postgres
from ops.sentences import one_sentence
from ops.suite import Count, Part, tests, timed

LONG = {
    "DRILL_KILLS": "200",
    "DRILL_STOPS": "50",
    "DRILL_ROUNDS": "1000",
    "DRILL_HISTORIES": "2000",
    "DRILL_STEPS": "50",
    "DRILL_FILES": "10000",
    "DRILL_TAKEOVER": "10000",
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


def on_postgres() -> Count:
    """The histories again, on the engine of a real centre."""
    with Postgres() as server:
        return tests(MODEL, TEST_DATABASE_URL=server.url)


# What is run, in this order.
PARTS: dict[str, Part] = {
    "races": partial(tests, RACES),
    "damaged-rule-files": partial(tests, FILES),
    "long-lists": partial(tests, LISTS),
    "forms": partial(tests, FORMS, DRILL_WHOLE="1"),
    "histories-on-sqlite": partial(tests, MODEL),
    "histories-on-postgresql": on_postgres,
    "kills": partial(tests, KILLS),
}

if __name__ == "__main__":
    main(sys.argv[1:])
