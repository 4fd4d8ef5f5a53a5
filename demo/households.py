"""The invented households: about 110, with about 250 people in them, spread as in a small city."""

import datetime as dt
from random import Random

from accounts.models import Account
from core import audit
from demo.names import FAMILY, GIVEN_ADULT, GIVEN_CHILD, STREETS
from intake.people import actions as people
from intake.people.models import Client
from intake.people.persons import NewClient, NewPerson
from terms.lists import NEIGHBOURHOODS

HOUSEHOLDS = 110
# alone, couple, one parent, family; of a hundred
KINDS = (("alone", 34), ("couple", 10), ("one_parent", 32), ("family", 24))
STATUSES = (
    ("increased_reimbursement", 46),
    ("leefloon", 18),
    ("budget_guidance", 10),
    ("collective_debt_settlement", 8),
    ("equivalent_leefloon", 6),
    ("disability_allowance", 6),
    ("income_guarantee_elderly", 6),
)


def make_households(rng: Random, workers: list[Account], since: dt.date) -> list[list[Client]]:
    """Files of all members, as their workers made them in the first days of `since`'s year."""
    return [_household(rng, rng.choice(workers), since) for _ in range(HOUSEHOLDS)]


def _household(rng: Random, worker: Account, since: dt.date) -> list[Client]:
    kind = _pick(rng, KINDS)
    family = rng.choice(FAMILY)
    head = NewPerson(rng.choice(GIVEN_ADULT), family, _born(rng, since, 24, 74), "adult")
    members = [
        NewPerson(rng.choice(GIVEN_ADULT), rng.choice(FAMILY), _born(rng, since, 24, 66), "adult")
        for _ in range(kind in {"couple", "family"})
    ]
    if kind in {"one_parent", "family"}:
        names = rng.sample(GIVEN_CHILD, rng.choice((1, 1, 2, 2, 2, 3, 3, 4)))
        members += [NewPerson(name, family, _born(rng, since, 1, 16), "child") for name in names]
    new = NewClient(
        person=head,
        members=tuple(members),
        status=_pick(rng, STATUSES),
        status_from_on=since,
        status_until_on=dt.date(since.year + 4, 12, 31),
        # few neighbourhoods hold most people
        neighbourhood=NEIGHBOURHOODS[min(int(rng.expovariate(0.32)), len(NEIGHBOURHOODS) - 1)],
        street=f"{rng.choice(STREETS)} {rng.randint(1, 180)}",
        postal_code="3600",
        town="Genk",
    )
    with audit.acting(worker.person_id):
        client = people.new_client(new, by=worker, despite_twins=True)
    return [membership.client for membership in client.memberships[0].household.memberships]


def _born(rng: Random, since: dt.date, youngest: int, oldest: int) -> dt.date:
    return since - dt.timedelta(days=rng.randint(youngest * 366, oldest * 365))


def _pick(rng: Random, weighted: tuple[tuple[str, int], ...]) -> str:
    codes, weights = zip(*weighted, strict=True)
    return str(rng.choices(codes, weights)[0])
