"""What payout does when a request moves below: proofs come and go with the grant. It moves nothing itself."""

from typing import Final

from fund.models import Decision
from fund.queries import decision_needed
from intake.asking.asked import DISCOUNT
from intake.requests.judging import judge
from intake.requests.life import GIVING, REFUSING, REVISING, UNDOING, Listener
from intake.requests.models import Request, RequestEvent
from payout.actions import issue, revoke
from regulation.findings.assessment import Parts


def give_proof(request: Request, _event: RequestEvent) -> None:
    """A granted discount gives its proof, with the shares of this very judgement."""
    if request.kind != DISCOUNT:
        return
    decision = decision_needed(request)
    parts = judge(request).split or _without_agreement(request, decision)
    if parts.network_cents != decision.granted_cents:
        raise LookupError(f"the shares of request {request.id} are not those of its decision")
    issue(request, decision, parts)


def _without_agreement(request: Request, decision: Decision) -> Parts:
    """A discount that the rule gives by itself: the provider gives nothing."""
    granted_cents = decision.granted_cents
    return Parts(
        client_cents=request.cost_cents - granted_cents,
        provider_cents=0,
        network_cents=granted_cents,
    )


def give_other_proof(request: Request, event: RequestEvent) -> None:
    """A revised grant gives a proof of its own; the one that was given before is worth nothing."""
    take_proof_back(request, event)
    give_proof(request, event)


def take_proof_back(request: Request, _event: RequestEvent) -> None:
    """What was given with the grant goes with it."""
    revoke(request)


LISTENERS: Final[tuple[tuple[str, Listener], ...]] = (
    *((verb, give_proof) for verb in GIVING),
    *((verb, take_proof_back) for verb in (*REFUSING, *UNDOING, "not_ratify")),
    *(
        (verb, take_proof_back if verb.endswith("refuse") else give_other_proof)
        for verb in REVISING
    ),
    ("withdraw", take_proof_back),
    ("forward", take_proof_back),
)
