"""Cases that pin the edges of the judge: one cent, one piece, one day, nothing at all."""

import datetime as dt
from decimal import Decimal

import pytest

from regulation.findings.assessment import Answer, Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.amounts import OwnShare, Percent, Split
from regulation.vocabulary.ceilings import FixedCeiling, PercentPerMember, TableOfDependants
from regulation.vocabulary.conditions import IncomeUpTo, Per
from regulation.vocabulary.facts import MOST_PIECES, Item, OtherPayer
from regulation.vocabulary.limits import Cap, Cover, Deadline, Minimum
from regulation.vocabulary.means import Income, ProRata
from regulation.vocabulary.rules import Budget, Exclusive, Figure, SchemeKind, Series, Spent
from tests.regulation.build import DAY, cap, claim, facts, percent, rules
from tests.regulation.test_pinned_incomes import people
from tests.regulation.test_pinned_people import answer

NO_DRINKS = Cover(excluded_parts=frozenset({"drinks"}))


def test_one_cent_is_too_little_where_two_must_be_spent() -> None:
    rule = rules(percent("100"), minimum=Minimum(amount_cents=2))
    assert assess(rule, facts(1), ()).reasons[-1].kind is Kind.MINIMUM
    assert assess(rule, facts(2), ()).amount_cents == 2


def test_a_share_of_one_cent_and_of_a_budget_that_just_suffices() -> None:
    rule = rules(percent("100"), budget=Budget(when_spent=Spent.PRO_RATA))
    half = ProRata(available_cents=1, asked_cents=2)
    assert assess(rule, facts(1, pro_rata=half), ()).amount_cents == 0
    enough = ProRata(available_cents=2, asked_cents=2)
    kinds = {line.kind for line in assess(rule, facts(1, pro_rata=enough), ()).lines}
    assert Kind.PRO_RATA not in kinds
    first_come = rules(percent("100"), budget=Budget(when_spent=Spent.FIRST_COME))
    assert assess(first_come, facts(1, pro_rata=half), ()).amount_cents == 1


def test_only_the_parts_that_are_excluded_go_off() -> None:
    rule = rules(percent("100"), covers=(NO_DRINKS,))
    only_drinks = facts(100, items=(Item(cents=100, part="drinks"),))
    assert assess(rule, only_drinks, ()).amount_cents == 0
    none = assess(rule, facts(100, items=(Item(cents=100),)), ())
    assert [line.kind for line in none.lines] == [Kind.COST, Kind.PERCENT]


def test_what_does_not_clash_does_not_exclude() -> None:
    rule = rules(
        percent("100"),
        exclusive=Exclusive(schemes=frozenset({"x"}), payers=frozenset({"school"})),
    )
    nothing = (OtherPayer(payer="school", cents=0),)
    asked = facts(100, other_schemes=frozenset({"y"}), other_payers=nothing)
    assert assess(rule, asked, ()).amount_cents == 100


def test_a_refusal_leaves_nothing_and_names_the_activity() -> None:
    rule = rules(percent("100"), covers=(Cover(categories=frozenset({"camp"})),))
    result = assess(rule, facts(100), ())
    assert (result.lines[-1].to_cents, result.amount_cents) == (0, 0)
    assert result.reasons[0].params == {"category": "ticket"}


def test_a_cap_of_times_has_no_euros_left_and_closes_what_is_open_too() -> None:
    once = Cap(name="once", title="once", count=1)
    state = assess(rules(percent("100"), caps=(once,)), facts(100), ()).caps[0]
    assert (state.left_granted_cents, state.left_before_cents, state.left_after_cents) == (0, 0, 0)
    euros = assess(rules(percent("100"), caps=(cap(100),)), facts(100), ()).caps[0]
    assert [(one.left_granted_count, one.left_count) for one in (state, euros)] == [(1, 1), (0, 0)]
    left_open = rules(Percent(open="?"), caps=(once,))
    assert assess(left_open, facts(100), ()).outcome is Outcome.JUDGEMENT
    assert assess(left_open, facts(100), (claim(1),)).outcome is Outcome.NOT


