"""Cases that pin who may ask; the figures come from published rules."""

import datetime as dt
from dataclasses import replace

import pytest

from regulation.findings.assessment import Answer, Assessment, Kind
from regulation.judge.assess import assess
from regulation.vocabulary.blocks import Bounds, Condition, Question, QuestionKind
from regulation.vocabulary.conditions import (
    AgeOn,
    AllOf,
    AnswerIs,
    AnyOf,
    Counting,
    FirstTime,
    HasAge,
    HasMember,
    HasRole,
    HasStatus,
    Judged,
    LivesHere,
    NoneOf,
    NumberIs,
    Waited,
    Whose,
)
from regulation.vocabulary.means import Answer as Given
from regulation.vocabulary.means import Member, Since
from regulation.vocabulary.rules import Series
from tests.regulation.build import DAY, claim, facts, percent, rules

LEEFLOON = frozenset({"leefloon"})
QUESTIONS = {
    "home": Question(name="home", kind=QuestionKind.YES_NO, words="?"),
    "signed": Question(name="signed", kind=QuestionKind.DATE, words="?"),
    "savings": Question(name="savings", kind=QuestionKind.EURO, words="?"),
}
YEARS_18 = DAY.replace(year=DAY.year - 18)


def judged(
    condition: Condition, series: dict[str, Series] | None = None, **more: object
) -> Assessment:
    rule = rules(percent("100"), eligible=condition)
    told = replace(rule, series=series or {}, questions=QUESTIONS)
    return assess(told, facts(1_000, **more), ())


def answer(condition: Condition, series: dict[str, Series] | None = None, **more: object) -> Answer:
    return judged(condition, series, **more).eligible


@pytest.mark.parametrize(
    ("born", "own", "parents", "expected"),
    [
        (YEARS_18 + dt.timedelta(days=1), frozenset(), LEEFLOON, Answer.YES),
        (YEARS_18 + dt.timedelta(days=1), LEEFLOON, frozenset(), Answer.NO),
        (YEARS_18, frozenset(), LEEFLOON, Answer.NO),
        (YEARS_18, LEEFLOON, None, Answer.YES),
        (None, LEEFLOON, LEEFLOON, Answer.ASK),
    ],
)
def test_a_minor_is_judged_by_the_status_of_the_parents(
    born: dt.date | None, own: frozenset[str], parents: frozenset[str] | None, expected: Answer
) -> None:
    condition = HasStatus(name="s", any_of=LEEFLOON, whose=Whose.OWN_OR_PARENTS)
    found = answer(condition, birth_on=born, statuses=own, parent_statuses=parents)
    assert found is expected


@pytest.mark.parametrize(
    ("on", "born", "expected"),
    [
        (AgeOn.JUDGED_DATE, dt.date(2008, 6, 15), Answer.NO),
        (AgeOn.JUDGED_DATE, dt.date(2008, 6, 16), Answer.YES),
        (AgeOn.FIRST_OF_YEAR, dt.date(2008, 1, 1), Answer.NO),
        (AgeOn.FIRST_OF_YEAR, dt.date(2008, 1, 2), Answer.YES),
        (AgeOn.LAST_OF_YEAR, dt.date(2008, 12, 31), Answer.NO),
        (AgeOn.LAST_OF_YEAR, dt.date(2009, 1, 1), Answer.YES),
    ],
)
def test_the_day_on_which_an_age_counts(on: AgeOn, born: dt.date, expected: Answer) -> None:
    assert answer(HasAge(name="a", bounds=Bounds(lt=18), on=on), birth_on=born) is expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (dt.date(2025, 12, 15), Answer.YES),
        (dt.date(2025, 12, 16), Answer.NO),
        (None, Answer.ASK),
    ],
)
def test_living_here_for_six_months(since: dt.date | None, expected: Answer) -> None:
    here = LivesHere(name="r", months=6)
    assert answer(here, resident=True, resident_since=since) is expected
    assert answer(here, resident=False) is Answer.NO
    assert answer(LivesHere(name="r"), resident=True) is Answer.YES


def test_a_role_and_a_member_of_an_age() -> None:
    child = HasRole(name="c", any_of=frozenset({"child"}))
    assert [answer(child, role=role) for role in ("child", "adult", None)] == [
        Answer.YES,
        Answer.NO,
        Answer.ASK,
    ]
    two = HasMember(name="m", years=Bounds(lt=18), count=2)
    young = Member(birth_on=YEARS_18 + dt.timedelta(days=1))
    adult, unknown = Member(birth_on=YEARS_18), Member()
    assert answer(two, members=(young, young, adult)) is Answer.YES
    assert answer(two, members=(young, adult)) is Answer.NO
    assert answer(two, members=(young, unknown)) is Answer.ASK
    assert answer(two) is Answer.ASK


