"""What came back from the tool elsewhere: each outcome becomes what a vote here would have made of it.

All at once or nothing. Votes and quorum are kept there; nothing of them is asked here. It commits nothing.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.clock import BRUSSELS, brussels
from core.errors import Conflict, NotThere, RuleBroken
from fund.meetings.agenda import onto_the_next
from fund.meetings.drafting import GRANT, REFUSE, Draft, draft
from fund.meetings.life import (
    ADOPTED,
    CLOSED,
    CONVENED,
    DRAFTED,
    PENDING,
    POSTPONED,
    REJECTED,
    REVISE,
    move,
)
from fund.meetings.models import Item, Meeting, UrgentGrant
from fund.meetings.queries import agenda_of
from fund.meetings.votes import outcome
from fund.meetings.votes.closing import close
from fund.record import judged
from fund.ruling import OTHER
from intake.requests.models import Request
from intake.requests.queries import held_now

AS_PROPOSED: Final = "as_proposed"
OTHER_AMOUNT, REFUSED = "other_amount", "refused"
PUT_OFF, NOT_ADOPTED = "put_off", "rejected"
RATIFIED, NOT_RATIFIED = "ratified", "not_ratified"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the body said on one item, and the moment of the draft that stood on the page."""

    outcome: str
    seen: str = ""
    amount_cents: int = 0
    reason_code: str = ""
    reasons: str = ""
    recover_cents: int = 0
    ground: str = ""


@dataclass(frozen=True)
class Session:
    """Which number the session has there, and on which day it was held."""

    number: str
    held_on: dt.date


class LinesBroken(Exception):
    """Some lines cannot be stored, so none is: what is wrong, by the item."""

    def __init__(self, lines: Mapping[int, RuleBroken]) -> None:
        super().__init__(f"{len(lines)} lines")
        self.lines = lines


def waiting_in(meeting: Meeting) -> list[Item]:
    """The items whose outcome comes back; NotThere where it lives here, or the agenda is not ready."""
    if not meeting.is_elsewhere or meeting.stage != CONVENED:
        raise NotThere
    return [one for one in agenda_of(meeting) if one.stage == PENDING]


def still_waiting_in(meeting: Meeting) -> list[Item]:
    """The same for who sends them; Conflict when somebody else did already."""
    if meeting.is_elsewhere and meeting.stage == CLOSED:
        raise Conflict(_("The outcomes of this meeting have been stored already."))
    return waiting_in(meeting)


def store(meeting: Meeting, said: Mapping[int, Said], session: Session, *, by: Account) -> int:
    """Carry out what was said on every item, and close the session; how many requests were decided.

    LinesBroken with what is wrong beside each line; Conflict when somebody else was first.
    """
    items = still_waiting_in(meeting)
    if {one.id for one in items} != set(said):
        raise RuleBroken(
            _("The agenda has changed meanwhile: what is left stands below. Look at it again.")
        )
    _note_session(meeting, session)
    outcome.hold_all(one.request_id for one in items)
    wrong: dict[int, RuleBroken] = {}
    for item in items:
        try:
            _carry_out(item, said[item.id], by=by)
        except RuleBroken as broken:
            wrong[item.id] = broken
    if wrong:
        raise LinesBroken(wrong)
    close(meeting, by=by)
    onto_the_next(meeting.body, by=by)
    return sum(one.stage == ADOPTED and one.kind in DRAFTED for one in items)


def _note_session(meeting: Meeting, session: Session) -> None:
    planned, held_on = brussels(meeting.starts_at), session.held_on
    ready_on = brussels(meeting.convened_at).date() if meeting.convened_at else held_on
    if held_on > clock.today():
        raise RuleBroken(_("This date lies in the future."), "held_on")
    if held_on < ready_on:
        raise RuleBroken(_("The agenda was not ready yet on this day."), "held_on")
    meeting.number_elsewhere = session.number
    at = dt.datetime.combine(held_on, planned.time(), BRUSSELS)
    meeting.starts_at = at.astimezone(dt.UTC)


def _came_after(urgent: UrgentGrant, meeting: Meeting) -> bool:
    """Did the chair grant it when the session was over? Then the next one speaks on it, whatever stands
    on the page."""
    return urgent.decision.decided_at > meeting.starts_at


def _spoken_at(item: Item) -> dt.datetime:
    """The body decided in its session, and the days of the letter and the year of the budget go by that;
    but never before what it decided on was there, nor later than now."""
    at = max(item.meeting.starts_at, item.request.submitted_at, item.drafted_at)
    return min(at, clock.now())


def _carry_out(item: Item, said: Said, *, by: Account) -> None:
    if said.seen != item.drafted_at.isoformat():
        raise RuleBroken(_("What is proposed was written anew meanwhile. Look at it again."))
    request = held_now(item.request_id)
    if item.urgent_grant is not None and _came_after(item.urgent_grant, item.meeting):
        stage, item.remark = POSTPONED, _("It was granted after this session.")
    elif item.kind in DRAFTED:
        stage = _decided(item, request, said, by=by)
    elif item.urgent_grant is not None:
        stage = _ratified(item.urgent_grant, request, said, by=by)
    else:
        raise NotThere
    item.recorded_by_id = by.person_id
    if stage != POSTPONED:
        item.voted_at = clock.now()
    move(item, stage)
    audit.record("meeting.outcome", kind="request", object_id=item.request_id)


def _decided(item: Item, request: Request, said: Said, *, by: Account) -> str:
    """Which stage the item comes to; what was adopted has become a decision."""
    if said.outcome in (PUT_OFF, NOT_ADOPTED):
        item.remark = said.reasons
        return POSTPONED if said.outcome == PUT_OFF else REJECTED
    at = _spoken_at(item)
    if said.outcome in (OTHER_AMOUNT, REFUSED):
        # what the body spoke on is what was drafted, so that must still hold before it is rewritten
        outcome.still_as_drafted(item, judged(request, at))
        draft(item, _as_said(said), by=by, at=at)
    elif said.outcome != AS_PROPOSED:
        raise RuleBroken(_("Choose something from the list."), "outcome")
    if item.kind == REVISE:
        outcome.revise(item, request, by=by, ground=said.ground, at=at)
    else:
        outcome.carry_out(item, request, by=by, at=at)
    return ADOPTED


def _as_said(said: Said) -> Draft:
    if said.outcome == REFUSED:
        return Draft(ruling=REFUSE, reason_code=said.reason_code, reasons=said.reasons)
    if not said.amount_cents:
        raise RuleBroken(_("Fill in an amount."), "amount")
    return Draft(
        ruling=GRANT, amount_cents=said.amount_cents, reasons=said.reasons, deviates_from=OTHER
    )


def _ratified(urgent: UrgentGrant, request: Request, said: Said, *, by: Account) -> str:
    if said.outcome == RATIFIED:
        outcome.ratify(urgent, request, by=by)
        return ADOPTED
    if said.outcome != NOT_RATIFIED:
        raise RuleBroken(_("Choose something from the list."), "outcome")
    outcome.not_ratify(
        urgent,
        request,
        by=by,
        reasons=said.reasons,
        recover_cents=said.recover_cents,
        ground=said.ground,
    )
    return REJECTED
