"""The whole story of one request, for its page in intake. It reads through the person and changes nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, undefer

from accounts.models import Account
from core import clock
from core.clock import brussels
from core.db import db
from intake.asking.forms import ToldForm
from intake.hearing.models import Hearing
from intake.hearing.queries import hearings_of
from intake.people.identity import Identity, identity_of
from intake.questions.clock import LegalClock, legal_clock
from intake.requests.beside import Beside, beside
from intake.requests.changes import Correction, added_in, corrections_of
from intake.requests.judging import frozen_of, judge_frozen
from intake.requests.life import GIVEN, OPEN, possible
from intake.requests.look_back.queries import Asked, asked_of
from intake.requests.models import OtherPayerPart, Pause, Request, RequestEvent, RequestVersion
from intake.requests.queries import (
    goal_of,
    is_workable_by,
    latest_version,
    other_parts_of,
    request_for,
)
from intake.requests.showing import Verdict, calculation_of, verdict_on
from intake.requests.term_settings import term_now


@dataclass(frozen=True)
class Story:
    """One request as somebody may read it."""

    request: Request
    identity: Identity
    version: RequestVersion
    # What the rule gives now; None once it is decided: then the decision counts.
    verdict: Verdict | None
    told: list[tuple[str, str]]
    # What the rule asks, to correct and to complete with an answer.
    told_form: ToldForm | None
    other_parts: Sequence[OtherPayerPart]
    events: Sequence[RequestEvent]
    pauses: Sequence[Pause]
    possible: tuple[str, ...]
    corrections: list[Correction]
    # What is asked or was told some weeks later; for who works on it alone.
    look_back: Asked | None
    # What upper rooms show of it.
    beside: list[Beside]

    # Whether the client asked to be heard, and how far that is; the newest first.
    hearings: Sequence[Hearing] = ()

    @property
    def is_open(self) -> bool:
        """Does it still wait for its decision?"""
        return self.request.status in OPEN

    @property
    def calculation(self) -> list[tuple[str, str, int, str]]:
        """How the rule came to its amount, as it was at the decision."""
        return calculation_of(self.request)

    @property
    def goal(self) -> str:
        """What it is for, within the assistance."""
        return goal_of(self.request.filing)

    @property
    def question(self) -> Pause | None:
        """The question that waits for an answer."""
        return next((pause for pause in self.pauses if pause.ended_at is None), None)

    @property
    def legal(self) -> LegalClock:
        """The law's clock, beside the one shown."""
        return legal_clock(self.request, self.question, clock.today())

    @property
    def due_on(self) -> dt.date:
        """The term as people read it; while the clock stands still it moves along."""
        question = self.question
        asked_on = brussels(question.asked_at).date() if question is not None else None
        return term_now(self.request, clock.today(), asked_on).shown_due_on

    @property
    def added(self) -> list[tuple[dt.datetime, str, str]]:
        """What its worker wrote beside it afterwards, the newest first."""
        return added_in((one.verb, one.at, one.why, one.by.name) for one in self.events)

    @property
    def has_proof(self) -> bool:
        """A discount that was granted and not taken back has a proof to hand over."""
        outcome, status = self.request.outcome, self.request.status
        return (
            self.request.kind == "discount"
            and outcome in GIVEN
            and status != "withdrawn"
            and self.request.granted_cents >= self.request.freed_cents
        )


def story_of(account: Account, request_id: int) -> Story:
    """The request with all that its page shows; NotThere when it is not for this account."""
    request = request_for(account, request_id, undefer(Request.assessed_lines))
    works = is_workable_by(account, request)
    version = latest_version(request)
    frozen = frozen_of(version)
    found = judge_frozen(request, frozen) if request.status in OPEN else None
    return Story(
        request=request,
        identity=identity_of(request.client, clock.today(), request.household),
        version=version,
        verdict=verdict_on(found) if found else None,
        told=frozen.rows,
        told_form=frozen.form(found) if found else None,
        other_parts=other_parts_of(request),
        events=_events(request),
        pauses=_pauses(request),
        possible=possible(request, account) if works else (),
        corrections=corrections_of(request),
        look_back=asked_of(account, request) if works else None,
        beside=beside(account, request),
        hearings=hearings_of(request),
    )


def _events(request: Request) -> Sequence[RequestEvent]:
    """What happened, the newest first, with who did it."""
    return db.session.scalars(
        select(RequestEvent)
        .where(RequestEvent.request_id == request.id)
        .options(joinedload(RequestEvent.by))
        .order_by(RequestEvent.id.desc())
    ).all()


def _pauses(request: Request) -> Sequence[Pause]:
    return db.session.scalars(
        select(Pause)
        .where(Pause.request_id == request.id)
        .options(joinedload(Pause.asked_by), joinedload(Pause.answered_by))
        .order_by(Pause.id.desc())
    ).all()
