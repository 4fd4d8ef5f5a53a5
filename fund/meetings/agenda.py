"""Verbs of the agenda: plan a meeting, put requests on it with a draft, convene, call off. They commit nothing."""

import datetime as dt
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from accounts.notices.actions import settle, tell
from core import audit, clock
from core.clock import brussels, show_date
from core.db import db
from core.errors import Conflict, RuleBroken
from fund.bodies.deciding import BY_MEETING
from fund.bodies.kept_out import CONFLICT
from fund.bodies.queries import deciding, hands_on
from fund.meetings.choices import ELSEWHERE, where_agendas_live
from fund.meetings.drafting import first_draft, must_be_ahead, written
from fund.meetings.kinds import CALLED_OFF, CONVENED_TO
from fund.meetings.life import (
    BEFORE,
    CANCELLED,
    DECIDE,
    DROPPED,
    PENDING,
    PREPARING,
    RATIFY,
    REVISE,
    move,
)
from fund.meetings.models import Item, ItemAbsence, Meeting, UrgentGrant
from fund.meetings.queries import (
    next_meeting_of,
    next_number,
    pending_item,
    stood_on,
    waits_to_be_ratified,
)
from fund.record import Judged, judged
from intake.requests.life import DECIDED, NOT_RATIFIED, NOTIFIED, SUBMITTED
from intake.requests.models import Request
from intake.requests.queries import latest_version

RATIFIED: Final = "ratified"


def plan(
    body: str, starts_at: dt.datetime, place: str, *, by: Account, second_of: Meeting | None = None
) -> Meeting:
    """A meeting of a body, with the urgent grants that it must speak on; `second_of` is the one without
    quorum whose agenda it takes over."""
    if body not in BY_MEETING:
        raise RuleBroken(_("Choose something from the list."), "body")
    if brussels(starts_at).date() < clock.today():
        raise RuleBroken(_("This day is over."), "on")
    year = brussels(starts_at).year
    meeting = Meeting(
        body=body,
        year=year,
        number=next_number(body, year),
        starts_at=starts_at,
        place=place,
        stage=PREPARING,
        is_elsewhere=where_agendas_live() == ELSEWHERE,
        planned_by_id=by.person_id,
        second_of=second_of,
    )
    db.session.add(meeting)
    db.session.flush()
    force_ratifications(meeting, by=by)
    audit.record("meeting.plan", kind="meeting", object_id=meeting.id)
    return meeting


def force_ratifications(meeting: Meeting, *, by: Account) -> None:
    """What the chair granted urgently stands on the next agenda, whether anybody puts it there or not; on
    one that decides without a quorum only what stood on the first."""
    first = meeting.second_of
    for urgent in waits_to_be_ratified(meeting.body):
        if first is None or stood_on(first, urgent.request):
            put_ratification_on(meeting, urgent, by=by)


def onto_the_next(body: str, *, by: Account) -> None:
    """A meeting did not speak on them: they stand on the one that comes, also when its agenda has left."""
    following = next_meeting_of(body, held=True)
    if following is not None:
        force_ratifications(following, by=by)


def put_ratification_on(meeting: Meeting, urgent: UrgentGrant, *, by: Account) -> Item:
    """One of them, as it was granted."""
    version = latest_version(urgent.request)
    item = Item(
        meeting=meeting,
        request=urgent.request,
        urgent_grant=urgent,
        position=_next_position(meeting),
        kind=RATIFY,
        stage=PENDING,
        outcome=RATIFIED,
        granted_cents=urgent.decision.granted_cents,
        reasons=urgent.why,
        request_version_id=version.id,
        assessed_cents=urgent.decision.assessed_cents,
        drafted_by_id=by.person_id,
        drafted_at=clock.now(),
    )
    db.session.add(item)
    db.session.flush()
    keep_out(item)
    return item


