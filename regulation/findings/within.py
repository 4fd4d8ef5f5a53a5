"""Is an income within its ceiling? Purely, in the regulation room. What cannot change that is not asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial, singledispatch

from regulation.findings.assessment import Answer, Kind
from regulation.findings.findings import YES, Finding, ask, no, remark
from regulation.findings.incomes import MONTHS, Unknown, ceiling_of, earned_of, income_a_year
from regulation.findings.matter import Matter
from regulation.vocabulary import ceilings as shapes
from regulation.vocabulary.conditions import IncomeUpTo, Per
from regulation.vocabulary.means import MOST_DEPENDANTS, Member
from terms.rule_lists import LEEFLOON_CATEGORIES


@dataclass(frozen=True)
class Span:
    """Between which amounts something lies; no `most` is no bound. `fact` would tell it exactly."""

    least: int = 0
    most: int | None = None
    fact: str = ""


def judge_income(condition: IncomeUpTo, matter: Matter) -> Finding:
    """Is the income that counts within the ceiling? A person judges where the rule has no figure.

    A fact is asked only where the least and the greatest that it allows differ in the answer.
    """
    try:
        ceiling = _ceiling(condition, matter)
        income = _income(condition, matter)
    except Unknown:
        return Finding(Answer.JUDGE, (remark(Kind.TO_JUDGE, condition, name=condition.name),))
    less = int(condition.strict)
    if income.most is not None and income.most <= ceiling.least - less:
        return YES
    if ceiling.most is not None and income.least > ceiling.most - less:
        return no(Kind.INCOME_TOO_HIGH, condition)
    return ask(income.fact or ceiling.fact)


def _ceiling(condition: IncomeUpTo, matter: Matter) -> Span:
    """The ceiling over a year. Raises Unknown where no fact could tell it."""
    found = _told(lambda: ceiling_of(condition.ceiling, matter))
    if found.fact:
        found = replace(possible(condition.ceiling, matter), fact=found.fact)
    times = MONTHS if condition.per is Per.MONTH else 1
    most = None if found.most is None else found.most * times
    return replace(found, least=found.least * times, most=most)


def _income(condition: IncomeUpTo, matter: Matter) -> Span:
    """The income over a year: burdens lower it, and of two years that may count it is one."""
    found = _told(lambda: income_a_year(condition, matter))
    if found.fact == "burdens":
        return replace(found, most=earned_of(condition, matter))
    if found.fact == "income_changed":
        either = [_income(condition, _changed(matter, yes)) for yes in (True, False)]
        return replace(_any_of(either), fact=found.fact)
    return found


def _changed(matter: Matter, yes: bool) -> Matter:
    return replace(matter, facts=replace(matter.facts, income_changed=yes))


def _told(figure: Callable[[], int]) -> Span:
    """A figure that is known; else which fact would tell it. Raises Unknown where none would."""
    try:
        exact = figure()
    except Unknown as unknown:
        if not unknown.fact:
            raise
        return Span(fact=unknown.fact)
    return Span(exact, exact)


def _any_of(spans: Iterable[Span]) -> Span:
    """From the least to the most of several."""
    found = list(spans)
    ends = [one.most for one in found if one.most is not None]
    most = max(ends) if len(ends) == len(found) else None
    return Span(min(one.least for one in found), most)


@singledispatch
def possible(ceiling: shapes.Ceiling, matter: Matter) -> Span:
    """The least and the greatest that a ceiling may be, whatever is not known of the household."""
    return Span()


@possible.register
def _(ceiling: shapes.PercentOfSeries, matter: Matter) -> Span:
    return _over(
        ceiling,
        [
            replace(matter, facts=replace(matter.facts, leefloon_category=category))
            for category in LEEFLOON_CATEGORIES
        ],
    )


@possible.register
def _(ceiling: shapes.PerDependant, matter: Matter) -> Span:
    return Span(ceiling.base_cents)


@possible.register
def _(ceiling: shapes.TableOfDependants, matter: Matter) -> Span:
    """Nobody has a limit to the dependants: the greatest is not known."""
    known = [
        replace(matter, facts=replace(matter.facts, dependants=number))
        for number in range(MOST_DEPENDANTS + 1)
    ]
    return replace(_over(ceiling, known), most=None)


@possible.register
def _(ceiling: shapes.PercentPerMember, matter: Matter) -> Span:
    return replace(_over(ceiling, [_with(matter, (Member(),))]), most=None)


@possible.register
def _(ceiling: shapes.Scale, matter: Matter) -> Span:
    """A household is one person at least; somebody without a birth date is a child or not."""
    members = matter.facts.members
    if not members:
        return Span(ceiling.first_cents)
    ages = [one.age_on(matter.judged_on) for one in members]
    children = sum(1 for age in ages if age is not None and ceiling.child_years.hold(age))
    most = children + ages.count(None)
    sums = [
        ceiling.first_cents
        + max(0, len(ages) - count - 1) * ceiling.other_cents
        + count * ceiling.child_cents
        for count in range(children, most + 1)
    ]
    return Span(min(sums), max(sums))


def _with(matter: Matter, members: tuple[Member, ...]) -> Matter:
    return replace(matter, facts=replace(matter.facts, members=members))


def _over(ceiling: shapes.Ceiling, matters: Iterable[Matter]) -> Span:
    """Over all that may be so; where one of these has no figure, nothing is known."""
    try:
        return _any_of([_told(partial(ceiling_of, ceiling, one)) for one in matters])
    except Unknown:
        return Span()
