"""Pages of clients and their households. They read input, call and answer; no rule stands here."""

from collections.abc import Callable
from typing import Any

from flask import Response, request, url_for
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict

from accounts.gate import me, needs, only_reads, signed_in
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.db import transaction
from core.pages.page import go, page
from intake.people import actions, queries
from intake.people.blueprint import bp
from intake.people.forms import (
    CorrectionForm,
    EndForm,
    NewClientForm,
    StatusForm,
)
from intake.people.models import Client
from intake.people.search.queries import kept_words
from intake.people.search.wanted import wanted
from intake.people.twins.queries import Twin, likes_of, twins_of


@bp.get("/clients/new")
@needs(Permission.CLIENT_CHANGE)
def new() -> Response:
    """The form for a new client; what was searched for in vain is filled in."""
    form = NewClientForm()
    if search_id := request.args.get("search"):
        asked = wanted(kept_words(signed_in(), search_id))
        form.given_name.data = " ".join(asked.typed_names[:1])
        form.family_name.data = " ".join(asked.typed_names[1:])
        form.birth_on.data = asked.birth_on
    return _new_page(form)


@bp.post("/clients/new")
@needs(Permission.CLIENT_CHANGE)
def open_file() -> Response:
    """Make the file, and go on with a request: the client sits beside the worker."""
    form = NewClientForm()
    despite = "despite_twins" in request.form
    made: list[Client] = []
    try:
        if done(form, lambda: made.append(_opened(form, despite))):
            return go(url_for("requests.new", client=made[0].id))
    except actions.LooksLikeAnother as broken:
        form.form_errors.append(str(broken))
        return _new_page(form, twins=broken.twins)
    return _new_page(form)


def _opened(form: NewClientForm, despite: bool) -> Client:
    return actions.new_client(form.new_client(), by=me(), despite_twins=despite)


def _new_page(form: NewClientForm, twins: list[Twin] | None = None) -> Response:
    note_twins(twins or [])
    status = 422 if form.errors else 200
    return page("people/new.html", status=status, form=form, twins=twins or [], focus=None)


@bp.post("/clients/new/rows")
@needs(Permission.CLIENT_CHANGE)
@only_reads
def member_rows() -> Response:
    """One row of the household more or less; nothing is judged yet and all that was typed stays."""
    dropped = request.form.get("drop")
    kept = MultiDict(
        (name, value)
        for name, value in request.form.items(multi=True)
        if dropped is None or not name.startswith(f"members-{dropped}-")
    )
    form = NewClientForm(formdata=kept)
    form.more_members(one_more=dropped is None)
    focus = form.members.entries[-1].given_name.id if dropped is None else "more"
    return page("people/new.html", "people/_members.html", form=form, twins=[], focus=focus)


@bp.post("/clients/new/twins")
@needs(Permission.CLIENT_CHANGE)
@only_reads
def twins() -> Response:
    """Who among the people typed so far may have a file already."""
    form = NewClientForm()
    typed = form.people_so_far()
    full = twins_of(me(), typed, number=form.national_number.data or "")
    known = {one.client_id for one in full}
    found = [*full, *(one for one in likes_of(me(), typed) if one.client_id not in known)]
    note_twins(found)
    return page("people/new.html", "people/_twins.html", form=form, twins=found, focus=None)


def note_twins(found: list[Twin]) -> None:
    """A file that was found is a look at it, however little it shows."""
    for twin in found:
        audit.look("client", twin.client_id, why="twin")


@bp.route("/clients/<int:client_id>/edit", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def correct(client_id: int) -> Response:
    """Put right what was typed wrongly."""
    client = queries.client_in_care(me(), client_id)
    form = CorrectionForm(obj=client)

    def act() -> None:
        actions.correct_client(client, form.person(), file_number=form.file_number.data or "")

    return done_or_form(form, act, "people/correct.html", client)


@bp.route("/clients/<int:client_id>/statuses/new", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def add_status(client_id: int) -> Response:
    """A status with its period."""
    client = queries.client_in_care(me(), client_id)
    form = StatusForm()

    def act() -> None:
        actions.add_status(
            client,
            form.status.data,
            form.status_from_on.data or today(),
            form.status_until_on.data,
            proof_seen=form.proof_seen.data,
        )

    return done_or_form(form, act, "people/status.html", client)


@bp.route("/clients/<int:client_id>/statuses/<int:status_id>/end", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def end_status(client_id: int, status_id: int) -> Response:
    """The last day of a status."""
    client = queries.client_in_care(me(), client_id)
    status = queries.status_for(client, status_id)
    form = EndForm()

    def act() -> None:
        actions.end_status(status, on=form.until_on.data or today())

    return done_or_form(form, act, "people/end_status.html", client, held=status)


@bp.post("/clients/<int:client_id>/statuses/<int:status_id>/proof")
@needs(Permission.CLIENT_CHANGE)
def see_proof(client_id: int, status_id: int) -> Response:
    """The proof of a status was seen today."""
    client = queries.client_in_care(me(), client_id)
    status = queries.status_for(client, status_id)
    with transaction():
        actions.see_proof(status)
    return go(url_for(".show", client_id=client_id))


def done_or_form(
    form: FlaskForm, act: Callable[[], object], template: str, client: Client, **context: Any
) -> Response:
    """Back to the client once it is done; else the form, with what is wrong and what was typed."""
    if done(form, act):
        return go(url_for(".show", client_id=client.id))
    audit.look("client", client.id)
    status = 422 if form.errors else 200
    return page(template, status=status, form=form, client=client, **context)
