"""Closing a session: its list of decisions is frozen, and its letters may leave. It commits nothing."""

import hashlib
import json
from typing import Any

from flask_babel import gettext as _

from accounts.models import Account
from accounts.notices.actions import settle
from core import audit, clock, settings
from core.clock import add_days, brussels
from core.errors import Conflict, RuleBroken
from fund.letters.actions import issue_for
from fund.letters.later import issue_ratification, issue_recovery
from fund.meetings.choices import ACCESS_DAYS
from fund.meetings.kinds import STILL_OPEN
from fund.meetings.life import (
    ADOPTED,
    CLOSED,
    DRAFTED,
    DROPPED,
    OPEN,
    PENDING,
    POSTPONED,
    RATIFY,
    REJECTED,
    REVISE,
    move,
)
from fund.meetings.models import Item, Meeting
from fund.meetings.queries import agenda_of
from fund.models import Decision
from fund.revising.actions import ask_back
from intake.requests.life import WITHDRAWN


def close(meeting: Meeting, *, by: Account) -> None:
    """The session is over: the list of decisions is frozen, and its letters may leave.

    What has no outcome waits for another agenda; an urgent grant cannot wait.
    """
    if meeting.stage != OPEN and not meeting.is_elsewhere:
        raise Conflict(_("This meeting has changed meanwhile. Look at it again."))
    items = [one for one in agenda_of(meeting) if one.stage != DROPPED]
    waits = [one.request.number for one in items if one.stage == PENDING and one.kind == RATIFY]
    if waits:
        raise RuleBroken(
            _("This meeting must still ratify: %(numbers)s.", numbers=", ".join(waits))
        )
    for item in items:
        if item.stage == PENDING:
            move(item, POSTPONED)
    move(meeting, CLOSED)
    meeting.closed_at = clock.now()
    meeting.secretary_id = meeting.secretary_id or by.person_id
    days = settings.get(ACCESS_DAYS)
    meeting.access_until_on = add_days(brussels(meeting.closed_at).date(), days)
    meeting.decided = [frozen(one) for one in items]
    meeting.decided_hash = hash_of(meeting.decided)
    for item in items:
        _tell(item)
    settle((STILL_OPEN,), meeting.id)
    audit.record("meeting.close", kind="meeting", object_id=meeting.id, why=meeting.decided_hash)


def _stands(decision: Decision) -> bool:
    """Does it still hold, or was the request withdrawn between the vote and the end of the session?"""
    taken_back = decision.undone_at is not None or decision.revised_at is not None
    return not taken_back and decision.request.status != WITHDRAWN


def _tell(item: Item) -> None:
    """The letter that leaves now: of a decision, or of what was said on an urgent grant."""
    urgent, meeting = item.urgent_grant, item.meeting
    decision = urgent.decision if urgent is not None else item.decision
    if decision is None or not _stands(decision):
        return
    if item.kind in DRAFTED and item.stage == ADOPTED:
        issue_for(decision, revises=decision.revises)
        if item.kind == REVISE:
            ask_back(decision)
    elif urgent is not None and item.stage in (ADOPTED, REJECTED):
        is_ratified = item.stage == ADOPTED
        issue_ratification(
            urgent.decision,
            ratified=is_ratified,
            body=meeting.body,
            held_on=brussels(meeting.starts_at).date(),
            kept_cents=urgent.decision.granted_cents if is_ratified else urgent.spent_cents,
            freed_cents=0 if is_ratified else urgent.decision.granted_cents - urgent.spent_cents,
            reasons=urgent.reasons,
        )
        if urgent.recover_cents:
            issue_recovery(
                urgent.decision,
                total_cents=urgent.recover_cents,
                spent_cents=urgent.spent_cents,
                finding=urgent.reasons,
                ground=urgent.ground,
            )


def frozen(item: Item) -> dict[str, Any]:
    """One line of the list of decisions: numbers and outcomes, no name. Of an urgent grant it is the
    decision of the chair, with what still stands of it."""
    decision = item.spoken_on
    return {
        "position": item.position,
        "request": item.request.number,
        "kind": item.kind,
        "proposed": item.outcome,
        "stage": item.stage,
        "granted_cents": _standing_cents(item, decision),
        "by_consensus": item.by_consensus,
        "votes": [item.votes_for, item.votes_against, item.abstained],
        "decision": decision.number if decision is not None else None,
        "record": decision.record_hash if decision is not None else None,
    }


def _standing_cents(item: Item, decision: Decision | None) -> int:
    if item.urgent_grant is not None and item.stage == REJECTED:
        return item.urgent_grant.spent_cents
    return decision.granted_cents if decision is not None else 0


def hash_of(lines: list[dict[str, Any]]) -> str:
    """SHA-256 of a list of decisions, in one form only."""
    return hashlib.sha256(json.dumps(lines, sort_keys=True).encode()).hexdigest()
