"""Cases that pin the least that one pays oneself, the least that is given, and whose grants count."""

import datetime as dt
from decimal import Decimal

import pytest

from regulation.findings.assessment import Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.amounts import JudgedAmount, MostPer, Percent
from regulation.vocabulary.blocks import Bounds, Lasting, When, YearDay
from regulation.vocabulary.conditions import AgeOn, HasAge
from regulation.vocabulary.dates import DateKind
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.limits import CapPer, Deadline, Minimum, SpendOf
from regulation.vocabulary.means import Member
from regulation.vocabulary.rules import Budget, RuleSet
from tests.regulation.build import DAY, cap, claim, facts, percent, rules

SEPTEMBER = YearDay(month=9, day=1)
CHILD, ADULT = dt.date(2016, 1, 1), dt.date(1986, 1, 1)


def amount(rule: RuleSet, asked: Facts, *history: object) -> int:
    return assess(rule, asked, history).amount_cents  # type: ignore[arg-type]


def test_the_least_own_share_is_for_each_piece_or_for_the_request() -> None:
    each = rules(Percent(percent=Decimal(80), least_own_cents=200))
    whole = rules(Percent(percent=Decimal(80), least_own_cents=200, most_per=MostPer.REQUEST))
    assert [amount(one, facts(1_600, count=2)) for one in (each, whole)] == [1_200, 1_280]
    assert [amount(one, facts(900)) for one in (each, whole)] == [700, 700]
    assert [amount(one, facts(150)) for one in (each, whole)] == [0, 0]


def test_the_least_own_share_and_the_maximum_hold_for_the_same_piece() -> None:
    both = rules(Percent(percent=Decimal(100), most_cents=500, least_own_cents=200))
    result = assess(both, facts(1_000, count=2), ())
    assert result.amount_cents == 600
    assert [line.kind for line in result.lines][-1] is Kind.OWN_LEAST
    judged = rules(JudgedAmount(least_own_cents=200, most_per=MostPer.REQUEST))
    assert assess(judged, facts(1_000), ()).maximum_cents == 800


@pytest.mark.parametrize(("most", "given"), [(800, 700), (600, 600)])
def test_the_least_that_one_pays_oneself_and_the_most_both_hold(most: int, given: int) -> None:
    both = Percent(
        percent=Decimal(100), most_cents=most, least_own_cents=300, most_per=MostPer.REQUEST
    )
    assert amount(rules(both), facts(1_000)) == given


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        (Budget(closes=YearDay(month=12, day=15)), dt.date(2026, 12, 15)),
        (Budget(closes=YearDay(month=3, day=1)), dt.date(2026, 3, 1)),
        (Budget(closes=YearDay(month=3, day=1), year_starts=YearDay(month=9, day=1)),
         dt.date(2026, 3, 1)),
        (Budget(closes=YearDay(month=7, day=1), year_starts=YearDay(month=6, day=15)),
         dt.date(2026, 7, 1)),
        (Budget(closes=YearDay(month=12, day=15), dates_by=DateKind.PAYMENT), None),
        (Budget(), None),
    ],
)  # fmt: skip
def test_the_year_of_the_money_closes_on_its_day(budget: Budget, expected: dt.date | None) -> None:
    assert assess(rules(percent("50"), budget=budget), facts(1_000), ()).closes_on == expected


def test_other_payers_come_before_what_one_pays_oneself() -> None:
    rule = rules(Percent(percent=Decimal(100), least_own_cents=200))
    assert amount(rule, facts(1_000, others=300)) == 500


def test_what_caps_leave_may_be_too_little_to_pay() -> None:
    least = Minimum(amount_cents=500, of=SpendOf.GIVEN)
    rule = rules(percent("100"), minimum=least, caps=(cap(1_000),))
    assert amount(rule, facts(5_000), claim(500)) == 500
    result = assess(rule, facts(5_000), (claim(501),))
    assert (result.outcome, result.reasons[0].kind) == (Outcome.NOT, Kind.TOO_LITTLE)
    assert amount(rule, facts(5_000)) == 1_000
    assert amount(rule, facts(1)) == 0


