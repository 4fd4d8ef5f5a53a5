"""What holds for every rule, whatever a municipality writes: tried on made-up rules and facts."""

import os
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from regulation.findings.assessment import Assessment, Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.facts import Booking, Claim, Facts
from regulation.vocabulary.rules import RuleSet
from tests.portion import few
from tests.regulation.build import claim
from tests.regulation.made_up import HISTORIES, OTHERS, askings, rule_sets

EXAMPLES = int(os.environ.get("EXAMPLES") or few(50, 1000))
tried = settings(max_examples=EXAMPLES, derandomize=True, deadline=None)
GIVES = {Outcome.GRANTED, Outcome.PARTLY}
History = tuple[Claim, ...]


def with_caps_raised(rule: RuleSet, by: int) -> RuleSet:
    fund = rule.schemes["fund"]
    raised = tuple(
        cap if cap.limit_cents is None else replace(cap, limit_cents=cap.limit_cents + by)
        for cap in fund.caps
    )
    return replace(rule, schemes={"fund": replace(fund, caps=raised)})


@tried
@given(rule_sets(), askings(), HISTORIES)
def test_never_above_what_is_left_to_pay_and_never_negative(
    rule: RuleSet, asked: Facts, history: History
) -> None:
    result = assess(rule, asked, history)
    left = max(0, (asked.cost_cents or 0) - asked.paid_by_others_cents)
    assert 0 <= result.amount_cents <= left
    assert result.client_pays_cents is None or 0 <= result.client_pays_cents <= left


@tried
@given(rule_sets(), askings(), HISTORIES)
def test_never_above_any_cap(rule: RuleSet, asked: Facts, history: History) -> None:
    result = assess(rule, asked, history)
    for cap in result.caps:
        used = cap.granted_before_cents + cap.open_before_cents + cap.amount_cents
        assert cap.amount_cents == 0 or used <= (cap.limit_cents or 0)
        assert cap.left_after_cents <= cap.left_before_cents <= cap.left_granted_cents


@tried
@given(rule_sets(), askings(), HISTORIES)
def test_never_more_pieces_than_are_counted_out(
    rule: RuleSet, asked: Facts, history: History
) -> None:
    result = assess(rule, asked, history)
    for cap in result.caps:
        if cap.of_pieces and result.outcome in GIVES and not asked.instalment_of:
            used = cap.counted_before + cap.counted_open_before
            assert used + result.pieces <= (cap.count or 0)


@tried
@given(rule_sets(), askings(), HISTORIES)
def test_every_cap_with_a_limit_has_the_whole_amount_booked(
    rule: RuleSet, asked: Facts, history: History
) -> None:
    result = assess(rule, asked, history)
    states = list(result.caps)
    for cap in rule.schemes["fund"].caps:
        if states and states[0].name == cap.name:
            parents = sum(1 for one in asked.members or () if one.parent) if cap.overflow else 0
            rooms, states = states[: 1 + parents], states[1 + parents :]
            if cap.limit_cents is not None:
                assert sum(room.amount_cents for room in rooms) == result.amount_cents
    assert states == []


@tried
@given(rule_sets(), askings(), HISTORIES)
def test_a_person_may_never_give_more_than_is_left_to_pay_and_under_the_caps(
    rule: RuleSet, asked: Facts, history: History
) -> None:
    result = assess(rule, asked, history)
    left = max(0, (asked.cost_cents or 0) - asked.paid_by_others_cents)
    assert result.amount_cents <= result.maximum_cents <= left
    own = [cap for cap in result.caps if cap.limit_cents is not None]
    plain = not any(cap.overflow for cap in rule.schemes["fund"].caps)
    if result.outcome is Outcome.JUDGEMENT and plain:
        assert all(result.maximum_cents <= cap.left_before_cents for cap in own)


@tried
@given(rule_sets(), askings(), HISTORIES)
def test_lines_add_up_and_each_begins_where_the_last_ended(
    rule: RuleSet, asked: Facts, history: History
) -> None:
    result = assess(rule, asked, history)
    assert sum(line.effect_cents for line in result.lines) == result.amount_cents
    assert all(one.to_cents == next_one.from_cents for one, next_one in pairwise(result.lines))


@tried
@given(rule_sets(), askings(), HISTORIES, st.integers(1, 50_000))
def test_raising_a_cap_never_lowers_a_grant(
    rule: RuleSet, asked: Facts, history: History, by: int
) -> None:
    before, after = assess(rule, asked, history), assess(with_caps_raised(rule, by), asked, history)
    assume(Outcome.NEEDS not in (before.outcome, after.outcome))
    assert after.amount_cents >= before.amount_cents


