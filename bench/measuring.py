"""Interleaved measuring: a few requests of a page, a few of the reference, and so on; medians count."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

from bench.processes import cpu_seconds

ROUNDS, REQUESTS_A_ROUND, WARM_UP = 15, 20, 20


@dataclass(frozen=True)
class Target:
    """One way to ask for a page, and the processes that work for it."""

    ask: Callable[[], None]
    processes: list[int]


def costs(targets: Mapping[str, Target]) -> dict[str, float]:
    """Seconds of processor time a request, the median of each: all in turn, so that what else the
    machine does falls on all of them alike."""
    for target in targets.values():
        _ask(target, WARM_UP)
    rounds = [{name: _cost(one) for name, one in targets.items()} for _ in range(ROUNDS)]
    return {name: median(each[name] for each in rounds) for name in targets}


def _cost(target: Target) -> float:
    before = cpu_seconds(target.processes)
    _ask(target, REQUESTS_A_ROUND)
    return (cpu_seconds(target.processes) - before) / REQUESTS_A_ROUND


def _ask(target: Target, times: int) -> None:
    for _ in range(times):
        target.ask()
