"""What people are told when a request moves, within its transaction. It moves nothing itself."""

from typing import Final

from accounts.notices.actions import settle, tell
from accounts.same_person.queries import same_as, same_as_any
from core.db import db
from fund.bodies.queries import deciders_for, unfit_for
from fund.telling.kinds import (
    ANSWERED,
    ASKED,
    DECIDED,
    EVIDENCE_LATE,
    OF_QUESTIONS,
    OF_TERMS,
    REVISION_WAITS,
    SENT_BACK,
    TO_DECIDE_AGAIN,
    UNDONE,
)
from fund.telling.people import caring_for
from intake.requests.life import GIVING, REFUSING, REVISING, UNDOING, Listener
from intake.requests.models import Pause, Request, RequestEvent


def tell_of_the_decision(request: Request, _event: RequestEvent) -> None:
    """The worker hears it; nobody is called for its term or its question any more."""
    settle((*OF_TERMS, *OF_QUESTIONS, *TO_DECIDE_AGAIN, DECIDED), request.id)
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


def tell_that_it_came_back(request: Request, event: RequestEvent) -> None:
    """Who ruled first can decide anew; who takes back an own ruling knows it."""
    settle((REVISION_WAITS,), request.id)
    first_id = request.first_by_id
    if first_id is not None and event.by.id not in same_as(first_id):
        tell([first_id], SENT_BACK, request.id, request.number)


def no_longer_came_back(request: Request, _event: RequestEvent) -> None:
    """Somebody decided anew, as the first of two, or sent it on."""
    settle((SENT_BACK,), request.id)


def tell_that_a_revision_waits(request: Request, event: RequestEvent) -> None:
    """It stands in no worklist, for it was decided: who may be the second hears it."""
    unfit = unfit_for(request) | {event.by.id}
    others = deciders_for(request.body) - same_as_any(unfit)
    tell(others, REVISION_WAITS, request.id, request.number)


def call_nobody_any_more(request: Request, _event: RequestEvent) -> None:
    """Withdrawn: nothing of it waits for anybody."""
    settle((*OF_TERMS, *OF_QUESTIONS, *TO_DECIDE_AGAIN, EVIDENCE_LATE), request.id)


LISTENERS: Final[tuple[tuple[str, Listener], ...]] = (
    *((verb, tell_of_the_decision) for verb in (*GIVING, *REFUSING, *REVISING)),
    ("forward", call_nobody_any_more),
    *((verb, tell_that_it_is_undone) for verb in UNDOING),
    *((verb, tell_that_it_came_back) for verb in ("send_back", "revise_back")),
    *((verb, no_longer_came_back) for verb in ("give_first", "send_on", "revise_first")),
    ("revise_first", tell_that_a_revision_waits),
    ("ask", tell_of_the_question),
    ("answer", tell_of_the_answer),
    ("withdraw", call_nobody_any_more),
)
