"""Who may ask, in plain sentences. The regulation room judges elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

from core.pages.words import say as _
from regulation.sentences.ceilings import ceiling_text
from regulation.sentences.lists import day_before, figure, labels, months, year_day, years
from regulation.vocabulary import conditions as c
from regulation.vocabulary.blocks import Condition, QuestionKind, YearDay
from regulation.vocabulary.conditions import AgeOn, Counting, GroupKind, IncomeOf, Per, Whose
from terms.lists import ROLES_IN_HOUSEHOLD, STATUSES
from terms.rule_lists import BURDENS, INCOMES


@dataclass(frozen=True)
class Point:
    """One point of who may ask; what belongs under it stands deeper."""

    text: str
    article: str
    depth: int
    name: str


def points_of(condition: Condition | None, depth: int = 0) -> Iterator[Point]:
    """A condition as an outline: a group is a heading, its parts stand below it."""
    if condition is None:
        return
    yield Point(condition_text(condition), condition.ref, depth, condition.name)
    if isinstance(condition, c.HasStatus) and condition.words and len(condition.any_of) > 1:
        yield Point(labels(STATUSES, condition.any_of), "", depth + 1, condition.name)
    if isinstance(condition, c.Group):
        for part in condition.parts:
            yield from points_of(part, depth + 1)


def condition_text(condition: Condition) -> str:
    """One condition in a sentence: its own words, else made from what it asks."""
    return condition.words or made_text(condition)


@singledispatch
def made_text(condition: Condition) -> str:
    """What a condition asks, in words of ours."""
    raise TypeError(f"no sentence for {type(condition).__name__}")


@made_text.register
def _group(condition: c.Group) -> str:
    return {
        GroupKind.ALL_OF: _("All of this holds:"),
        GroupKind.ANY_OF: _("One of these is enough:"),
        GroupKind.NONE_OF: _("None of this holds:"),
    }[condition.how]


@made_text.register
def _status(condition: c.HasStatus) -> str:
    statuses = labels(STATUSES, condition.any_of)
    return {
        Whose.CLIENT: _("You have: %(statuses)s.", statuses=statuses),
        Whose.HOUSEHOLD: _("Somebody in the household has: %(statuses)s.", statuses=statuses),
        Whose.PARENTS: _("A parent has: %(statuses)s.", statuses=statuses),
        Whose.OWN_OR_PARENTS: _(
            "You, or your parents if you are under 18, have: %(statuses)s.", statuses=statuses
        ),
    }[condition.whose]


@made_text.register
def _age(condition: c.HasAge) -> str:
    age = years(condition.bounds)
    if condition.on is AgeOn.JUDGED_DATE:
        return _("You are %(age)s.", age=age)
    first = condition.year_starts or YearDay(month=1, day=1)
    day = first if condition.on is AgeOn.FIRST_OF_YEAR else day_before(first)
    return _("You are %(age)s on %(day)s.", age=age, day=year_day(day))


@made_text.register
def _resident(condition: c.LivesHere) -> str:
    if not condition.months:
        return _("You live in the municipality.")
    time = months(condition.months)
    return _("You have lived in the municipality for %(time)s.", time=time)


@made_text.register
def _role(condition: c.HasRole) -> str:
    return _(
        "In the household you are: %(roles)s.", roles=labels(ROLES_IN_HOUSEHOLD, condition.any_of)
    )


@made_text.register
def _member(condition: c.HasMember) -> str:
    age = years(condition.years)
    return _(
        "In the household there are at least %(count)s people: %(age)s.",
        count=condition.count,
        age=age,
    )


@made_text.register
def _judged(condition: c.Judged) -> str:
    return condition.words


@made_text.register
def _answer(condition: c.AnswerIs) -> str:
    answer = _("no") if condition.no else _("yes")
    return _(
        "The answer is %(answer)s: “%(question)s”", answer=answer, question=condition.question.words
    )


@made_text.register
def _number(condition: c.NumberIs) -> str:
    bounds = figure(condition.bounds, in_euros=condition.question.kind is QuestionKind.EURO)
    return _("“%(question)s” is %(bounds)s.", question=condition.question.words, bounds=bounds)


@made_text.register
def _waited(condition: c.Waited) -> str:
    if condition.counting is Counting.CALENDAR_MONTHS_AFTER:
        if condition.months == 1:
            return _("A whole calendar month has passed after the month in which it began.")
        return _(
            "%(months)s whole calendar months have passed after the month in which it began.",
            months=condition.months,
        )
    time = months(condition.months)
    return _("At least %(time)s have passed since it began.", time=time)


@made_text.register
def _first(condition: c.FirstTime) -> str:
    return _("You have not had this before: it is given once.")


@made_text.register
def _income(condition: c.IncomeUpTo) -> str:
    whose = {
        IncomeOf.CLIENT: _("Your income"),
        IncomeOf.HOUSEHOLD: _("The income of the household"),
        IncomeOf.PARENTS: _("The income of the parents"),
    }[condition.of]
    ceiling = ceiling_text(condition.ceiling)
    a_month = condition.per is Per.MONTH
    time = _("a month") if a_month else _("a year")
    text = (
        _("%(whose)s is lower than %(ceiling)s %(time)s.", whose=whose, ceiling=ceiling, time=time)
        if condition.strict
        else _(
            "%(whose)s is at most %(ceiling)s %(time)s.", whose=whose, ceiling=ceiling, time=time
        )
    )
    return " ".join([text, *_what_counts(condition)])


def _what_counts(condition: c.IncomeUpTo) -> Iterator[str]:
    if condition.excludes:
        yield _("Does not count: %(what)s.", what=labels(INCOMES, condition.excludes, _("and")))
    if condition.deducts:
        yield _("Goes off it: %(what)s.", what=labels(BURDENS, condition.deducts, _("and")))
    if condition.reference_years_before == 0:
        yield _("Only the income of this year counts.")
    if condition.reference_years_before:
        yield _(
            "The income of %(count)s years before counts.", count=condition.reference_years_before
        )
    if condition.current_if_changed:
        yield _("Has the income changed? Then that of this year counts.")
