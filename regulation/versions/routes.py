"""The regulation to read: the rule in force as a page that a client could be shown. Changes nothing."""

from flask import Blueprint, Response

from accounts.gate import needs
from accounts.permissions import Permission
from core import clock
from core.page import page
from regulation.versions import queries, reading

bp = Blueprint("regulation", __name__)


@bp.get("/regulation")
@needs(Permission.REGULATION_READ)
def read() -> Response:
    """The rule in force today, article by article."""
    version = queries.rule_in_force(clock.today())
    rules = queries.rule_set(version) if version else None
    return page("regulation/read.html", **reading.shown(rules, version))
