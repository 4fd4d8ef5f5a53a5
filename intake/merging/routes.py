"""Pages of merging: which other file, the preview, undone. They read input, call and answer."""

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import blame, done
from core.db import transaction
from core.errors import NotThere, RuleBroken
from core.ids import row_id
from core.pages.page import go, page
from intake.merging import actions, queries
from intake.merging.forms import MergeForm, OtherFileForm
from intake.people.blueprint import bp
from intake.people.models import Client
from intake.people.queries import client_in_care


@bp.get("/clients/<int:client_id>/merge")
@needs(Permission.CLIENT_CHANGE)
def merge(client_id: int) -> Response:
    """Which other file; once that is known, both beside each other."""
    client = client_in_care(me(), client_id)
    other_id = row_id(request.args.get("other"))
    if other_id is None:
        audit.look("client", client.id)
        return page("people/merge.html", form=OtherFileForm(formdata=None), client=client)
    return _preview(MergeForm(formdata=None), client, client_in_care(me(), other_id))


@bp.post("/clients/<int:client_id>/merge")
@needs(Permission.CLIENT_CHANGE)
def do_merge(client_id: int) -> Response:
    """Look the other file up; with a file that was shown, merge it into this one."""
    client = client_in_care(me(), client_id)
    gone_id = row_id(request.form.get("gone"))
    if gone_id is None:
        return _look_up(client)
    gone, form = client_in_care(me(), gone_id), MergeForm()
    if done(form, lambda: actions.merge(client, gone, by=me())):
        flash(_("The two files are one now. For 30 days this can be undone."), "success")
        return go(url_for(".show", client_id=client.id))
    return _preview(form, client, gone)


@bp.post("/clients/<int:client_id>/merge/undo")
@needs(Permission.CLIENT_CHANGE)
def undo_merge(client_id: int) -> Response:
    """Take the newest merge apart."""
    client = client_in_care(me(), client_id)
    merges = queries.undoable(client)
    if not merges:
        raise RuleBroken(_("There is nothing to undo."))
    with transaction():
        gone = actions.undo(merges[0], by=me())
    flash(_("There are two files again."), "success")
    return go(url_for(".show", client_id=gone.id))


def _look_up(client: Client) -> Response:
    form = OtherFileForm()
    if form.validate_on_submit():
        try:
            other = _other(client, form.file_number.data or "")
            return go(url_for(".merge", client_id=client.id, other=other.id))
        except RuleBroken as broken:
            blame(form, broken)
    audit.look("client", client.id)
    return page("people/merge.html", status=422, form=form, client=client)


def _other(client: Client, file_number: str) -> Client:
    """A file of another team and one that is not there get the same answer."""
    try:
        other = client_in_care(me(), queries.client_by_number(file_number.strip().upper()))
    except NotThere as gone:
        raise RuleBroken(
            _("There is no file of your team with this number."), "file_number"
        ) from gone
    actions.check_mergeable(client, other)
    return other


def _preview(form: FlaskForm, client: Client, other: Client) -> Response:
    audit.look("client", client.id)
    audit.look("client", other.id)
    sides = [queries.side_of(client), queries.side_of(other)]
    status = 422 if form.errors else 200
    return page("people/merge_preview.html", status=status, form=form, client=client, sides=sides)
