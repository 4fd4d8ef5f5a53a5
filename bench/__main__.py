"""`make bench`: the pages beside the reference page, on both engines and at several sizes of history."""

import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app import create_app
from bench.browsing import browser, get, sign_in
from bench.judging import EARLIER_GRANTS, worst_judgement
from bench.measuring import Target, costs
from bench.pages import BARS, pages
from bench.processes import served
from bench.searching import BAR_S, waiting
from bench.seeding import seed, seed_clients
from books import actions as books
from core import audit, clock, instance, trail
from core.config import ROOT, Config
from core.db import db, transaction
from demo.staff import PASSPHRASE, make_staff
from ops.postgres import Postgres
from regulation.versions import actions as regulation

SIZES = (1_000, 100_000)
TRAIL_ENTRIES = 100_000
CLIENTS = 100_000
HISTORY = ROOT / "bench" / "history.csv"
# Submitting is held against the form that it comes from, all else against the reference page.
BESIDE = {"submit": "form"}
REFERENCE = "reference"


def main() -> None:
    """BENCH_SIZES=1000,1000000 and BENCH_ENGINES=sqlite choose what is measured."""
    sizes = [int(n) for n in os.environ.get("BENCH_SIZES", "").split(",") if n] or list(SIZES)
    engines = os.environ.get("BENCH_ENGINES", "sqlite,postgresql").split(",")
    _say(f"{'page':10} {'engine':12} {'requests':>10} {'beside':>18} {'ms CPU':>9} {'bar':>6}")
    for engine in engines:
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder, _database(engine, folder) as (url, pids):
                _measure(engine, url, Path(folder), size, pids)
        with tempfile.TemporaryDirectory() as folder, _database(engine, folder) as (url, _pids):
            _search(engine, url, Path(folder))
    _verify_the_trail()
    _judge()


@contextmanager
def _database(engine: str, folder: str) -> Iterator[tuple[str, list[int]]]:
    """A fresh database: its address, and the processes that work for it."""
    if engine == "sqlite":
        yield f"sqlite:///{folder}/bench.sqlite", []
        return
    with Postgres() as server:
        yield server.url, [server.process.pid] if server.process else []


def _measure(engine: str, url: str, folder: Path, size: int, pids: list[int]) -> None:
    clients = _prepare(url, folder, size)
    environment = {"INSTANCE": str(folder), "DATABASE_URL": url}
    with (
        served("app:create_app()", environment, ROOT) as (address, server),
        served("bench.reference:create_app()", {}, ROOT) as (plain, plain_server),
    ):
        asked = pages(address, clients)
        targets = {name: Target(ask, [server, *pids]) for name, ask in asked.items()}
        stranger = browser()
        reference = Target(lambda: get(stranger, f"{plain}/"), [plain_server])
        # Submitting makes requests, which are counted: it goes last, and by turns with its form alone.
        looking = {name: one for name, one in targets.items() if name not in BESIDE}
        seconds = costs({**looking, REFERENCE: reference})
        filing = costs({name: targets[name] for pair in BESIDE.items() for name in pair})
    for name in looking:
        _told(name, engine, size, seconds[name], REFERENCE, seconds[REFERENCE])
    for name, beside in BESIDE.items():
        _told(name, engine, size, filing[name], beside, filing[beside])


def _told(
    page: str, engine: str, size: int, seconds: float, beside: str, seconds_beside: float
) -> None:
    """A line on the screen, and one in the history."""
    times, bar = seconds / seconds_beside, BARS[page][engine]
    _say(
        f"{page:10} {engine:12} {size:>10,} {times:>6.2f} x {beside:10} "
        f"{1000 * seconds:>8.2f} {bar:>6.1f}"
    )
    _remember(page, engine, size, times)


def _search(engine: str, url: str, folder: Path) -> None:
    """U17: suggestions among 100,000 clients within 300 ms, for 95 of 100 searches."""
    _prepare(url, folder, requests=0, clients=CLIENTS)
    with served("app:create_app()", {"INSTANCE": str(folder), "DATABASE_URL": url}, ROOT) as (
        address,
        _server,
    ):
        seconds = waiting(address, sign_in(address, "an", PASSPHRASE), CLIENTS)
    _say(
        f"search, {CLIENTS:,} clients, {engine}: {1000 * seconds:.0f} ms (p95; bar {1000 * BAR_S:.0f} ms)"
    )


def _prepare(url: str, folder: Path, requests: int, clients: int = 0) -> Sequence[int]:
    """A database with so many requests, or clients; answers clients who have open requests."""
    config = Config(folder, url, url, "demo", secure_cookies=False, clock_instant=None)
    app = create_app(config)
    with app.app_context():
        instance.prepare("demo")
        with transaction():
            staff = make_staff()
            text = (ROOT / "regulation/example/voorbeeld.toml").read_text(encoding="utf-8")
            council = regulation.CouncilDecision(clock.today(), "voorbeeld")
            version = regulation.bring_in(text, by=None)
            regulation.put_into_force(version, by=staff["bea"], council=council)
            source = books.add_source("Eigen middelen")
            books.open_year(clock.today().year, "client_aid", [(source, 100_000_000)])
        if clients:
            seed_clients(clients)
        return seed(requests) if requests else ()


def _verify_the_trail() -> None:
    """trust.md: 100,000 entries of the audit trail are checked in 10 s."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/trail.sqlite"
        config = Config(Path(folder), url, url, "demo", secure_cookies=False, clock_instant=None)
        app = create_app(config)
        with app.app_context():
            instance.prepare("demo")
            with transaction():
                for number in range(TRAIL_ENTRIES):
                    audit.record("thing.done", kind="thing", object_id=number)
            began = time.process_time()
            broken = trail.verify(db.session())
            seconds = time.process_time() - began
    state = "whole" if broken is None else f"broken at {broken}"
    _say(f"audit verify, {TRAIL_ENTRIES:,} entries: {state}, {seconds:.1f} s CPU (bar 10 s)")


def _judge() -> None:
    """One judgement with 200 earlier grants costs 1 ms of CPU or less on the biggest rule."""
    rule_id, seconds = worst_judgement()
    grants = f"{EARLIER_GRANTS} earlier grants"
    _say(f"one judgement, {grants}: {1000 * seconds:.2f} ms CPU on {rule_id} (bar 1 ms)")


def _remember(page: str, engine: str, size: int, times: float) -> None:
    """A line in the history of ratios: machines differ, their ratios hardly."""
    if not HISTORY.exists():
        HISTORY.write_text("day,page,engine,requests,times_reference\n", encoding="utf-8")
    with HISTORY.open("a", encoding="utf-8") as file:
        file.write(f"{dt.date.today():%Y-%m-%d},{page},{engine},{size},{times:.2f}\n")  # noqa: DTZ011


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
