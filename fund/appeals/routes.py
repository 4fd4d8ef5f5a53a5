"""Pages of appeals: the list, those of a request, one with its file for the court. They read, call and answer."""

from typing import Any

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.db import transaction
from core.errors import NotThere
from core.pages.page import go, page
from core.sealing import files
from fund.appeals import actions, queries, wording
from fund.appeals.forms import AppealForm, ComplaintForm, OutcomeForm, day_in
from fund.appeals.models import Appeal, Complaint
from fund.letters.later import issue_appeal_information
from intake.people.identity import identity_of
from intake.requests.models import Request

bp = Blueprint("appeals", __name__)
COMPLAINTS = "complaints"


@bp.get("/appeals")
@needs(Permission.APPEALS)
def all_of_them() -> Response:
    """What came in, the newest first."""
    is_complaints = request.args.get("kind") == COMPLAINTS
    audit.look("appeals", COMPLAINTS if is_complaints else "all")
    page_of = queries.page_of_complaints if is_complaints else queries.page_of_appeals
    found: Any = page_of(me(), key=request.args.get("key"))
    return page("appeals/list.html", found=found, is_complaints=is_complaints, say=wording)


@bp.get("/requests/<int:request_id>/appeals")
@needs(Permission.APPEALS)
def of_request(request_id: int) -> Response:
    """What came in about one request, and the forms to note more."""
    return request_page(request_id)


@bp.post("/requests/<int:request_id>/appeals")
@needs(Permission.APPEALS)
def note(request_id: int) -> Response:
    """An appeal came in."""
    queries.worked_on(me(), request_id)
    form = AppealForm()
    noted: list[Appeal] = []

    def act() -> None:
        asked = queries.worked_on(me(), request_id)
        noted.append(actions.note_appeal(asked, form.new(), by=me()))

    if not done(form, act):
        return request_page(request_id, form, 422)
    flash(_("The appeal is noted."), "success")
    return go(url_for(".one", appeal_id=noted[0].id))


@bp.post("/requests/<int:request_id>/appeals/letter")
@needs(Permission.APPEALS)
def explain(request_id: int) -> Response:
    """The client asks how to appeal: a letter tells it, and lies with the others that must leave."""
    queries.worked_on(me(), request_id)
    form = FlaskForm()

    def act() -> None:
        issue_appeal_information(queries.worked_on(me(), request_id))

    if not done(form, act):
        return request_page(request_id, form, 422)
    flash(_("The letter that tells how to appeal lies ready with the letters."), "success")
    return go(url_for(".of_request", request_id=request_id))


@bp.get("/appeals/<int:appeal_id>")
@needs(Permission.APPEALS)
def one(appeal_id: int) -> Response:
    """One appeal, with how far its file is."""
    return _appeal_page(appeal_id)


@bp.post("/appeals/<int:appeal_id>/outcome")
@needs(Permission.APPEALS)
def outcome(appeal_id: int) -> Response:
    """What came of it."""
    _mine_to_note(queries.appeal_for(me(), appeal_id).request)
    form = OutcomeForm()

    def act() -> None:
        held, version = queries.appeal_for(me(), appeal_id), form.seen_version
        word, on = form.outcome.data or "", day_in(form.outcome_on)
        actions.note_outcome(held, word, on, by=me(), seen_version=version)

    if not done(form, act):
        return _appeal_page(appeal_id, form, 422)
    flash(_("Saved."), "success")
    return go(url_for(".one", appeal_id=appeal_id))


@bp.post("/appeals/<int:appeal_id>/file")
@needs(Permission.APPEAL_FILE)
def ask_file(appeal_id: int) -> Response:
    """Have the file for the court made."""
    with transaction():
        actions.ask_file(queries.appeal_for(me(), appeal_id), by=me())
    return go(url_for(".one", appeal_id=appeal_id) + "#file")


@bp.get("/appeals/<int:appeal_id>/file.zip")
@needs(Permission.APPEAL_FILE)
def file(appeal_id: int) -> Response:
    """The file itself."""
    return sent_file("appeal", queries.appeal_for(me(), appeal_id))


def sent_file(kind: str, what: Appeal | Complaint) -> Response:
    """The file of an appeal or a complaint as a download, where it lies here."""
    stored = queries.archive_of(what).stored
    if stored is None:
        raise NotThere
    answer = Response(files.read(stored), mimetype=stored.content_type)
    audit.look(kind, what.id, why="file")
    name = _("file-%(number)s", number=what.request.number)
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}.zip")
    return answer


def _mine_to_note(asked: Request) -> None:
    if not queries.works_on(me(), asked):
        raise NotThere


def request_page(request_id: int, sent: FlaskForm | None = None, status: int = 200) -> Response:
    asked = queries.worked_on(me(), request_id)
    audit.look("request", asked.id)
    return page(
        "appeals/of_request.html",
        status=status,
        asked=asked,
        identity=identity_of(asked.client, today(), asked.household),
        appeals=queries.appeals_of(asked),
        complaints=queries.complaints_of(asked),
        takes=actions.takes_appeals(asked),
        appeal=sent if isinstance(sent, AppealForm) else AppealForm(None),
        complaint=sent
        if isinstance(sent, ComplaintForm)
        else ComplaintForm(None, prefix="complaint"),
        form=sent,
        say=wording,
    )


def _appeal_page(appeal_id: int, sent: OutcomeForm | None = None, status: int = 200) -> Response:
    appeal = queries.appeal_for(me(), appeal_id)
    audit.look("appeal", appeal.id)
    return page(
        "appeals/one.html",
        "appeals/_file.html",
        status,
        appeal=appeal,
        asked=appeal.request,
        follow_up=queries.follow_up_of(appeal),
        archive=queries.archive_of(appeal),
        notes=queries.works_on(me(), appeal.request),
        outcome=sent or OutcomeForm(None, obj=appeal),
        form=sent,
        say=wording,
    )
