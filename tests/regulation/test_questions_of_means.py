"""Of a household and its means only that is asked which can change the answer."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from regulation.findings.assessment import Assessment, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.blocks import Bounds, When
from regulation.vocabulary.ceilings import (
    Ceiling,
    FixedCeiling,
    PercentOfSeries,
    PercentPerMember,
    PerDependant,
    Scale,
    TableOfDependants,
)
from regulation.vocabulary.conditions import HasMember, IncomeUpTo, Per
from regulation.vocabulary.means import Income, Member
from regulation.vocabulary.rules import Figure, Series
from tests.regulation.build import DAY, cap, facts, percent, rules

SERIES = Series(
    name="s",
    title="s",
    figures=(
        Figure(
            from_on=dt.date(2020, 1, 1),
            values={
                "cohabiting": Decimal(8),
                "alone": Decimal(12),
                "with_family": Decimal(16),
                "0": Decimal(10),
                "1": Decimal(20),
                "each": Decimal(5),
            },
        ),
    ),
)
YOUNG_CHILD = {"first_cents": 1_000, "other_cents": 500, "child_cents": 300}


@pytest.mark.parametrize(
    ("ceiling", "fact", "surely", "unsure", "never"),
    [
        (PercentOfSeries(series="s", percent=Decimal(100)), "leefloon_category", 800, 801, 1_601),
        (TableOfDependants(series="s"), "dependants", 1_000, 1_001, None),
        (PerDependant(base_cents=1_000, each_cents=100), "dependants", 1_000, 1_001, None),
        (PercentPerMember(base_cents=1_000, percent=Decimal(10)), "members", 1_100, 1_101, None),
        (Scale(**YOUNG_CHILD, child_years=Bounds(lt=14)), "members", 1_000, 1_001, None),
    ],
)
def test_a_fact_that_cannot_lift_an_income_over_its_ceiling_is_not_asked(
    ceiling: Ceiling, fact: str, surely: int, unsure: int, never: int | None
) -> None:
    for per, times in ((Per.YEAR, 1), (Per.MONTH, 12)):
        income = IncomeUpTo(name="inkomen", ceiling=ceiling, per=per)
        rule = replace(rules(eligible=income), series={"s": SERIES})
        found = [
            assess(rule, facts(1_000, incomes=(Income(kind="wages", cents=cents * times),)), ())
            for cents in (surely, unsure, never or unsure)
        ]
        assert [one.missing for one in found[:2]] == [(), (fact,)]
        assert [one.outcome.value for one in found] == [
            "granted",
            "needs",
            "not" if never else "needs",
        ]


def earning(ceiling: Ceiling, cents: int, values: dict[str, int], **more: object) -> Assessment:
    """An income in the year of which one fact is not known."""
    decimals = {name: Decimal(value) for name, value in values.items()}
    series = replace(SERIES, figures=(Figure(from_on=dt.date(2020, 1, 1), values=decimals),))
    income = IncomeUpTo(name="inkomen", ceiling=ceiling, per=Per.YEAR)
    rule = replace(rules(eligible=income), series={"s": series})
    return assess(rule, facts(1_000, incomes=(Income(kind="wages", cents=cents),), **more), ())


def test_an_income_of_just_the_greatest_ceiling_is_asked_about_still() -> None:
    values = {"cohabiting": 8, "alone": 12, "with_family": 16}
    ceiling = PercentOfSeries(series="s", percent=Decimal(100))
    assert earning(ceiling, 1_600, values).missing == ("leefloon_category",)
    # Where one has no figure, not even a cent is surely within the ceiling.
    assert earning(ceiling, 1, {"alone": 12}).missing == ("leefloon_category",)


def test_each_column_of_dependants_may_hold_the_least() -> None:
    falling = {str(number): 40 - number for number in range(31)}
    ceiling = TableOfDependants(series="s")
    assert earning(ceiling, 1_000, falling).missing == ()
    assert earning(ceiling, 1_001, falling).missing == ("dependants",)


def test_who_is_surely_a_child_is_one_child() -> None:
    scale = Scale(**YOUNG_CHILD, child_years=Bounds(lt=14))
    born = (Member(birth_on=DAY.replace(year=year)) for year in (1980, 2018))
    members = (*born, Member())
    found = [earning(scale, cents, {}, members=members) for cents in (1_600, 1_601, 1_800, 1_801)]
    assert [one.outcome.value for one in found] == ["granted", "needs", "needs", "not"]


def test_somebody_without_a_birth_date_is_a_child_or_not() -> None:
    scale = Scale(**YOUNG_CHILD, child_years=Bounds(lt=14))
    rule = rules(eligible=IncomeUpTo(name="inkomen", ceiling=scale, per=Per.YEAR, strict=True))
    asked = facts(1_000, members=(Member(birth_on=DAY.replace(year=1980)), Member()))
    found = [
        assess(rule, replace(asked, incomes=(Income(kind="wages", cents=cents),)), ())
        for cents in (1_299, 1_300, 1_500)
    ]
    assert [one.outcome.value for one in found] == ["granted", "needs", "not"]
    assert found[1].missing == ("members",)


@pytest.mark.parametrize(
    ("before", "now", "missing"),
    [(900, 1_000, ()), (900, 1_001, ("income_changed",)), (1_200, 1_300, ())],
)
def test_whether_the_income_changed_is_asked_only_where_the_years_differ(
    before: int, now: int, missing: tuple[str, ...]
) -> None:
    income = IncomeUpTo(
        name="inkomen", ceiling=FixedCeiling(amount_cents=1_000), per=Per.YEAR,
        reference_years_before=2, current_if_changed=True, deducts=frozenset({"rent"}),
    )  # fmt: skip
    incomes = (
        Income(kind="wages", cents=before, year=2024),
        Income(kind="wages", cents=now, year=2026),
    )
    asked = facts(1_000, incomes=incomes, burdens=())
    assert assess(rules(eligible=income), asked, ()).missing == missing
    unburdened = assess(rules(eligible=income), replace(asked, burdens=None), ())
    assert (unburdened.missing == ()) == (now <= 1_000)


def test_the_parents_are_asked_only_once_the_own_room_is_full() -> None:
    own = cap(1_000, name="child", overflow="adult", when=When(age=Bounds(lt=99)))
    adult = cap(500, name="adult", when=When(age=Bounds(gte=99)))
    rule = rules(percent("100"), caps=(adult, own))
    assert assess(rule, facts(1_000), ()).outcome is Outcome.GRANTED
    assert assess(rule, facts(1_001), ()).missing == ("members",)


def test_the_client_is_a_member_of_the_household() -> None:
    young = HasMember(name="m", years=Bounds(lt=18))
    child = {"birth_on": DAY.replace(year=2016)}
    missing = [
        assess(rules(eligible=condition), facts(1_000, **born), ()).missing
        for condition, born in ((young, child), (replace(young, count=2), child), (young, {}))
    ]
    assert missing == [(), ("members",), ("members",)]
