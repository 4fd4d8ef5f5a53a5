"""The last door of what a meeting decides: only by its vote, and at once only by its chair."""

from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Account
from accounts.same_person.queries import persons_of
from core.db import db
from core.errors import NotThere, RuleBroken
from fund.bodies.deciding import BY_MEETING, BY_VOTE, CHAIR
from fund.bodies.queries import body_now
from fund.meetings.choices import is_for_a_meeting, meetings_are_on, votes_are_here
from fund.meetings.life import (
    ADOPTED,
    CLOSED,
    CONVENED,
    DECIDE,
    DRAFTED,
    OPEN,
    PENDING,
    RATIFY,
    REVISE,
)
from fund.meetings.models import Item, Meeting
from fund.meetings.queries import chairs, is_unspoken
from fund.queries import standing_decision
from intake.requests.life import REVISING
from intake.requests.models import Request
from intake.requests.moves import Move

RATIFYING = frozenset({"ratify", "not_ratify"})


def likeness(move: Move) -> tuple[bool, bool, str]:
    """What of a move `only_by_the_meeting` looks at."""
    verb = move.verb if move.by_vote or move.by_chair or move.nothing_has_left else ""
    return move.alone, move.after_its_session, verb


def only_by_the_meeting(request: Request, move: Move, account: Account) -> None:
    """RuleBroken for one person where a meeting decides, and for a letter that would leave before the
    session is closed; NotThere for a vote on what no meeting votes on now, and for an
    urgent grant by another than the chair."""
    if move.by_vote:
        if not _is_voted_on(request, move):
            raise NotThere
    elif move.by_chair:
        body = body_now(request)
        if not (meetings_are_on() and body in BY_MEETING and chairs(account, body)):
            raise NotThere
    elif move.alone and is_for_a_meeting(body_now(request)):
        if not (move.nothing_has_left and _may_take_back(request, account)):
            raise RuleBroken(_("A meeting decides on this request. Put it on an agenda."))
    elif move.after_its_session and votes_are_here() and _is_decided_tonight(request):
        raise RuleBroken(
            _("The session that decided this still runs. Letters leave when it closes.")
        )


def _may_take_back(request: Request, account: Account) -> bool:
    """What no meeting spoke on: who decided alone before that was the rule, or granted it urgently as chair
    until the body ratifies it. The urgent grant only the one who made it."""
    decision = standing_decision(request)
    if decision is None or decision.capacity == BY_VOTE:
        return False
    if decision.capacity != CHAIR:
        return True
    return decision.decided_by_id in persons_of(account) and is_unspoken(decision)


def _is_decided_tonight(request: Request) -> bool:
    """Does the session run that decided on it?"""
    found = (
        select(Item.id)
        .join(Meeting, Meeting.id == Item.meeting_id)
        .where(Item.request_id == request.id, Item.kind.in_(DRAFTED), Item.stage == ADOPTED)
        .where(Meeting.stage == OPEN)
        .limit(1)
    )
    return db.session.scalar(found) is not None


def _is_voted_on(request: Request, move: Move) -> bool:
    """Is there an item about it in a session that runs, or whose outcomes come from elsewhere?"""
    kind = RATIFY if move.verb in RATIFYING else REVISE if move.verb in REVISING else DECIDE
    stage = ADOPTED if move.verb == "retract_vote" else PENDING
    found = (
        select(Item.id)
        .join(Meeting, Meeting.id == Item.meeting_id)
        .where(Item.request_id == request.id, Item.kind == kind, Item.stage == stage)
        .where(
            (Meeting.stage == OPEN) | (Meeting.is_elsewhere & Meeting.stage.in_((CONVENED, CLOSED)))
        )
        .limit(1)
    )
    return db.session.scalar(found) is not None
