"""Whether a rule may give a right to a status or for a category, asked of the judge with all else unknown."""

from __future__ import annotations

import datetime as dt

import pytest

from fund.rules.rights import may_give_for_category, may_give_to_status
from regulation.files.reading import read_rule_set
from regulation.vocabulary.rules import RuleSet
from tests.regulation.wording import TEXT

ON = dt.date(2027, 6, 1)
CONDITIONS = """
[conditions.status]
kind = "status"
any_of = ["leefloon"]
[conditions.household]
kind = "status"
any_of = ["leefloon"]
whose = "household"
[conditions.young]
kind = "age"
years = { lt = 26 }
[conditions.here]
kind = "resident"
[conditions.asked]
kind = "judged"
words = "Dringend?"
[conditions.together]
kind = "all_of"
of = ["status", "young", "here"]
[conditions.either]
kind = "any_of"
of = ["status", "young"]
[conditions.or_judged]
kind = "any_of"
of = ["status", "asked"]
[conditions.without]
kind = "none_of"
of = ["status"]
"""


def rule(scheme: str = "", kind: str = "refund") -> RuleSet:
    """A rule of one scheme; `scheme` holds what it says."""
    return read_rule_set(
        f"""format = 1
id = "made"
version = 1
title = "Made"
origin = "own"
source.name = "a test"
validity.from = 2020-01-01
{CONDITIONS}
[schemes.fund]
kind = "{kind}"
title = "Fund"
amounts = [{{ kind = "percent", percent = 50 }}]
{scheme}
"""
    )


@pytest.mark.parametrize(
    ("condition", "leefloon", "other"),
    [
        ("status", True, False),
        ("household", True, False),
        ("young", True, True),
        ("together", True, False),
        ("either", True, True),
        ("without", False, True),
        ("or_judged", True, True),
    ],
)
def test_a_status_may_give_a_right(condition, leefloon, other):
    made = rule(f'eligible = "{condition}"')
    assert may_give_to_status(made, "fund", "leefloon", ON) is leefloon
    assert may_give_to_status(made, "fund", "debt_mediation", ON) is other


def test_where_everybody_may_ask_no_status_is_lost():
    assert may_give_to_status(rule(), "fund", "leefloon", ON)


@pytest.mark.parametrize(
    ("cover", "ticket", "camp"),
    [
        ("", True, True),
        ('cover.categories = ["ticket"]', True, False),
        ('cover.except = ["ticket"]', False, True),
    ],
)
def test_a_category_may_be_paid(cover, ticket, camp):
    made = rule(f'eligible = "together"\n{cover}')
    assert may_give_for_category(made, "fund", "ticket", ON) is ticket
    assert may_give_for_category(made, "fund", "camp", ON) is camp


def test_asking_too_late_is_no_loss():
    late = rule('eligible = "status"\ndates_by = "request"\ndeadline = { month = 1, day = 15 }')
    assert may_give_to_status(late, "fund", "leefloon", ON)
    assert not may_give_to_status(late, "fund", "other", ON)


def test_each_kind_of_request_has_its_own_scheme():
    example = read_rule_set(TEXT)
    assert not may_give_for_category(example, "fund", "school_trip", ON)
    assert may_give_for_category(example, "discount", "school_trip", ON)


def test_without_a_scheme_of_its_kind_any_scheme_counts():
    made = rule('eligible = "status"')
    assert may_give_to_status(made, "discount", "leefloon", ON)
    assert not may_give_to_status(made, "discount", "other", ON)
