"""The pages that are measured: who asks for each, and what is typed. It measures nothing."""

import re
import uuid
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Final
from urllib.request import OpenerDirector

from bench.browsing import get, post, sign_in, token_on
from demo.staff import PASSPHRASE

# performance.md, by engine. Submitting: beside the form; the others: beside the reference page.
BOTH: Final = ("sqlite", "postgresql")
BARS: Final = {
    "worklist": {"sqlite": 2.0, "postgresql": 3.0},
    "case": dict.fromkeys(BOTH, 4.0),
    "form": dict.fromkeys(BOTH, 3.5),
    "assess": dict.fromkeys(BOTH, 2.5),
    "submit": dict.fromkeys(BOTH, 1.5),
}
TYPED: Final = {
    "what": "Lidgeld sportclub, seizoen",
    "cost": "10,00",
    "cost_on": "vandaag",
    "kind": "fund",
    "reason": "belong",
    "payee": "provider",
    "category": "membership_sport",
    "provider_name": "Een club",
    "report": "Een verslag van een paar zinnen. Het gezin wil graag meedoen.",
}
HTMX: Final = {"HX-Request": "true"}
PLACES: Final = 50


def pages(address: str, clients: Sequence[int]) -> dict[str, Callable[[], None]]:
    """How each is asked once, by the one who works with it: another request or client each time."""
    bert, an = (sign_in(address, name, PASSPHRASE) for name in ("bert", "an"))
    worklist = f"{address}/worklist"
    cases = cycle([f"{worklist}/{one}" for one in _open_requests(bert, worklist)])
    forms = cycle([f"{address}/filings/new?client={client}" for client in clients])
    token, asked = token_on(an, f"{address}/requests"), cycle(clients)

    def send(path: str) -> None:
        post(an, f"{address}{path}", {"csrf_token": token, **_filled(next(asked))}, HTMX)

    return {
        "worklist": lambda: get(bert, worklist),
        "case": lambda: get(bert, next(cases)),
        "form": lambda: get(an, next(forms)),
        "assess": lambda: send("/filings/assess"),
        "submit": lambda: send("/filings"),
    }


def _open_requests(approver: OpenerDirector, worklist: str) -> list[str]:
    """The requests on the first page of the worklist."""
    with approver.open(worklist) as answer:
        found = re.findall(r'href="/worklist/(\d+)"', answer.read().decode())
    if len(found) != PLACES:
        raise SystemExit("The worklist does not hold a page of requests.")
    return found


def _filled(client: int) -> dict[str, str]:
    """The form as a browser sends it, filled in."""
    who = {"opened_for": str(client), "client_id": str(client)}
    return {"draft_id": str(uuid.uuid4()), **who, **TYPED}
