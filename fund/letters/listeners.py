"""What the fund's letters do when a request moves: a decision must be told, what was taken back is not."""

from typing import Final

from fund.letters.actions import issue_for, issue_question, void
from fund.letters.kinds import DECIDING
from fund.letters.slots import PROVIDER
from fund.queries import decision_needed
from intake.questions.clock import CLIENT
from intake.requests.life import GIVING, REVISING, Listener
from intake.requests.models import Request, RequestEvent
from intake.requests.queries import open_pause


def tell_the_decision(request: Request, _event: RequestEvent) -> None:
    """Its letter must leave; a question that has not left has become needless."""
    void(request)
    issue_for(decision_needed(request))


def tell_the_revision(request: Request, _event: RequestEvent) -> None:
    """A new decision took the place of one that has left: its own letter names the old one."""
    void(request)
    decision = decision_needed(request)
    issue_for(decision, revises=decision.revises)


def tell_nothing_more(request: Request, _event: RequestEvent) -> None:
    """What was decided or asked no longer holds: a letter that has not left never leaves."""
    void(request)


def ask_the_client(request: Request, _event: RequestEvent) -> None:
    """A question to the client leaves as a letter; one to the worker stands on her page."""
    pause = open_pause(request)
    if pause is not None and pause.to_whom == CLIENT and pause.answer_by_on is not None:
        issue_question(request, question=pause.question, answer_by=pause.answer_by_on)


def ask_nothing_more(request: Request, _event: RequestEvent) -> None:
    """The question has been answered."""
    void(request, besides=(*DECIDING, PROVIDER))


# A discount that is only registered costs nothing and is not decided: its proof says all.
TOLD: Final = (*(verb for verb in GIVING if verb != "register"), "refuse")

LISTENERS: Final[tuple[tuple[str, Listener], ...]] = (
    *((verb, tell_the_decision) for verb in TOLD),
    *((verb, tell_the_revision) for verb in REVISING),
    ("ask", ask_the_client),
    ("forward", tell_nothing_more),
    ("undo", tell_nothing_more),
    ("withdraw", tell_nothing_more),
    ("answer", ask_nothing_more),
)
