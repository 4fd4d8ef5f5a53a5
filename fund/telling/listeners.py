"""What people are told when a request moves, within its transaction. It moves nothing itself."""

from typing import Final

from accounts.notices.actions import settle, tell
from core.db import db
from fund.telling.kinds import (
    ANSWERED,
    ASKED,
    DECIDED,
    EVIDENCE_LATE,
    OF_QUESTIONS,
    OF_TERMS,
    UNDONE,
)
from fund.telling.people import caring_for
from intake.requests.life import GIVING, REVISING, Listener
from intake.requests.models import Pause, Request, RequestEvent


def tell_of_the_decision(request: Request, _event: RequestEvent) -> None:
    """The worker hears it; nobody is called for its term or its question any more."""
    settle((*OF_TERMS, *OF_QUESTIONS, ANSWERED, UNDONE, DECIDED), request.id)
    tell(caring_for(request.worker_id), DECIDED, request.id, request.number)


def tell_that_it_is_undone(request: Request, _event: RequestEvent) -> None:
    """What the worker heard holds no longer."""
    settle((DECIDED,), request.id)
    tell(caring_for(request.worker_id), UNDONE, request.id, request.number)


def tell_of_the_question(request: Request, _event: RequestEvent) -> None:
    """The worker has something to answer."""
    settle((ANSWERED,), request.id)
    tell(caring_for(request.worker_id), ASKED, request.id, request.number)


def tell_of_the_answer(request: Request, _event: RequestEvent) -> None:
    """Who asked can go on."""
    settle(OF_QUESTIONS, request.id)
    db.session.flush()
    asked_by = max(request.pauses, key=lambda one: one.id, default=None)
    if isinstance(asked_by, Pause):
        tell([asked_by.asked_by_id], ANSWERED, request.id, request.number)


def call_nobody_any_more(request: Request, _event: RequestEvent) -> None:
    """Withdrawn: nothing of it waits for anybody."""
    settle((*OF_TERMS, *OF_QUESTIONS, ANSWERED, UNDONE, EVIDENCE_LATE), request.id)


LISTENERS: Final[tuple[tuple[str, Listener], ...]] = (
    *((verb, tell_of_the_decision) for verb in (*GIVING, "refuse", *REVISING)),
    ("forward", call_nobody_any_more),
    ("undo", tell_that_it_is_undone),
    ("ask", tell_of_the_question),
    ("answer", tell_of_the_answer),
    ("withdraw", call_nobody_any_more),
)
