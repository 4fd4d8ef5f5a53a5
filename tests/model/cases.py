"""Random wishes of random people, and the facts and history that a person would write down for each."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from regulation.vocabulary.facts import Claim, Facts, OtherPayer, Shares
from terms.lists import CATEGORIES, PAYERS
from tests.world import NOW, START_OF_YEAR

TODAY = NOW.date()
KNOWN = {
    # what: category, provider type, whether a discount is agreed, as the small world has them
    "Zwemles, reeks van 10": ("swimming", "city_service", True),
    "Zwembeurten, kaart van 10": ("swimming", "city_service", True),
    "Lidgeld Chiro, werkjaar": ("membership_youth", "youth_movement", False),
    "Chirokamp, 10 dagen": ("camp", "youth_movement", False),
}
AGREED = Shares(client_percent=20, provider_percent=10, network_percent=70)
AGREED_FROM = START_OF_YEAR
EVIDENCE = ("invoice", "enrolment_confirmation", "proof_of_payment", "ticket")


@dataclass
class Someone:
    """A person of a household, with all that was asked before."""

    client_id: int
    household: str
    birth_on: dt.date
    status: str
    claims: list[Claim] = field(default_factory=list)


@dataclass(frozen=True)
class Case:
    """A wish, as it is typed and as the rule's own words have it."""

    someone: Someone
    typed: dict[str, Any]
    facts: Facts
    key: str

    def claim(self, cents: int, *, is_open: bool) -> Claim:
        """What it takes of caps from now on."""
        facts = self.facts
        return Claim(
            scheme=facts.scheme,
            client=facts.client,
            household=facts.household,
            counted_cents=cents,
            is_open=is_open,
            birth_on=facts.birth_on,
            category=facts.category,
            provider_type=facts.provider_type,
            cost_on=facts.cost_on,
            requested_on=facts.requested_on,
        )


def random_case(chance: Random, someone: Someone, activities: dict[str, int]) -> Case:
    """Something that this person could ask today."""
    facts = _of(someone)
    what, typed = _activity(chance, activities)
    if what in KNOWN:
        category, provider_type, is_agreed = KNOWN[what]
    else:
        category, provider_type, is_agreed = typed["category"], "other", False
    cost_cents = chance.choice((chance.randint(1, 500), chance.randint(500, 30_000)))
    others = _others(chance, cost_cents)
    cost_on = TODAY + dt.timedelta(
        days=chance.choice((0, 0, 0, chance.randint(-300, 30), chance.randint(-400, 90)))
    )
    is_discount = is_agreed and cost_on >= AGREED_FROM and chance.random() < 0.5
    payee = "provider" if is_discount else chance.choice(("provider", "client"))
    seen = frozenset(code for code in EVIDENCE if chance.random() < 0.3)
    facts = replace(
        facts,
        scheme="korting" if is_discount else "cultuurfonds",
        category=category,
        provider_type=provider_type,
        cost_cents=cost_cents,
        cost_on=cost_on,
        other_payers=tuple(OtherPayer(payer=p, cents=c) for p, c in others.items()),
        evidence_seen=seen,
        payee=payee,
        shares=AGREED if is_discount else None,
    )
    key = str(uuid.UUID(int=chance.getrandbits(128)))
    typed |= {
        "draft_id": key,
        "opened_for": someone.client_id,
        "client_id": someone.client_id,
        "what": what,
        "cost": euros(cost_cents),
        "cost_on": f"{cost_on:%d/%m/%Y}",
        "reason": "belong",
        "kind": "discount" if is_discount else "fund",
        "payee": payee,
        "evidence_seen": sorted(seen),
        **{f"part_{payer}": euros(cents) for payer, cents in others.items()},
    }
    return Case(someone, typed, facts, key)


def _of(someone: Someone) -> Facts:
    held = frozenset({someone.status}) if someone.status else frozenset[str]()
    return Facts(
        scheme="cultuurfonds",
        client=str(someone.client_id),
        household=someone.household,
        birth_on=someone.birth_on,
        statuses=held,
        household_statuses=held,
        resident=True,
        requested_on=TODAY,
    )


def _activity(chance: Random, activities: dict[str, int]) -> tuple[str, dict[str, Any]]:
    """From the offer, or in words of one's own."""
    if chance.random() < 0.7:
        what = chance.choice(sorted(KNOWN))
        return what, {"activity_id": activities[what.split(",")[0].lower()]}
    category = chance.choice(sorted(CATEGORIES))
    return "Iets nieuws", {"category": category, "provider_name": "Ergens"}


def _others(chance: Random, cost_cents: int) -> dict[str, int]:
    """What others pay, which is never more than the cost."""
    left_cents, parts = cost_cents, {}
    for payer in PAYERS:
        if chance.random() < 0.15 and left_cents > 1:
            parts[payer] = chance.randint(1, left_cents)
            left_cents -= parts[payer]
    return parts


def euros(cents: int) -> str:
    """As somebody types it."""
    return f"{cents // 100},{cents % 100:02}"
