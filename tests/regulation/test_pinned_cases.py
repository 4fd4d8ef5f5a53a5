"""Cases that pin the order of judging; most come from published rules."""

import datetime as dt
from decimal import Decimal

import pytest

from regulation.findings.assessment import Kind, Outcome
from regulation.judge.assess import assess
from regulation.judge.caps import caps_left
from regulation.vocabulary.amounts import Percent, Split
from regulation.vocabulary.blocks import Bounds, When
from regulation.vocabulary.dates import DateKind, age_years
from regulation.vocabulary.facts import Claim, Facts, Shares
from regulation.vocabulary.limits import CapPer, Cover, Deadline, Deduct
from regulation.vocabulary.rules import RuleSet, SchemeKind
from tests.regulation.build import DAY, cap, claim, facts, percent, rules

JANUARY = Deadline(month=1, day=15, years_later=1)


def granted(rule: RuleSet, asked: Facts, *history: Claim) -> int:
    return assess(rule, asked, history).amount_cents


def test_other_payers_go_before_the_percentage_and_that_before_the_cap() -> None:
    rule = rules(percent("75"), caps=(cap(8_000),))
    result = assess(rule, facts(15_000, others=1_500), ())
    assert [line.to_cents for line in result.lines] == [15_000, 13_500, 10_125, 8_000]
    assert result.outcome is Outcome.PARTLY


def test_a_cap_counts_what_was_granted_and_not_what_it_cost() -> None:
    state = assess(rules(percent("80"), caps=(cap(10_000),)), facts(6_000), ()).caps[0]
    assert (state.left_before_cents, state.left_after_cents) == (10_000, 5_200)


def test_granted_50_and_open_45_leave_5_of_100() -> None:
    rule = rules(percent("100"), caps=(cap(10_000),))
    result = assess(rule, facts(5_000), (claim(5_000), claim(4_500, is_open=True)))
    assert result.amount_cents == 500
    assert result.caps[0].left_granted_cents == 5_000
    assert result.caps[0].left_before_cents == 500
    assert result.caps[0].left_after_cents == 0


@pytest.mark.parametrize(("had", "expected"), [(7_000, 1_000), (9_500, 0)])
def test_who_turns_18_keeps_what_was_had_as_a_child(had: int, expected: int) -> None:
    child = cap(10_000, "child", when=When(age=Bounds(lt=18)))
    adult = cap(8_000, "adult", when=When(age=Bounds(gte=18)))
    born = DAY.replace(year=DAY.year - 18)
    before = claim(had, cost_on=DAY - dt.timedelta(days=100))
    rule = rules(caps=(child, adult))
    assert granted(rule, facts(15_000, birth_on=born), before) == expected
    assert (
        granted(rule, facts(15_000, birth_on=born + dt.timedelta(days=1)), before) == 10_000 - had
    )


@pytest.mark.parametrize(
    ("bounds", "of_17", "of_18"),
    [
        (Bounds(lt=18), True, False),
        (Bounds(lte=18), True, True),
        (Bounds(gt=17), False, True),
        (Bounds(gte=18), False, True),
        (Bounds(gt=18), False, False),
    ],
)
def test_bounds_of_age_are_strict_or_not(bounds: Bounds, of_17: bool, of_18: bool) -> None:
    assert (bounds.hold(17), bounds.hold(18)) == (of_17, of_18)


def test_who_is_born_on_29_february_is_a_year_older_on_1_march() -> None:
    born = dt.date(2008, 2, 29)
    assert age_years(born, dt.date(2026, 2, 28)) == 17
    assert age_years(born, dt.date(2026, 3, 1)) == 18
    assert age_years(born, dt.date(2028, 2, 29)) == 20


def test_a_cap_on_a_category_counts_that_category_only() -> None:
    camps = cap(5_000, when=When(categories=frozenset({"camp"})))
    rule = rules(percent("100"), caps=(camps,))
    history = (claim(3_000, category="camp"), claim(9_000, category="ticket"))
    assert granted(rule, facts(9_000, category="camp"), *history) == 2_000
    assert granted(rule, facts(9_000, category="ticket"), *history) == 9_000


@pytest.mark.parametrize("kind", ["strand", "provider_type"])
def test_a_cap_on_part_of_the_cost_counts_what_is_such_or_not_known(kind: str) -> None:
    chosen = frozenset({"school"})
    when = When(strands=chosen) if kind == "strand" else When(provider_types=chosen)
    rule = rules(percent("100"), caps=(cap(5_000, when=when),))
    asked = facts(9_000, **{kind: "school"})
    assert granted(rule, asked, claim(3_000, **{kind: "school"})) == 2_000
    assert granted(rule, asked, claim(3_000, **{kind: None})) == 2_000
    assert granted(rule, asked, claim(3_000, **{kind: "other"})) == 5_000
    assert granted(rule, facts(9_000, **{kind: "other"})) == 9_000


def test_a_cap_of_the_household_counts_every_member() -> None:
    rule = rules(percent("100"), caps=(cap(18_000, per=CapPer.HOUSEHOLD),))
    brother = claim(15_000, client="b")
    assert granted(rule, facts(6_000), brother) == 3_000
    assert granted(rule, facts(6_000), claim(15_000, client="b", household="x")) == 6_000


def test_a_cap_of_the_person_follows_the_child_to_another_household() -> None:
    rule = rules(percent("100"), caps=(cap(10_000),))
    assert granted(rule, facts(6_000), claim(9_000, household="x")) == 1_000
    assert granted(rule, facts(6_000), claim(9_000, client="b")) == 6_000


def test_the_smallest_room_of_several_caps_decides() -> None:
    caps = (cap(10_000, "a"), cap(2_000, "b"), cap(5_000, "c", per=CapPer.HOUSEHOLD))
    assert granted(rules(percent("100"), caps=caps), facts(9_000)) == 2_000


