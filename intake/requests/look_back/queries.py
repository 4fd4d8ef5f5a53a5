"""Reading look backs, for who works on the request. Changes nothing, and counts nothing."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, exists, select

from accounts.models import Account
from core import clock
from core.clock import brussels
from core.db import db
from core.errors import Words
from intake.requests.life import GIVEN, NOTIFIED
from intake.requests.look_back.models import LookBack
from intake.requests.look_back.when import first_day_open
from intake.requests.models import Request
from terms.lists import HELPED, HINDRANCES, WENT

QUESTIONS: Final = {"went": WENT, "helped": HELPED, "hindrance": HINDRANCES}


@dataclass(frozen=True)
class Asked:
    """A look back as its card shows it."""

    question: str | None
    answers: tuple[tuple[str, str], ...]
    can_undo: bool

    @property
    def choices(self) -> list[tuple[str, Words]]:
        """The answers to the question."""
        return [(one.code, one.label) for one in QUESTIONS.get(self.question or "", {}).values()]


def is_due() -> list[ColumnElement[bool]]:
    """Requests that wait for their look back today."""
    on = clock.today()
    told = exists().where(LookBack.request_id == Request.id, LookBack.hindrance.is_not(None))
    return [
        Request.look_back_on.is_not(None),
        Request.look_back_on <= on,
        Request.look_back_on >= first_day_open(on),
        Request.status.in_((*GIVEN, NOTIFIED)),
        Request.outcome.in_(GIVEN),
        ~told,
    ]


def is_open(request: Request) -> bool:
    """Whether the look back of this request may be answered today."""
    on, day = clock.today(), request.look_back_on
    given = request.outcome in GIVEN and request.status in (*GIVEN, NOTIFIED)
    return given and day is not None and first_day_open(on) <= day <= on


def told_of(request: Request) -> LookBack | None:
    """What was answered so far."""
    return db.session.scalar(select(LookBack).where(LookBack.request_id == request.id))


def asked_of(account: Account, request: Request) -> Asked | None:
    """The card of a request, when there is something to ask or to see; it asks nothing else."""
    if request.look_back_on is None or request.look_back_on > clock.today():
        return None
    told, open_now = told_of(request), is_open(request)
    if told is None:
        return Asked("went", (), can_undo=False) if open_now else None
    answered = ((name, getattr(told, name)) for name in QUESTIONS)
    return Asked(
        question=told.next_question if open_now else None,
        answers=tuple((name, value) for name, value in answered if value),
        can_undo=can_undo(account, told),
    )


def can_undo(account: Account, told: LookBack) -> bool:
    """Who tapped may take it back on the same day."""
    is_today = brussels(told.answered_at).date() == clock.today()
    return told.answered_by_id == account.person_id and is_today
