"""The proofs of a form that is not filed yet, in intake's filing: sent beside it, before it is. No rule stands here."""

import uuid
from collections.abc import Sequence

from flask import Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs, only_reads, takes_up_to
from accounts.permissions import Permission
from core import audit, clock, drafts
from core.addresses import takes_file
from core.blame import done
from core.pages.page import go
from intake.evidence import actions
from intake.evidence.arriving import Arrived
from intake.evidence.bringing import brought
from intake.evidence.forms import MOST_SENT_BYTES, TOO_LARGE, LaterForm, PaperForm
from intake.evidence.pages import sheet_page
from intake.evidence.queries import Place
from intake.evidence.showing import called, sheet_of
from intake.filing import drafting
from intake.filing.laying import draft_desk
from intake.requests.blueprint import bp
from intake.requests.lists import DRAFT_KIND


@bp.get("/filings/drafts/<uuid:draft_id>/evidence")
@needs(Permission.REQUEST_FILE)
def evidence(draft_id: uuid.UUID) -> Response:
    """What the rule asks for the form as it was kept, and what has come."""
    filing_id = drafting.filed_as(me(), str(draft_id))
    if filing_id is not None:
        return go(url_for(".receipt", filing_id=filing_id))
    return _sheet(draft_id)


def too_large(draft_id: uuid.UUID) -> Response:
    """More than may be sent at once: said beside the field."""
    form = PaperForm(formdata=None)
    form.files.errors = [str(TOO_LARGE)]
    return _sheet(draft_id, form, status=413)


@bp.post("/filings/drafts/<uuid:draft_id>/evidence")
@needs(Permission.REQUEST_FILE)
@only_reads
@takes_up_to(MOST_SENT_BYTES, too_large)
@takes_file("files", "photo")
def add_evidence(draft_id: uuid.UUID) -> Response:
    """Add photos or files; the form itself stays as it was kept."""
    _own(draft_id)
    form = PaperForm().offer(())

    def keep(arrived: Sequence[Arrived]) -> None:
        actions.add(_own(draft_id), str(form.kind.data), arrived, by=me())

    if not brought(form, keep):
        return _sheet(draft_id, form, status=422)
    flash(_("Added: %(what)s.", what=called(str(form.kind.data))), "success")
    return go(url_for(".evidence", draft_id=draft_id))


@bp.post("/filings/drafts/<uuid:draft_id>/evidence/later")
@needs(Permission.REQUEST_FILE)
def promise_evidence(draft_id: uuid.UUID) -> Response:
    """It comes later."""
    place, form = _own(draft_id), LaterForm().offer(())

    def act() -> None:
        actions.promise(place, str(form.kind.data), form.day, by=me())

    if not done(form, act):
        return _sheet(draft_id, later=form, status=422)
    return go(url_for(".evidence", draft_id=draft_id))


def _own(draft_id: uuid.UUID) -> Place:
    """Where the papers of one's own draft are kept; another's is not there."""
    drafts.load(DRAFT_KIND, str(draft_id), owner_id=me().person_id)
    return Place(draft_key=str(draft_id), owner_id=me().person_id)


def _sheet(
    draft_id: uuid.UUID,
    form: PaperForm | None = None,
    *,
    later: LaterForm | None = None,
    status: int = 200,
) -> Response:
    place, desk = _own(draft_id), draft_desk(me(), str(draft_id))
    desk.judge()
    audit.look("client", desk.client.id)
    found = desk.judgement.assessment.evidence if desk.judgement else ()
    return sheet_page(
        sheet_of(place, found),
        form=form,
        later=later,
        status=status,
        asked=None,
        identity=desk.identity(),
        client_id=desk.client.id,
        takes=True,
        draft_url=url_for(".draft", draft_id=draft_id),
        add_url=url_for(".add_evidence", draft_id=draft_id),
        later_url=url_for(".promise_evidence", draft_id=draft_id),
        today=clock.today(),
    )
