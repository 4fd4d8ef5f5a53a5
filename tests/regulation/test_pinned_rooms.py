"""Cases that pin whose room an amount takes, what was taken of it before, and over which time."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from regulation.judge.assess import assess
from regulation.judge.bookings import bookings_of
from regulation.vocabulary.blocks import Bounds, When
from regulation.vocabulary.dates import DateKind
from regulation.vocabulary.facts import Booking, Claim
from regulation.vocabulary.limits import Index, Period
from regulation.vocabulary.means import Member
from regulation.vocabulary.rules import Figure, Series
from tests.regulation.build import cap, claim, facts, percent, rules

CHILDS = cap(15_000, "child", overflow="adult", when=When(age=Bounds(lte=18)))
ADULTS = cap(8_000, "adult", when=When(age=Bounds(gt=18)))
RULE = rules(percent("100"), caps=(CHILDS, ADULTS))
BORN = dt.date(2016, 1, 1)
PARENTS = tuple(Member(person=one, birth_on=dt.date(1986, 1, 1), parent=True) for one in "mf")
ASKED = facts(20_000, birth_on=BORN, members=(Member(person="a", birth_on=BORN), *PARENTS))


def booked(cents: int, *history: Claim) -> dict[tuple[str, str], int]:
    made = bookings_of(RULE, ASKED, history, cents)
    return {(one.cap, one.subject): one.cents for one in made}


def test_what_a_child_may_not_have_is_booked_on_the_parents_in_their_order() -> None:
    assert booked(20_000) == {("child", "a"): 15_000, ("adult", "m"): 5_000}
    assert booked(25_000) == {("child", "a"): 15_000, ("adult", "m"): 8_000, ("adult", "f"): 2_000}


def test_a_room_that_was_full_is_not_booked() -> None:
    child_had, mother_had = claim(15_000), claim(8_000, client="m")
    assert booked(1_000, child_had) == {("adult", "m"): 1_000}
    assert booked(16_000, mother_had) == {("child", "a"): 15_000, ("adult", "f"): 1_000}


def test_within_ones_own_room_nothing_is_booked_on_anybody() -> None:
    assert booked(15_000) == {}
    plain = rules(percent("100"), caps=(cap(10_000),))
    assert bookings_of(plain, ASKED, (), 20_000) == ()


def test_without_the_day_that_the_rule_judges_by_nothing_is_booked() -> None:
    undated = facts(20_000, birth_on=BORN, cost_on=None)
    assert bookings_of(RULE, undated, (), 20_000) == ()


def test_what_was_booked_on_a_parent_is_no_longer_there_for_the_parent() -> None:
    earlier = Booking(cap="adult", subject="m", cents=7_000)
    had = claim(22_000, client="b", bookings=(earlier,))
    assert booked(17_000, had) == {
        ("child", "a"): 15_000,
        ("adult", "m"): 1_000,
        ("adult", "f"): 1_000,
    }


def test_a_fact_that_tells_whether_the_parents_rooms_may_be_used_is_asked() -> None:
    school_only = replace(CHILDS, parents_when=When(strands=frozenset({"school"})))
    rule = rules(percent("100"), caps=(school_only, ADULTS))
    assert assess(rule, ASKED, ()).missing == ("strand",)
    assert assess(rule, replace(ASKED, strand="school"), ()).amount_cents == 20_000
    assert assess(rule, replace(ASKED, strand="sport"), ()).amount_cents == 15_000
    alone = replace(ASKED, members=None)
    assert assess(rule, replace(alone, strand="school"), ()).missing == ("members",)
    assert assess(rule, replace(alone, strand="sport"), ()).amount_cents == 15_000


def test_the_members_are_asked_for_a_pool_and_for_nothing_else() -> None:
    pool = rules(percent("100"), caps=(cap(1_000, pooled=True),))
    assert assess(pool, facts(500), ()).missing == ("members",)
    assert assess(rules(percent("100"), caps=(cap(1_000),)), facts(500), ()).missing == ()


def test_a_pool_adds_up_those_of_the_age_and_the_role_that_it_is_for() -> None:
    when = When(age=Bounds(lte=18), roles=frozenset({"child"}))
    rule = rules(percent("100"), caps=(cap(1_000, pooled=True, when=when),))
    of_unknown_age, of_role = Member(person="u", role="child"), {"role": "child"}
    members = (
        Member(person="a", birth_on=BORN, **of_role),
        Member(person="b", birth_on=BORN, role="guest"),
        Member(person="c", birth_on=dt.date(1986, 1, 1), **of_role),
        of_unknown_age,
    )
    asked = facts(9_000, birth_on=BORN, members=members, **of_role)
    assert assess(rule, asked, ()).amount_cents == 1_000


def test_the_parents_rooms_count_by_the_judged_date_where_their_own_is_not_known() -> None:
    by_activity = replace(ADULTS, dates_by=DateKind.ACTIVITY)
    rule = rules(percent("100"), caps=(CHILDS, by_activity))
    states = assess(rule, ASKED, ()).caps
    assert [one.amount_cents for one in states] == [15_000, 5_000, 0]
    assert states[1].from_on == dt.date(2026, 1, 1)


def test_a_claim_counts_by_its_cost_then_its_request_then_any_date() -> None:
    by_activity = cap(1_000, dates_by=DateKind.ACTIVITY)
    rule = rules(percent("100"), caps=(by_activity,))
    asked = facts(1_000, activity_on=dt.date(2026, 5, 1))
    last_year, this_year = dt.date(2025, 12, 31), dt.date(2026, 1, 1)
    dates: list[tuple[dict[str, dt.date | None], int]] = [
        ({"cost_on": this_year, "requested_on": last_year}, 600),
        ({"cost_on": last_year, "requested_on": this_year}, 1_000),
        ({"cost_on": None, "requested_on": this_year, "decision_on": last_year}, 600),
        ({"cost_on": None, "requested_on": last_year, "decision_on": this_year}, 1_000),
        ({"cost_on": None, "decision_on": this_year}, 600),
        ({"cost_on": None, "decision_on": last_year}, 1_000),
    ]
    for on, left in dates:
        assert assess(rule, asked, (claim(400, **on),)).amount_cents == left


def test_once_in_a_life_counts_whatever_the_year() -> None:
    rule = rules(percent("100"), caps=(cap(1_000, period=Period.ONCE),))
    had = (claim(300, cost_on=dt.date(1999, 1, 1)), claim(300, cost_on=dt.date(2030, 1, 1)))
    assert assess(rule, facts(1_000), had).amount_cents == 400


def test_a_limit_that_follows_an_index_is_rounded_down_to_the_cent() -> None:
    figures = (
        Figure(from_on=dt.date(2021, 12, 31), values={"value": Decimal(3)}),
        Figure(from_on=dt.date(2026, 1, 1), values={"value": Decimal(4)}),
    )
    series = {"i": Series(name="i", title="i", figures=figures)}
    indexed = cap(1_000, index=Index(series="i", base_year=2021))
    rule = replace(rules(percent("100"), caps=(indexed,)), series=series)
    assert assess(rule, facts(9_000), ()).amount_cents == 1_333


def test_what_was_booked_twice_on_a_room_counts_twice() -> None:
    rule = rules(percent("100"), caps=(cap(1_000),))
    twice = (Booking(cap="cap", subject="a", cents=300),) * 2
    assert assess(rule, facts(5_000), (claim(900, bookings=twice),)).amount_cents == 400


def test_a_pools_claims_are_those_of_its_people_wherever_they_live() -> None:
    pool = cap(1_000, pooled=True)
    rule = rules(percent("100"), caps=(pool,))
    asked = facts(9_000, members=(Member(person="a"), Member(person="b")))
    elsewhere, stranger = claim(300, client="b", household="x"), claim(300, client="z")
    assert assess(rule, asked, (elsewhere, stranger)).amount_cents == 1_700
