"""A committee for the histories: it sits, its session begins, votes and closes."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core import clock, settings
from core.db import db, transaction
from fund.meetings import agenda, convening, drafting
from fund.meetings.choices import AGENDA, ELSEWHERE, HERE, OFF
from fund.meetings.life import CLOSED, DROPPED, OPEN, PENDING
from fund.meetings.models import Item, Meeting, Seat, UrgentGrant
from fund.meetings.urgent.actions import grant_urgently
from fund.meetings.votes import actions as session
from fund.meetings.votes import closing
from fund.meetings.votes.actions import AskedBack
from fund.meetings.votes.counting import Votes
from fund.setup.choices import BODY
from intake.requests.models import Request
from tests.model.household import act

BCSD = "bcsd"
AGAINST = Votes(for_n=0, against_n=2)


def sits() -> None:
    """Bert chairs it, Boris sits beside him; no session of another history runs on."""
    with transaction() as session_of_db:
        settings.put(BODY, "committee", by=None)
        settings.put(AGENDA, OFF, by=None)
        _clear(session_of_db)
        if session_of_db.scalars(select(Seat.id)).first() is not None:
            return
        for name in ("bert", "boris"):
            person_id = act(name).person_id
            session_of_db.add(
                Seat(
                    body=BCSD,
                    person_id=person_id,
                    is_chair=name == "bert",
                    from_on=dt.date(2020, 1, 1),
                    given_by_id=person_id,
                )
            )


def _clear(session_of_db: Session) -> None:
    """Nothing waits of what another history left."""
    for what, waits, over in (
        (Item, Item.stage == PENDING, {"stage": DROPPED}),
        (UrgentGrant, UrgentGrant.outcome.is_(None), {"outcome": "lapsed"}),
        (Meeting, Meeting.stage == OPEN, {"stage": CLOSED}),
    ):
        session_of_db.execute(update(what).where(waits).values(over))


def convene(request: Request | None, cents: int) -> int:
    """A session that runs, within one transaction: about a request, and about all that was urgent.

    From now on nobody decides alone.
    """
    hilde = act("hilde")
    settings.put(AGENDA, HERE, by=None)
    meeting = agenda.plan(BCSD, clock.now(), "", by=hilde)
    if request is not None:
        _propose(agenda.put_on(meeting, request, by=hilde), cents)
    convening.convene(meeting, by=hilde, late_why="Vanavond.")
    session.begin(meeting, [one.person_id for one in meeting.members], by=hilde)
    return meeting.id


def vote(item: Item, *, is_for: bool) -> None:
    """By both of them."""
    if item.is_late and item.admitted_by is None:
        session.admit(item, 2, by=act("hilde"))
    asked_back = AskedBack(reasons="Het was niet dringend.")
    session.vote(item, None if is_for else AGAINST, by=act("hilde"), asked_back=asked_back)


def close(meeting_id: int) -> None:
    """The session is over: one person decides again."""
    closing.close(db.session.get_one(Meeting, meeting_id), by=act("hilde"))
    settings.put(AGENDA, OFF, by=None)


def urgently(request: Request, cents: int) -> None:
    """By its chair. Between sessions, too: then the agenda is kept elsewhere for as long as that takes."""
    kept = settings.get(AGENDA)
    settings.put(AGENDA, HERE if kept == HERE else ELSEWHERE, by=None)
    grant_urgently(
        request, by=act("bert"), amount_cents=cents, why="Morgen.", reasons="Zo is het goed."
    )
    settings.put(AGENDA, kept, by=None)


def _propose(item: Item, cents: int) -> None:
    wanted = drafting.Draft(
        ruling=drafting.GRANT if cents else drafting.REFUSE,
        amount_cents=cents,
        reason_code="" if cents else "other",
        reasons="Zo is het goed.",
    )
    drafting.draft(item, wanted, by=act("hilde"))
