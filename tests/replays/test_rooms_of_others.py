"""A trial of a rule under which a grant takes rooms of others: the next request must feel it there."""

from __future__ import annotations

import datetime as dt

import pytest

from fund.replays.moments import Period
from tests.fund.desk import filed
from tests.replays.desk import granted, tried, undone, withdrawn
from tests.replays.test_same_text import live
from tests.requests.asking_rule import rule
from tests.requests.towns import in_force

CHILD = 'title = "Plafond kind, per kalenderjaar"\n'
# 100 euro for a child, and then 80 euro of each parent.
PARENTS = rule("statuut").replace(CHILD, CHILD + 'parents_room_of = "volwassene"\n', 1)
HALF = PARENTS.replace("percent = 90", "percent = 50", 1)
SECOND_DAY = Period(dt.date(2026, 11, 26), dt.date(2026, 11, 26))


@pytest.fixture(autouse=True)
def parents(app):
    in_force(app, PARENTS)


def money(result) -> list[int]:
    """Decisions, cents then and now."""
    return result["money"]["membership_youth"]


def test_the_same_text_finds_the_rooms_that_were_used(app, world):
    granted(app, filed(app, world, "noor", cost_cents=15_000))  # 100 and 35 of Lena's
    granted(app, filed(app, world, "lena", cost_cents=20_000))  # the 45 that are left
    result = tried(app, PARENTS)
    assert (result["changed"], money(result)) == (0, [2, 18_000, 18_000])


def test_open_and_undone_ones_hold_the_rooms_of_their_proposal(app, world):
    first = granted(app, filed(app, world, "noor", cost_cents=15_000), 10_500)
    undone(app, first)
    granted(app, filed(app, world, "lena", cost_cents=20_000))
    withdrawn(app, first)
    granted(app, filed(app, world, "emir", cost_cents=20_000))  # 100 and 35 of Lena's
    assert tried(app, PARENTS)["changed"] == 0


def test_another_rule_uses_other_rooms(app, world):
    granted(app, filed(app, world, "noor", cost_cents=15_000))
    granted(app, filed(app, world, "lena", cost_cents=20_000))
    # 75 stays within Noor's own room: Lena has all of her 80
    result = tried(app, HALF)
    assert money(result) == [2, 18_000, 15_500]


def test_what_was_granted_before_the_days_holds_the_rooms_of_then(app, world, later):
    granted(app, filed(app, world, "noor", cost_cents=15_000))
    with later(days=2):
        granted(app, filed(app, world, "lena", cost_cents=20_000))
    result = tried(app, PARENTS, period=SECOND_DAY)
    assert (result["changed"], money(result)) == (0, [1, 4_500, 4_500])


def test_what_was_open_before_the_days_held_the_rooms_of_its_proposal(app, world, later):
    first = filed(app, world, "noor", cost_cents=15_000)
    with later(days=2):
        granted(app, filed(app, world, "lena", cost_cents=20_000))
        granted(app, first)
    result = tried(app, PARENTS, period=SECOND_DAY)
    assert (result["decided"], result["changed"]) == (2, 0)


@pytest.mark.parametrize("seed", range(4))
def test_random_days_find_every_room_back(app, world, seed):
    live(app, world, seed, days=5)
    result = tried(app, PARENTS)
    assert result["decided"] > 1
    assert (result["changed"], result["examples"]) == (0, [])


def test_what_was_withdrawn_undecided_stops_no_trial(app, world):
    withdrawn(app, filed(app, world, "noor", cost_cents=15_000))
    granted(app, filed(app, world, "lena", cost_cents=20_000))
    assert tried(app, PARENTS)["changed"] == 0
