"""The conditions of who may ask, as blocks of the regulation room. It judges nobody."""

from dataclasses import dataclass, field
from enum import StrEnum

from regulation.vocabulary import spec
from regulation.vocabulary.blocks import Bounds, Condition, Question, YearDay, kind
from regulation.vocabulary.ceilings import Ceiling


class Whose(StrEnum):
    """Whose status counts: for `parents` that of the parents; for `own_or_parents` that of the
    parents as long as the client is a minor."""

    CLIENT = "client"
    HOUSEHOLD = "household"
    PARENTS = "parents"
    OWN_OR_PARENTS = "own_or_parents"


@kind("status")
@dataclass(frozen=True, kw_only=True)
class HasStatus(Condition):
    """Holds one of these statuses."""

    any_of: frozenset[str] = spec.codes("statuses", required=True)
    whose: Whose = spec.choice(Whose, default=Whose.CLIENT)


class AgeOn(StrEnum):
    """On which day the age counts: the judged one, or an end of the year in which it lies."""

    JUDGED_DATE = "judged_date"
    FIRST_OF_YEAR = "first_of_year"
    LAST_OF_YEAR = "last_of_year"


@kind("age")
@dataclass(frozen=True, kw_only=True)
class HasAge(Condition):
    """Is of an age."""

    bounds: Bounds = spec.bounds("years", "years", required=True)
    on: AgeOn = spec.choice(AgeOn, default=AgeOn.JUDGED_DATE)
    year_starts: YearDay | None = spec.day()


@kind("resident")
@dataclass(frozen=True, kw_only=True)
class LivesHere(Condition):
    """Lives in the municipality, since so many whole months on the judged date."""

    months: int = spec.whole(most=600, default=0)


@kind("role")
@dataclass(frozen=True, kw_only=True)
class HasRole(Condition):
    """Has this role in the household."""

    any_of: frozenset[str] = spec.codes("roles", required=True)


@kind("member")
@dataclass(frozen=True, kw_only=True)
class HasMember(Condition):
    """In the household live at least so many people of an age; the client counts too."""

    years: Bounds = spec.bounds("years", required=True)
    count: int = spec.whole(least=1, most=20, default=1)


@kind("judged")
@dataclass(frozen=True, kw_only=True)
class Judged(Condition):
    """What only a person can judge, with a reason."""


@kind("answer")
@dataclass(frozen=True, kw_only=True)
class AnswerIs(Condition):
    """A question of the file is answered with yes (or with no)."""

    question: Question = spec.name("questions", required=True)
    no: bool = spec.flag()


@kind("number")
@dataclass(frozen=True, kw_only=True)
class NumberIs(Condition):
    """The number or the amount that answers a question lies within bounds."""

    question: Question = spec.name("questions", required=True)
    bounds: Bounds = spec.bounds("answer", "value", required=True)


class Counting(StrEnum):
    """How a waiting period is counted: from the day itself, or in whole calendar months that
    begin after the month of that day."""

    FROM_THE_DAY = "from_the_day"
    CALENDAR_MONTHS_AFTER = "calendar_months_after"


@kind("waiting")
@dataclass(frozen=True, kw_only=True)
class Waited(Condition):
    """So many months have passed since a status began, or since the day that answers a question."""

    months: int = spec.whole(required=True, least=1, most=600)
    since_status: frozenset[str] = spec.codes("statuses")
    since_question: Question | None = spec.name("questions")
    counting: Counting = spec.choice(Counting, default=Counting.FROM_THE_DAY)


@kind("first_time")
@dataclass(frozen=True, kw_only=True)
class FirstTime(Condition):
    """Nothing was asked before from these schemes, or from this one."""

    schemes: frozenset[str] = spec.names("schemes", ordered=False)


class IncomeOf(StrEnum):
    """Whose income is asked."""

    CLIENT = "client"
    HOUSEHOLD = "household"
    PARENTS = "parents"


class Per(StrEnum):
    """The time that an income or a ceiling is for."""

    MONTH = "month"
    YEAR = "year"


@kind("income")
@dataclass(frozen=True, kw_only=True)
class IncomeUpTo(Condition):
    """The income that counts is at most a ceiling, or below it with `strict`.

    With `reference_years_before` the income of that year counts, and with `current_if_changed`
    that of the judged year when it has changed since.
    """

    ceiling: Ceiling = spec.block(Ceiling, required=True)
    per: Per = spec.choice(Per)
    of: IncomeOf = spec.choice(IncomeOf, default=IncomeOf.HOUSEHOLD)
    strict: bool = spec.flag()
    excludes: frozenset[str] = spec.codes("incomes")
    deducts: frozenset[str] = spec.codes("burdens")
    reference_years_before: int | None = spec.whole(most=5)
    current_if_changed: bool = spec.flag()


class GroupKind(StrEnum):
    """How the parts of a group compose."""

    ALL_OF = "all_of"
    ANY_OF = "any_of"
    NONE_OF = "none_of"


@dataclass(frozen=True, kw_only=True)
class Group(Condition):
    """Other conditions, composed."""

    how: GroupKind = field(default=GroupKind.ALL_OF)
    parts: tuple[Condition, ...] = spec.names("conditions", "of", required=True)


@kind("all_of")
@dataclass(frozen=True, kw_only=True)
class AllOf(Group):
    """Every part holds."""


@kind("any_of")
@dataclass(frozen=True, kw_only=True)
class AnyOf(Group):
    """One part is enough."""

    how: GroupKind = field(default=GroupKind.ANY_OF)


@kind("none_of")
@dataclass(frozen=True, kw_only=True)
class NoneOf(Group):
    """No part holds."""

    how: GroupKind = field(default=GroupKind.NONE_OF)
