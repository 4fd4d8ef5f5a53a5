"""Cases that pin how a cap counts pieces: tickets, and vouchers of one ticket each."""

import pytest

from regulation.findings.assessment import Assessment, Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.amounts import OwnShare, Percent, Split
from regulation.vocabulary.blocks import Bounds, When
from regulation.vocabulary.conditions import HasAge
from regulation.vocabulary.facts import Claim, Facts, Item, Shares
from regulation.vocabulary.limits import Cap, CountOf, Cover, Minimum, SpendOf
from regulation.vocabulary.rules import RuleSet, SchemeKind
from tests.regulation.build import cap, claim, facts, percent, rules


def four(**more: object) -> Cap:
    return Cap(name="four", title="Four", count=4, count_of=CountOf.PIECES, **more)  # type: ignore[arg-type]


def found(asked: Facts, *history: Claim, rule: RuleSet | None = None) -> Assessment:
    return assess(rule or rules(percent("100"), caps=(four(),)), asked, history)


def test_pieces_of_one_request_are_counted_one_by_one() -> None:
    result = found(facts(3_000, count=3), claim(1, pieces=1))
    assert (result.outcome, result.amount_cents, result.pieces) == (Outcome.GRANTED, 3_000, 3)
    less = found(facts(3_000, count=3), claim(1, pieces=2))
    assert (less.outcome, less.amount_cents, less.pieces) == (Outcome.PARTLY, 2_000, 2)
    assert [line.kind for line in result.lines] == [Kind.COST, Kind.PERCENT]
    assert [line.kind for line in less.lines] == [Kind.COST, Kind.PIECES, Kind.PERCENT]
    assert less.lines[1].params == {"title": "Four", "count": 4, "left": 2}
    assert found(facts(1_000)).pieces == 1


def test_what_tells_nothing_of_pieces_was_one() -> None:
    assert found(facts(1_000), claim(1), claim(1)).caps[0].counted_before == 2


def test_what_is_open_counts_and_none_left_is_a_no() -> None:
    result = found(facts(1_000), claim(1, pieces=2), claim(1, pieces=2, is_open=True))
    assert (result.outcome, result.reasons[0].kind) == (Outcome.NOT, Kind.PIECES)
    assert [line.kind for line in result.lines] == [Kind.COST, Kind.PERCENT, Kind.PIECES]
    assert (result.pieces, result.caps[0].left_count, result.caps[0].left_granted_count) == (
        1,
        0,
        2,
    )


def test_of_more_pieces_than_are_left_the_dearest_are_paid() -> None:
    items = (Item(cents=500), Item(cents=4_000), Item(cents=1_000, count=2))
    result = found(facts(6_500, items=items), claim(1, pieces=2))
    assert (result.amount_cents, result.pieces) == (5_000, 2)


def test_parts_that_do_not_count_are_no_pieces() -> None:
    rule = rules(
        percent("100"), caps=(four(),), covers=(Cover(excluded_parts=frozenset({"drinks"})),)
    )
    items = (Item(cents=1_000, count=2), Item(cents=200, count=9, part="drinks"))
    result = found(facts(3_800, items=items), claim(1, pieces=2), rule=rule)
    assert (result.outcome, result.amount_cents, result.pieces) == (Outcome.GRANTED, 2_000, 2)


def test_what_is_not_judged_yet_is_of_one_piece() -> None:
    child = rules(percent("100"), eligible=HasAge(name="c", bounds=Bounds(lt=18)))
    asked = found(facts(1_000, birth_on=None, count=3), rule=child)
    assert (asked.missing, asked.pieces) == (("birth_on",), 1)


def test_a_cap_in_euro_comes_after_the_pieces() -> None:
    rule = rules(percent("100"), caps=(cap(3_000), four()))
    assert found(facts(6_000, count=3), claim(0, pieces=2), rule=rule).amount_cents == 3_000


def test_a_minimum_looks_at_all_that_was_bought() -> None:
    rule = rules(
        percent("100"), caps=(four(),), minimum=Minimum(amount_cents=2_500, of=SpendOf.NET)
    )
    assert found(facts(3_000, count=3), claim(1, pieces=3), rule=rule).amount_cents == 1_000
    assert found(facts(2_400, count=3), claim(1, pieces=3), rule=rule).amount_cents == 0


def test_instalments_of_one_membership_are_the_pieces_of_the_largest() -> None:
    had = [claim(1, pieces=size, instalment_of="m") for size in (2, 3)]
    assert found(facts(1_000), *had).caps[0].counted_before == 3
    assert found(facts(2_000, count=2, instalment_of="m"), *had).amount_cents == 2_000
    assert found(facts(2_000, count=2, instalment_of="n"), *had).amount_cents == 1_000


def test_only_such_a_cost_counts_and_each_category_may_have_its_own() -> None:
    tickets = rules(percent("100"), caps=(four(when=When(categories=frozenset({"ticket"}))),))
    assert found(facts(1_000), claim(1, pieces=9, category="camp"), rule=tickets).amount_cents
    each = rules(percent("100"), caps=(four(same_category=True),))
    assert found(facts(1_000), claim(1, pieces=4, category="camp"), rule=each).amount_cents
    assert not found(facts(1_000), claim(1, pieces=4), rule=each).amount_cents


@pytest.mark.parametrize(
    ("block", "cents"), [(OwnShare(own_cents=200), 1_600), (Percent(open="?"), 0)]
)
def test_every_way_to_an_amount_sees_the_pieces_that_are_left(
    block: OwnShare | Percent, cents: int
) -> None:
    rule = rules(block, caps=(four(),))
    result = found(facts(3_000, count=3), claim(1, pieces=2), rule=rule)
    assert (result.amount_cents, result.maximum_cents) == (cents, cents or 2_000)


def test_a_shared_cost_is_that_of_the_pieces_that_are_left() -> None:
    rule = rules(Split(), kind=SchemeKind.DISCOUNT, caps=(four(),))
    shares = Shares(client_percent=20, provider_percent=40, network_percent=40)
    result = found(facts(3_000, count=3, shares=shares), claim(1, pieces=2), rule=rule)
    assert result.split is not None
    assert vars(result.split) == {
        "client_cents": 400,
        "provider_cents": 800,
        "network_cents": 800,
    }
    assert result.client_pays_cents == 1_400
