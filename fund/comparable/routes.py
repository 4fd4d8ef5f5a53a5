"""The door of comparable decisions. It reads input, calls and answers; no rule stands here."""

from flask import Blueprint, Response, request

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.pages.page import page
from fund import wording
from fund.comparable.queries import page_of_alike
from fund.reasons import REASONS
from intake.requests.judging import rule_of
from intake.requests.queries import latest_version, request_for

bp = Blueprint("comparable", __name__)


@bp.get("/worklist/<int:request_id>/alike")
@needs(Permission.WORKLIST)
def alike(request_id: int) -> Response:
    """What was decided of late by the same version of the rule, on the same kind of activity."""
    found = request_for(me(), request_id)
    rule = rule_of(latest_version(found))
    audit.look("comparable", str(request_id))
    return page(
        "fund/alike.html",
        asked=found,
        rule=rule,
        found=page_of_alike(me(), found, rule.id, request.args.get("key")),
        reasons=REASONS,
        say=wording,
    )
