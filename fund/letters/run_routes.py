"""Pages of print runs: begin one, how far it is, its PDF and its list, what left. They read input, call and answer."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.db import db, transaction
from core.errors import Conflict, NotThere
from core.letters.sheets import as_pdf, in_dutch
from core.pages.page import go, page
from core.sealing import files
from core.sealing.files import StoredFile
from fund.letters import runs, wording
from fund.letters.blueprint import bp
from fund.letters.forms import RunSentForm, run_form
from fund.letters.life import READY
from fund.letters.models import PrintRun, RunLine
from fund.letters.run_list import list_of
from fund.letters.run_queries import (
    closed_in,
    holds_a_void_one,
    lines_of,
    page_of_runs,
    run_named,
)
from fund.letters.terms import POST
from fund.letters.wording import WAYS


@bp.get("/letters/runs")
@needs(Permission.LETTERS)
def all_runs() -> Response:
    """What was printed together, the newest first."""
    found = page_of_runs(request.args.get("key"))
    return page("letters/runs.html", found=found, say=wording)


@bp.post("/letters/runs")
@needs(Permission.LETTERS)
def start_run() -> Response:
    """Make all letters that wait, in one PDF; the page of the run shows how far it is."""
    made: list[PrintRun] = []

    def act() -> None:
        made.append(runs.start(by=me(), again=request.form.get("again") == "1"))

    form = FlaskForm()
    if not done(form, act):
        flash("".join(map(str, form.form_errors)) or _("No letter waits."), "info")
        return go(url_for("letters.mine"))
    return go(url_for("letters.run", run_id=made[0].id))


@bp.get("/letters/runs/<int:run_id>")
@needs(Permission.LETTERS)
def run(run_id: int) -> Response:
    """How far it is, and then what came out; asked again and again while it runs."""
    way = request.args.get("way", POST)
    if way not in WAYS:
        raise NotThere
    return _run_page(run_named(me(), run_id), way)


@bp.post("/letters/runs/<int:run_id>/again")
@needs(Permission.LETTERS)
def run_again(run_id: int) -> Response:
    """The same letters once more."""
    with transaction():
        runs.again(run_named(me(), run_id))
    flash(_("The letters are made again."), "info")
    return go(url_for("letters.run", run_id=run_id))


@bp.get("/letters/runs/<int:run_id>.pdf")
@needs(Permission.LETTERS)
def run_pdf(run_id: int) -> Response:
    """All letters of the run."""
    found = run_named(me(), run_id)
    stored = db.session.get(StoredFile, found.file_id) if found.file_id else None
    if stored is None:
        raise NotThere
    audit.look("print_run", found.id)
    if holds_a_void_one(found):
        raise Conflict(_("A letter of this run is void since. Make the letters again first."))
    closed = closed_in(me(), lines_of(found))
    content = runs.bound_without(found, closed) if closed else files.read(stored)
    answer = Response(content, mimetype="application/pdf")
    name = _("letters-%(number)s", number=found.id)
    answer.headers.set("Content-Disposition", "inline", filename=f"{name}.pdf")
    return answer


@bp.get("/letters/runs/<int:run_id>/list.pdf")
@needs(Permission.LETTERS)
def run_list(run_id: int) -> Response:
    """What is in the run, to lie on top of the envelopes."""
    found = run_named(me(), run_id)
    audit.look("print_run", found.id)
    with in_dutch():
        return as_pdf(list_of(found, me()), _("list-%(number)s", number=found.id))


@bp.post("/letters/runs/<int:run_id>/sent")
@needs(Permission.SENT)
def run_sent(run_id: int) -> Response:
    """The ticked letters have left."""
    found = run_named(me(), run_id)
    lines = lines_of(found)
    closed = closed_in(me(), lines)
    numbers = [one.dispatch_id for one in lines if one.is_printed and one.id not in closed]
    form = run_form(numbers)
    came: list[tuple[int, int]] = []

    def act() -> None:
        sending, numbered = form.sending, form.tracking(numbers)
        came.append(runs.mark_sent(found, form.chosen(numbers), sending, numbered, by=me()))

    if not done(form, act):
        return _run_page(run_named(me(), run_id), form.way.data or POST, form, status=422)
    flash(wording.marked_words(*came[0]), "success")
    return go(url_for("letters.run", run_id=run_id))


def _run_page(
    found: PrintRun, way: str, form: RunSentForm | None = None, *, status: int = 200
) -> Response:
    audit.look("print_run", found.id)
    lines = lines_of(found)
    closed = closed_in(me(), lines)
    printed = [line for line in lines if line.goes_along]
    mine = [line for line in printed if line.id not in closed]
    context: dict[str, Any] = {
        "run": found,
        "lines": lines,
        "printed": printed,
        "lapsed": [line for line in lines if line.is_printed and not line.goes_along],
        "open": [line for line in mine if line.dispatch.stage == READY],
        "closed": closed,
        "way": way if way in WAYS else POST,
        "form": form or _fresh(mine, way),
        "say": wording,
    }
    return page("letters/run.html", "letters/_run.html", status=status, **context)


def _fresh(printed: list[RunLine], way: str) -> RunSentForm:
    """All that still lie here go along, but for those to which no post may come."""
    numbers = [line.dispatch_id for line in printed]
    by_post = way in {POST, "registered"}
    ticked = {
        f"goes-{line.dispatch_id}": line.dispatch.stage == READY
        and not (by_post and line.dispatch.request.client.no_post)
        for line in printed
    }
    return run_form(numbers, way=way, on=today(), **ticked)