def put_on(meeting: Meeting, request: Request, *, by: Account, late_why: str = "") -> Item:
    """Put a request on the agenda; what the assessment gives is its draft, where it gives something.

    After the convocation only with reasons: the meeting itself lets it in, or not.
    """
    must_be_ahead(meeting)
    is_late = meeting.stage != PREPARING
    if is_late and not late_why:
        raise RuleBroken(_("The agenda has left. Say why this cannot wait."), "late_why")
    kind = _kind_for(request)
    if meeting.second_of is not None and not stood_on(meeting.second_of, request):
        raise RuleBroken(
            _("A second convocation has the agenda of the first: whoever comes decides on it."),
            "requests",
        )
    if pending_item(request) is not None:
        raise RuleBroken(
            _("%(number)s stands on an agenda already.", number=request.number), "requests"
        )
    case = judged(request)
    _is_for(meeting, case)
    item = Item(
        meeting=meeting,
        request=request,
        position=_next_position(meeting),
        kind=kind,
        stage=PENDING,
        is_late=is_late,
        late_why=late_why,
        **written(case, first_draft(case) if kind == DECIDE else None, by=by),
    )
    db.session.add(item)
    db.session.flush()
    keep_out(item)
    audit.record("meeting.put_on", kind="request", object_id=request.id)
    return item


def _next_position(meeting: Meeting) -> int:
    """The number that an item keeps, on every page and paper, whatever falls away before it."""
    return 1 + max((one.position for one in meeting.items), default=0)


def _kind_for(request: Request) -> str:
    """What a meeting can do with it: decide, or revise what has left."""
    if request.status == SUBMITTED:
        return DECIDE
    if may_come_on(request):
        return REVISE
    raise RuleBroken(
        _("%(number)s does not wait for a decision now.", number=request.number), "requests"
    )


def may_come_on(request: Request) -> bool:
    """Does it wait for a decision, has something left that a meeting can revise, or was it not ratified?"""
    has_left = request.left_at is not None and request.status in (*DECIDED, NOTIFIED)
    return has_left or request.status in (SUBMITTED, NOT_RATIFIED)


def drop(item: Item, *, why: str, by: Account) -> None:
    """Take it off the agenda while the session has not begun: it waits for another one."""
    if not why:
        raise RuleBroken(_("Say in plain words why."), "why")
    if item.kind == RATIFY:
        raise RuleBroken(_("An urgent grant stays on the agenda: this meeting must speak on it."))
    if item.meeting.stage not in BEFORE:
        raise Conflict(_("This meeting has changed meanwhile. Look at it again."))
    move(item, DROPPED)
    item.remark = why
    audit.record("meeting.drop", kind="request", object_id=item.request_id)


def call_off(meeting: Meeting, *, by: Account, why: str) -> None:
    """There will be no such meeting: its items wait for another one."""
    if not why:
        raise RuleBroken(_("Say in plain words why."), "why")
    move(meeting, CANCELLED)
    for item in meeting.items:
        if item.stage == PENDING:
            move(item, DROPPED)
            item.remark = why
    _tell_the_members(meeting)
    audit.record("meeting.call_off", kind="meeting", object_id=meeting.id, why=why)
    onto_the_next(meeting.body, by=by)


def _tell_the_members(meeting: Meeting) -> None:
    """Who was convened comes for nothing otherwise; that one is convened is no longer true."""
    settle((CONVENED_TO,), meeting.id)
    tell([one.person_id for one in meeting.members], CALLED_OFF, meeting.id, about_of(meeting))


def about_of(meeting: Meeting) -> str:
    """How notices call it: its number and its day, no name."""
    on = brussels(meeting.starts_at).date()
    return f"{meeting.number}/{meeting.year} ({show_date(on)})"


def _is_for(meeting: Meeting, case: Judged) -> None:
    # also what only this body may give: whether its draft leaves the rule is asked at the vote
    bodies = {
        deciding(case.request, case.rule, case.assessment, deviates=one).body
        for one in (False, True)
    }
    if meeting.body not in bodies:
        raise RuleBroken(
            _("Another body decides on %(number)s.", number=case.request.number), "requests"
        )


def keep_out(item: Item) -> None:
    """Members who worked on a request, stepped back from it or were in conflict over it before do not sit over
    it, nor read it."""
    hands = hands_on(item)
    known = {one.person_id: one for one in item.absences}
    for member in item.meeting.members:
        if member.person_id not in hands:
            continue
        if member.person_id in known:
            known[member.person_id].why = CONFLICT
        else:
            db.session.add(ItemAbsence(item=item, person=member.person, why=CONFLICT))
    db.session.flush()
    db.session.expire(item, ["absences"])