def test_where_nothing_is_left_nothing_is_called_too_little() -> None:
    least = Minimum(amount_cents=500, of=SpendOf.GIVEN)
    rule = rules(percent("100"), minimum=least, caps=(cap(1_000),))
    kinds = [line.kind for line in assess(rule, facts(5_000), (claim(1_000),)).lines]
    assert Kind.TOO_LITTLE not in kinds


def test_for_whom_the_least_holds_is_asked_only_where_it_counts() -> None:
    young = Minimum(amount_cents=500, of=SpendOf.GIVEN, when=When(age=Bounds(lt=18)))
    rule = rules(percent("100"), minimum=young)
    little, enough = (assess(rule, facts(cents, birth_on=None), ()) for cents in (499, 500))
    assert (little.missing, enough.missing) == (("birth_on",), ())
    assert amount(rule, facts(499)) == 499


def test_only_what_those_who_fit_had_counts_for_the_household() -> None:
    young = When(age=Bounds(lt=18))
    members = tuple(
        Member(person=person, birth_on=born)
        for person, born in (("a", CHILD), ("b", CHILD), ("c", ADULT))
    )
    asked = facts(5_000, birth_on=CHILD, members=members)
    had = (claim(400, client="b"), claim(900, client="c"))
    for theirs, left in ((True, 600), (False, 0)):
        shared = cap(1_000, per=CapPer.HOUSEHOLD, only_theirs=theirs, when=young)
        assert amount(rules(percent("100"), caps=(shared,)), asked, *had) == left
    unknown = facts(5_000, birth_on=CHILD)
    own = cap(1_000, per=CapPer.HOUSEHOLD, only_theirs=True, when=young)
    assert assess(rules(percent("100"), caps=(own,)), unknown, ()).missing == ("members",)


@pytest.mark.parametrize(
    ("on", "born", "holds"),
    [
        (AgeOn.FIRST_OF_YEAR, dt.date(2013, 9, 1), True),
        (AgeOn.FIRST_OF_YEAR, dt.date(2013, 9, 2), False),
        (AgeOn.LAST_OF_YEAR, dt.date(2014, 8, 31), True),
        (AgeOn.LAST_OF_YEAR, dt.date(2014, 9, 1), False),
    ],
)
def test_an_age_counts_at_an_end_of_the_school_year(on: AgeOn, born: dt.date, holds: bool) -> None:
    twelve = HasAge(name="t", bounds=Bounds(gte=12), on=on, year_starts=SEPTEMBER)
    assert bool(amount(rules(eligible=twelve), facts(1_000, birth_on=born))) is holds


def test_asking_some_days_before_the_date() -> None:
    rule = rules(deadline=Deadline(days_before=14))
    days = [DAY - dt.timedelta(days=number) for number in (14, 13)]
    assert [bool(amount(rule, facts(1_000, requested_on=day))) for day in days] == [True, False]


def test_a_block_for_what_lasts_and_for_providers_here() -> None:
    lasting = Percent(percent=Decimal(50), when=When(lasting=Lasting.LASTING))
    single = Percent(percent=Decimal(20), when=When(lasting=Lasting.ONE_OFF, local=True))
    rule = rules(lasting, single)
    assert amount(rule, facts(1_000, lasting=True)) == 500
    assert amount(rule, facts(1_000, lasting=False, provider_local=True)) == 200
    assert amount(rule, facts(1_000, lasting=False, provider_local=False)) == 0
    assert assess(rule, facts(1_000), ()).missing == ("lasting",)
    assert assess(rule, facts(1_000, lasting=False), ()).missing == ("provider_local",)


def test_who_lives_in_the_household_is_asked_once_the_cap_is_known_to_hold() -> None:
    young = When(age=Bounds(lt=18))
    shared = cap(1_000, per=CapPer.HOUSEHOLD, only_theirs=True, when=young)
    rule = rules(percent("100"), caps=(shared,))
    missing = [
        assess(rule, facts(5_000, birth_on=born), ()).missing for born in (None, CHILD, ADULT)
    ]
    assert missing == [("birth_on",), ("members",), ()]
