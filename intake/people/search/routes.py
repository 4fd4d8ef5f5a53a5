"""Search: the box in the header and the page of what was found. POST only brings names in."""

from flask import Blueprint, Response, request, url_for

from accounts.gate import begin_writing, me, needs, only_reads, signed_in
from accounts.permissions import Permission
from accounts.queries import may
from core import audit
from core.db import transaction
from core.ids import row_id
from core.pages.page import go, page, wants_part
from core.pages.text import cleaned
from intake.people.search import actions, queries
from intake.people.twins.queries import Twin

bp = Blueprint("search", __name__)


@bp.post("/search")
@needs(Permission.CLIENT_FIND)
def ask() -> Response:
    """Keep the words and go to what they find; an activity that was looked up goes along."""
    with transaction():
        search_id = actions.keep(cleaned(request.form.get("q", "")), held=signed_in())
    activity = row_id(request.form.get("activity"))
    return go(url_for(".results", search_id=search_id, activity=activity))


@bp.get("/search/<search_id>")
@needs(Permission.CLIENT_FIND)
def results(search_id: str) -> Response:
    """The clients that were found, and full matches in other teams' files."""
    words = queries.kept_words(signed_in(), search_id)
    key = request.args.get("key")
    others = [] if key else queries.elsewhere(me(), words)
    note(others)
    audit.look("search", search_id)
    return page(
        "people/results.html",
        found=queries.results(me(), words, key=key),
        others=others,
        words=words,
        search_id=search_id,
        activity=row_id(request.args.get("activity")),
        files_requests=may(me(), Permission.REQUEST_FILE),
    )


@bp.post("/search/suggest")
@needs(Permission.CLIENT_FIND)
@only_reads
def suggest() -> Response:
    """The first of them, under the box, while somebody types."""
    if not wants_part():
        begin_writing()
        return ask()
    words = cleaned(request.form.get("q", ""))
    others = queries.elsewhere(me(), words)
    note(others)
    return page(
        "people/_suggestions.html",
        hits=queries.search(me(), words),
        others=others,
        files_requests=may(me(), Permission.REQUEST_FILE),
    )


def note(others: list[Twin]) -> None:
    """Another team's file that was found is a look at it, however little it shows."""
    for other in others:
        audit.look("client", other.client_id, why="search")
