"""Cases that pin what the blocks of money do together; the figures come from published rules."""

import datetime as dt

import pytest

from regulation.findings.assessment import Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.amounts import Lump, OwnShare, Percent, PerUnit, Round, Rounding, Split
from regulation.vocabulary.blocks import Bounds, When, YearDay
from regulation.vocabulary.facts import Booking, Item, OtherPayer, Shares
from regulation.vocabulary.limits import Cap, Cover, Deadline, Minimum, Period, SpendOf
from regulation.vocabulary.means import Member, ProRata
from regulation.vocabulary.rules import Budget, SchemeKind, Spent
from tests.regulation.build import DAY, cap, claim, facts, percent, rules

WORK_YEAR = {"period": Period.YEAR_FROM, "starts": YearDay(month=11, day=16)}
CHILD = Member(person="a", birth_on=dt.date(2016, 1, 1))


def test_others_percent_cap_and_then_pro_rata() -> None:
    budget = Budget(when_spent=Spent.PRO_RATA)
    rule = rules(percent("75"), caps=(cap(8_000),), budget=budget)
    share = ProRata(available_cents=80_000, asked_cents=100_000)
    result = assess(rule, facts(15_000, others=1_500, pro_rata=share), ())
    assert result.amount_cents == 6_400
    assert result.caps[0].amount_cents == 6_400


def test_a_share_of_the_budget_never_spends_more_than_there_is() -> None:
    rule = rules(percent("100"), budget=Budget(when_spent=Spent.PRO_RATA))
    share = ProRata(available_cents=70_000, asked_cents=72_000)
    assert 9 * assess(rule, facts(8_000, pro_rata=share), ()).amount_cents <= 70_000


@pytest.mark.parametrize(
    ("day", "had"),
    [
        (dt.date(2026, 11, 15), 5_000),
        (dt.date(2026, 11, 16), 0),
        (dt.date(2025, 11, 15), 0),
        (dt.date(2025, 11, 16), 5_000),
    ],
)
def test_a_year_that_runs_from_16_november(day: dt.date, had: int) -> None:
    rule = rules(percent("100"), caps=(cap(8_000, **WORK_YEAR),))
    asked = facts(1_000, cost_on=dt.date(2026, 11, 15))
    state = assess(rule, asked, (claim(5_000, cost_on=day),)).caps[0]
    assert state.granted_before_cents == had
    assert (state.from_on, state.until_on) == (dt.date(2025, 11, 16), dt.date(2026, 11, 15))


@pytest.mark.parametrize(("others", "expected"), [(2_100, 0), (2_000, 1_500)])
def test_least_spend_of_what_is_left_to_pay(others: int, expected: int) -> None:
    least = Minimum(amount_cents=3_000, of=SpendOf.NET)
    cover = Cover(excluded_parts=frozenset({"drinks"}))
    rule = rules(percent("50"), minimum=least, covers=(cover,))
    items = (Item(cents=5_000), Item(cents=1_000, part="drinks"))
    result = assess(rule, facts(6_000, items=items, others=others), ())
    assert result.amount_cents == expected
    assert (Kind.MINIMUM in {line.kind for line in result.lines}) is (expected == 0)


def test_two_tickets_of_70_own_share_5_at_most_20_each() -> None:
    rule = rules(OwnShare(own_cents=500, most_cents=2_000))
    assert assess(rule, facts(14_000, count=2), ()).amount_cents == 4_000
    one_cheap = (Item(cents=1_000), Item(cents=13_000))
    assert assess(rule, facts(14_000, items=one_cheap), ()).amount_cents == 2_500


def test_a_refund_larger_than_its_part_is_lost_beyond_it() -> None:
    items = (Item(cents=2_000, part="kit"), Item(cents=3_000, part="participation"))
    others = (OtherPayer(payer="school", cents=5_000, part="kit"),)
    rule = rules(percent("100"))
    asked = facts(5_000, items=items, other_payers=others)
    assert assess(rule, asked, ()).lines[1].to_cents == 3_000


def test_a_pool_of_three_times_60_of_which_a_brother_had_150() -> None:
    pool = cap(6_000, pooled=True, when=When(age=Bounds(lt=18)))
    members = tuple(Member(person=one, birth_on=CHILD.birth_on) for one in "abc")
    mother = Member(person="m", birth_on=dt.date(1986, 1, 1))
    rule = rules(percent("100"), caps=(pool,))
    asked = facts(6_000, birth_on=CHILD.birth_on, members=(*members, mother))
    assert assess(rule, asked, (claim(15_000, client="b"),)).amount_cents == 3_000
    assert assess(rule, asked, (claim(15_000, client="m"),)).amount_cents == 6_000


