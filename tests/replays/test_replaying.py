"""A trial by hand: what the other rule gives, under caps that are spent otherwise."""

from __future__ import annotations

import datetime as dt

import pytest

from fund.replays.moments import Period
from tests.fund.desk import discount, filed
from tests.replays.desk import (
    A_PERSON_JUDGES,
    BY_PAYMENT,
    HALF,
    LOWER_CAP,
    NO_DISCOUNTS,
    NO_FIGURE,
    TEXT,
    granted,
    refused,
    tried,
    undone,
    withdrawn,
)

MEMBERSHIP = "membership_youth"


def amounts(result) -> list[tuple[int, int | None]]:
    return [(one["then_cents"], one["now_cents"]) for one in result["examples"]]


def test_the_same_text_changes_nothing(app, world):
    granted(app, filed(app, world, cost_cents=6_000))
    granted(app, filed(app, world, cost_cents=18_000))
    result = tried(app, TEXT)
    assert (result["decided"], result["changed"], result["examples"]) == (2, 0, [])
    assert result["money"] == {MEMBERSHIP: [2, 10_000, 10_000]}
    assert result["moves"] == [["granted", "granted", 1], ["partly", "partly", 1]]


def test_a_lower_percent_leaves_more_under_the_cap_for_the_next(app, world):
    for _time in range(2):
        granted(app, filed(app, world, cost_cents=8_000))
    result = tried(app, HALF)
    # 72 and the 28 that the cap of 100 left; then 40 and 40
    assert amounts(result) == [(7_200, 4_000), (2_800, 4_000)]
    assert result["moves"] == [["granted", "granted", 1], ["partly", "granted", 1]]


def test_a_lower_cap_is_spent_by_the_first(app, world):
    for _time in range(2):
        granted(app, filed(app, world, cost_cents=6_000))
    # 54 and 46; then 54 and the 6 that are left of 60
    assert amounts(tried(app, LOWER_CAP)) == [(4_600, 600)]


def test_open_requests_count_with_what_the_other_rule_would_propose(app, world):
    first, second = (filed(app, world, cost_cents=12_000) for _time in range(2))
    granted(app, first)
    refused(app, second)
    # 100 and nothing, for the first held all of the cap; then 60 and the 40 that are left
    assert amounts(tried(app, HALF)) == [(10_000, 6_000), (0, 4_000)]


def test_what_was_granted_before_the_period_counts_as_it_was(app, world, later):
    granted(app, filed(app, world, cost_cents=8_000))
    with later(days=2):
        granted(app, filed(app, world, cost_cents=18_000))
    from_on = dt.date(2026, 11, 26)
    # 72 of the cap is spent, whatever the other rule would have given for it
    result = tried(app, HALF, period=Period(from_on, from_on))
    assert (result["decided"], amounts(result)) == (1, [])
    assert result["money"] == {MEMBERSHIP: [1, 2_800, 2_800]}


def test_what_was_withdrawn_before_the_period_counts_no_more(app, world, later):
    withdrawn(app, granted(app, filed(app, world, cost_cents=8_000)))
    with later(days=2):
        granted(app, filed(app, world, cost_cents=8_000))
    from_on = dt.date(2026, 11, 26)
    result = tried(app, TEXT, period=Period(from_on, from_on))
    assert result["money"] == {MEMBERSHIP: [1, 7_200, 7_200]}


def test_a_deviation_stays_apart_and_stays_as_it_was(app, world):
    granted(app, filed(app, world, cost_cents=8_000), 1_000)
    granted(app, filed(app, world, cost_cents=18_000))
    result = tried(app, TEXT)
    assert result["changed"] == 0
    assert (result["deviated"], result["deviated_cents"]) == (1, -6_200)
    assert result["granted_cents"] == 1_000 + 9_000
    assert result["money"] == {MEMBERSHIP: [2, 7_200 + 9_000, 7_200 + 9_000]}


def test_a_refusal_against_the_rule_takes_no_room(app, world):
    refused(app, filed(app, world, cost_cents=8_000))
    granted(app, filed(app, world, cost_cents=8_000))
    assert amounts(tried(app, LOWER_CAP)) == [(7_200, 6_000), (7_200, 6_000)]


def test_undone_and_withdrawn_ones_free_their_room(app, world):
    gone = granted(app, filed(app, world, cost_cents=8_000))
    withdrawn(app, gone)
    again = granted(app, filed(app, world, cost_cents=8_000))
    undone(app, again)
    granted(app, again, 2_000)
    granted(app, filed(app, world, cost_cents=18_000))
    result = tried(app, TEXT)
    assert (result["decided"], result["changed"]) == (3, 0)


def test_facts_that_were_not_asked_are_named_and_stay_out_of_the_money(app, world):
    granted(app, filed(app, world, cost_cents=8_000))
    granted(app, discount(app, world))
    result = tried(app, BY_PAYMENT)
    assert result["missing"] == {"payment_on": 1}
    assert (result["unknown"], result["unknown_cents"]) == (1, 7_200)
    assert result["money"] == {"swimming": [1, 4_200, 4_200]}
    assert [one["missing"] for one in result["examples"]] == [["payment_on"]]


def test_what_a_person_judges_is_counted_with_the_amount_of_a_yes(app, world):
    granted(app, filed(app, world, cost_cents=8_000))
    result = tried(app, A_PERSON_JUDGES)
    assert result["moves"] == [["granted", "judgement", 1]]
    assert (result["changed"], result["money"]) == (0, {MEMBERSHIP: [1, 7_200, 7_200]})


def test_a_text_without_a_figure_gives_none(app, world):
    granted(app, filed(app, world, cost_cents=8_000))
    result = tried(app, NO_FIGURE)
    assert (result["unknown"], result["money"]) == (1, {})
    assert amounts(result) == [(7_200, None)]


def test_a_kind_that_the_other_rule_does_not_know_is_another_rule_s(app, world):
    granted(app, discount(app, world))
    result = tried(app, NO_DISCOUNTS)
    assert result["moves"] == [["granted", "outside", 1]]
    assert result["changed"] == 0


@pytest.mark.parametrize(("first", "last", "decided"), [(23, 23, 0), (24, 24, 1), (25, 30, 0)])
def test_both_days_of_the_period_count_in_brussels(app, world, later, first, last, decided):
    with later(hours=13, minutes=29):  # 23:59 in Brussels
        granted(app, filed(app, world))
    days = Period(dt.date(2026, 11, first), dt.date(2026, 11, last))
    assert tried(app, TEXT, period=days)["decided"] == decided
