"""What the fund does when a request moves below: a withdrawal frees the money. It moves nothing itself."""

from typing import Final

from books import actions as books
from fund.actions import commit_cause
from fund.queries import standing_decision
from intake.requests.actions import record_freed
from intake.requests.life import Listener
from intake.requests.models import Request, RequestEvent


def free_what_was_granted(request: Request, _event: RequestEvent) -> None:
    """Give the money of a withdrawn grant back to the sources that gave it."""
    left_cents = request.granted_cents - request.freed_cents
    if not left_cents:
        return
    decision = standing_decision(request)
    if decision is None:
        raise LookupError(f"request {request.id} counts a grant that no decision made")
    books.free(commit_cause(decision), cause=f"withdraw:{decision.id}")
    record_freed(request, left_cents)


LISTENERS: Final[tuple[tuple[str, Listener], ...]] = (("withdraw", free_what_was_granted),)
