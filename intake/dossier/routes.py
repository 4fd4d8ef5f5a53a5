"""The page of a client. It reads input, calls and answers; no rule stands here."""

from flask import Response

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.pages.page import page
from intake.dossier.queries import dossier_of
from intake.dossier.timeline import timeline_of
from intake.people.blueprint import bp
from intake.people.queries import all_statuses, client_for
from regulation.vocabulary.dates import age_years
from terms.lists import LANGUAGES, label_of


@bp.get("/clients/<int:client_id>")
@needs(Permission.CLIENT_FIND)
def show(client_id: int) -> Response:
    """Everything known about a client."""
    found = dossier_of(me(), client_id)
    audit.look("client", found.client.id, why=found.door)
    return page(
        "people/client.html",
        **vars(found),
        age=age_years(found.client.birth_on, found.on),
        languages=[label_of(LANGUAGES, code) for code in found.client.languages],
    )


@bp.get("/clients/<int:client_id>/timeline")
@needs(Permission.CLIENT_FIND)
def timeline(client_id: int) -> Response:
    """All that happened to a client, the newest first."""
    client = client_for(me(), client_id)
    audit.look("client", client.id)
    events = timeline_of(me(), client, all_statuses(client))
    return page("people/timeline.html", client=client, events=events)
