"""Cases that pin which block is used, how caps count, and what goes first."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from regulation.findings.assessment import Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.amounts import (
    Choose,
    Deviation,
    Lump,
    MostPer,
    OwnShare,
    Percent,
    PerUnit,
    Round,
    Rounding,
    Split,
)
from regulation.vocabulary.blocks import Bounds, When
from regulation.vocabulary.conditions import HasStatus
from regulation.vocabulary.dates import DateKind
from regulation.vocabulary.facts import Booking, Claim, Facts, Item, OtherPayer, Shares
from regulation.vocabulary.limits import Cap, CapPer, Deadline, Deduct, Index, Minimum, Period
from regulation.vocabulary.means import Member
from regulation.vocabulary.rules import Figure, RuleSet, SchemeKind, Series
from tests.regulation.build import DAY, cap, claim, facts, percent, rules

CAMP = When(categories=frozenset({"camp"}))
YOUNG_CAMP = When(categories=frozenset({"camp"}), age=Bounds(lt=99))
MEMBERS = (Member(person="", birth_on=dt.date(2016, 1, 1)),) * 3


def amount(rule: RuleSet, asked: Facts, *history: Claim) -> int:
    return assess(rule, asked, history).amount_cents


@pytest.mark.parametrize(
    ("choose", "of_camp", "of_ticket"),
    [(Choose.FIRST, 100, 100), (Choose.MOST_SPECIFIC, 300, 100), (Choose.HIGHEST, 500, 500)],
)
def test_which_of_several_amounts_is_used(choose: Choose, of_camp: int, of_ticket: int) -> None:
    plain = Percent(percent=Decimal(10))
    wide = Percent(percent=Decimal(20), when=CAMP)
    narrow = Percent(percent=Decimal(30), when=YOUNG_CAMP)
    best = Percent(percent=Decimal(50), when=When())
    rule = rules(plain, wide, narrow, best, choose=choose)
    assert amount(rule, facts(1_000, category="camp")) == of_camp
    assert amount(rule, facts(1_000, category="ticket")) == of_ticket


def test_an_unknown_fact_is_asked_only_where_it_chooses() -> None:
    camp = Percent(percent=Decimal(10), when=CAMP)
    plain = percent("20")
    asked = facts(1_000, category=None)
    assert assess(rules(camp, plain), asked, ()).missing == ("category",)
    assert assess(rules(plain, camp), asked, ()).amount_cents == 200
    late = rules(plain, camp, choose=Choose.HIGHEST)
    assert assess(late, asked, ()).missing == ("category",)


def test_other_payers_after_the_percentage() -> None:
    after = rules(percent("50"), deduct=Deduct(after=True))
    assert amount(after, facts(10_000, others=2_000)) == 3_000
    assert amount(after, facts(10_000, others=6_000)) == 0
    named = rules(percent("50"), deduct=Deduct(after=True, payers=frozenset({"health_fund"})))
    both = (OtherPayer(payer="school", cents=100), OtherPayer(payer="health_fund", cents=1_000))
    assert amount(named, facts(10_000, other_payers=both)) == 4_000
    nothing = (OtherPayer(payer="health_fund", cents=0),)
    lines = assess(named, facts(10_000, other_payers=nothing), ()).lines
    assert Kind.OTHER_PAYER not in {line.kind for line in lines}


def test_least_spend_for_some_only() -> None:
    rule = rules(percent("100"), minimum=Minimum(amount_cents=1_000, when=CAMP))
    assert amount(rule, facts(1_000, category="camp")) == 1_000
    assert amount(rule, facts(999, category="ticket")) == 999
    assert amount(rule, facts(999, category="camp")) == 0
    assert assess(rule, facts(999, category=None), ()).missing == ("category",)


def test_pieces_that_do_not_divide_evenly_and_a_maximum_for_the_whole_request() -> None:
    own = rules(OwnShare(own_cents=100, most_cents=234))
    assert amount(own, facts(1_001, count=3)) == 233 + 234 + 234
    whole = rules(OwnShare(own_cents=100, most_cents=500, most_per=MostPer.REQUEST))
    assert amount(whole, facts(1_001, count=3)) == 500
    percents = rules(Percent(percent=Decimal(50), most_cents=400))
    assert amount(percents, facts(1_600, items=(Item(cents=600), Item(cents=1_000)))) == 700


def test_a_maximum_says_itself_only_where_it_takes_away() -> None:
    rule = rules(Percent(percent=Decimal(100), most_cents=1_000))
    kinds = [line.kind for line in assess(rule, facts(1_000), ()).lines]
    assert kinds == [Kind.COST, Kind.PERCENT]
    assert [line.kind for line in assess(rule, facts(1_001), ()).lines][-1] is Kind.MOST


def test_what_is_usual_and_what_may_be_less_are_told() -> None:
    usual = assess(rules(Percent(percent=Decimal(60), deviation=Deviation.USUAL)), facts(100), ())
    assert (usual.outcome, usual.notes[0].kind) == (Outcome.GRANTED, Kind.USUAL)
    less = assess(rules(Percent(percent=Decimal(60), deviation=Deviation.LOWER)), facts(100), ())
    assert (less.outcome, less.to_judge[0].kind) == (Outcome.JUDGEMENT, Kind.MAY_BE_LESS)
    assert (less.amount_cents, less.maximum_cents) == (60, 60)
    plain = assess(rules(percent("60")), facts(100), ())
    assert (plain.outcome, plain.notes, plain.to_judge) == (Outcome.GRANTED, (), ())


def test_units_are_asked_and_another_unit_gets_nothing() -> None:
    rule = rules(PerUnit(amount_cents=150, unit="half_day"))
    assert assess(rule, facts(1_000), ()).missing == ("unit", "unit_count")
    assert assess(rule, facts(1_000, unit="half_day"), ()).missing == ("unit_count",)
    other = assess(rule, facts(1_000, unit="day", unit_count=2), ())
    assert (other.amount_cents, other.reasons[-1].kind) == (0, Kind.NO_AMOUNT)
    assert amount(rule, facts(1_000, unit="half_day", unit_count=0)) == 0


def test_rounding_to_ten_cents() -> None:
    rule = rules(percent("100"), rounding=Round(to=Rounding.TEN_CENTS_DOWN))
    assert amount(rule, facts(1_239)) == 1_230
    assert Kind.ROUNDED not in {line.kind for line in assess(rule, facts(1_230), ()).lines}


@pytest.mark.parametrize(
    ("period", "inside", "outside"),
    [
        (Period.MONTH, (dt.date(2026, 6, 1), dt.date(2026, 6, 30)), dt.date(2026, 5, 31)),
        (Period.MONTH, (dt.date(2026, 6, 1), dt.date(2026, 6, 30)), dt.date(2026, 7, 1)),
        (Period.QUARTER, (dt.date(2026, 4, 1), dt.date(2026, 6, 30)), dt.date(2026, 3, 31)),
        (Period.QUARTER, (dt.date(2026, 4, 1), dt.date(2026, 6, 30)), dt.date(2026, 7, 1)),
    ],
)
def test_months_and_quarters(
    period: Period, inside: tuple[dt.date, dt.date], outside: dt.date
) -> None:
    rule = rules(percent("100"), caps=(cap(10_000, period=period),))
    history = [claim(1_000, cost_on=day) for day in (*inside, outside)]
    state = assess(rule, facts(100), history).caps[0]
    assert (state.from_on, state.until_on) == inside
    assert state.granted_before_cents == 2_000


def test_times_are_counted_with_open_ones_and_instalments_once() -> None:
    twice = Cap(name="twice", title="twice", count=2)
    rule = rules(percent("100"), caps=(twice,))
    history = (
        claim(1, instalment_of="m"),
        claim(1, instalment_of="m"),
        claim(1, instalment_of="m", is_open=True),
        claim(1, is_open=True),
    )
    full = assess(rule, facts(1_000), history)
    assert (full.caps[0].counted_before, full.caps[0].counted_open_before) == (1, 1)
    assert (full.amount_cents, full.reasons[0].params) == (0, {"count": 2, "title": "twice"})
    assert amount(rule, facts(1_000), *history[:3]) == 1_000
    assert amount(rule, facts(1_000, instalment_of="new"), *history) == 0
    assert assess(rule, facts(1_000), ()).caps[0].amount_cents == 0


def test_a_pool_without_names_is_the_households_and_is_said_to_be() -> None:
    pool = cap(1_000, pooled=True, when=When(roles=frozenset({"child"})))
    named = tuple(
        replace(one, role=role)
        for one, role in zip(MEMBERS, ("child",) * 2 + ("adult",), strict=True)
    )
    rule = rules(percent("100"), caps=(pool,))
    asked = facts(5_000, members=named, role="child")
    result = assess(rule, asked, (claim(500, client="b"), claim(900, household="x")))
    assert (result.caps[0].limit_cents, result.caps[0].granted_before_cents) == (2_000, 500)
    assert result.caps[0].per is CapPer.HOUSEHOLD


def test_bookings_count_for_the_cap_and_the_person_that_they_name() -> None:
    rule = rules(percent("100"), caps=(cap(1_000),))
    other_cap = (Booking(cap="other", subject="a", cents=1),)
    other_person = (Booking(cap="cap", subject="b", cents=400),)
    own = (Booking(cap="cap", subject="a", cents=300), Booking(cap="cap", subject="b", cents=400))
    left = [
        amount(rule, facts(5_000), claim(700, bookings=b)) for b in (other_cap, other_person, own)
    ]
    assert left == [300, 1_000, 700]


def test_a_limit_that_follows_an_index() -> None:
    series = Series(
        name="i",
        title="i",
        figures=(
            Figure(from_on=dt.date(2021, 12, 31), values={"value": Decimal(100)}),
            Figure(from_on=DAY, values={"value": Decimal("110.01")}),
        ),
    )
    indexed = cap(1_000, index=Index(series="i", base_year=2021))
    rule = replace(rules(percent("100"), caps=(indexed,)), series={"i": series})
    assert amount(rule, facts(5_000)) == 1_100
    assert amount(rule, facts(5_000, cost_on=DAY - dt.timedelta(days=1))) == 1_000
    unknown = replace(rule, series={"i": replace(series, figures=series.figures[1:])})
    assert assess(unknown, facts(5_000), ()).outcome is Outcome.JUDGEMENT
    early = facts(5_000, cost_on=dt.date(2020, 1, 1))
    assert assess(rule, early, ()).outcome is Outcome.JUDGEMENT


@pytest.mark.parametrize(("client", "expected"), [(20, 800), (0, 800)])
def test_the_clients_part_is_waived_where_the_condition_holds(client: int, expected: int) -> None:
    status = HasStatus(name="s", any_of=frozenset({"leefloon"}))
    rule = rules(Split(waived=status), kind=SchemeKind.DISCOUNT)
    shares = Shares(client_percent=client, provider_percent=20, network_percent=80 - client)
    result = assess(rule, facts(1_000, shares=shares), ())
    assert result.amount_cents == expected
    assert result.split is not None
    assert (result.split.client_cents, result.split.provider_cents) == (0, 200)
    kinds = {line.kind for line in result.lines}
    assert (Kind.NETWORK_WAIVED in kinds) is (client > 0)
    paid = assess(rule, facts(1_000, shares=shares, statuses=frozenset()), ())
    assert paid.amount_cents == 10 * (80 - client)
    assert assess(rule, facts(1_000, shares=shares, statuses=None), ()).missing == (
        ("statuses",) if client else ()
    )


def test_what_another_payer_of_the_same_rule_gives_first() -> None:
    rule = rules(percent("100"))
    fund = rule.schemes["fund"]
    theirs = replace(fund, code="rap", payer="rap_op_stap", amounts=(percent("50"),))
    both = replace(rule, schemes={"fund": fund, "rap": theirs})
    first = assess(both, facts(1_000), ()).first_payers
    assert [(one.payer, one.cents, one.scheme) for one in first] == [("rap_op_stap", 500, "rap")]
    asked = (OtherPayer(payer="rap_op_stap", cents=0),)
    assert assess(both, facts(1_000, other_payers=asked), ()).first_payers == ()
    assert len(assess(both, facts(1_000, others=100), ()).first_payers) == 1
    assert assess(both, facts(0), ()).first_payers == ()
    assert assess(both, facts(1_000, scheme="rap"), ()).first_payers == ()
    no_payer = replace(both, schemes={"fund": fund, "rap": replace(theirs, payer="")})
    assert assess(no_payer, facts(1_000), ()).first_payers == ()


@pytest.mark.parametrize(
    ("when", "fact", "inside", "outside"),
    [
        (When(statuses=frozenset({"leefloon"})), "statuses", {"leefloon"}, {"other"}),
        (When(roles=frozenset({"child"})), "role", "child", "adult"),
        (When(tariff_groups=frozenset({"x"})), "tariff_group", "x", "y"),
        (When(strands=frozenset({"x"})), "strand", "x", "y"),
        (When(except_strands=frozenset({"x"})), "strand", "y", "x"),
        (When(categories=frozenset({"camp"})), "category", "camp", "ticket"),
        (When(except_categories=frozenset({"camp"})), "category", "ticket", "camp"),
        (When(units=frozenset({"day"})), "unit", "day", "week"),
        (When(provider_types=frozenset({"school"})), "provider_type", "school", "library"),
        (When(payees=frozenset({"client"})), "payee", "client", "provider"),
    ],
)
def test_every_selector_holds_for_what_it_names(
    when: When, fact: str, inside: object, outside: object
) -> None:
    rule = rules(Percent(percent=Decimal(10), when=when), percent("20"))
    given = [frozenset(one) if isinstance(one, set) else one for one in (inside, outside)]
    assert [amount(rule, facts(1_000, **{fact: one})) for one in given] == [100, 200]
    assert assess(rule, facts(1_000, **{fact: None}), ()).missing == (fact,)


def test_what_is_not_known_of_an_earlier_cost_counts() -> None:
    not_camp = cap(1_000, when=When(except_categories=frozenset({"camp"})))
    rule = rules(percent("100"), caps=(not_camp,))
    used = [amount(rule, facts(5_000), claim(400, category=one)) for one in ("camp", None, "x")]
    assert used == [1_000, 600, 600]
    not_x = rules(percent("100"), caps=(cap(1_000, when=When(except_strands=frozenset({"x"}))),))
    asked = facts(5_000, strand="y")
    used = [amount(not_x, asked, claim(400, strand=one)) for one in ("x", None, "y")]
    assert used == [1_000, 600, 600]


def test_a_deadline_that_is_open_asks_for_no_date() -> None:
    without_day = {"cost_on": DAY, "requested_on": DAY}
    open_one = rules(percent("100"), deadline=Deadline(open="?", counts_from=DateKind.ACTIVITY))
    assert amount(open_one, facts(100, **without_day)) == 100
    dated = rules(percent("100"), deadline=Deadline(within_days=1, counts_from=DateKind.ACTIVITY))
    assert assess(dated, facts(100, **without_day), ()).missing == ("activity_on",)


def test_a_fixed_sum_of_nothing_is_a_no_with_its_reason() -> None:
    result = assess(rules(Lump(amount_cents=0)), facts(100), ())
    assert (result.outcome, result.reasons[-1].kind) == (Outcome.NOT, Kind.LUMP)
