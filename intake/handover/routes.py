"""Pages about files that change hands. They read input, call and answer; no rule stands here."""

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs, signed_in
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.db import transaction
from core.errors import NotThere
from core.pages.page import go, page
from intake.handover import actions, queries
from intake.handover.forms import DUTIES, REASONS, AbsenceForm, OpeningForm, WorkerForm
from intake.people.blueprint import bp
from intake.people.queries import client_in_care, responsible_on, workers
from intake.people.search.queries import elsewhere, kept_words
from intake.people.twins.queries import Twin


@bp.route("/clients/<int:client_id>/worker", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def transfer(client_id: int) -> Response:
    """Give the file to a colleague, of one's own team or another."""
    client = client_in_care(me(), client_id)
    responsible = responsible_on(client, today())
    form = WorkerForm()
    others = [person for person in workers() if person.id != responsible.worker_id]
    form.offer(others, responsible.team_id)
    if done(form, lambda: actions.transfer(client, form.worker.data)):
        flash(_("The file was handed over."), "success")
        return go(url_for("requests.mine"))
    audit.look("client", client.id)
    status = 422 if form.errors else 200
    return page(
        "people/worker.html", status=status, form=form, client=client, responsible=responsible
    )


@bp.get("/absences")
@needs(Permission.ABSENCES)
def absences() -> Response:
    """Who is away, who stands in, and the form to note it."""
    return _absences(AbsenceForm(formdata=None))


@bp.post("/absences")
@needs(Permission.ABSENCES)
def note_absence() -> Response:
    """Note an absence: one's own, or as head anybody's."""
    form, duties = AbsenceForm(), queries.duties_of(me())
    form.offer(queries.colleagues(duties))
    whose = form.person.data if queries.is_head(me()) else me().person_id
    duty = form.duty.data if form.duty.data in duties else duties[0]

    def act() -> None:
        from_on, until_on = form.from_on.data or today(), form.until_on.data or today()
        away = actions.Away(whose or 0, form.stand_in.data, from_on, until_on, duty)
        actions.note_absence(away, by=me())

    if not done(form, act):
        return _absences(form, 422)
    flash(_("Noted. The colleague stands in during that period."), "success")
    return go(url_for(".absences"))


def _absences(form: AbsenceForm, status: int = 200) -> Response:
    duties = queries.duties_of(me())
    form.offer(queries.colleagues(duties))
    found = queries.absences_of(me())
    return page(
        "handover/absences.html",
        status=status,
        form=form,
        duties=duties,
        words=DUTIES,
        found=found,
        for_all=queries.is_head(me()),
        mine=me().person_id,
    )


@bp.post("/absences/<int:absence_id>/end")
@needs(Permission.ABSENCES)
def end_absence(absence_id: int) -> Response:
    """Back sooner, or noted by mistake."""
    row = queries.absence_for(me(), absence_id)
    with transaction():
        actions.end_absence(row)
    return go(url_for(".absences"))


@bp.route("/search/<search_id>/open", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def open_with_reason(search_id: str) -> Response:
    """Why do you open this file? Only for a file that the search found by a full match."""
    found = elsewhere(me(), kept_words(signed_in(), search_id))
    form = OpeningForm()
    form.offer((twin.client_id, _told(twin)) for twin in found)
    if request.method == "GET" and found:
        form.file.data = found[0].client_id
    chosen = next((twin for twin in found if twin.client_id == form.file.data), None)

    def act() -> None:
        if chosen is None:
            raise NotThere
        words = form.words.data or ""
        actions.open_file(chosen.client_id, form.reason.data, words, by=me())

    if done(form, act) and chosen:
        return go(url_for(".show", client_id=chosen.client_id))
    for twin in found:
        audit.look("client", twin.client_id, why="search")
    status = 422 if form.errors else 200
    return page("handover/open.html", status=status, form=form, found=found, search_id=search_id)


def _told(twin: Twin) -> str:
    return str(
        _(
            "%(name)s, born in %(year)s, with %(worker)s",
            name=twin.name,
            year=twin.birth_year,
            worker=twin.worker,
        )
    )


@bp.get("/openings")
@needs(Permission.OPENINGS)
def openings() -> Response:
    """Which files of other teams were opened, by whom and why."""
    audit.look("openings", "all")
    found = queries.openings(request.args.get("key"))
    return page(
        "handover/openings.html", found=found, reasons=dict(REASONS), words_of=queries.words_of
    )
