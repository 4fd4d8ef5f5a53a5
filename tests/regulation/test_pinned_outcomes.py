"""Cases that pin what comes out in the end: who is refused, who is asked, and what is said of it."""

from dataclasses import replace
from decimal import Decimal

from regulation.findings.assessment import Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.amounts import Lump, OpenAmount, Percent, Split
from regulation.vocabulary.blocks import Bounds, Condition, When
from regulation.vocabulary.conditions import AnyOf, FirstTime, HasAge, HasStatus, Judged, LivesHere
from regulation.vocabulary.facts import OtherPayer, Shares
from regulation.vocabulary.limits import Cap, Minimum
from regulation.vocabulary.rules import Decide, Evidence, Exclusive, Pay, RuleSet, SchemeKind
from tests.regulation.build import cap, claim, facts, percent, rules

NOBODY = HasStatus(name="s", any_of=frozenset({"other", "another"}))
NEED = Judged(name="nood", words="Is de nood groot?")
SHARED = Shares(client_percent=20, provider_percent=40, network_percent=40)


def with_other_payer(their: Lump | Split, eligible: Condition | None = None) -> RuleSet:
    rule = rules(percent("100"))
    fund = rule.schemes["fund"]
    theirs = replace(fund, code="rap", payer="rap_op_stap", amounts=(their,), eligible=eligible)
    return replace(rule, schemes={"fund": fund, "rap": theirs})


def test_one_payer_of_several_that_clashes_is_enough_and_others_do_not_clash() -> None:
    rule = rules(percent("100"), exclusive=Exclusive(payers=frozenset({"school"})))
    friend = OtherPayer(payer="friend", cents=100)
    school = OtherPayer(payer="school", cents=100)
    both = assess(rule, facts(1_000, other_payers=(friend, school)), ())
    assert both.reasons[0].kind is Kind.EXCLUSIVE
    assert assess(rule, facts(1_000, other_payers=(friend,)), ()).amount_cents == 900


def test_what_a_rule_excludes_nothing_by_is_not_asked() -> None:
    payers_only = rules(percent("100"), exclusive=Exclusive(payers=frozenset({"school"})))
    assert assess(payers_only, facts(1_000), ()).amount_cents == 1_000
    used = facts(1_000, other_schemes=frozenset({"x"}), other_discount=True)
    assert assess(payers_only, used, ()).amount_cents == 1_000


def test_a_fact_of_the_person_and_one_of_the_amount_are_asked_together() -> None:
    camp = Percent(percent=Decimal(50), when=When(strands=frozenset({"x"})))
    result = assess(rules(camp, eligible=LivesHere(name="r")), facts(1_000), ())
    assert result.missing == ("resident", "strand")


def test_of_a_refusal_by_a_full_cap_no_proof_and_no_judgement_is_asked() -> None:
    rule = rules(eligible=NEED, caps=(cap(1_000),), evidence=(Evidence(any_of=("bill",)),))
    refused = assess(rule, facts(1_000), (claim(1_000),))
    assert (refused.outcome, refused.evidence, refused.to_judge) == (Outcome.NOT, (), ())
    judged = assess(rule, facts(1_000), ())
    assert [one.any_of for one in judged.evidence_needed] == [("bill",)]


def test_a_refusal_is_decided_by_who_decides_on_nothing() -> None:
    decide = (Decide(body="worker", when=When(amount=Bounds(lt=1))), Decide(body="board"))
    refused = assess(rules(eligible=NOBODY, decide=decide), facts(1_000), ())
    assert refused.body == "worker"
    assert assess(rules(decide=decide), facts(1_000), ()).body == "board"


def test_a_cent_that_a_person_may_give_is_judged_and_nothing_is_refused() -> None:
    rule = rules(OpenAmount(open="?"), caps=(cap(100),))
    one_left = assess(rule, facts(1_000), (claim(99),))
    assert (one_left.outcome, one_left.maximum_cents) == (Outcome.JUDGEMENT, 1)
    assert assess(rule, facts(1_000), (claim(100),)).outcome is Outcome.NOT


