"""Pages of intake's evidence: the proofs of a request, and what is still to come. No rule stands here."""

from collections.abc import Sequence

from flask import Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs, only_reads, takes_up_to
from accounts.permissions import Permission
from accounts.queries import may
from core import audit, clock
from core.addresses import takes_file
from core.blame import done
from core.pages.page import go, page
from intake.evidence import actions
from intake.evidence.arriving import Arrived
from intake.evidence.blueprint import bp
from intake.evidence.bringing import brought
from intake.evidence.forms import MOST_SENT_BYTES, TOO_LARGE, LaterForm, PaperForm
from intake.evidence.pages import sheet_page
from intake.evidence.queries import Place, promised_to
from intake.evidence.showing import called, sheet_of
from intake.evidence.when import takes_papers
from intake.people.identity import identity_of
from intake.requests.judging import frozen_of, judge_frozen
from intake.requests.models import Request
from intake.requests.queries import (
    for_update,
    is_workable_by,
    latest_version,
    request_for,
    workable_request,
)


@bp.get("/evidence")
@needs(Permission.EVIDENCE)
def to_come() -> Response:
    """What is still promised, the first day first."""
    audit.look("evidence", "to_come")
    return page("evidence/to_come.html", rows=promised_to(me(), clock.today()), called=called)


@bp.get("/requests/<int:request_id>/evidence")
@needs(Permission.REQUEST_READ)
def of_request(request_id: int) -> Response:
    """What the rule asks for this request, and what has come."""
    return _sheet(request_id)


def too_large(request_id: int) -> Response:
    """More than may be sent at once: said beside the field."""
    form = PaperForm(formdata=None)
    form.files.errors = [str(TOO_LARGE)]
    return _sheet(request_id, form, status=413)


@bp.post("/requests/<int:request_id>/evidence")
@needs(Permission.EVIDENCE)
@only_reads
@takes_up_to(MOST_SENT_BYTES, too_large)
@takes_file("files", "photo")
def add(request_id: int) -> Response:
    """Add photos or files."""
    workable_request(me(), request_id)
    form = PaperForm().offer(())

    def keep(arrived: Sequence[Arrived]) -> None:
        held, place = _held(request_id), Place(request_id=request_id)
        actions.add(place, str(form.kind.data), arrived, by=me(), to=held)

    if not brought(form, keep):
        return _sheet(request_id, form, status=422)
    flash(_("Added: %(what)s.", what=called(str(form.kind.data))), "success")
    return go(url_for(".of_request", request_id=request_id))


@bp.post("/requests/<int:request_id>/evidence/later")
@needs(Permission.EVIDENCE)
def promise(request_id: int) -> Response:
    """It comes later."""
    actions.require_taking(workable_request(me(), request_id))
    form = LaterForm().offer(())

    def act() -> None:
        place, kind = Place(request_id=request_id), str(form.kind.data)
        actions.promise(place, kind, form.day, by=me())

    if not done(form, act):
        return _sheet(request_id, later=form, status=422)
    return go(url_for(".of_request", request_id=request_id))


def _held(request_id: int) -> Request:
    """The request as it is now, held: what came counts as seen, and nobody decides meanwhile."""
    found = workable_request(me(), request_id)
    return for_update(found.id, found.lock_version)


def _sheet(
    request_id: int,
    form: PaperForm | None = None,
    *,
    later: LaterForm | None = None,
    status: int = 200,
) -> Response:
    found = request_for(me(), request_id)
    audit.look("request", found.id)
    asked = judge_frozen(found, frozen_of(latest_version(found))).evidence
    return sheet_page(
        sheet_of(Place(request_id=found.id), asked),
        form=form,
        later=later,
        status=status,
        asked=found,
        identity=identity_of(found.client, clock.today(), found.household),
        takes=takes_papers(found)
        and may(me(), Permission.EVIDENCE)
        and is_workable_by(me(), found),
        add_url=url_for(".add", request_id=found.id),
        later_url=url_for(".promise", request_id=found.id),
    )
