"""Cases that pin incomes and their ceilings; the figures come from published rules."""

import datetime as dt
from decimal import Decimal

import pytest

from regulation.findings.assessment import Answer
from regulation.vocabulary.blocks import Bounds
from regulation.vocabulary.ceilings import (
    Ceiling,
    FixedCeiling,
    PercentOfSeries,
    PercentPerMember,
    PerDependant,
    Scale,
    TableOfDependants,
)
from regulation.vocabulary.conditions import (
    IncomeUpTo,
    Per,
)
from regulation.vocabulary.means import Income, Member
from regulation.vocabulary.rules import Figure, Series
from tests.regulation.build import DAY
from tests.regulation.test_pinned_people import answer, judged


def people(*ages: int, disabled: int = 0) -> tuple[Member, ...]:
    return tuple(
        Member(birth_on=DAY.replace(year=DAY.year - age), disabled=number < disabled)
        for number, age in enumerate(ages)
    )


SCALE = Scale(
    first_cents=145_000, other_cents=72_500, child_cents=43_500, child_years=Bounds(lt=14)
)
TABLE = Series(
    name="t",
    title="t",
    figures=(
        Figure(
            from_on=dt.date(2026, 1, 1),
            values={"0": Decimal(100), "1": Decimal(150), "each": Decimal("10.50")},
        ),
        Figure(from_on=dt.date(2025, 1, 1), values={"0": Decimal(1)}),
        Figure(from_on=dt.date(2026, 6, 16), values={"0": Decimal(999)}),
    ),
)


@pytest.mark.parametrize(
    ("ceiling", "more", "expected"),
    [
        (FixedCeiling(amount_cents=100), {}, 100),
        (SCALE, {"members": people(40, 38, 8, 13)}, 304_500),
        (SCALE, {"members": people(40, 12, 14, 16)}, 333_500),
        (PerDependant(base_cents=1_910_558, each_cents=353_695), {"dependants": 1}, 2_264_253),
        (
            PercentPerMember(base_cents=1_750_000, percent=Decimal(10)),
            {"members": people(40, 38, 8, 6)},
            2_450_000,
        ),
        (
            PercentPerMember(base_cents=1_750_000, percent=Decimal(10), from_member=2),
            {"members": people(40, 38, 8, 6)},
            2_275_000,
        ),
        (
            PercentPerMember(base_cents=1_000, percent=Decimal(10), disabled_counts_as=2),
            {"members": people(40, 38, disabled=1)},
            1_300,
        ),
        (TableOfDependants(series="t"), {"dependants": 0}, 10_000),
        (TableOfDependants(series="t"), {"dependants": 1}, 15_000),
        (TableOfDependants(series="t"), {"dependants": 3}, 17_100),
        (
            PercentOfSeries(series="l", percent=Decimal(110)),
            {"leefloon_category": "alone"},
            110_005,
        ),
    ],
)
def test_ceilings_of_every_shape_up_to_the_cent(
    ceiling: Ceiling, more: dict[str, object], expected: int
) -> None:
    figures = (Figure(from_on=dt.date(2025, 2, 1), values={"alone": Decimal("1000.05")}),)
    series = {"t": TABLE, "l": Series(name="l", title="l", figures=figures)}
    condition = IncomeUpTo(name="i", ceiling=ceiling, per=Per.YEAR)
    for income, found in ((expected, Answer.YES), (expected + 1, Answer.NO)):
        incomes = (Income(kind="wages", cents=income),)
        result = judged(condition, series, incomes=incomes, **more)
        assert result.eligible is found
        assert [(one.cents, one.income_cents) for one in result.ceilings] == [(expected, income)]


def test_a_month_is_a_twelfth_of_a_year_and_strict_is_below() -> None:
    monthly = IncomeUpTo(name="i", ceiling=FixedCeiling(amount_cents=100), per=Per.MONTH)
    strict = IncomeUpTo(
        name="i", ceiling=FixedCeiling(amount_cents=100), per=Per.MONTH, strict=True
    )
    a_year = (Income(kind="wages", cents=1_200),)
    a_month = (Income(kind="wages", cents=100, a_month=True),)
    assert [answer(monthly, incomes=one) for one in (a_year, a_month)] == [Answer.YES] * 2
    assert answer(strict, incomes=a_month) is Answer.NO
    assert answer(monthly, incomes=(Income(kind="wages", cents=1_201),)) is Answer.NO
    state = judged(monthly, incomes=a_month).ceilings[0]
    assert (state.a_month, state.income_cents) == (True, 100)


def test_what_does_not_count_and_what_goes_off_an_income() -> None:
    condition = IncomeUpTo(
        name="i",
        ceiling=FixedCeiling(amount_cents=1_000),
        per=Per.YEAR,
        excludes=frozenset({"child_benefit"}),
        deducts=frozenset({"rent"}),
    )
    incomes = (Income(kind="wages", cents=1_500), Income(kind="child_benefit", cents=9_000))
    rent = (Income(kind="rent", cents=500), Income(kind="debts", cents=9_000))
    assert answer(condition, incomes=incomes, burdens=rent) is Answer.YES
    assert answer(condition, incomes=incomes, burdens=()) is Answer.NO
    assert judged(condition, incomes=incomes).missing == ("burdens",)


def test_the_income_of_the_reference_year_unless_it_has_changed() -> None:
    condition = IncomeUpTo(
        name="i",
        ceiling=FixedCeiling(amount_cents=1_000),
        per=Per.YEAR,
        reference_years_before=2,
        current_if_changed=True,
    )
    incomes = (Income(kind="w", cents=1_001, year=2024), Income(kind="w", cents=900, year=2026))
    assert answer(condition, incomes=incomes, income_changed=True) is Answer.YES
    assert answer(condition, incomes=incomes, income_changed=False) is Answer.NO
    assert judged(condition, incomes=incomes).missing == ("income_changed",)
    assert answer(condition, incomes=incomes[1:], income_changed=False) is Answer.ASK


def test_a_person_judges_where_the_rule_has_no_figure_for_the_day() -> None:
    condition = IncomeUpTo(
        name="i", ceiling=PercentOfSeries(series="l", percent=Decimal(110)), per=Per.MONTH
    )
    series = {"l": Series(name="l", title="l", open="?")}
    more = {"incomes": (), "leefloon_category": "alone"}
    assert answer(condition, series, **more) is Answer.JUDGE
    assert answer(condition, series, judged_yes=frozenset({"i"}), **more) is Answer.YES
    assert answer(condition, series) is Answer.JUDGE


def test_how_a_ceiling_was_read_is_told() -> None:
    ceiling = FixedCeiling(amount_cents=1_000, assumed="net of taxes")
    condition = IncomeUpTo(name="i", ceiling=ceiling, per=Per.YEAR)
    result = judged(condition, incomes=(Income(kind="wages", cents=1_000),))
    assert "net of taxes" in [note.words for note in result.notes]
