"""The judge asks only what changes the result, and says what a person must judge."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from regulation.findings.assessment import Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.amounts import Split
from regulation.vocabulary.blocks import Bounds, Condition, When
from regulation.vocabulary.ceilings import (
    Ceiling,
    PercentOfSeries,
    TableOfDependants,
)
from regulation.vocabulary.conditions import (
    Group,
    GroupKind,
    HasAge,
    HasStatus,
    IncomeUpTo,
    Judged,
    LivesHere,
    Per,
    Whose,
)
from regulation.vocabulary.dates import DateKind
from regulation.vocabulary.means import Income
from regulation.vocabulary.rules import Evidence, Figure, Pay, SchemeKind, Series
from tests.regulation.build import DAY, cap, claim, facts, rules

LEEFLOON = HasStatus(name="leefloon", any_of=frozenset({"leefloon"}))
TOGETHER = HasStatus(name="gezin", any_of=frozenset({"leefloon"}), whose=Whose.HOUSEHOLD)
HERE = LivesHere(name="hier")
YOUNG = HasAge(name="jong", bounds=Bounds(lt=26))
NEED = Judged(name="nood", words="De nood is groot.")
NOBODY = frozenset[str]()


def group(how: str, *parts: Condition, words: str = "") -> Group:
    return Group(name="g", how=GroupKind(how), parts=parts, words=words)


def outcome(eligible: Condition, **more: object) -> tuple[str, tuple[str, ...]]:
    result = assess(rules(eligible=eligible), facts(1_000, **more), ())
    return result.outcome.value, result.missing


@pytest.mark.parametrize(
    ("eligible", "known", "expected"),
    [
        (LEEFLOON, {"statuses": None}, ("needs", ("statuses",))),
        (LEEFLOON, {"statuses": NOBODY}, ("not", ())),
        (TOGETHER, {"statuses": NOBODY, "household_statuses": None},
         ("needs", ("household_statuses",))),
        (TOGETHER, {"statuses": NOBODY, "household_statuses": frozenset({"leefloon"})},
         ("granted", ())),
        (TOGETHER, {"household_statuses": None}, ("granted", ())),
        (HERE, {}, ("needs", ("resident",))),
        (HERE, {"resident": False}, ("not", ())),
        (HERE, {"resident": True}, ("granted", ())),
        (YOUNG, {"birth_on": None}, ("needs", ("birth_on",))),
        (NEED, {}, ("judgement", ())),
        (NEED, {"judged_yes": frozenset({"nood"})}, ("granted", ())),
        (NEED, {"judged_no": frozenset({"nood"})}, ("not", ())),
        (group("all_of", LEEFLOON, HERE), {}, ("needs", ("resident",))),
        (group("all_of", YOUNG, HERE), {}, ("not", ())),
        (group("all_of", LEEFLOON, NEED), {}, ("judgement", ())),
        (group("any_of", YOUNG, HERE), {}, ("needs", ("resident",))),
        (group("any_of", LEEFLOON, HERE), {}, ("granted", ())),
        (group("any_of", YOUNG, NEED), {}, ("judgement", ())),
        (group("any_of", NEED, HERE), {}, ("needs", ("resident",))),
        (group("none_of", LEEFLOON, HERE), {}, ("not", ())),
        (group("none_of", YOUNG), {}, ("granted", ())),
        (group("none_of", NEED), {}, ("judgement", ())),
    ],
)  # fmt: skip
def test_conditions_compose(
    eligible: Condition, known: dict[str, object], expected: tuple[str, tuple[str, ...]]
) -> None:
    assert outcome(eligible, **known) == expected


def test_a_group_with_words_of_its_own_is_one_reason() -> None:
    without, with_words = group("any_of", YOUNG, LEEFLOON), group("any_of", YOUNG, words="Voor wie")
    kinds = []
    for eligible in (without, with_words):
        result = assess(rules(eligible=eligible), facts(1_000, statuses=NOBODY), ())
        kinds.append([line.kind for line in result.reasons])
    assert kinds == [[Kind.WRONG_AGE, Kind.NO_STATUS], [Kind.NO_GROUP]]


def test_what_a_person_must_judge_is_said_with_the_amount_of_a_yes() -> None:
    result = assess(rules(eligible=NEED), facts(1_000), ())
    assert [(one.params["name"], one.words) for one in result.to_judge] == [
        ("nood", "De nood is groot.")
    ]
    assert result.amount_cents == 900


def test_what_is_to_be_judged_is_kept_beside_a_question_and_dropped_after_a_no() -> None:
    rule = rules(eligible=group("all_of", NEED, HERE))
    asked, refused = (assess(rule, facts(1_000, resident=known), ()) for known in (None, False))
    assert [one.kind for one in asked.to_judge] == [Kind.TO_JUDGE]
    assert asked.missing == ("resident",)
    assert refused.to_judge == ()
    assert [line.kind for line in refused.reasons] == [Kind.NOT_RESIDENT]


def test_a_cap_asks_its_own_date_only_where_it_holds() -> None:
    children = When(age=Bounds(lt=18))
    by_activity = cap(1_000, dates_by=DateKind.ACTIVITY)
    assert assess(rules(caps=(by_activity,)), facts(1_000), ()).missing == ("activity_on",)
    not_for_adults = replace(by_activity, when=children)
    assert assess(rules(caps=(not_for_adults,)), facts(1_000), ()).outcome is Outcome.GRANTED


def test_without_a_date_it_is_asked_with_the_other_first_facts() -> None:
    result = assess(rules(), facts(None, cost_on=None, category=None), ())
    assert result.outcome is Outcome.NEEDS
    assert result.missing == ("category", "cost_cents", "cost_on")
    assert (result.amount_cents, result.lines) == (0, ())


def test_nothing_is_asked_of_a_person_when_nothing_is_left() -> None:
    full = rules(eligible=HERE, caps=(cap(1_000),))
    assert assess(full, facts(1_000), (claim(1_000),)).outcome is Outcome.NOT
    assert assess(full, facts(1_000, others=1_000), ()).outcome is Outcome.NOT
    assert assess(full, facts(1_000), ()).outcome is Outcome.NEEDS
    shared = rules(Split(), kind=SchemeKind.DISCOUNT)
    assert assess(shared, facts(1_000, others=1_000), ()).outcome is Outcome.NOT
    assert assess(shared, facts(1_000, others=999), ()).missing == ("shares",)


def test_a_birth_date_is_asked_only_where_an_age_matters() -> None:
    banded = (cap(1_000, when=When(age=Bounds(lt=18))),)
    unborn = facts(1_000, birth_on=None)
    assert assess(rules(caps=banded), unborn, ()).missing == ("birth_on",)
    assert assess(rules(caps=(cap(1_000),)), unborn, ()).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    ("ceiling", "fact"),
    [
        (PercentOfSeries(series="s", percent=Decimal(150)), "leefloon_category"),
        (TableOfDependants(series="s"), "dependants"),
    ],
)
def test_nothing_is_asked_for_a_ceiling_without_figures(ceiling: Ceiling, fact: str) -> None:
    income = IncomeUpTo(name="inkomen", ceiling=ceiling, per=Per.YEAR)
    not_printed = Series(name="s", title="s", open="Niet gedrukt.")
    printed = replace(not_printed, figures=(Figure(from_on=DAY, values={"0": Decimal(1)}),))
    found = []
    for series in (not_printed, printed):
        rule = replace(rules(eligible=income), series={"s": series})
        result = assess(rule, facts(1_000, incomes=(Income(kind="wages", cents=500),)), ())
        found.append((result.outcome.value, result.missing))
    assert found == [("judgement", ()), ("needs", (fact,))]


def test_evidence_is_asked_by_payee_and_one_alternative_is_enough() -> None:
    proof = Evidence(any_of=("invoice", "ticket"), when=When(payees=frozenset({"provider"})))
    rule = rules(evidence=(proof,), pay=Pay(payees=("provider", "client")))
    paid_to = lambda payee, *seen: assess(  # noqa: E731
        rule, facts(1_000, payee=payee, evidence_seen=frozenset(seen)), ()
    )
    assert [one.any_of for one in paid_to("provider").evidence_needed] == [("invoice", "ticket")]
    assert paid_to("provider", "ticket").evidence_needed == ()
    assert [one.seen for one in paid_to("provider", "ticket").evidence] == [True]
    assert paid_to("client").evidence == ()


def test_a_payee_that_the_rule_does_not_pay_is_refused() -> None:
    result = assess(rules(pay=Pay(payees=("client",))), facts(1_000, payee="provider"), ())
    assert [line.kind for line in result.reasons] == [Kind.PAYEE_NOT_ALLOWED]


def test_every_reason_for_a_no_is_named_at_once() -> None:
    rule = rules(eligible=group("all_of", YOUNG, HERE), pay=Pay(payees=("client",)))
    result = assess(rule, facts(1_000, payee="provider", resident=False), ())
    assert [line.kind for line in result.reasons] == [
        Kind.WRONG_AGE,
        Kind.NOT_RESIDENT,
        Kind.PAYEE_NOT_ALLOWED,
    ]
    assert [line.effect_cents for line in result.lines] == [1_000, -1_000, 0, 0]


def test_a_scheme_that_the_rule_does_not_have_is_a_defect() -> None:
    with pytest.raises(KeyError):
        assess(rules(), facts(1_000, scheme="another"), ())


def test_a_claim_without_any_date_is_refused() -> None:
    undated = claim(100, cost_on=None)
    with pytest.raises(ValueError, match="date"):
        assess(rules(caps=(cap(1_000),)), facts(1_000), (undated,))
    by_request = claim(900, cost_on=None, requested_on=dt.date(2026, 1, 1))
    assert assess(rules(caps=(cap(1_000),)), facts(1_000), (by_request,)).amount_cents == 100
