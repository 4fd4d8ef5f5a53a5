"""The verb of forwarding, and its term. It commits nothing."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock, settings
from core.clock import brussels
from core.db import db
from core.errors import RuleBroken
from core.letters.letters import LANGUAGE
from intake.forwarding.models import Forwarding
from intake.requests.actions import end_question
from intake.requests.judging import limits_of
from intake.requests.life import advance, allowed
from intake.requests.models import Request
from intake.requests.terms import last_day

# Calendar days from filing, as the law has it, where the rule of a request says nothing.
FORWARD_DAYS: Final = settings.Key("forward_term_days", default=5)


@dataclass(frozen=True)
class Elsewhere:
    """The centre that is competent, and why."""

    centre: str
    address: str
    why: str


def forward_by(request: Request) -> dt.date:
    """The last day on which it goes on in time: by the days of its rule, else of the setting."""
    limits = limits_of(request)
    days = limits.forward_days if limits else None
    filed_on = brussels(request.submitted_at).date()
    return last_day(filed_on, days or settings.get(FORWARD_DAYS), limits)


def late_days(request: Request) -> int:
    """How many days too late it would go now; 0 while it is in time."""
    return max(0, (clock.today() - forward_by(request)).days)


def forward(request: Request, to: Elsewhere, *, by: Account) -> Forwarding:
    """Send the request on: it is decided there. Nothing was given, so there is nothing to free.

    After its days it is still possible, and the delay is stated.
    """
    allowed(request, "forward", by=by)
    if not to.centre or not to.why:
        raise RuleBroken(_("Say to which centre, and why."), field="centre")
    end_question(request)
    row = Forwarding(
        request_id=request.id,
        forwarded_at=clock.now(),
        due_on=forward_by(request),
        late_days=late_days(request),
        forwarded_by_id=by.person_id,
        **vars(to),
    )
    db.session.add(row)
    advance(request, "forward", by=by, why=_said(row))
    audit.record("request.forward", kind="request", object_id=request.id)
    return row


def _said(row: Forwarding) -> str:
    """For the timeline, in the administrative language."""
    with force_locale(LANGUAGE):
        late = ngettext("%(num)s day too late", "%(num)s days too late", row.late_days)
        said = f"{row.centre}: {row.why}"
        return f"{said} ({late})" if row.late_days else said
