"""Pages of a session: opening, who is there, votes, closing, what leaves after it. They read, call and answer."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.errors import NotThere
from core.letters.sheets import Sheet, as_one_pdf, as_pdf, in_dutch
from core.pages.page import go, page
from fund.meetings import wording
from fund.meetings.access import closed_in, extracts_for, item_for, meeting_for
from fund.meetings.blueprint import bp, held, held_item
from fund.meetings.forms import SeenForm
from fund.meetings.item_routes import answer as item_answer
from fund.meetings.item_routes import item_page, to_the_next
from fund.meetings.queries import agenda_of
from fund.meetings.routes import answer, meeting_page
from fund.meetings.votes import actions as session
from fund.meetings.votes import closing, minutes, presence
from fund.meetings.votes.forms import (
    VOTE_FORMS,
    AdmitForm,
    BlockForm,
    CorrectionForm,
    MinutesForm,
    PresentForm,
)
from fund.meetings.votes.papers import (
    agenda_sheet,
    extract_sheet,
    has_extract,
    list_sheet,
    minutes_sheet,
)
from fund.meetings.votes.seen import SeenOtherwise, minutes_mark, presence_mark
from fund.meetings.wording import announced

SHEETS = {"agenda": agenda_sheet, "decisions": list_sheet, "minutes": minutes_sheet}


@bp.post("/meetings/<int:meeting_id>/open")
@needs(Permission.MEETINGS)
def begin(meeting_id: int) -> Response:
    """Open the session with who is there."""
    form, opened = PresentForm(), list[bool]()

    def act() -> None:
        opened.append(session.begin(held(meeting_id), form.persons, by=me()))

    if not done(form, act):
        return meeting_page(meeting_id, "present", form, 422)
    if opened[0]:
        flash(_("The session is open."), "success")
    else:
        flash(_("Too few members are there. Convene it anew: then whoever comes decides."), "wrong")
    return go(url_for(".one", meeting_id=meeting_id))


@bp.post("/meetings/<int:meeting_id>/present")
@needs(Permission.MEETINGS)
def present(meeting_id: int) -> Response:
    """Somebody came or left while it runs."""
    form = PresentForm()

    def act() -> None:
        presence.note_present(held(meeting_id), form.persons, seen=form.seen.data or "")

    try:
        return answer(meeting_id, "present", form, act, _("Noted."))
    except SeenOtherwise as otherwise:
        form.present.errors = [str(otherwise)]
        form.seen.data = presence_mark(meeting_for(me(), meeting_id))
        return meeting_page(meeting_id, "present", form, 409)


@bp.post("/meetings/<int:meeting_id>/block")
@needs(Permission.MEETINGS)
def block(meeting_id: int) -> Response:
    """One vote on the clean items."""
    form, decided = BlockForm(), list[int]()

    def act() -> None:
        count = session.vote_block(held(meeting_id), form.numbers, form.votes, by=me())
        decided.append(count)

    if not done(form, act):
        return meeting_page(meeting_id, "block", form, 422)
    flash(announced(decided[0]), "success")
    return go(url_for(".one", meeting_id=meeting_id))


@bp.post("/meetings/items/<int:item_id>/admit")
@needs(Permission.MEETINGS)
def admit(item_id: int) -> Response:
    """Two thirds let a late item in, or it waits."""
    form = AdmitForm()

    def act() -> None:
        session.admit(held_item(item_id), form.for_n.data or 0, by=me())

    return item_answer(item_id, "admit", form, act, _("Noted."))


@bp.post("/meetings/items/<int:item_id>/vote")
@needs(Permission.MEETINGS)
def vote(item_id: int) -> Response:
    """Record the vote; the next item opens by itself."""
    found = item_for(me(), item_id)
    form = VOTE_FORMS[found.kind]()

    def act() -> None:
        session.vote(
            held_item(item_id, form.seen.data or ""),
            form.votes,
            by=me(),
            remark=form.remark.data or "",
            asked_back=form.asked_back,
        )

    if not done(form, act):
        return item_page(item_id, "vote", form, 422)
    voted = item_for(me(), item_id)
    words = wording.outcome_of(voted)[0]
    flash(f"{voted.request.number}: {words}, {wording.votes_of(voted)}.", "success")
    return to_the_next(voted)


@bp.post("/meetings/items/<int:item_id>/retract")
@needs(Permission.MEETINGS)
def retract(item_id: int) -> Response:
    """It was written down wrongly."""
    form = SeenForm()

    def act() -> None:
        session.retract(held_item(item_id), by=me())

    return item_answer(item_id, "retract", form, act, _("Open again: record the vote anew."))


@bp.post("/meetings/<int:meeting_id>/close")
@needs(Permission.MEETINGS)
def close(meeting_id: int) -> Response:
    """The session is over: the list is frozen, the letters may leave."""

    def act() -> None:
        closing.close(held(meeting_id), by=me())

    return answer(
        meeting_id, "close", SeenForm(), act, _("Closed. The list of decisions is frozen.")
    )


@bp.post("/meetings/<int:meeting_id>/write")
@needs(Permission.MEETINGS)
def write_minutes(meeting_id: int) -> Response:
    """What was said beside the votes."""
    form = MinutesForm()

    def act() -> None:
        meeting, words = held(meeting_id), form.minutes.data or ""
        minutes.write(meeting, words, seen=form.seen.data or "", by=me())

    try:
        return answer(meeting_id, "minutes", form, act, _("The minutes are kept."))
    except SeenOtherwise as otherwise:
        form.minutes.errors = [str(otherwise)]
        form.seen.data = minutes_mark(meeting_for(me(), meeting_id))
        return meeting_page(meeting_id, "minutes", form, 409)


@bp.post("/meetings/<int:meeting_id>/sign")
@needs(Permission.MEETINGS)
def sign(meeting_id: int) -> Response:
    """The minutes were signed."""

    def act() -> None:
        minutes.sign(held(meeting_id), by=me())

    return answer(meeting_id, "sign", SeenForm(), act, _("Signed."))


@bp.post("/meetings/<int:meeting_id>/correct")
@needs(Permission.MEETINGS)
def correct(meeting_id: int) -> Response:
    """A word about what was signed wrongly."""
    form = CorrectionForm()

    def act() -> None:
        minutes.correct(held(meeting_id), form.words.data or "", by=me())

    return answer(meeting_id, "correct", form, act, _("Noted below the minutes."))


@bp.get("/meetings/<int:meeting_id>/<any(agenda, decisions, minutes):kind>")
@needs(Permission.MEETINGS_READ)
def paper(meeting_id: int, kind: str) -> Response:
    """Agenda, list of decisions or minutes, to print."""
    return page(
        "requests/printed.html",
        made=_sheet(meeting_id, kind),
        pdf=url_for(".paper_pdf", meeting_id=meeting_id, kind=kind),
        back=(_("To the meeting"), url_for(".one", meeting_id=meeting_id)),
    )


@bp.get("/meetings/<int:meeting_id>/<any(agenda, decisions, minutes):kind>.pdf")
@needs(Permission.MEETINGS_READ)
def paper_pdf(meeting_id: int, kind: str) -> Response:
    """The same as a PDF."""
    return as_pdf(_sheet(meeting_id, kind), f"{kind}-{meeting_id}")


@bp.get("/meetings/items/<int:item_id>/extract")
@needs(Permission.MEETINGS_READ)
def extract(item_id: int) -> Response:
    """The extract of one decision, to print."""
    return page(
        "requests/printed.html",
        made=_extract(item_id),
        pdf=url_for(".extract_pdf", item_id=item_id),
        back=(_("To the item"), url_for(".item", item_id=item_id)),
    )


@bp.get("/meetings/items/<int:item_id>/extract.pdf")
@needs(Permission.MEETINGS_READ)
def extract_pdf(item_id: int) -> Response:
    """The same as a PDF."""
    return as_pdf(_extract(item_id), f"uittreksel-{item_id}")


@bp.get("/meetings/<int:meeting_id>/extracts.pdf")
@needs(Permission.MEETINGS_READ)
def extracts_pdf(meeting_id: int) -> Response:
    """The extracts of all that was decided, each on its own leaves."""
    meeting = meeting_for(me(), meeting_id)
    items = extracts_for(me(), meeting)
    if not items:
        raise NotThere
    for one in items:
        audit.look("request", one.request_id, why="extract")
    with in_dutch():
        sheets = [extract_sheet(one) for one in items]
        return as_one_pdf(sheets, sheets[0].title, f"uittreksels-{meeting_id}")


def _sheet(meeting_id: int, kind: str) -> Sheet:
    meeting = meeting_for(me(), meeting_id)
    if kind == "decisions" and meeting.decided is None:
        raise NotThere
    audit.look("meeting", meeting_id, why=kind)
    items, closed = agenda_of(meeting), closed_in(me(), meeting)
    with in_dutch():
        return SHEETS[kind](meeting, items, closed)


def _extract(item_id: int) -> Sheet:
    found = item_for(me(), item_id)
    if not has_extract(found):
        raise NotThere
    audit.look("request", found.request_id, why="extract")
    with in_dutch():
        return extract_sheet(found)