def test_only_schemes_that_a_cap_names_are_counted() -> None:
    own, both = cap(10_000), cap(10_000, counts=frozenset({"fund", "school"}))
    school = claim(8_000, scheme="school")
    assert granted(rules(percent("100"), caps=(own,)), facts(9_000), school) == 9_000
    assert granted(rules(percent("100"), caps=(both,)), facts(9_000), school) == 2_000


def test_a_year_ends_on_31_december_by_the_date_that_the_rule_names() -> None:
    new_year = facts(5_000, cost_on=dt.date(2027, 1, 1), activity_on=dt.date(2026, 12, 31))
    had = claim(9_000, cost_on=dt.date(2026, 12, 31), activity_on=dt.date(2026, 1, 1))
    by_activity = cap(10_000, dates_by=DateKind.ACTIVITY)
    assert granted(rules(percent("100"), caps=(cap(10_000),)), new_year, had) == 5_000
    assert granted(rules(percent("100"), caps=(by_activity,)), new_year, had) == 1_000


@pytest.mark.parametrize(("day", "outcome"), [(15, Outcome.GRANTED), (16, Outcome.NOT)])
def test_after_the_last_day_it_is_too_late(day: int, outcome: Outcome) -> None:
    asked = facts(5_000, cost_on=dt.date(2026, 12, 31), requested_on=dt.date(2027, 1, day))
    result = assess(rules(deadline=JANUARY), asked, ())
    assert result.outcome is outcome
    assert result.latest_on == dt.date(2027, 1, 15)


def test_what_is_asked_in_january_counts_against_the_old_year() -> None:
    asked = facts(5_000, cost_on=dt.date(2026, 12, 31), requested_on=dt.date(2027, 1, 14))
    rule = rules(percent("100"), deadline=JANUARY, caps=(cap(10_000),))
    assert granted(rule, asked, claim(9_000), claim(9_000, cost_on=dt.date(2027, 1, 2))) == 1_000


def test_twice_12_25_gives_no_more_than_once_24_50() -> None:
    assert granted(rules(), facts(1_225)) == 1_102
    assert granted(rules(), facts(2_450)) == 2_205


def test_only_the_payers_that_the_rule_names_go_first() -> None:
    rule = rules(percent("50"), deduct=Deduct(payers=frozenset({"health_fund"})))
    assert granted(rule, facts(10_000, others=2_000)) == 5_000
    # Never more than what the client still has to pay, though.
    assert granted(rule, facts(10_000, others=7_000)) == 3_000
    assert granted(rule, facts(10_000, others=10_001)) == 0


def test_the_first_amount_that_fits_is_used() -> None:
    young = Percent(percent=Decimal(100), when=When(age=Bounds(lt=18)))
    rule = rules(young, percent("50"))
    assert granted(rule, facts(1_000, birth_on=DAY.replace(year=2015))) == 1_000
    assert granted(rule, facts(1_000)) == 500


def test_where_no_amount_fits_there_is_none_and_it_is_said() -> None:
    camps = Percent(percent=Decimal(50), when=When(categories=frozenset({"camp"})))
    result = assess(rules(camps), facts(1_000), ())
    assert (result.outcome, result.amount_cents) == (Outcome.NOT, 0)
    assert [line.kind for line in result.reasons] == [Kind.NO_AMOUNT]


def test_the_client_pays_what_nobody_else_does() -> None:
    assert assess(rules(percent("50")), facts(1_000, others=100), ()).client_pays_cents == 450


def test_a_cap_that_was_passed_before_has_nothing_left() -> None:
    state = assess(rules(caps=(cap(1_000),)), facts(1_000), (claim(1_500),)).caps[0]
    assert (state.left_granted_cents, state.left_before_cents, state.left_after_cents) == (0, 0, 0)


def test_an_excepted_category_is_refused_and_the_reason_named() -> None:
    rule = rules(covers=(Cover(excluded=frozenset({"ticket"})),))
    result = assess(rule, facts(1_000), ())
    assert result.outcome is Outcome.NOT
    assert [line.kind for line in result.reasons] == [Kind.NOT_COVERED]
    assert result.client_pays_cents == 1_000


def test_a_figure_that_the_text_leaves_open_is_judged_by_a_person() -> None:
    for rule in (
        rules(Percent(open="usually more than half")),
        rules(caps=(cap(None, open="not printed"),)),
    ):
        result = assess(rule, facts(1_000), ())
        assert (result.outcome, result.amount_cents) == (Outcome.JUDGEMENT, 0)
        assert any(note.kind is Kind.OPEN for note in result.notes)


def test_a_shared_cost_leaves_the_odd_cent_to_the_client() -> None:
    shares = Shares(client_percent=20, provider_percent=40, network_percent=40)
    rule = rules(Split(), kind=SchemeKind.DISCOUNT)
    result = assess(rule, facts(1_003, shares=shares), (claim(99_999),))
    assert result.split is not None
    assert result.amount_cents == result.split.network_cents == 401
    assert (result.split.provider_cents, result.split.client_cents) == (401, 201)
    assert result.client_pays_cents == 201


def test_a_discount_counts_under_no_cap_of_the_fund() -> None:
    rule = rules(percent("100"), caps=(cap(1_000),))
    assert granted(rule, facts(900), claim(900, scheme="korting")) == 900


def test_what_is_left_is_known_before_anything_is_asked() -> None:
    rule = rules(caps=(cap(10_000),))
    blank = facts(None, category=None)
    state = caps_left(rule, blank, (claim(4_000),))[0]
    assert state.left_before_cents == 6_000
    assert (state.from_on, state.until_on) == (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert caps_left(rule, facts(None, cost_on=None), ()) == ()
