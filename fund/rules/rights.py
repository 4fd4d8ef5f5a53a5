"""What a rule may give a right to, asked of the judge with all else unknown. Pure, in the fund's rules."""

import datetime as dt
from typing import Any, Final

from intake.requests.judging import scheme_for
from regulation.findings.assessment import Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.rules import RuleSet, Scheme

ABOUT_TIME: Final = frozenset({Kind.TOO_LATE, Kind.OUT_OF_WINDOW})


def may_give_to_status(rules: RuleSet, kind: str, code: str, on: dt.date) -> bool:
    """Whether somebody may get something who holds this status alone, as the whole household does."""
    held = frozenset({code})
    holders = ("statuses", "household_statuses", "parent_statuses")
    return _may_give(rules, kind, on, dict.fromkeys(holders, held))


def may_give_for_category(rules: RuleSet, kind: str, code: str, on: dt.date) -> bool:
    """Whether somebody may get something for a cost of this category."""
    return _may_give(rules, kind, on, {"category": code})


def _may_give(rules: RuleSet, kind: str, on: dt.date, known: dict[str, Any]) -> bool:
    """By the scheme for this kind of request; by any, where the rule has none for it."""
    own = scheme_for(rules, kind)
    schemes = [own] if own else list(rules.schemes.values())
    return any(not _is_refused(rules, scheme, on, known) for scheme in schemes)


def _is_refused(rules: RuleSet, scheme: Scheme, on: dt.date, known: dict[str, Any]) -> bool:
    """Refused for who or what it is, not for when it was asked.

    What is not known is asked by the judge, or left to a person: neither is a refusal.
    """
    dated: dict[str, Any] = {scheme.dates_by.fact: on}
    facts = Facts(scheme=scheme.code, client="-", household="-", **dated, **known)
    result = assess(rules, facts, ())
    kinds = {line.kind for line in result.reasons}
    return result.outcome is Outcome.NOT and not kinds <= ABOUT_TIME