def test_a_discount_of_which_the_networks_part_is_open_is_judged_though_its_room_is_full() -> None:
    unprinted, full = cap(None, "open", open="?"), cap(100, "full")
    rule = rules(Split(), kind=SchemeKind.DISCOUNT, caps=(unprinted, full))
    result = assess(rule, facts(1_000, shares=SHARED), (claim(100),))
    assert (result.outcome, result.maximum_cents) == (Outcome.JUDGEMENT, 0)


def test_another_payer_goes_first_with_one_cent_but_not_with_nothing_or_perhaps() -> None:
    cents = [
        [first.cents for first in assess(with_other_payer(their, who), asked, ()).first_payers]
        for their, who, asked in (
            (Lump(amount_cents=1), None, facts(1_000)),
            (Lump(amount_cents=500), NEED, facts(1_000)),
            (
                Split(client_percent=50, provider_percent=50, network_percent=0),
                None,
                facts(1_000),
            ),
        )
    ]
    assert cents == [[1], [], []]


def test_another_payer_that_was_asked_among_others_is_not_told_again() -> None:
    friend = OtherPayer(payer="friend", cents=100)
    asked = OtherPayer(payer="rap_op_stap", cents=0)
    rule = with_other_payer(Lump(amount_cents=500))
    assert assess(rule, facts(1_000, other_payers=(friend, asked)), ()).first_payers == ()
    assert len(assess(rule, facts(1_000, other_payers=(friend,)), ()).first_payers) == 1


def test_who_may_be_paid_is_not_refused_where_the_text_names_nobody() -> None:
    open_one = rules(percent("100"), pay=Pay(open="?"))
    assert assess(open_one, facts(1_000, payee="client"), ()).amount_cents == 1_000
    named = rules(percent("100"), pay=Pay(payees=("client", "provider")))
    assert assess(named, facts(1_000, payee="provider"), ()).amount_cents == 1_000
    assert assess(named, facts(1_000), ()).payees == ("client", "provider")


def test_the_statuses_that_are_wanted_are_named_in_a_refusal() -> None:
    line = assess(rules(eligible=NOBODY), facts(1_000), ()).reasons[0]
    assert dict(line.params) == {"statuses": "another,other"}


def test_asked_before_among_other_requests_is_asked_before() -> None:
    rule = rules(percent("100"), eligible=FirstTime(name="f"))
    before = (claim(5, client="b"), claim(5))
    assert assess(rule, facts(1_000), before).reasons[0].kind is Kind.NOT_FIRST


def test_a_group_with_words_of_its_own_holds_when_a_part_does() -> None:
    ours = HasStatus(name="l", any_of=frozenset({"leefloon"}))
    young = HasAge(name="y", bounds=Bounds(lt=18))
    either = AnyOf(name="g", parts=(young, ours), words="Voor wie")
    assert assess(rules(percent("100"), eligible=either), facts(1_000), ()).amount_cents == 1_000


def test_least_spend_closes_a_judgement_too() -> None:
    rule = rules(percent("100"), eligible=NEED, minimum=Minimum(amount_cents=2_000))
    result = assess(rule, facts(1_000), ())
    assert (result.outcome, result.to_judge) == (Outcome.NOT, ())


def test_a_cap_of_times_that_is_not_full_leaves_the_amount_as_it_is() -> None:
    once = Cap(name="once", title="once", count=1)
    result = assess(rules(percent("100"), caps=(once,)), facts(1_000), ())
    assert (result.outcome, result.amount_cents) == (Outcome.GRANTED, 1_000)


def test_a_discount_that_was_given_as_often_as_may_be_is_refused_and_shares_nothing() -> None:
    once = Cap(name="once", title="once", count=1)
    shares = Split(client_percent=50, provider_percent=50, network_percent=0)
    rule = rules(shares, caps=(once,))
    assert assess(rule, facts(1_000), ()).outcome is Outcome.GRANTED
    again = assess(rule, facts(1_000), (claim(0),))
    assert (again.outcome, again.split) == (Outcome.NOT, None)
    assert again.client_pays_cents == 1_000
