"""What the page of a request shows of meetings: on which agendas it stood, and what came of it. It reads."""

from flask import url_for
from flask_babel import gettext as _

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from fund.meetings.choices import meetings_are_on
from fund.meetings.queries import items_of
from fund.meetings.wording import name_of, outcome_of, when
from intake.requests.beside import Beside, Line
from intake.requests.models import Request


def meetings_beside(account: Account, request: Request) -> Beside | None:
    """For its worker too, who sees when a meeting speaks on it; who may read the agenda gets the way there."""
    if not meetings_are_on():
        return None
    goes_there = may(account, Permission.MEETINGS_READ)
    lines = [
        Line(
            f"{name_of(one.meeting)}, {when(one.meeting)}",
            url_for("meetings.item", item_id=one.id) if goes_there else "",
            outcome_of(one)[0],
        )
        for one in items_of(request)
    ]
    return Beside(_("On the agenda of"), lines) if lines else None
