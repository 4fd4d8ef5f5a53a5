"""Random histories: the very rule that was used, tried on any days, changes nothing.

So what counted at each moment is found back exactly: proposals, grants, deviations, undone ones.
"""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest

from core import clock
from core.errors import Conflict, RuleBroken
from fund.replays.moments import Period
from tests.fund.desk import discount, filed
from tests.portion import few
from tests.replays.desk import TEXT, granted, refused, tried, undone, withdrawn
from tests.world import NOW

PEOPLE = ("lena", "noor", "emir", "zoë")


def live(app, world, seed: int, days: int) -> list[dt.date]:
    """Some days of filing, deciding and thinking better of it."""
    rng, ids = Random(seed), []
    for day in range(days):
        with clock.at(NOW + dt.timedelta(days=day)):
            for _time in range(rng.randint(2, 6)):
                one_step(app, world, rng, ids)
    return [(NOW + dt.timedelta(days=day)).date() for day in range(days)]


def one_step(app, world, rng: Random, ids: list[int]) -> None:
    if len(ids) < 3 or rng.random() < 0.4:
        file = discount if rng.random() < 0.2 else filed
        ids.append(file(app, world, rng.choice(PEOPLE), cost_cents=rng.randrange(500, 15_000)))
        return
    request_id, cents = rng.choice(ids), rng.choice((None, None, 300))
    act = rng.choice((*[granted] * 6, refused, undone, undone, withdrawn))
    try:
        act(app, request_id, cents) if act is granted else act(app, request_id)
    except Conflict:
        return
    except RuleBroken:  # the rule leaves nothing
        refused(app, request_id)


@pytest.mark.parametrize("seed", range(few(3, 10)))
def test_the_rule_that_was_used_changes_nothing(app, world, seed):
    days = live(app, world, seed, days=9)
    for from_on in (days[0], days[4]):
        result = tried(app, TEXT, period=Period(from_on, days[-1]))
        assert result["decided"] > 1
        assert (result["changed"], result["examples"]) == (0, []), result
        for _count, then_cents, now_cents in result["money"].values():
            assert then_cents == now_cents
