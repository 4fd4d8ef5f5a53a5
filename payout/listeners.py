"""What payout does when a request moves below: proofs come and go with the grant. It moves nothing itself."""

from typing import Final

from fund.queries import decision_needed
from intake.requests.asked import DISCOUNT
from intake.requests.judging import judge
from intake.requests.life import Listener
from intake.requests.models import Request, RequestEvent
from payout.actions import issue, revoke


def give_proof(request: Request, _event: RequestEvent) -> None:
    """A granted discount gives its proof, with the shares of this very judgement."""
    if request.kind != DISCOUNT:
        return
    decision = decision_needed(request)
    parts = judge(request).split
    if parts is None or parts.network_cents != decision.granted_cents:
        raise LookupError(f"the shares of request {request.id} are not those of its decision")
    issue(request, decision, parts)


def take_proof_back(request: Request, _event: RequestEvent) -> None:
    """What was given with the grant goes with it."""
    revoke(request)


LISTENERS: Final[tuple[tuple[str, Listener], ...]] = (
    ("grant", give_proof),
    ("refuse", take_proof_back),
    ("undo", take_proof_back),
    ("withdraw", take_proof_back),
)
