"""What the fund's letters do when a request moves: a decision must be told, what was taken back is not."""

from typing import Final

from fund.letters.actions import confirm_anew, issue_for, issue_question, void
from fund.letters.slot import QUESTION
from fund.queries import decision_needed
from intake.questions.clock import CLIENT
from intake.requests.life import (
    GIVING,
    REFUSING,
    REVISED_BY_VOTE,
    REVISING,
    UNDOING,
    VOTED,
    Listener,
)
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
    """What was decided or asked no longer holds: a letter that has not left never leaves. A provider who
    was promised something hears it."""
    void(request)
    confirm_anew(request, request.paid_cents)


def ask_the_client(request: Request, _event: RequestEvent) -> None:
    """A question to the client leaves as a letter; one to the worker stands on her page."""
    pause = open_pause(request)
    if pause is not None and pause.to_whom == CLIENT and pause.answer_by_on is not None:
        issue_question(request, question=pause.question, answer_by=pause.answer_by_on)


def ask_nothing_more(request: Request, _event: RequestEvent) -> None:
    """The question has been answered."""
    void(request, only=(QUESTION,))


# A discount that is only registered costs nothing and is not decided: its proof says all.
# What a meeting votes, a revision too, is told when the meeting closes: until then its list is not final.
TOLD: Final = tuple(
    verb for verb in (*GIVING, *REFUSING) if verb != "register" and verb not in VOTED
)

LISTENERS: Final[tuple[tuple[str, Listener], ...]] = (
    *((verb, tell_the_decision) for verb in TOLD),
    *((verb, tell_the_revision) for verb in REVISING if verb not in REVISED_BY_VOTE),
    *((verb, tell_nothing_more) for verb in REVISED_BY_VOTE),
    ("ask", ask_the_client),
    ("forward", tell_nothing_more),
    *((verb, tell_nothing_more) for verb in (*UNDOING, "not_ratify")),
    ("withdraw", tell_nothing_more),
    ("answer", ask_nothing_more),
)
