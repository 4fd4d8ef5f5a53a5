"""What the fund's letters do when a request moves: a decision must be told, what was taken back is not."""

from typing import Final

from fund.letters.actions import issue_for, void
from fund.letters.kinds import DECIDING
from fund.letters.slots import PROVIDER
from fund.queries import decision_needed
from intake.requests.life import Listener
from intake.requests.models import Request, RequestEvent


def tell_the_decision(request: Request, _event: RequestEvent) -> None:
    """Its letter must leave; a question that has not left has become needless."""
    void(request)
    issue_for(decision_needed(request))


def tell_nothing_more(request: Request, _event: RequestEvent) -> None:
    """What was decided or asked no longer holds: a letter that has not left never leaves."""
    void(request)


def ask_nothing_more(request: Request, _event: RequestEvent) -> None:
    """The question has been answered."""
    void(request, besides=(*DECIDING, PROVIDER))


LISTENERS: Final[tuple[tuple[str, Listener], ...]] = (
    ("grant", tell_the_decision),
    ("grant_partly", tell_the_decision),
    ("refuse", tell_the_decision),
    ("undo", tell_nothing_more),
    ("withdraw", tell_nothing_more),
    ("answer", ask_nothing_more),
)
