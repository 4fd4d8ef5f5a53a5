"""The chair grants at once what cannot wait for a meeting, which must ratify it. Commits nothing."""

from flask_babel import gettext as _

from accounts.models import Account
from accounts.notices.actions import tell
from core import audit
from core.db import db
from core.errors import RuleBroken
from fund.actions import give
from fund.bodies.calling import who_prepares
from fund.bodies.deciding import CHAIR, Capacity
from fund.bodies.queries import deciding
from fund.meetings.agenda import put_ratification_on
from fund.meetings.kinds import TO_RATIFY
from fund.meetings.models import UrgentGrant
from fund.meetings.queries import chairs, next_meeting_of
from fund.models import Decision
from fund.queries import hold_caps
from fund.record import judged, new_decision
from fund.ruling import granting, still_as_shown
from intake.hearing.actions import heard_first
from intake.requests.life import GRANTED, allowed
from intake.requests.models import Request


def grant_urgently(
    request: Request,
    *,
    by: Account,
    amount_cents: int,
    why: str,
    reasons: str = "",
    shown_cents: int | None = None,
) -> Decision:
    """Grant now, by who chairs the body that decides; the money is set aside, the letter may leave.

    It stands on the next agenda of that body from this moment on. No more than the rule gives; less
    with a reason. `why` says what made it urgent: the body reads it.
    """
    if not why:
        raise RuleBroken(_("Say why this cannot wait for the meeting."), "why")
    allowed(request, "urgent_grant", by=by)
    hold_caps(request)
    case = judged(request)
    still_as_shown(case, shown_cents)
    ruled = granting(case, amount_cents, reasons=reasons)
    if ruled.outcome != GRANTED:
        heard_first(request)
    found = deciding(
        *(request, case.rule, case.decided_on(amount_cents)), deviates=case.deviates(amount_cents)
    )
    if not chairs(by, found.body):
        raise RuleBroken(_("Only who chairs the body that decides grants urgently."))
    decision = new_decision(case, ruled, by=by.person_id, body=found.body, capacity=Capacity(CHAIR))
    verb = "urgent_grant" if ruled.outcome == GRANTED else "urgent_partly"
    give(case, decision, by=by, verb=verb)
    _must_be_ratified(request, decision, why, by=by)
    return decision


def _must_be_ratified(request: Request, decision: Decision, why: str, *, by: Account) -> None:
    urgent = UrgentGrant(request=request, decision=decision, body=decision.body, why=why)
    db.session.add(urgent)
    db.session.flush()
    meeting = next_meeting_of(decision.body, held=True)
    if meeting is not None:
        put_ratification_on(meeting, urgent, by=by)
    audit.record("request.urgent", kind="request", object_id=request.id)
    tell(who_prepares(), TO_RATIFY, request.id, request.number)
