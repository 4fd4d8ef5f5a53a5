"""What a meeting is asked to decide: the draft of an item, judged as a decision would be. Commits nothing."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.errors import Conflict, RuleBroken
from fund.meetings.life import AHEAD, DRAFTED, PENDING, REVISE
from fund.meetings.models import Item, Meeting
from fund.record import Judged, Ruling, judged
from fund.ruling import granting, refusing
from fund.together.cleanness import is_clean
from intake.requests.life import GRANTED, REFUSED
from intake.requests.queries import other_parts_of
from regulation.findings.assessment import Outcome

GRANT, REFUSE = "grant", "refuse"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What the meeting is asked to decide."""

    ruling: str
    amount_cents: int = 0
    reasons: str = ""
    reason_code: str = ""
    deviates_from: str = ""


def must_be_ahead(meeting: Meeting) -> None:
    """Conflict once the session is over."""
    if meeting.stage not in AHEAD:
        raise Conflict(_("This meeting has changed meanwhile. Look at it again."))


def draft(item: Item, wanted: Draft, *, by: Account, at: dt.datetime | None = None) -> None:
    """Write the draft anew, on what is known now; RuleBroken where the rule does not give it. `at` as in
    `judged`."""
    must_be_ahead(item.meeting)
    if item.kind not in DRAFTED or item.stage != PENDING:
        raise Conflict(_("This item has its outcome already."))
    if item.kind == REVISE and not wanted.reasons:
        raise RuleBroken(_("Say why the decision is revised."), "reasons")
    for name, value in written(judged(item.request, at), wanted, by=by).items():
        setattr(item, name, value)
    audit.record("meeting.draft", kind="request", object_id=item.request_id)


def first_draft(case: Judged) -> Draft | None:
    """What the assessment gives; None where somebody must write what is proposed."""
    found = case.assessment
    gives = found.outcome in {Outcome.GRANTED, Outcome.PARTLY, Outcome.JUDGEMENT}
    if not gives or case.sets_amount or not found.amount_cents:
        return None
    return Draft(ruling=GRANT, amount_cents=found.amount_cents)


def written(case: Judged, wanted: Draft | None, *, by: Account) -> dict[str, Any]:
    """The columns of an item that hold its draft, on what is known now; RuleBroken as `ruling_of`."""
    columns = {
        "request_version_id": case.version.id,
        "assessed_cents": case.assessment.amount_cents,
        "drafted_by_id": by.person_id,
        "drafted_at": clock.now(),
    }
    if wanted is None:
        return columns | {"outcome": ""}
    ruled = ruling_of(case, wanted)
    is_whole = ruled.outcome == GRANTED
    return columns | {
        "outcome": ruled.outcome,
        "granted_cents": ruled.granted_cents,
        "reasons": wanted.reasons,
        "reason_code": wanted.reason_code,
        "deviates_from": ruled.deviates_from,
        "is_clean": is_whole and is_clean(case, other_parts_of(case.request)),
        "taken_out_by_id": None,
    }


def ruling_of(case: Judged, wanted: Draft) -> Ruling:
    """What it would come to as a decision; RuleBroken where it may not be decided so."""
    if wanted.ruling == REFUSE:
        return refusing(case, reason_code=wanted.reason_code, reasons=wanted.reasons)
    return granting(
        *(case, wanted.amount_cents),
        reasons=wanted.reasons,
        reason_code=wanted.reason_code,
        deviates_from=wanted.deviates_from,
    )


def draft_of(item: Item) -> Draft:
    """The draft as it was written."""
    return Draft(
        ruling=REFUSE if item.outcome == REFUSED else GRANT,
        amount_cents=item.granted_cents,
        reasons=item.reasons,
        reason_code=item.reason_code,
        deviates_from=item.deviates_from,
    )
