"""What must reach nobody who has no business with it: personal values, typed through the front door."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from core.clock import long_date, show_date
from core.db import db
from intake.people.models import Address, Client
from intake.requests.models import Filing, Request
from payout.models import Voucher
from tests.access.scene import Scene

# Each under the keeping of one worker: who they are, where they live, what they are in need of.
TOLD = {
    "an": {
        "given_name": "Quirine",
        "family_name": "Zwaluwbek",
        "birth_on": "30/07/1985",
        "street": "Kwartelstraat 77",
        "national_number": "85.07.30-033 28",
        "iban": "BE71 0961 2345 6769",
        "goal": "Weer onder de mensen durven komen",
        "report": "Haar broer zit in de gevangenis van Tongeren.",
        "question": "Is de deurwaarder al langs geweest?",
        "answer": "Ja, de beslaglegging loopt sinds mei.",
        "reasons": "De spaarrekening volstaat voor dit kamp.",
        "why": "Cliënte ligt in het ziekenhuis.",
    },
    "arne": {
        "given_name": "Balthazar",
        "family_name": "Wielewaal",
        "birth_on": "17/11/1962",
        "street": "Merelhof 13",
        "national_number": "",
        "iban": "BE16 0963 1415 9274",
        "goal": "Rust vinden na de echtscheiding",
        "report": "Mijnheer drinkt en zoekt daarvoor hulp.",
        "question": "Klopt het dat hij zijn job verloor?",
        "answer": "Hij werd in juni ontslagen wegens diefstal.",
        "reasons": "De werkloosheidsuitkering is te hoog.",
        "why": "Mijnheer is naar zijn zus verhuisd.",
    },
}


@dataclass
class Canaries:
    """The values by the worker who keeps them, and the numbers under which they can be asked for."""

    of: dict[str, list[str]] = field(default_factory=dict)
    clients: dict[str, int] = field(default_factory=dict)
    requests: dict[str, list[int]] = field(default_factory=dict)
    filings: dict[str, list[int]] = field(default_factory=dict)

    def all(self) -> list[str]:
        return [value for values in self.of.values() for value in values]


def confide(scene: Scene) -> Canaries:
    """Tell the house all of it, as workers and an approver do in a week."""
    told = Canaries()
    for who, values in TOLD.items():
        told.clients[who] = client_id = _new_client(scene, who, values)
        refused = _file(scene, who, client_id, values)
        _ask_and_answer(scene, who, refused, values)
        _refuse(scene, refused, values)
        withdrawn = _file(scene, who, client_id, values)
        version = _version(scene, withdrawn)
        _done(
            scene.browsers[who].send(
                "POST",
                f"/requests/{withdrawn}/withdraw",
                {"why": values["why"], "seen_version": version},
            )
        )
    _gather(scene, told)
    return told


def _done(answer: Any) -> str:
    assert answer.status_code == 303, (answer.status_code, answer.request.path)
    return answer.location


def _new_client(scene: Scene, who: str, values: dict[str, str]) -> int:
    location = _done(scene.browsers[who].send("POST", "/clients/new", values))
    return int(location.rsplit("=", 1)[1])


def _file(scene: Scene, who: str, client_id: int, values: dict[str, str]) -> int:
    browser = scene.browsers[who]
    page = browser.get(f"/filings/new?client={client_id}").get_data(as_text=True)
    typed = {
        "draft_id": re.search(r'name="draft_id"[^>]*value="([^"]+)"', page)[1],
        "opened_for": client_id,
        "client_id": client_id,
        "what": "Chirokamp, 10 dagen",
        "activity_id": scene.world.activities["chirokamp"],
        "cost": "130,00",
        "cost_on": "24/11/2026",
        "reason": "belong",
        "kind": "fund",
        "payee": "provider",
        "goal": values["goal"],
        "report": values["report"],
    }
    receipt = browser.get(_done(browser.send("POST", "/filings", typed)))
    return int(re.search(r"/requests/(\d+)\"", receipt.get_data(as_text=True))[1])


def _version(scene: Scene, request_id: int) -> int:
    with scene.app.app_context():
        return db.session.get_one(Request, request_id).lock_version


def _ask_and_answer(scene: Scene, who: str, request_id: int, values: dict[str, str]) -> None:
    form = {"version": _version(scene, request_id), "question": values["question"]}
    _done(scene.browsers["bert"].send("POST", f"/worklist/{request_id}/ask", form))
    form = {"seen_version": _version(scene, request_id), "text": values["answer"]}
    _done(scene.browsers[who].send("POST", f"/requests/{request_id}/answer", form))


def _refuse(scene: Scene, request_id: int, values: dict[str, str]) -> None:
    form = {
        "version": _version(scene, request_id),
        "reason_code": "other",
        "reasons": values["reasons"],
    }
    _done(scene.browsers["bert"].send("POST", f"/worklist/{request_id}/refuse", form))


def _gather(scene: Scene, told: Canaries) -> None:
    """All personal values as they stand in the database, of every client of each team."""
    workers = {scene.world.people[who]: who for who in ("an", "nina", "arne")}
    with scene.app.app_context():
        for one in db.session.scalars(select(Client)):
            who = workers[one.responsibles[0].worker_id]
            told.of.setdefault(who, []).extend(_of_client(one))
        for filing in db.session.scalars(select(Filing).order_by(Filing.id)):
            who = workers[filing.filed_by_id]
            numbers = [request.id for request in filing.requests]
            told.filings.setdefault(who, []).append(filing.id)
            told.requests.setdefault(who, []).extend(numbers)
            told.of[who] += [filing.receipt_number, *(one.number for one in filing.requests)]
            codes = select(Voucher.code).where(Voucher.request_id.in_(numbers))
            told.of[who] += db.session.scalars(codes)
    for who, values in TOLD.items():
        told.of[who] += [value for value in values.values() if value]
        told.of[who] += [value.replace(" ", "") for value in (values["iban"],) if value]
        told.of[who] += [re.sub(r"\D", "", values["national_number"])]
        told.of[who] = [value for value in told.of[who] if value]


def _of_client(client: Client) -> list[str]:
    on: dt.date = client.birth_on
    streets = select(Address.street).where(
        Address.household_id == client.memberships[0].household_id, Address.street != ""
    )
    return [
        *(client.given_name, client.family_name, client.file_number),
        *(show_date(on), long_date(on), on.isoformat()),
        *db.session.scalars(streets),
    ]


def found_in(text: str, values: list[str]) -> set[str]:
    """Which of the values can be read there, as whole words, whatever the capitals."""
    anyone = "|".join(re.escape(value) for value in sorted(set(values), key=len, reverse=True))
    pattern = rf"(?<![\w-])(?:{anyone})(?![\w-])"
    return set(re.findall(pattern, html.unescape(text), re.IGNORECASE))


def said(answer: Any) -> str:
    """All that an answer tells: its headers too."""
    return f"{answer.headers}\n{answer.get_data().decode('utf-8', 'replace')}"
