"""What is asked back of what was paid: how much, and on what ground, in words. It decides and changes nothing."""

from flask_babel import gettext as _

from accounts.models import Account
from core.money import show_cents
from fund.meetings.models import UrgentGrant
from fund.meetings.queries import urgent_grant_of
from fund.models import Decision
from fund.queries import standing_decision
from intake.requests.beside import Beside, Line
from intake.requests.life import NOT_RATIFIED
from intake.requests.models import Request
from terms.lists import label_of
from terms.rule_lists import RECOVERY_GROUNDS

Rows = list[tuple[str, str]]


def recovered_by(decision: Decision) -> Rows:
    """What a decision asks back; nothing of one from before 0079, of which its letter alone says it."""
    return _rows(decision.recovery_cents, decision.recovery_ground)


def not_ratified_rows(urgent: UrgentGrant) -> Rows:
    """Of an urgent grant that the body did not ratify: why, what was spent, what of that comes back."""
    return [
        (str(_("Why it is not ratified")), urgent.reasons),
        (str(_("Was spent")), show_cents(urgent.spent_cents)),
        *_rows(urgent.recover_cents, urgent.ground),
    ]


def asked_back_of(request: Request, decision: Decision) -> Rows:
    """The same of a decision on a request, whichever of the two it is."""
    if request.status != NOT_RATIFIED or not decision.stands:
        return recovered_by(decision)
    urgent = urgent_grant_of(decision)
    return not_ratified_rows(urgent) if urgent is not None else []


def recovery_beside(_account: Account, request: Request) -> Beside | None:
    """For the page of the request, while something is due."""
    decision = standing_decision(request) if request.recovery_due_cents else None
    rows = asked_back_of(request, decision) if decision is not None else []
    lines = [Line(title, "", words) for title, words in rows]
    return Beside(_("What comes back"), lines) if lines else None


def _rows(cents: int, ground: str) -> Rows:
    if not cents:
        return []
    return [
        (str(_("Asked back")), show_cents(cents)),
        (str(_("On what ground")), label_of(RECOVERY_GROUNDS, ground)),
    ]
