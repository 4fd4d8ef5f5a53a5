"""A rule file's own examples, run through the judge, in the regulation room. It reads no file."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from regulation.findings.assessment import Assessment
from regulation.judge.assess import assess
from regulation.judge.telling import QUESTION
from regulation.vocabulary.cases import Example
from regulation.vocabulary.rules import RuleSet

Value = str | int | dt.date | tuple[str, ...] | None


@dataclass(frozen=True)
class Difference:
    """An example that does not come out: what was compared, expected and got."""

    case: str
    what: str
    expected: Value
    got: Value


def differences(rule_set: RuleSet) -> Iterator[Difference]:
    """Everything that does not come out as the file itself expects."""
    for example in rule_set.cases:
        result = assess(rule_set, example.facts, example.history)
        for what, expected, got in _compared(example, result):
            if expected is not None and expected != got:
                yield Difference(example.name, what, expected, got)


def _compared(example: Example, result: Assessment) -> Iterator[tuple[str, Value, Value]]:
    expected, split = example.expected, result.split
    yield "outcome", expected.outcome, result.outcome.value
    yield "eligible", expected.eligible, result.eligible.value
    yield "amount", expected.amount_cents, result.amount_cents
    yield "maximum", expected.maximum_cents, result.maximum_cents
    yield "reason", expected.reason, _reason(expected.reason, result)
    yield "missing", expected.missing, tuple(one.removeprefix(QUESTION) for one in result.missing)
    needed = {code for asked in result.evidence_needed for code in asked.any_of}
    wanted = None if expected.needed is None else tuple(sorted(expected.needed))
    yield "evidence_needed", wanted, tuple(sorted(needed))
    yield "latest_on", expected.latest_on, result.latest_on
    lefts = [cap.left_after_cents for cap in result.caps if cap.limit_cents is not None]
    yield "left", expected.left_cents, min(lefts, default=None)
    yield "client", expected.client_cents, split.client_cents if split else None
    yield "provider", expected.provider_cents, split.provider_cents if split else None
    yield "ceiling", expected.ceiling_cents, next((c.cents for c in result.ceilings), None)
    yield "first", expected.first_cents, sum(one.cents for one in result.first_payers)
    yield "body", expected.body, result.body
    yield "priority", expected.priority, result.priority
    yield "closes_on", expected.closes_on, result.closes_on


def _reason(expected: str | None, result: Assessment) -> str | None:
    """One of several reasons is enough; else the first is shown."""
    kinds = [line.kind.value for line in result.reasons]
    return expected if expected in kinds else next(iter(kinds), None)
