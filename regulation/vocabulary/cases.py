"""The worked examples that a rule file carries, in the regulation room. It runs none of them."""

import datetime as dt
from dataclasses import dataclass

from regulation.vocabulary.facts import Claim, Facts


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What an example says must come out; what it does not name is not compared."""

    outcome: str | None = None
    eligible: str | None = None
    amount_cents: int | None = None
    maximum_cents: int | None = None
    reason: str | None = None
    missing: tuple[str, ...] | None = None
    needed: tuple[str, ...] | None = None
    latest_on: dt.date | None = None
    left_cents: int | None = None
    client_cents: int | None = None
    provider_cents: int | None = None
    ceiling_cents: int | None = None
    first_cents: int | None = None
    body: str | None = None
    priority: int | None = None
    closes_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Example:
    """Facts and history in, outcome out. `origin` tells whether the town printed it."""

    name: str
    origin: str
    facts: Facts
    history: tuple[Claim, ...]
    expected: Expected
