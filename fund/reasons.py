"""Why the fund refuses: the list that an approver picks from, and the article of each. Judges nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from regulation.findings.assessment import Assessment
from regulation.vocabulary.blocks import Block
from regulation.vocabulary.rules import Scheme

Where = Callable[[Scheme, Assessment], str]


@dataclass(frozen=True)
class Reason:
    """One reason: its words for the client, and where the rule says so."""

    code: str
    words: LazyString
    where: Where


def _ref(block: Block | None) -> str:
    return block.ref if block is not None else ""


def _nowhere(_scheme: Scheme, _assessment: Assessment) -> str:
    return ""


def _of_caps(_scheme: Scheme, assessment: Assessment) -> str:
    return next((cap.article for cap in assessment.caps if cap.article), "")


def _of_evidence(scheme: Scheme, assessment: Assessment) -> str:
    needed = (asked.article for asked in assessment.evidence_needed if asked.article)
    return next(needed, next((proof.ref for proof in scheme.evidence if proof.ref), ""))


REASONS: Final = {
    reason.code: reason
    for reason in (
        Reason(
            "no_status",
            _l("There is no status that gives a right."),
            lambda scheme, _a: _ref(scheme.eligible),
        ),
        Reason(
            "not_covered",
            _l("The rule does not pay for this activity."),
            lambda scheme, _a: next((c.ref for c in scheme.covers if c.ref), scheme.ref),
        ),
        Reason("cap_reached", _l("The most for this year has been reached."), _of_caps),
        Reason(
            "too_late",
            _l("The request came too late."),
            lambda scheme, _a: _ref(scheme.deadline),
        ),
        Reason(
            "others_pay",
            _l("Somebody else pays this cost."),
            lambda scheme, _a: _ref(scheme.deduct),
        ),
        Reason("no_evidence", _l("The proof of the cost is missing."), _of_evidence),
        Reason("no_answer", _l("Our question was not answered."), _nowhere),
        Reason("budget_spent", _l("The budget of this year is spent."), _nowhere),
        Reason("other", _l("Another reason"), _nowhere),
    )
}


def article_of(code: str, scheme: Scheme, assessment: Assessment) -> str:
    """Where the rule says it; empty where the reason is not the rule's."""
    return REASONS[code].where(scheme, assessment)
