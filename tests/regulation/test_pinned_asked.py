"""Cases that pin which fact is asked, by its own name: the form shows the field of that name."""

import datetime as dt

import pytest

from regulation.judge.assess import assess
from regulation.vocabulary.blocks import Bounds, Condition, Question, QuestionKind, When
from regulation.vocabulary.ceilings import FixedCeiling, PerDependant
from regulation.vocabulary.conditions import (
    HasAge,
    HasMember,
    HasRole,
    HasStatus,
    IncomeUpTo,
    LivesHere,
    Per,
    Waited,
    Whose,
)
from regulation.vocabulary.dates import add_months
from regulation.vocabulary.limits import Cover, Deadline
from regulation.vocabulary.means import Income, Member
from tests.regulation.build import cap, facts, percent, rules
from tests.regulation.test_pinned_people import judged

LEEFLOON = frozenset({"leefloon"})
BEGAN = Question(name="signed", kind=QuestionKind.DATE, words="?")
UNKNOWN = (Member(),)


def status(whose: Whose) -> HasStatus:
    return HasStatus(name="s", any_of=LEEFLOON, whose=whose)


@pytest.mark.parametrize(
    ("condition", "known", "asked"),
    [
        (LivesHere(name="r"), {}, ("resident",)),
        (LivesHere(name="r", months=6), {"resident": True}, ("resident_since",)),
        (HasRole(name="r", any_of=frozenset({"child"})), {}, ("role",)),
        (HasMember(name="m", years=Bounds(lt=18)), {}, ("members",)),
        (HasMember(name="m", years=Bounds(lt=18)), {"members": UNKNOWN}, ("members",)),
        (HasAge(name="a", bounds=Bounds(lt=18)), {"birth_on": None}, ("birth_on",)),
        (Waited(name="w", months=1, since_status=LEEFLOON), {}, ("statuses_since",)),
        (Waited(name="w", months=1, since_question=BEGAN), {}, ("question:signed",)),
        (status(Whose.CLIENT), {"statuses": None}, ("statuses",)),
        (status(Whose.PARENTS), {}, ("parent_statuses",)),
        (
            status(Whose.HOUSEHOLD),
            {"statuses": None, "household_statuses": None},
            ("household_statuses", "statuses"),
        ),
        (status(Whose.OWN_OR_PARENTS), {"birth_on": None}, ("birth_on",)),
        (
            IncomeUpTo(name="i", ceiling=FixedCeiling(amount_cents=1), per=Per.YEAR),
            {},
            ("incomes",),
        ),
        (
            IncomeUpTo(name="i", ceiling=PerDependant(base_cents=1, each_cents=1), per=Per.YEAR),
            {"incomes": (Income(kind="w", cents=2),)},
            ("dependants",),
        ),
    ],
)
def test_a_condition_asks_the_fact_that_tells(
    condition: Condition, known: dict[str, object], asked: tuple[str, ...]
) -> None:
    assert judged(condition, **known).missing == asked


def test_without_a_cost_the_cost_is_asked() -> None:
    assert assess(rules(percent("50")), facts(None), ()).missing == ("cost_cents",)


def test_a_covered_category_is_asked_and_a_day_for_a_deadline() -> None:
    rule = rules(percent("50"), covers=(Cover(categories=frozenset({"camp"})),))
    assert assess(rule, facts(100, category=None), ()).missing == ("category",)
    dated = rules(percent("50"), deadline=Deadline(within_days=1))
    assert assess(dated, facts(100, requested_on=None), ()).missing == ("requested_on",)


def test_an_age_that_a_cap_selects_by_is_asked() -> None:
    children = rules(percent("50"), caps=(cap(10, when=When(age=Bounds(lt=18))),))
    assert assess(children, facts(100, birth_on=None), ()).missing == ("birth_on",)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (dt.date(2026, 1, 31), 1, dt.date(2026, 2, 28)),
        (dt.date(2024, 1, 31), 1, dt.date(2024, 2, 29)),
        (dt.date(2026, 5, 31), 1, dt.date(2026, 6, 30)),
        (dt.date(2026, 10, 31), 2, dt.date(2026, 12, 31)),
        (dt.date(2026, 11, 30), 3, dt.date(2027, 2, 28)),
        (dt.date(2026, 12, 31), 12, dt.date(2027, 12, 31)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: dt.date, months: int, then: dt.date
) -> None:
    assert add_months(day, months) == then
