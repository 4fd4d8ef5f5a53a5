"""The worked examples that a rule file carries, in the regulation room. It runs none of them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from regulation.vocabulary.facts import Claim, Facts


class From(StrEnum):
    """Who made a case: the text itself, somebody from its figures, or the author of the file."""

    SOURCE = "source"
    DERIVED = "derived"
    OWN = "own"


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
