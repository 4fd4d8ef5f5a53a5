"""Cases that pin the ways to an amount and the means of a household where little or nothing is said."""

from decimal import Decimal

from regulation.findings.assessment import Answer, Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.amounts import Deviation, JudgedAmount, OwnShare, Percent, Split
from regulation.vocabulary.blocks import Bounds
from regulation.vocabulary.ceilings import FixedCeiling, Scale
from regulation.vocabulary.conditions import AllOf, HasStatus, IncomeUpTo, Per
from regulation.vocabulary.facts import Item, OtherPayer
from regulation.vocabulary.limits import Cover, Deadline, Deduct, Lasting
from regulation.vocabulary.means import Income, Member
from regulation.vocabulary.rules import SchemeKind
from tests.regulation.build import cap, facts, percent, rules
from tests.regulation.test_pinned_incomes import people
from tests.regulation.test_pinned_people import answer, judged

UP_TO_1000 = IncomeUpTo(name="i", ceiling=FixedCeiling(amount_cents=1_000), per=Per.YEAR)


def test_an_open_figure_with_a_printed_maximum_says_the_most_of_each_piece() -> None:
    items = (Item(cents=300), Item(cents=900))
    for block in (
        Percent(open="?", most_cents=500),
        OwnShare(open="?", most_cents=500),
        JudgedAmount(most_cents=500),
    ):
        result = assess(rules(block), facts(1_200, items=items), ())
        assert (result.outcome, result.amount_cents) == (Outcome.JUDGEMENT, 0)
        assert result.maximum_cents == 800
        assert Kind.MOST not in {line.kind for line in result.lines}


def test_a_maximum_that_is_left_open_is_not_told_twice() -> None:
    result = assess(rules(Percent(open="?", deviation=Deviation.LOWER)), facts(1_000), ())
    assert Kind.MAY_BE_LESS not in {note.kind for note in result.to_judge}
    printed = assess(rules(Percent(percent=Decimal(10), deviation=Deviation.LOWER)), facts(100), ())
    assert [note.kind for note in printed.to_judge] == [Kind.MAY_BE_LESS]


def test_a_percentage_is_said_as_it_is_printed() -> None:
    line = assess(rules(Percent(percent=Decimal("27.50"))), facts(1_000), ()).lines[-1]
    assert (dict(line.params), line.to_cents) == ({"percent": "27.50"}, 275)
    hundred = assess(rules(Percent(percent=Decimal("1E+2"))), facts(1_000), ()).lines[-1]
    assert dict(hundred.params) == {"percent": "100"}


def test_a_cap_says_what_was_left_of_which_limit_and_of_which_room() -> None:
    line = assess(rules(percent("100"), caps=(cap(400, "a year"),)), facts(1_000), ()).lines[-1]
    assert (line.kind, dict(line.params)) == (
        Kind.CAP,
        {"title": "a year", "left": 400, "limit": 400},
    )


def test_a_last_day_that_is_left_open_makes_nobody_late() -> None:
    for before in (False, True):
        result = assess(
            rules(percent("100"), deadline=Deadline(open="?", before=before)), facts(1), ()
        )
        assert (result.outcome, result.latest_on) == (Outcome.GRANTED, None)


def test_an_activity_of_another_length_is_refused_by_its_category_if_known() -> None:
    rule = rules(covers=(Cover(lasting=Lasting.LASTING),))
    lines = [
        assess(rule, facts(100, lasting=False, category=one), ()).reasons[0]
        for one in ("camp", None)
    ]
    assert [dict(line.params) for line in lines] == [{"category": "camp"}, {"category": ""}]


def test_a_provider_that_is_not_recognised_is_refused_without_a_type() -> None:
    rule = rules(covers=(Cover(recognised=True),))
    line = assess(rule, facts(100, provider_recognised=False), ()).reasons[0]
    assert (line.kind, dict(line.params)) == (Kind.WRONG_PROVIDER, {"provider_type": ""})