def test_the_client_alone_may_be_the_member_that_is_asked() -> None:
    one, two = (HasMember(name="m", years=Bounds(lt=18), count=count) for count in (1, 2))
    child = YEARS_18 + dt.timedelta(days=1)
    assert answer(one, birth_on=child) is Answer.YES
    assert answer(one, birth_on=YEARS_18) is Answer.ASK
    assert answer(two, birth_on=child) is Answer.ASK


def test_questions_of_the_rule_are_asked_and_their_answers_count() -> None:
    lives_in = AnswerIs(name="l", question=QUESTIONS["home"])
    savings = NumberIs(name="n", question=QUESTIONS["savings"], bounds=Bounds(lte=500_000))
    yes, no = Given(question="home", yes=True), Given(question="home", yes=False)
    assert [answer(lives_in, answers=(one,)) for one in (yes, no)] == [Answer.YES, Answer.NO]
    assert (
        answer(AnswerIs(name="l", question=QUESTIONS["home"], no=True), answers=(no,)) is Answer.YES
    )
    assert answer(lives_in) is Answer.ASK
    for cents, expected in ((500_000, Answer.YES), (500_001, Answer.NO), (None, Answer.ASK)):
        given = (Given(question="savings", number=cents),)
        assert answer(savings, answers=given) is expected


@pytest.mark.parametrize(
    ("counting", "last_day_too_early"),
    [
        (Counting.FROM_THE_DAY, dt.date(2026, 4, 14)),
        (Counting.CALENDAR_MONTHS_AFTER, dt.date(2026, 4, 30)),
    ],
)
def test_signed_on_15_january_and_three_months(
    counting: Counting, last_day_too_early: dt.date
) -> None:
    signed = (Given(question="signed", on=dt.date(2026, 1, 15)),)
    waited = Waited(name="w", months=3, since_question=QUESTIONS["signed"], counting=counting)
    too_early = facts(1_000, answers=signed, cost_on=last_day_too_early)
    in_time = facts(1_000, answers=signed, cost_on=last_day_too_early + dt.timedelta(days=1))
    rule = rules(percent("100"), eligible=waited)
    assert assess(rule, too_early, ()).reasons[0].kind is Kind.NOT_WAITED
    assert assess(rule, in_time, ()).amount_cents == 1_000


def test_waiting_since_the_first_of_several_statuses() -> None:
    waited = Waited(name="w", months=3, since_status=frozenset({"leefloon", "budget_management"}))
    since = (
        Since(status="leefloon", since_on=DAY),
        Since(status="budget_management", since_on=dt.date(2026, 3, 15)),
        Since(status="other", since_on=dt.date(2020, 1, 1)),
    )
    assert answer(waited, statuses_since=since) is Answer.YES
    assert answer(waited, statuses_since=since[:1]) is Answer.NO
    assert answer(waited) is Answer.ASK


def test_once_only_looks_at_what_this_person_had_before() -> None:
    rule = rules(percent("100"), eligible=FirstTime(name="f"))
    asked = facts(1_000)
    assert assess(rule, asked, (claim(5, client="b"), claim(5, scheme="x"))).amount_cents == 1_000
    assert assess(rule, asked, (claim(5),)).reasons[0].kind is Kind.NOT_FIRST
    named = rules(percent("100"), eligible=FirstTime(name="f", schemes=frozenset({"x"})))
    assert assess(named, asked, (claim(5),)).amount_cents == 1_000


def test_groups_compose_and_ask_only_what_matters() -> None:
    status = HasStatus(name="s", any_of=LEEFLOON)
    person = Judged(name="j", words="?")
    unknown = LivesHere(name="r")
    nobody = HasStatus(name="n", any_of=frozenset({"other"}))
    assert answer(AnyOf(name="g", parts=(status, unknown))) is Answer.YES
    assert answer(AllOf(name="g", parts=(nobody, unknown))) is Answer.NO
    assert answer(AllOf(name="g", parts=(status, person))) is Answer.JUDGE
    assert answer(AnyOf(name="g", parts=(nobody, person))) is Answer.JUDGE
    assert answer(AllOf(name="g", parts=(person, unknown))) is Answer.ASK
    assert answer(NoneOf(name="g", parts=(nobody,))) is Answer.YES
    assert answer(NoneOf(name="g", parts=(nobody, status))) is Answer.NO
    assert answer(NoneOf(name="g", parts=(person,))) is Answer.JUDGE
