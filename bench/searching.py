"""Search among many clients: how long a worker waits for suggestions, after what she types (U17)."""

import re
import time
import urllib.parse
import urllib.request
from statistics import quantiles

from bench.seeding import name_of

SEARCHES = 400
BAR_S = 0.3


def waiting(address: str, worker: urllib.request.OpenerDirector, clients: int) -> float:
    """The seconds that 95 of 100 searches stay under: names, halves of names, numbers, and nobody."""
    page = worker.open(f"{address}/requests").read().decode()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    if token is None:
        raise SystemExit("The page of requests holds no token.")
    waited = []
    for number in range(SEARCHES):
        form = {"csrf_token": token[1], "q": _typed(number, clients)}
        asked = urllib.request.Request(  # noqa: S310  (our own)
            f"{address}/search/suggest",
            urllib.parse.urlencode(form).encode(),
            {"HX-Request": "true"},
        )
        began = time.perf_counter()
        worker.open(asked).read()
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