def test_who_has_no_income_at_all_is_under_a_ceiling_of_a_reference_year() -> None:
    reference = IncomeUpTo(
        name="i", ceiling=UP_TO_1000.ceiling, per=Per.YEAR, reference_years_before=2
    )
    assert answer(reference, incomes=()) is Answer.YES
    other_year = (Income(kind="w", cents=1, year=2025),)
    assert judged(reference, incomes=other_year).missing == ("incomes",)


def test_a_scale_counts_the_first_person_even_where_all_are_children() -> None:
    scale = Scale(first_cents=100, other_cents=50, child_cents=30, child_years=Bounds(lt=14))
    condition = IncomeUpTo(name="i", ceiling=scale, per=Per.YEAR)
    for members, cents in ((people(12), 130), (people(40), 100), (people(40, 12), 130)):
        states = judged(condition, incomes=(), members=members).ceilings
        assert [one.cents for one in states] == [cents]
    decides = (Income(kind="w", cents=120),)
    assert judged(condition, incomes=decides, members=(Member(),)).missing == ("members",)
    assert judged(condition, incomes=decides).missing == ("members",)


def test_a_ceiling_within_a_group_is_told_with_the_income_if_that_is_known() -> None:
    status = HasStatus(name="s", any_of=frozenset({"leefloon"}))
    both = AllOf(name="g", parts=(status, UP_TO_1000))
    monthly = IncomeUpTo(name="m", ceiling=FixedCeiling(amount_cents=100), per=Per.MONTH)
    known = judged(both, incomes=(Income(kind="w", cents=700),)).ceilings
    assert [(one.name, one.cents, one.income_cents, one.a_month) for one in known] == [
        ("i", 1_000, 700, False)
    ]
    unknown = judged(monthly).ceilings
    assert [(one.cents, one.income_cents, one.a_month) for one in unknown] == [(100, None, True)]


def test_shares_of_a_cost_that_others_pay_in_part_add_up_to_what_is_left() -> None:
    split = Split(client_percent=20, provider_percent=40, network_percent=40)
    asked = facts(1_000, other_payers=(OtherPayer(payer="school", cents=500),))
    result = assess(rules(split, kind=SchemeKind.DISCOUNT), asked, ())
    parts = result.split
    assert parts is not None
    assert (parts.client_cents, parts.provider_cents, parts.network_cents) == (100, 200, 200)
    assert result.client_pays_cents == 100


def test_pieces_of_one_price_are_together_the_cost_to_the_cent() -> None:
    assert assess(rules(OwnShare(own_cents=100)), facts(1_001, count=3), ()).amount_cents == 701
    assert assess(rules(OwnShare(own_cents=0)), facts(1_001, count=3), ()).amount_cents == 1_001


def test_a_block_without_a_place_in_the_text_names_none() -> None:
    line = assess(rules(percent("50")), facts(100), ()).lines[-1]
    assert (line.kind, line.article, line.words) == (Kind.PERCENT, "", "")


def test_what_another_payer_pays_goes_off_once_of_all_pieces_together() -> None:
    rule = rules(percent("100"))
    assert assess(rule, facts(1_400, count=2, others=100), ()).amount_cents == 1_300
    assert assess(rule, facts(1_400, count=2, others=800), ()).amount_cents == 600


def test_a_cost_of_nothing_stays_nothing_whatever_others_pay() -> None:
    of_a_part = (OtherPayer(payer="school", cents=500, part="kit"),)
    for others in ((), of_a_part):
        result = assess(rules(percent("100")), facts(0, other_payers=others), ())
        assert result.outcome is Outcome.NOT
        assert {line.to_cents for line in result.lines} == {0}


def test_under_a_cap_that_is_not_printed_a_person_gives_no_more_than_the_rule_does() -> None:
    after = Deduct(after=True)
    rule = rules(percent("50"), deduct=after, caps=(cap(None, open="?"),))
    result = assess(rule, facts(10_000, others=2_000), ())
    assert (result.outcome, result.amount_cents) == (Outcome.JUDGEMENT, 0)
    assert result.maximum_cents == 3_000
