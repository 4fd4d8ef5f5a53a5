"""The frozen record of a decision in the fund: all that was known at that moment. It decides nothing."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, Final

from books.actions import Posting
from books.models import Budget
from books.queries import balance
from core import clock
from core.clock import brussels
from fund.bodies.deciding import Capacity
from fund.models import Decision
from fund.queries import next_decision_number, was_decided_before
from intake.asking.showing import Frozen
from intake.people.queries import address_on
from intake.requests.judging import facts_now, frozen_of, judge_frozen
from intake.requests.models import Request, RequestVersion
from intake.requests.queries import latest_version
from regulation.findings.assessment import Assessment, CapState, Line, Outcome
from regulation.judge.assess import body_at
from regulation.versions.models import RuleVersion
from regulation.vocabulary.dates import age_years
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.frozen import from_plain
from terms.lists import CATEGORIES, age_band

UNKNOWN: Final = "unknown"
NO_SOURCE: Final = "none"
# Where the rule names no body, approvers decide.
NO_BODY: Final = "approver"
FIRST, AGAIN = "first", "again"


@dataclass(frozen=True)
class Judged:
    """A request as it is known now, what the rule gives for it, and the moment of a decision on it."""

    request: Request
    version: RequestVersion
    rule: RuleVersion
    frozen: Frozen
    assessment: Assessment
    at: dt.datetime

    @property
    def facts(self) -> Facts:
        """What was frozen when it was last submitted, answered or corrected."""
        return self.frozen.facts

    @property
    def told(self) -> list[tuple[str, str]]:
        """What the worker told because the rule asks it."""
        return self.frozen.rows

    @property
    def most_cents(self) -> int:
        """The most that may be granted: what the rule allows, and never above what is left to pay."""
        left_cents = max(0, self.request.cost_cents - self.facts.paid_by_others_cents)
        return min(self.assessment.maximum_cents, left_cents)

    @property
    def sets_amount(self) -> bool:
        """Does a person set the amount, within what the rule allows?"""
        found = self.assessment
        is_open = found.outcome is Outcome.JUDGEMENT and not found.amount_cents
        return is_open and found.maximum_cents > 0

    def deviates(self, amount_cents: int) -> bool:
        """Is this another amount than the assessment gives, where it gives one?"""
        return not self.sets_amount and amount_cents != self.assessment.amount_cents

    def decided_on(self, amount_cents: int) -> Assessment:
        """The same, with the body for the amount that a person sets where the rule names none."""
        if not self.sets_amount:
            return self.assessment
        body, article = body_at(self.frozen.rules, self.facts, amount_cents)
        return replace(self.assessment, body=body, body_article=article)


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """What is decided, and why."""

    outcome: str
    granted_cents: int = 0
    reason_code: str = ""
    article: str = ""
    reasons: str = ""
    # "other", or which of the shown lines of the calculation is deviated from.
    deviates_from: str = ""


def judged(request: Request, at: dt.datetime | None = None) -> Judged:
    """The newest facts by their rule, with the history as it is now. What was decided elsewhere `at` an
    earlier moment, and is stored now, is judged as of that day."""
    at = at or clock.now()
    version = latest_version(request)
    frozen = frozen_of(version)
    found = judge_frozen(request, frozen, brussels(at).date())
    return Judged(request, version, version.rule, frozen, found, at)


def new_decision(
    case: Judged, decided: Ruling, *, by: int, body: str, capacity: Capacity
) -> Decision:
    """The record, without the budget: that follows once the money is posted. `by` is a person."""
    request, assessment = case.request, case.assessment
    return Decision(
        request_id=request.id,
        number=next_decision_number(request),
        decided_by_id=by,
        body=body or NO_BODY,
        capacity=capacity.word,
        on_behalf_of_id=capacity.on_behalf_of_id,
        decided_at=case.at,
        outcome=decided.outcome,
        assessed_outcome=assessment.outcome.value,
        assessed_cents=assessment.amount_cents,
        granted_cents=decided.granted_cents,
        reason_code=decided.reason_code,
        article=decided.article,
        reasons=decided.reasons,
        deviates_from=decided.deviates_from,
        scheme=request.scheme,
        category=request.category,
        request_version_id=case.version.id,
        rule_version_id=case.version.rule_version_id,
        facts=facts_now(request, case.facts, brussels(case.at).date()).to_json(),
        lines=assessment.to_json()["lines"],
        caps=[_cap(*pair, decided.granted_cents) for pair in _caps(assessment)],
        budget={},
        leaf_funding_source=NO_SOURCE,
        **_leaves(request, case.at),
    )


def _caps(assessment: Assessment) -> list[tuple[CapState, dict[str, Any]]]:
    return list(zip(assessment.caps, assessment.to_json()["caps"], strict=True))


def _cap(cap: CapState, plain: dict[str, Any], granted_cents: int) -> dict[str, Any]:
    """A cap before, with open requests counted, and after what was really granted."""
    return {
        "cap": plain,
        "left_before_cents": cap.left_before_cents,
        "left_after_cents": max(0, cap.left_before_cents - granted_cents),
    }


def _leaves(request: Request, at: dt.datetime) -> dict[str, Any]:
    """Every leaf of the figures' dimensions, as it is at this moment."""
    on = brussels(at).date()
    address = address_on(request.household, on)
    return {
        "booked_quarter": quarter_of(on),
        "unit_household_id": request.household_id,
        "leaf_client_id": request.client_id,
        "leaf_neighbourhood": (address.neighbourhood if address else "") or UNKNOWN,
        "leaf_sector": CATEGORIES[request.category].sector,
        "leaf_age_band": age_band(age_years(request.client.birth_on, on)),
        "leaf_household_type": request.household.household_type,
        "leaf_kind": request.kind,
        "leaf_again": AGAIN if was_decided_before(request) else FIRST,
        "leaf_provider_type": request.provider_type,
        "leaf_provider_id": request.provider_id,
    }


def quarter_of(on: dt.date) -> str:
    """2026Q4: the quarter that a day in Brussels falls in."""
    return f"{on.year}Q{(on.month + 2) // 3}"


def note_posting(decision: Decision, posting: Posting) -> None:
    """The money that was set aside, and the source that gave most of it (the first of equals)."""
    decision.budget = posting.as_dict()
    decision.leaf_funding_source = max(posting.shares, key=lambda share: share["cents"])["source"]


def note_budget(decision: Decision, budget: Budget | None) -> None:
    """The same where no money was needed: the budget as it stayed."""
    if budget is None:
        return
    held = balance(budget)
    unmoved = Posting(
        budget_id=budget.id,
        year=budget.year,
        amount_cents=held.amount_cents,
        before_cents=held.committed_cents,
        after_cents=held.committed_cents,
        shares=[],
    )
    decision.budget = unmoved.as_dict()


def lines_of(decision: Decision) -> tuple[Line, ...]:
    """The calculation as it was frozen."""
    return lines_of_plain(decision.lines)


def lines_of_plain(lines: list[dict[str, Any]]) -> tuple[Line, ...]:
    """The same, of the column alone."""
    return tuple(from_plain(Line, line, "lines") for line in lines)


def caps_of(decision: Decision) -> tuple[CapState, ...]:
    """The caps as they were frozen, before the decision."""
    return tuple(from_plain(CapState, held["cap"], "caps") for held in decision.caps)
