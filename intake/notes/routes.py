"""The page of notes. It reads input, calls and answers; no rule stands here."""

from flask import Response, url_for

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.pages.page import go, page
from intake.notes import actions, queries
from intake.notes.forms import NoteForm
from intake.notes.models import CONFIDENTIAL, INTERNAL
from intake.people.blueprint import bp


@bp.route("/clients/<int:client_id>/notes", methods=["GET", "POST"])
@needs(Permission.NOTES)
def notes(client_id: int) -> Response:
    """What the service noted about a client, and a new note."""
    client = queries.client_of_notes(me(), client_id)
    form = NoteForm()

    def act() -> None:
        kind = CONFIDENTIAL if form.confidential.data else INTERNAL
        actions.write(client, kind, form.words.data or "", by=me())

    if done(form, act):
        return go(url_for(".notes", client_id=client.id))
    audit.look("client", client.id, why="notes")
    found = queries.notes_of(me(), client)
    status = 422 if form.errors else 200
    return page("people/notes.html", status=status, form=form, client=client, found=found)
