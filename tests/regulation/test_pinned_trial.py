"""A file's own examples are compared word by word, and what differs is named as the file names it."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from regulation.judge.trial import Difference, differences
from regulation.vocabulary.amounts import Percent
from regulation.vocabulary.cases import Example, Expected
from regulation.vocabulary.conditions import Judged
from regulation.vocabulary.facts import Claim, Facts
from regulation.vocabulary.limits import Cap, Deadline
from regulation.vocabulary.rules import Decide, Evidence, RuleSet
from tests.regulation.build import DAY, cap, claim, facts, percent, rules

RULE = rules(
    percent("50"),
    caps=(cap(1_000, "wide"), cap(600, "narrow"), Cap(name="times", title="times", count=9)),
    evidence=(Evidence(any_of=("bill", "ticket")),),
    decide=(Decide(body="board"),),
    deadline=Deadline(within_days=1),
)


def differing(rule: RuleSet, expected: Expected, asked: Facts, *history: Claim) -> list[Difference]:
    example = Example(name="e", origin="own", facts=asked, history=history, expected=expected)
    return list(differences(replace(rule, cases=(example,))))


@pytest.mark.parametrize(
    ("expected", "what", "got"),
    [
        (Expected(outcome="not"), "outcome", "granted"),
        (Expected(eligible="no"), "eligible", "yes"),
        (Expected(amount_cents=1), "amount", 500),
        (Expected(maximum_cents=1), "maximum", 500),
        (Expected(reason="cap"), "reason", None),
        (Expected(missing=("birth_on",)), "missing", ()),
        (Expected(needed=("bill",)), "evidence_needed", ("bill", "ticket")),
        (Expected(latest_on=dt.date(2026, 1, 1)), "latest_on", dt.date(2026, 6, 16)),
        (Expected(left_cents=1), "left", 100),
        (Expected(client_cents=1), "client", None),
        (Expected(provider_cents=1), "provider", None),
        (Expected(ceiling_cents=1), "ceiling", None),
        (Expected(first_cents=1), "first", 0),
        (Expected(body="worker"), "body", "board"),
        (Expected(priority=1), "priority", None),
        (Expected(closes_on=DAY), "closes_on", None),
    ],
)
def test_what_does_not_come_out_is_named(expected: Expected, what: str, got: object) -> None:
    found = differing(RULE, expected, facts(1_000))
    assert [(one.case, one.what, one.got) for one in found] == [("e", what, got)]
    assert found[0].expected not in (None, got)


def test_what_comes_out_and_what_is_not_named_makes_no_difference() -> None:
    assert differing(RULE, Expected(), facts(1_000)) == []
    right = Expected(outcome="granted", amount_cents=500, left_cents=100, needed=("ticket", "bill"))
    assert differing(RULE, right, facts(1_000)) == []


def test_one_of_several_reasons_is_enough_and_else_the_first_is_shown() -> None:
    late = facts(1_000, requested_on=dt.date(2027, 1, 1), scheme="fund")
    need = Judged(name="need", words="?")
    rule = rules(Percent(percent=Decimal(50)), deadline=Deadline(within_days=1), eligible=need)
    asked = replace(late, judged_no=frozenset({"need"}))
    assert differing(rule, Expected(reason="judged_no"), asked) == []
    assert differing(rule, Expected(reason="too_late"), asked) == []
    wrong = differing(rule, Expected(reason="no_status"), asked)
    assert [(one.what, one.got) for one in wrong] == [("reason", "too_late")]


def test_the_earlier_requests_of_an_example_count() -> None:
    assert differing(RULE, Expected(amount_cents=100), facts(1_000), claim(500)) == []
