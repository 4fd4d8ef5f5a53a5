"""The page of terms that are over or end soon. It reads input, calls and answers."""

from flask import Blueprint, Response, request

from accounts.gate import me, needs, who
from accounts.permissions import Permission
from core import audit
from core.clock import today
from core.errors import NotThere
from core.pages.page import page
from fund.appeals.queries import has_any
from fund.overdue import queries, wording
from intake.requests.queries import reads_every_team
from intake.requests.term_settings import term_now

bp = Blueprint("overdue", __name__)


@bp.get("/overdue")
@needs(Permission.TERMS)
def terms() -> Response:
    """What nobody decided in time; or what ends soon."""
    state = request.args.get("state", queries.OVER)
    if state not in queries.STATES:
        raise NotThere
    audit.look("overdue", state)
    on = today()
    found = queries.page_of_terms(me(), state, on, key=request.args.get("key"))
    bases = queries.bases_of(found.items) if state == queries.OVER else {}
    return page(
        "overdue/list.html",
        found=found,
        state=state,
        on=on,
        bases=bases,
        short=wording.SHORT,
        consequences=wording.said_of(bases.values()),
        decides=reads_every_team(me()),
        term_now=term_now,
        has_appeals=Permission.APPEALS in who().permissions and has_any(me()),
    )
