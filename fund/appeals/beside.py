"""What the page of a decided request shows of appeals and complaints. It reads, and changes nothing."""

from flask import url_for
from flask_babel import gettext as _

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from core.clock import show_date
from fund.appeals.actions import takes_appeals
from fund.appeals.queries import appeals_of, complaints_of, works_on
from fund.appeals.wording import ANSWERS, BODIES, OUTCOMES
from intake.requests.beside import Beside, Line
from intake.requests.models import Request


def appeals_beside(account: Account, request: Request) -> Beside | None:
    """Each with what came of it; and the way to note one, folded while there is none."""
    if not may(account, Permission.APPEALS):
        return None
    takes = takes_appeals(request)
    lines = [
        Line(
            _("Appeal of %(day)s, %(body)s", day=show_date(one.received_on), body=BODIES[one.body]),
            url_for("appeals.one", appeal_id=one.id),
            str(OUTCOMES[one.outcome]) if one.outcome else _("runs"),
        )
        for one in (appeals_of(request) if takes else ())
    ]
    lines += [
        Line(
            _("Complaint of %(day)s", day=show_date(one.received_on)),
            url_for("appeals.complaint", complaint_id=one.id),
            str(ANSWERS[one.outcome])
            if one.outcome
            else _("answer by %(day)s", day=show_date(one.answer_by_on)),
        )
        for one in complaints_of(request)
    ]
    url = url_for("appeals.of_request", request_id=request.id)
    words = _("Note an appeal or a complaint") if takes else _("Note a complaint")
    new = (words, url) if works_on(account, request) else None
    return Beside(_("Appeal and complaint"), lines, new) if lines or new else None