def test_once_a_childs_room_is_full_the_parents_rooms_are_used_and_booked() -> None:
    child = cap(15_000, "child", overflow="adult", when=When(age=Bounds(lte=18)))
    adult = cap(8_000, "adult", when=When(age=Bounds(gt=18)))
    mother = Member(person="m", birth_on=dt.date(1986, 1, 1), parent=True)
    rule = rules(percent("100"), caps=(child, adult))
    asked = facts(20_000, birth_on=CHILD.birth_on, members=(CHILD, mother))
    had = (claim(1_000, client="m"),)
    result = assess(rule, asked, had)
    booked = {(one.name, one.subject): one.amount_cents for one in result.caps}
    assert booked == {("child", "a"): 15_000, ("adult", "m"): 5_000}
    bookings = tuple(Booking(cap=n, subject=s, cents=c) for (n, s), c in booked.items())
    later = (*had, claim(20_000, client="a", bookings=bookings))
    mothers = assess(rule, facts(9_000, client="m"), later)
    assert mothers.amount_cents == 2_000


def test_one_choice_per_category_and_instalments_of_one_membership_count_once() -> None:
    once = Cap(name="once", title="once", count=1, same_category=True)
    rule = rules(percent("100"), caps=(once,))
    had = (claim(2_000, category="ticket", instalment_of="season"),)
    assert assess(rule, facts(3_000), had).reasons[0].kind is Kind.COUNT
    assert assess(rule, facts(3_000, category="camp"), had).amount_cents == 3_000
    assert assess(rule, facts(3_000, instalment_of="season"), had).amount_cents == 3_000


@pytest.mark.parametrize(("asked_on", "outcome"), [(14, Outcome.PARTLY), (15, Outcome.NOT)])
def test_paid_on_31_december_with_grace_until_15_january(asked_on: int, outcome: Outcome) -> None:
    before = Deadline(month=1, day=15, years_later=1, before=True)
    rule = rules(percent("100"), caps=(cap(8_000),), deadline=before)
    paid = facts(9_000, cost_on=dt.date(2026, 12, 31), requested_on=dt.date(2027, 1, asked_on))
    result = assess(rule, paid, (claim(5_000, cost_on=dt.date(2026, 1, 1)),))
    assert result.outcome is outcome
    assert result.amount_cents == (3_000 if outcome is Outcome.PARTLY else 0)


def test_amounts_per_unit_and_a_lump_are_never_above_the_cost() -> None:
    half_days = rules(PerUnit(amount_cents=150, unit="half_day"))
    assert assess(half_days, facts(1_000, unit="half_day", unit_count=3), ()).amount_cents == 450
    assert assess(half_days, facts(300, unit="half_day", unit_count=3), ()).amount_cents == 300
    assert assess(rules(Lump(amount_cents=3_000)), facts(2_500), ()).amount_cents == 2_500


def test_rounding_goes_down_to_the_step_that_the_rule_says() -> None:
    rule = rules(percent("90"), rounding=Round(to=Rounding.EURO_DOWN))
    assert assess(rule, facts(1_234), ()).amount_cents == 1_100


def test_printed_shares_and_the_odd_cent_is_the_participants() -> None:
    split = Split(client_percent=50, provider_percent=25, network_percent=25)
    result = assess(rules(split, kind=SchemeKind.DISCOUNT), facts(12_001), ())
    assert result.split is not None
    assert result.split.provider_cents == result.split.network_cents == 3_000
    assert result.split.client_cents == 6_001


def test_a_season_that_begins_in_september_leaves_5_of_100() -> None:
    season = cap(10_000, period=Period.YEAR_FROM, starts=YearDay(month=9, day=1))
    had = (
        claim(5_000, cost_on=dt.date(2025, 9, 1)),
        claim(4_500, cost_on=DAY, is_open=True),
        claim(9_000, cost_on=dt.date(2025, 8, 31)),
    )
    assert assess(rules(percent("100"), caps=(season,)), facts(6_000), had).amount_cents == 500


def test_what_is_left_open_gives_nothing_and_says_the_most_that_may_be_given() -> None:
    rule = rules(Percent(open="Het percentage staat er niet."), caps=(cap(7_500),))
    result = assess(rule, facts(20_000), (claim(2_500),))
    assert (result.outcome, result.amount_cents) == (Outcome.JUDGEMENT, 0)
    assert result.maximum_cents == 5_000


def test_shares_of_an_agreement_where_the_rule_prints_none() -> None:
    shares = Shares(client_percent=20, provider_percent=40, network_percent=40)
    result = assess(rules(Split(), kind=SchemeKind.DISCOUNT), facts(1_000, shares=shares), ())
    assert result.amount_cents == 400