@tried
@given(rule_sets(), askings(), HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_history_does_not_matter(
    rule: RuleSet, asked: Facts, history: History, random: object
) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert assess(rule, asked, shuffled) == assess(rule, asked, history)


@tried
@given(rule_sets(per_piece=False), askings(), HISTORIES, st.data())
def test_splitting_a_purchase_never_yields_more_than_its_whole(
    rule: RuleSet, asked: Facts, history: History, data: st.DataObject
) -> None:
    # Other payers pay for one of the parts; what they pay beyond it would be lost to the client.
    alone = replace(asked, other_payers=(), items=(), count=1, instalment_of="")
    whole = assess(rule, alone, history)
    assume(whole.outcome is not Outcome.NEEDS)
    part = data.draw(st.integers(0, alone.cost_cents or 0))
    first = assess(rule, replace(alone, cost_cents=part), history)
    rest = replace(alone, cost_cents=(alone.cost_cents or 0) - part)
    assume(first.outcome is not Outcome.NEEDS)
    had = (*history, as_claim(alone, first)) if first.amount_cents else history
    assert first.amount_cents + assess(rule, rest, had).amount_cents <= whole.amount_cents


def as_claim(asked: Facts, result: Assessment) -> Claim:
    bookings = tuple(
        Booking(cap=one.name, subject=one.subject, cents=one.amount_cents) for one in result.caps
    )
    return claim(
        result.amount_cents, category=asked.category, cost_on=asked.cost_on, bookings=bookings
    )


@tried
@given(rule_sets(), askings(), HISTORIES)
def test_every_no_has_its_reason_and_every_question_its_fact(
    rule: RuleSet, asked: Facts, history: History
) -> None:
    result = assess(rule, asked, history)
    assert bool(result.missing) == (result.outcome is Outcome.NEEDS)
    if result.outcome is Outcome.NOT:
        assert result.amount_cents == 0
        assert result.reasons
    if result.outcome in GIVES:
        assert result.amount_cents > 0 or result.split is not None


@tried
@given(rule_sets(), askings(), HISTORIES)
def test_partly_is_said_exactly_when_a_cap_takes_away(
    rule: RuleSet, asked: Facts, history: History
) -> None:
    result = assess(rule, asked, history)
    free = assess(with_caps_raised(rule, 10_000_000), asked, history)
    if result.outcome in GIVES and free.outcome in GIVES:
        less = result.amount_cents < free.amount_cents
        others = (Kind.PRO_RATA, Kind.PIECES)
        shared = any(line.kind in others for line in (*result.lines, *free.lines))
        assert shared or (result.outcome is Outcome.PARTLY) == less


@tried
@given(rule_sets(), askings(), HISTORIES)
def test_parts_of_a_shared_cost_add_up_to_it(rule: RuleSet, asked: Facts, history: History) -> None:
    result = assess(rule, asked, history)
    deduct = rule.schemes["fund"].deduct
    excluded = any(line.kind in (Kind.EXCLUDED_PART, Kind.PIECES) for line in result.lines)
    if result.split is None or deduct is None or deduct.after or excluded:
        return
    parts = result.split
    named = rule.schemes["fund"].deduct.payers
    others = sum(one.cents for one in asked.other_payers if not named or one.payer in named)
    shared = max(0, (asked.cost_cents or 0) - others)
    assert parts.client_cents + parts.provider_cents + parts.network_cents == shared
    assert parts.network_cents == result.amount_cents
    assert min(parts.client_cents, parts.provider_cents) >= 0


@tried
@given(rule_sets(), askings(), HISTORIES, OTHERS)
def test_more_paid_by_others_never_gives_more(
    rule: RuleSet, asked: Facts, history: History, others: tuple[object, ...]
) -> None:
    more = replace(asked, other_payers=(*asked.other_payers, *others))
    before, after = assess(rule, asked, history), assess(rule, more, history)
    assume(Outcome.NEEDS not in (before.outcome, after.outcome))
    assert after.amount_cents <= before.amount_cents


@tried
@given(rule_sets(), askings(), HISTORIES)
def test_what_is_frozen_comes_back_the_same(rule: RuleSet, asked: Facts, history: History) -> None:
    result = assess(rule, asked, history)
    assert Assessment.from_json(result.to_json()) == result
    assert Facts.from_json(asked.to_json()) == asked
    assert tuple(Claim.from_json(one.to_json()) for one in history) == history
