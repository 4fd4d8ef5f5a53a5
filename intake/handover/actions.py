"""Giving a file away, standing in, opening another team's file with a reason. Commits nothing."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Account
from accounts.same_person.queries import same_as
from core import audit
from core.clock import add_days, now, today
from core.db import db
from core.errors import RuleBroken
from core.sealing.sealed import seal
from intake.people.models import Absence, Client, FileOpening, Responsible, new_row_key
from intake.people.queries import (
    deciders,
    household_of,
    members_of,
    responsible_on,
    responsibles_of,
    workers,
)
from intake.requests.life import OPEN
from intake.requests.models import Request

OPEN_HOURS: Final = 8
OTHER_REASON: Final = "other"
SHORTEST_REASON: Final = 10
FILES, DECISIONS = "files", "decisions"


@dataclass(frozen=True)
class Away:
    """Who is away, from when until when, and who stands in."""

    person_id: int
    stand_in_id: int
    from_on: dt.date
    until_on: dt.date
    duty: str = FILES


def transfer(client: Client, to_id: int) -> None:
    """Give a file, those of the household with the same worker, and their open requests to somebody."""
    current = responsible_on(client, today())
    to = next((person for person in workers() if person.id == to_id), None)
    if to is None or to.team_id is None or to_id == current.worker_id:
        raise RuleBroken(_("Choose another worker."), "worker")
    members = members_of(household_of(client, today()), today())
    for row in responsibles_of({client.id, *(member.client_id for member in members)}, today()):
        if (row.worker_id, row.team_id) == (current.worker_id, current.team_id):
            _hand_over(row, to.id, to.team_id)


def _hand_over(row: Responsible, to_id: int, team_id: int) -> None:
    audit.record("client.transfer", kind="client", object_id=row.client_id)
    open_ones = select(Request).where(Request.client_id == row.client_id, Request.status.in_(OPEN))
    for request in db.session.scalars(open_ones.order_by(Request.id)):
        request.worker_id, request.team_id = to_id, team_id
        audit.record("request.transfer", kind="request", object_id=request.id)
    if row.from_on == today():
        row.worker_id, row.team_id = to_id, team_id
        return
    row.until_on = add_days(today(), -1)
    db.session.add(
        Responsible(client_id=row.client_id, worker_id=to_id, team_id=team_id, from_on=today())
    )


def note_absence(away: Away, *, by: Account) -> Absence:
    """A colleague does somebody's files in a period, or decides in that one's place."""
    if away.until_on < away.from_on:
        raise RuleBroken(_("The end lies before the beginning."), "until_on")
    if away.until_on < today():
        raise RuleBroken(_("This period is over already."), "until_on")
    if away.person_id == away.stand_in_id:
        raise RuleBroken(_("Somebody else stands in."), "stand_in")
    could = {person.id for person in (deciders() if away.duty == DECISIONS else workers())}
    if away.stand_in_id not in could:
        raise RuleBroken(_("This colleague cannot do that. Choose somebody else."), "stand_in")
    if away.duty == DECISIONS and away.person_id not in could:
        raise RuleBroken(_("This colleague decides on nothing."), "person")
    if same_as(away.person_id) & same_as(away.stand_in_id):
        raise RuleBroken(_("Somebody else stands in."), "stand_in")
    _check_not_away(away)
    row = Absence(**vars(away), made_by_id=by.person_id, made_at=now())
    db.session.add(row)
    db.session.flush()
    audit.record("absence.note", kind="absence", object_id=row.id, why=away.duty)
    return row


def _check_not_away(away: Away) -> None:
    """Who stands in is there; who is away has one stand-in at a time."""
    meets = (Absence.from_on <= away.until_on, Absence.until_on >= away.from_on)
    runs = select(Absence.id).where(*meets, Absence.ended_at.is_(None)).limit(1)
    own = runs.where(Absence.person_id == away.person_id, Absence.duty == away.duty)
    if db.session.scalar(own) is not None:
        raise RuleBroken(_("An absence is noted in that period already."), "from_on")
    if db.session.scalar(runs.where(Absence.person_id == away.stand_in_id)) is not None:
        raise RuleBroken(_("This colleague is away then too."), "stand_in")


def end_absence(row: Absence) -> None:
    """Back sooner, or it was a mistake: nobody stands in any more."""
    if row.ended_at is None:
        row.ended_at = now()
    audit.record("absence.end", kind="absence", object_id=row.id)


def open_file(client_id: int, reason: str, words: str, *, by: Account) -> FileOpening:
    """Open another team's file to read for some hours. The trail keeps the code of the reason."""
    if reason == OTHER_REASON and len(words) < SHORTEST_REASON:
        raise RuleBroken(_("Write in a sentence why you open this file."), "words")
    key = new_row_key()
    row = FileOpening(
        row_key=key,
        person_id=by.person_id,
        client_id=client_id,
        reason=reason,
        sealed_words=seal(words, table="file_opening", column="sealed_words", row_key=key),
        opened_at=now(),
        open_until=now() + dt.timedelta(hours=OPEN_HOURS),
    )
    db.session.add(row)
    audit.record("client.open_with_reason", kind="client", object_id=client_id, why=reason)
    return row
