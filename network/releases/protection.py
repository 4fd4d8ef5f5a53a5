"""When a figure may be shown: the primary rules of the releases, pure. Reads no rows itself."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from terms.fewest import FEWEST_HOUSEHOLDS


@dataclass(frozen=True)
class Protection:
    """The settings of the releases; their hash stands on each release."""

    # Fewer households than this are never shown.
    least_households: int = FEWEST_HOUSEHOLDS
    # A cell is dominated when all but the two largest households hold less than this share of
    # the largest one's part: the second could then estimate the first.
    dominance_percent: int = 10

    def hash(self) -> str:
        """The fingerprint of these settings."""
        text = json.dumps(asdict(self), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Row:
    """One decided request, without a name: its unit, client, amount and outcome."""

    household_id: int
    client_id: int
    granted_cents: int
    outcome: str


@dataclass(frozen=True)
class Figures:
    """The measures of one cell: requests, households, clients, money granted in cents."""

    requests_n: int
    households_n: int
    clients_n: int
    granted_cents: int


def measure(rows: Iterable[Row]) -> Figures:
    """Count a cell; the order of the rows makes no difference."""
    held = list(rows)
    return Figures(
        requests_n=len(held),
        households_n=len({row.household_id for row in held}),
        clients_n=len({row.client_id for row in held}),
        granted_cents=sum(row.granted_cents for row in held),
    )


def is_dominated(parts: Iterable[int], dominance_percent: int) -> bool:
    """Whether one household could be estimated from the total: X - x1 - x2 < p % of x1."""
    largest = sorted((abs(part) for part in parts), reverse=True)
    if not largest:
        return False
    rest = sum(largest[2:])
    return 100 * rest < dominance_percent * largest[0]


def may_be_shown(rows: Iterable[Row], rules: Protection) -> bool:
    """Five households or more stand behind the cell, and none dominates its requests or money."""
    held = list(rows)
    requests: dict[int, int] = {}
    cents: dict[int, int] = {}
    for row in held:
        requests[row.household_id] = requests.get(row.household_id, 0) + 1
        cents[row.household_id] = cents.get(row.household_id, 0) + row.granted_cents
    if len(requests) < rules.least_households:
        return False
    return not any(
        is_dominated(part.values(), rules.dominance_percent) for part in (requests, cents)
    )
