"""Interleaved measuring: a few requests of a page, a few of the reference, and so on; medians count."""

import http.cookiejar
import re
import urllib.parse
import urllib.request
from dataclasses import dataclass
from statistics import median

from bench.processes import cpu_seconds

ROUNDS, REQUESTS_A_ROUND, WARM_UP = 15, 20, 20


@dataclass(frozen=True)
class Target:
    """What is asked, by whom, and the processes that work for it."""

    address: str
    browser: urllib.request.OpenerDirector
    processes: list[int]


def browser() -> urllib.request.OpenerDirector:
    """Keeps cookies, as a browser does."""
    jar = http.cookiejar.CookieJar()
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))


def sign_in(address: str, username: str, passphrase: str) -> urllib.request.OpenerDirector:
    """A browser in which somebody is signed in."""
    opener = browser()
    page = opener.open(f"{address}/sign-in").read().decode()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    if token is None:
        raise SystemExit("The sign-in page holds no token.")
    form = {"csrf_token": token[1], "username": username, "passphrase": passphrase}
    opener.open(f"{address}/sign-in", urllib.parse.urlencode(form).encode()).read()
    return opener


def ratio(page: Target, reference: Target) -> tuple[float, float]:
    """(processor time beside the reference, seconds of processor time a request), medians."""
    for target in (page, reference):
        _ask(target, WARM_UP)
    pairs = [(_cost(page), _cost(reference)) for _ in range(ROUNDS)]
    page_s, reference_s = (median(side) for side in zip(*pairs, strict=True))
    return page_s / reference_s, page_s


def _cost(target: Target) -> float:
    before = cpu_seconds(target.processes)
    _ask(target, REQUESTS_A_ROUND)
    return (cpu_seconds(target.processes) - before) / REQUESTS_A_ROUND


def _ask(target: Target, times: int) -> None:
    for _ in range(times):
        with target.browser.open(target.address) as answer:
            answer.read()
