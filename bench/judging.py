"""One judgement with a long history, on every shipped rule: `make bench` says the worst."""

import datetime as dt
import time
from collections.abc import Sequence

from core.config import ROOT
from regulation.files.reading import read_rule_file
from regulation.judge.assess import assess
from regulation.vocabulary.facts import Claim, Facts
from regulation.vocabulary.rules import RuleSet

EARLIER_GRANTS = 200
REPEATS = 20


def worst_judgement() -> tuple[str, float]:
    """The rule whose case costs most with 200 earlier grants, and its CPU seconds."""
    rules = [read_rule_file(path) for path in sorted((ROOT / "regulation").rglob("*.toml"))]
    costs = [(_seconds(rule, case.facts), rule.rule_id) for rule in rules for case in rule.cases]
    seconds, rule_id = max(costs)
    return rule_id, seconds


def _seconds(rule: RuleSet, facts: Facts) -> float:
    """The least of some repeats: what else the machine does only makes it longer."""
    history = _history(facts)
    return min(_once(rule, facts, history) for _ in range(REPEATS))


def _once(rule: RuleSet, facts: Facts, history: Sequence[Claim]) -> float:
    began = time.process_time()
    assess(rule, facts, history)
    return time.process_time() - began


def _history(facts: Facts) -> Sequence[Claim]:
    """Earlier grants of the person and of a brother, so small that they leave room."""
    return tuple(
        Claim(
            scheme=facts.scheme,
            client=facts.client if number % 2 else "brother",
            household=facts.household,
            counted_cents=1,
            cost_on=facts.cost_on or dt.date(2026, 1, 1),
            category=facts.category,
        )
        for number in range(EARLIER_GRANTS)
    )