def test_the_first_of_the_year_as_last_day() -> None:
    first = rules(percent("100"), deadline=Deadline(month=1, day=1))
    asked = facts(100, requested_on=dt.date(2026, 1, 1))
    assert assess(first, asked, ()).latest_on == dt.date(2026, 1, 1)


def test_a_piece_cheaper_than_the_own_share_gives_nothing() -> None:
    items = (Item(cents=50), Item(cents=150))
    assert assess(rules(OwnShare(own_cents=100)), facts(200, items=items), ()).amount_cents == 50


def test_printed_shares_may_be_nothing() -> None:
    split = Split(client_percent=50, provider_percent=0, network_percent=50)
    result = assess(rules(split, kind=SchemeKind.DISCOUNT), facts(100), ())
    assert result.amount_cents == 50
    all_free = Split(client_percent=50, provider_percent=50, network_percent=0)
    assert assess(rules(all_free, kind=SchemeKind.DISCOUNT), facts(100), ()).amount_cents == 0


def test_burdens_larger_than_the_income_leave_nothing() -> None:
    condition = IncomeUpTo(
        name="i",
        ceiling=FixedCeiling(amount_cents=0),
        per=Per.YEAR,
        deducts=frozenset({"rent"}),
    )
    more = {"burdens": (Income(kind="rent", cents=2),)}
    assert answer(condition, incomes=(Income(kind="wages", cents=1),), **more) is Answer.YES
    assert answer(condition, incomes=(Income(kind="wages", cents=3),), **more) is Answer.NO


def test_members_before_the_first_that_counts_add_nothing() -> None:
    ceiling = PercentPerMember(base_cents=100, percent=Decimal(10), from_member=3)
    condition = IncomeUpTo(name="i", ceiling=ceiling, per=Per.YEAR)
    for income, found in ((100, Answer.YES), (101, Answer.NO)):
        incomes = (Income(kind="wages", cents=income),)
        assert answer(condition, incomes=incomes, members=people(40)) is found


@pytest.mark.parametrize(
    ("values", "dependants", "expected"),
    [
        ({"0": 1, "each": 2}, 1, 300),
        ({"0": 1, "each": 2}, 0, 100),
        ({"each": 2}, 1, None),
        ({"1": 5, "each": 2}, 3, 900),
    ],
)
def test_a_table_with_few_columns(
    values: dict[str, int], dependants: int, expected: int | None
) -> None:
    figures = (Figure(from_on=DAY, values={k: Decimal(v) for k, v in values.items()}),)
    series = {"t": Series(name="t", title="t", figures=figures)}
    condition = IncomeUpTo(name="i", ceiling=TableOfDependants(series="t"), per=Per.YEAR)
    more = {"dependants": dependants}
    if expected is None:
        assert answer(condition, series, incomes=(), **more) is Answer.JUDGE
        return
    for income, found in ((expected, Answer.YES), (expected + 1, Answer.NO)):
        incomes = (Income(kind="wages", cents=income),)
        assert answer(condition, series, incomes=incomes, **more) is found


def test_bills_and_means_refuse_what_cannot_be() -> None:
    assert Item(cents=0, count=MOST_PIECES).count == 1_000
    assert facts(1_000, count=1_000).count == 1_000
    assert Income(kind="w", cents=0).a_year_cents == 0
    assert ProRata(available_cents=0, asked_cents=0).asked_cents == 0
    for wrong in (
        lambda: Item(cents=-1),
        lambda: Item(cents=1, count=0),
        lambda: Item(cents=1, count=1_001),
        lambda: facts(1, count=0),
        lambda: facts(1, count=1_001),
        lambda: Income(kind="w", cents=-1),
        lambda: ProRata(available_cents=-1, asked_cents=0),
        lambda: ProRata(available_cents=0, asked_cents=-1),
    ):
        with pytest.raises(ValueError, match=r"\w"):
            wrong()


def test_what_is_not_known_is_not_frozen() -> None:
    plain = facts(100, others=5, category=None).to_json()
    assert "category" not in plain
    assert plain["other_payers"] == [{"payer": "school", "cents": 5}]
    assert plain["items"] == []
