"""Pages of letters: the lists, one letter, its PDF, marking it as sent. They read input, call and answer."""

from typing import Final

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from accounts.visitor import who
from core import audit, settings
from core.blame import done
from core.clock import today
from core.errors import Conflict, NotThere
from core.pages.page import go, page
from fund.letters import actions, wording
from fund.letters import settings as keys
from fund.letters.annexing import without_annex
from fund.letters.blueprint import bp
from fund.letters.forms import SentForm
from fund.letters.lacking import centre_lacks, lacks_of
from fund.letters.life import HELD, READY, SENT, UNSENT, VOID, WAITING
from fund.letters.models import Dispatch
from fund.letters.queries import (
    LISTED,
    MOST_COUNTED,
    counts,
    deciding_letter,
    held,
    letter_named,
    page_of_letters,
)
from fund.letters.recipients import recipient_of
from fund.letters.showing import content_of, pdf_of
from fund.letters.texts import texts_now
from intake.requests.queries import for_update, request_for

# What the access log calls each list.
IN_LOG: Final = {WAITING: "to_print", HELD: "cannot_leave", READY: "printed", SENT: "sent"}


@bp.get("/letters")
@needs(Permission.LETTERS)
def mine() -> Response:
    """Letters by stage: to print, cannot leave yet, printed, sent."""
    stage = request.args.get("stage", WAITING)
    if stage not in LISTED:
        raise NotThere
    audit.look("letters", IN_LOG[stage])
    return page(
        "letters/list.html",
        found=page_of_letters(who().person_id, stage, request.args.get("key")),
        stage=stage,
        stages=LISTED,
        counts=counts(),
        most=MOST_COUNTED,
        lacking=centre_lacks(with_providers=settings.get(keys.CONFIRMS_TO_PROVIDERS)),
        today=today(),
        say=wording,
    )


@bp.get("/letters/<int:dispatch_id>")
@needs(Permission.LETTERS)
def show(dispatch_id: int) -> Response:
    """One letter: what it says, what it lacks, how it left."""
    return _letter_page(letter_named(me(), dispatch_id))


@bp.get("/letters/<int:dispatch_id>.pdf")
@needs(Permission.LETTERS)
def pdf(dispatch_id: int) -> Response:
    """The letter on paper; before it is made, a draft of it."""
    return _pdf(letter_named(me(), dispatch_id))


@bp.get("/requests/<int:request_id>/letter.pdf")
@needs(Permission.REQUEST_READ)
def of_request(request_id: int) -> Response:
    """The letter with the decision, for who reads the request."""
    found = deciding_letter(request_for(me(), request_id))
    if found is None:
        raise NotThere
    return _pdf(found)


@bp.post("/letters/<int:dispatch_id>/sent")
@needs(Permission.SENT)
def sent(dispatch_id: int) -> Response:
    """The letter has left; how and when is written down."""
    found = letter_named(me(), dispatch_id)
    form = SentForm()

    def act() -> None:
        for_update(found.request_id, form.version.data or 0)
        actions.mark_one_sent(held(found), by=me(), sending=form.sending)

    try:
        if not done(form, act):
            return _letter_page(found, form, status=422)
    except Conflict as conflict:
        return _letter_page(letter_named(me(), dispatch_id), status=409, words=str(conflict))
    flash(_("%(number)s: the letter has been sent.", number=found.request.number), "success")
    return go(url_for("letters.show", dispatch_id=dispatch_id))


def _letter_page(
    found: Dispatch, form: SentForm | None = None, *, status: int = 200, words: str = ""
) -> Response:
    audit.look("letter", found.id)
    asked = found.request
    lacking = lacks_of(found, texts_now()) if found.stage in UNSENT and not found.letter else []
    fresh = SentForm(formdata=None, on=today(), version=asked.lock_version)
    return page(
        "letters/one.html",
        status=status,
        letter=found,
        asked=asked,
        content=content_of(found) if found.stage != VOID or found.letter else None,
        lacking=lacking,
        without=without_annex(found) if found.stage in UNSENT and not found.letter else (),
        by_hand=found.stage in UNSENT and recipient_of(asked, today()).is_by_hand,
        can_be_marked=found.stage not in {SENT, VOID},
        form=form or fresh,
        words=words,
        say=wording,
    )


def _pdf(found: Dispatch) -> Response:
    audit.look("letter", found.id)
    if found.stage == VOID:
        raise Conflict(_("This letter is void. Its decision was undone, or the request withdrawn."))
    answer = Response(pdf_of(found), mimetype="application/pdf")
    name = _("letter-%(number)s", number=found.request.number)
    answer.headers.set("Content-Disposition", "inline", filename=f"{name}.pdf")
    return answer
