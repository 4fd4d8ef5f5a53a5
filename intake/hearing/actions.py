"""Verbs of hearing a client: note the wish, invite, note what was said, waive. They commit nothing."""

import datetime as dt
from dataclasses import dataclass

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from intake.hearing.models import Hearing
from intake.hearing.queries import open_hearing
from intake.requests.life import OPEN
from intake.requests.models import Request


@dataclass(frozen=True)
class Invitation:
    """When and where the client is expected."""

    on: dt.date
    time: str
    place: str


def note_wish(request: Request, asked_on: dt.date, *, by: Account) -> Hearing:
    """The client asked in writing to be heard: before the decision, or before its revision."""
    if request.status not in OPEN and request.left_at is None:
        raise Conflict(_("This request is not waiting for a decision."))
    if asked_on > clock.today():
        raise RuleBroken(_("This day still has to come."), field="asked_on")
    if open_hearing(request) is not None:
        raise Conflict(_("It is noted already that the client asks to be heard."))
    row = Hearing(
        request_id=request.id, asked_on=asked_on, noted_by_id=by.person_id, noted_at=clock.now()
    )
    db.session.add(row)
    _noted("ask", request)
    return row


def invite(request: Request, invitation: Invitation, *, by: Account) -> Hearing:
    """Invite the client, or once more for another day."""
    row = _waiting(request)
    if invitation.on < clock.today():
        raise RuleBroken(_("This day is over."), field="on")
    row.invited_for_on, row.invited_time = invitation.on, invitation.time
    row.place = invitation.place
    row.invited_by_id, row.invited_at = by.person_id, clock.now()
    _noted("invite", request)
    return row


def hold(request: Request, on: dt.date, *, present: str, minutes: str, by: Account) -> Hearing:
    """The client was heard: who was there, and what was said."""
    row = _waiting(request)
    if on > clock.today():
        raise RuleBroken(_("This day still has to come."), field="held_on")
    if on < row.asked_on:
        raise RuleBroken(_("The client had not asked for it yet on that day."), field="held_on")
    row.held_on, row.present, row.minutes = on, present, minutes
    row.held_by_id = by.person_id
    _noted("hold", request)
    return row


def waive(request: Request, *, why: str, by: Account) -> Hearing:
    """The client is not heard after all, with the reason: taken back, or not come."""
    row = _waiting(request)
    row.waived_why, row.waived_by_id, row.waived_at = why, by.person_id, clock.now()
    _noted("waive", request)
    return row


def heard_first(request: Request) -> None:
    """For fund, before it refuses or grants less: RuleBroken while the client waits to be heard."""
    if open_hearing(request) is not None:
        raise RuleBroken(
            _(
                "The client asked to be heard. First note the hearing, or why there is none. "
                "Granting all is possible."
            )
        )


def _waiting(request: Request) -> Hearing:
    row = open_hearing(request)
    if row is None:
        raise Conflict(_("Nobody waits to be heard here."))
    return row


def _noted(verb: str, request: Request) -> None:
    audit.record(f"hearing.{verb}", kind="request", object_id=request.id)
