"""What a worker asks, once its shape is right: plain records between the form and the actions."""

import datetime as dt
from dataclasses import dataclass, field

from intake.asking.told import Told

FUND = "fund"
DISCOUNT = "discount"
# What another payer says: it pays, or it was asked, and then an amount is what is expected of it.
PAYS, ASKED = "pays", "asked"


@dataclass(frozen=True, kw_only=True)
class OtherPart:
    """What somebody else pays first, or says: without an amount it takes nothing off."""

    payer: str
    amount_cents: int = 0
    answer: str = PAYS


@dataclass(frozen=True, kw_only=True)
class RequestInput:
    """One wish of one person. A known activity says provider and category by itself.

    `cost_cents` is None while it is still being typed: then only what is left can be said.
    """

    client_id: int
    what: str
    cost_on: dt.date
    cost_cents: int | None = None
    kind: str = FUND
    activity_id: int | None = None
    provider_name: str = ""
    category: str | None = None
    reason: str = ""
    payee: str = "provider"
    other_parts: tuple[OtherPart, ...] = ()
    evidence_seen: tuple[str, ...] = ()
    # What the rule asks and no file tells.
    told: Told = field(default_factory=Told)


@dataclass(frozen=True, kw_only=True)
class FilingInput:
    """One visit to the form: the report and its requests."""

    requests: tuple[RequestInput, ...]
    life_domain: str = ""
    goal: str = ""
    # A goal of the plan instead, where the centre works with plans.
    plan_goal_id: int | None = None
    report: str = ""
    # What stands in the way, by the network's list and in own words; who brought the client.
    barriers: tuple[str, ...] = ()
    barrier_words: str = ""
    guide_organisation: str = ""
    guide_name: str = ""
