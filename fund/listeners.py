"""What the fund does when a request moves below: it posts what was taken over, and frees what is withdrawn."""

from typing import Final

from books import actions as books
from core.db import db
from fund.actions import free_what_was_not_paid
from fund.bodies.actions import forget_first
from fund.queries import budget_needed, standing_decision
from intake.requests.actions import record_freed
from intake.requests.life import TAKEN_OVER, Listener
from intake.requests.models import Request, RequestEvent


def post_what_was_taken_over(request: Request, _event: RequestEvent) -> None:
    """The money of an earlier grant is spent: it counts in the budget of its year from now on."""
    db.session.flush()  # its number is in the cause
    budget = budget_needed(request.scheme, request.decided_at or request.submitted_at)
    books.commit(budget.id, request.granted_cents, cause=_taken_over(request))


def free_what_was_granted(request: Request, event: RequestEvent) -> None:
    """Give the money of a withdrawn grant back to the sources that gave it, but for what was paid.

    What was taken over is withdrawn where it was taken over wrongly: then all of it goes back.
    """
    if request.first_by_id is not None:
        forget_first(request)
    left_cents = request.granted_cents - request.freed_cents
    if not left_cents:
        return
    if event.from_status == TAKEN_OVER:
        books.free(_taken_over(request), cause=f"withdraw:{_taken_over(request)}")
        record_freed(request, left_cents)
        return
    decision = standing_decision(request)
    if decision is None:
        raise LookupError(f"request {request.id} counts a grant that no decision made")
    free_what_was_not_paid(request, decision, freed_as=f"withdraw:{decision.id}")


def _taken_over(request: Request) -> str:
    return f"takeover:{request.id}"


LISTENERS: Final[tuple[tuple[str, Listener], ...]] = (
    ("take_over", post_what_was_taken_over),
    ("withdraw", free_what_was_granted),
)
