"""Search among many clients: how long a worker waits for suggestions, after what she types (U17)."""

import time
from statistics import quantiles
from urllib.request import OpenerDirector

from bench.browsing import post, token_on
from bench.seeding import name_of

SEARCHES = 400
BAR_S = 0.3


def waiting(address: str, worker: OpenerDirector, clients: int) -> float:
    """The seconds that 95 of 100 searches stay under: names, halves of names, numbers, and nobody."""
    token = token_on(worker, f"{address}/requests")
    waited = []
    for number in range(SEARCHES):
        form = {"csrf_token": token, "q": _typed(number, clients)}
        began = time.perf_counter()
        post(worker, f"{address}/search/suggest", form, {"HX-Request": "true"})
        waited.append(time.perf_counter() - began)
    return quantiles(waited, n=20)[-1]


def _typed(number: int, clients: int) -> str:
    client = number * 7919 % clients
    given, family = name_of(client)
    return (
        f"{given} {family}",
        f"{family[:3]} {given[:2]}",
        family[:2],
        given[:3],
        f"{client:07}"[2:6],
        f"B{client:07}",
        "xyzzy niemand",
    )[number % 7]
