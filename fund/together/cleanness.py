"""Whether a request needs no more than one look: the rule gives all, and nothing asks for a person. Pure."""

from collections.abc import Iterable

from fund.record import Judged
from intake.requests.life import SUBMITTED
from intake.requests.models import OtherPayerPart
from regulation.findings.assessment import Outcome


def is_clean(case: Judged, other_parts: Iterable[OtherPayerPart]) -> bool:
    """Granted whole by the rule, all evidence seen, no other payer's answer awaited, nothing changed
    by its worker after it was filed, and no body sent it on to another."""
    request, found = case.request, case.assessment
    return (
        request.status == SUBMITTED
        and not request.sent_to
        and found.outcome is Outcome.GRANTED
        and found.amount_cents > 0
        and not case.sets_amount
        and not found.evidence_needed
        and not found.to_judge
        and request.corrected_at is None
        and request.added_to_at is None
        and not any(part.answer == "asked" for part in other_parts)
    )
