"""Pages of mandates and contacts. They read input, call and answer; no rule stands here."""

from flask import Response, url_for

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.db import transaction
from core.pages.page import go, page
from intake.mandates import actions, queries
from intake.mandates.forms import ContactForm, MandateForm
from intake.people.blueprint import bp
from intake.people.queries import client_in_care
from intake.people.routes import done_or_form


@bp.route("/clients/<int:client_id>/mandates", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def mandates(client_id: int) -> Response:
    """With whom the service may speak about this client, and a new mandate."""
    client = client_in_care(me(), client_id)
    form = MandateForm(signed_by=client.name)
    if done(form, lambda: actions.give(client, form.given(), by=me())):
        return go(url_for(".mandates", client_id=client.id))
    audit.look("client", client.id)
    return page(
        "people/mandates.html",
        status=422 if form.errors else 200,
        form=form,
        client=client,
        found=queries.mandates_of(client),
        on=today(),
    )


@bp.post("/clients/<int:client_id>/mandates/<int:mandate_id>/withdraw")
@needs(Permission.CLIENT_CHANGE)
def withdraw_mandate(client_id: int, mandate_id: int) -> Response:
    """The client takes a mandate back."""
    client = client_in_care(me(), client_id)
    row = queries.mandate_for(client, mandate_id)
    with transaction():
        actions.withdraw(row)
    return go(url_for(".mandates", client_id=client.id))


@bp.route("/clients/<int:client_id>/contacts/new", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def note_contact(client_id: int) -> Response:
    """A contact about this client."""
    client = client_in_care(me(), client_id)
    form = ContactForm()
    form.offer(queries.mandates_of(client))
    return done_or_form(
        form,
        lambda: actions.note_contact(client, form.held(), by=me()),
        "people/contact.html",
        client,
    )
