"""What an income ceiling is, and what counts as income: purely, in the regulation room. It compares nothing."""

from decimal import ROUND_FLOOR, Decimal
from functools import singledispatch

from regulation.findings.assessment import CeilingState
from regulation.findings.matter import Matter
from regulation.vocabulary import ceilings as shapes
from regulation.vocabulary.blocks import Condition
from regulation.vocabulary.conditions import Group, IncomeUpTo, Per
from regulation.vocabulary.means import Income, Member

MONTHS = 12
EACH = "each"


class Unknown(Exception):
    """A ceiling or an income cannot be told: for want of a fact, or of a figure in the rule."""

    def __init__(self, fact: str = "") -> None:
        super().__init__(fact)
        self.fact = fact


def ceiling_states(condition: Condition | None, matter: Matter) -> tuple[CeilingState, ...]:
    """Every ceiling in a condition that can be told, with the income that counts where known."""
    if isinstance(condition, Group):
        return tuple(one for part in condition.parts for one in ceiling_states(part, matter))
    if not isinstance(condition, IncomeUpTo):
        return ()
    try:
        cents = ceiling_of(condition.ceiling, matter)
    except Unknown:
        return ()
    a_month = condition.per is Per.MONTH
    try:
        income_cents: int | None = income_a_year(condition, matter) // (MONTHS if a_month else 1)
    except Unknown:
        income_cents = None
    state = CeilingState(
        name=condition.name, cents=cents, income_cents=income_cents, a_month=a_month
    )
    return (state,)


def income_a_year(condition: IncomeUpTo, matter: Matter) -> int:
    """What comes in over a year and counts, less the burdens that go off it. Raises Unknown."""
    return max(0, earned_of(condition, matter) - _spared(condition, matter))


def earned_of(condition: IncomeUpTo, matter: Matter) -> int:
    """What comes in over a year and counts, before burdens. Raises Unknown."""
    incomes = matter.facts.incomes
    if incomes is None:
        raise Unknown("incomes")
    counted = _of_year(condition, matter, incomes)
    return sum(one.a_year_cents for one in counted if one.kind not in condition.excludes)


def _spared(condition: IncomeUpTo, matter: Matter) -> int:
    if not condition.deducts:
        return 0
    if matter.facts.burdens is None:
        raise Unknown("burdens")
    return sum(one.a_year_cents for one in matter.facts.burdens if one.kind in condition.deducts)


def _of_year(
    condition: IncomeUpTo, matter: Matter, incomes: tuple[Income, ...]
) -> tuple[Income, ...]:
    """Those of the reference year, or of this year where the rule lets a change count."""
    if condition.reference_years_before is None:
        return incomes
    year = matter.judged_on.year - condition.reference_years_before
    if condition.current_if_changed:
        if matter.facts.income_changed is None:
            raise Unknown("income_changed")
        year = matter.judged_on.year if matter.facts.income_changed else year
    counted = tuple(one for one in incomes if one.year == year)
    if incomes and not counted:
        raise Unknown("incomes")
    return counted


@singledispatch
def ceiling_of(ceiling: shapes.Ceiling, matter: Matter) -> int:
    """The ceiling in cents, for the time that its condition says. Raises Unknown."""
    raise TypeError(f"no ceiling for {type(ceiling).__name__}")


@ceiling_of.register
def _(ceiling: shapes.FixedCeiling, matter: Matter) -> int:
    if ceiling.amount_cents is None:
        raise Unknown
    return ceiling.amount_cents


@ceiling_of.register
def _(ceiling: shapes.PercentOfSeries, matter: Matter) -> int:
    _needs_figures(ceiling.series, matter)
    category = matter.facts.leefloon_category
    if category is None:
        raise Unknown("leefloon_category")
    return _floor(_figure(ceiling.series, category, matter) * ceiling.percent)


@ceiling_of.register
def _(ceiling: shapes.PerDependant, matter: Matter) -> int:
    return ceiling.base_cents + ceiling.each_cents * _dependants(matter)


@ceiling_of.register
def _(ceiling: shapes.PercentPerMember, matter: Matter) -> int:
    heads = sum(ceiling.disabled_counts_as if member.disabled else 1 for member in _members(matter))
    beyond = max(0, heads - (ceiling.from_member - 1))
    return _floor(ceiling.base_cents * (100 + ceiling.percent * beyond) / 100)


@ceiling_of.register
def _(ceiling: shapes.Scale, matter: Matter) -> int:
    ages = [member.age_on(matter.judged_on) for member in _members(matter)]
    if None in ages:
        raise Unknown("members")
    children = sum(1 for age in ages if age is not None and ceiling.child_years.hold(age))
    others = max(0, len(ages) - children - 1)
    return ceiling.first_cents + others * ceiling.other_cents + children * ceiling.child_cents


@ceiling_of.register
def _(ceiling: shapes.TableOfDependants, matter: Matter) -> int:
    _needs_figures(ceiling.series, matter)
    dependants = _dependants(matter)
    series = matter.series[ceiling.series]
    known = series.on(matter.judged_on, str(dependants))
    if known is not None:
        return _floor(known * 100)
    last = dependants
    while last > 0 and series.on(matter.judged_on, str(last)) is None:
        last -= 1
    more = (dependants - last) * _figure(ceiling.series, EACH, matter)
    return _floor((_figure(ceiling.series, str(last), matter) + more) * 100)


def _needs_figures(series: str, matter: Matter) -> None:
    """Where the text prints no figure, no fact of the household changes that: nothing is asked."""
    if not matter.series[series].figures:
        raise Unknown


def _figure(series: str, column: str, matter: Matter) -> Decimal:
    figure = matter.series[series].on(matter.judged_on, column)
    if figure is None:
        raise Unknown
    return figure


def _dependants(matter: Matter) -> int:
    if matter.facts.dependants is None:
        raise Unknown("dependants")
    return matter.facts.dependants


def _members(matter: Matter) -> tuple[Member, ...]:
    if not matter.facts.members:
        raise Unknown("members")
    return matter.facts.members


def _floor(number: Decimal) -> int:
    return int(number.to_integral_value(ROUND_FLOOR))
