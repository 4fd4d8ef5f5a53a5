"""Pages of one item on an agenda: what is proposed, who sits out, off the agenda. They read, call and answer."""

from typing import Any

from flask import Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.pages.page import go, page
from fund import wording as fund_words
from fund.bodies import wording as body_words
from fund.case import case_of
from fund.meetings import agenda, drafting, queries, wording
from fund.meetings.access import item_for
from fund.meetings.blueprint import bp, held_item
from fund.meetings.desk import desk_of
from fund.meetings.forms import DraftForm, SeenForm, WhyForm
from fund.meetings.life import BEFORE
from fund.meetings.models import Item
from fund.meetings.votes import actions as session
from fund.meetings.votes import presence
from fund.meetings.votes.forms import VOTE_FORMS, AdmitForm, AwayForm
from fund.ruling import offered_text
from intake.evidence.showing import called


@bp.get("/meetings/items/<int:item_id>")
@needs(Permission.MEETINGS_READ)
def item(item_id: int) -> Response:
    """One item with the whole file, as who decides reads it."""
    return item_page(item_id)


@bp.post("/meetings/items/<int:item_id>/draft")
@needs(Permission.MEETINGS)
def draft(item_id: int) -> Response:
    """Write what is proposed."""
    form = DraftForm()

    def act() -> None:
        drafting.draft(held_item(item_id, form.seen.data or ""), form.draft, by=me())

    return answer(item_id, "draft", form, act, _("The proposal is written."))


@bp.post("/meetings/items/<int:item_id>/text")
@needs(Permission.MEETINGS)
def draft_text(item_id: int) -> Response:
    """The words for the reason that was picked, to adapt; nothing is stored yet."""
    form, found = DraftForm(), case_of(me(), item_for(me(), item_id).request_id)
    form.reasons.data = offered_text(found.judged, form.reason_code.data, form.reasons.data or "")
    return item_page(item_id, "draft", form)


@bp.post("/meetings/items/<int:item_id>/off")
@needs(Permission.MEETINGS)
def off(item_id: int) -> Response:
    """Off the agenda, or in session put off."""
    form = WhyForm()

    def act() -> None:
        found = held_item(item_id)
        verb = agenda.drop if found.meeting.stage in BEFORE else session.postpone
        verb(found, why=form.why.data or "", by=me())

    return answer(item_id, "off", form, act, _("It waits for another agenda."), onward=True)


@bp.post("/meetings/items/<int:item_id>/take-out")
@needs(Permission.MEETINGS_READ)
def take_out(item_id: int) -> Response:
    """Out of the block: any member may ask that it is spoken of."""
    form = SeenForm()

    def act() -> None:
        session.take_out(held_item(item_id), by=me())

    return answer(item_id, "take_out", form, act, _("It is spoken of by itself."))


@bp.post("/meetings/items/<int:item_id>/sit-out")
@needs(Permission.MEETINGS)
def sit_out(item_id: int) -> Response:
    """A member leaves for this item, or comes back."""
    form = AwayForm()

    def act() -> None:
        presence.sit_out(held_item(item_id), form.person.data or 0, form.out.data or "", by=me())

    return answer(item_id, "sit_out", form, act, _("Noted."))


def answer(
    item_id: int, name: str, form: Any, act: Any, said: str, *, onward: bool = False
) -> Response:
    """Done and said, or the page again with the broken rule."""
    if not done(form, act):
        return item_page(item_id, name, form, 422)
    flash(said, "success")
    if onward:
        return to_the_next(item_for(me(), item_id))
    return go(url_for(".item", item_id=item_id))


def to_the_next(after: Item) -> Response:
    """The next item without an outcome opens by itself; after the last one the meeting."""
    following = (
        queries.next_pending(after.meeting, after) if after.meeting.stage == "open" else None
    )
    if following is not None:
        return go(url_for(".item", item_id=following.id))
    return go(url_for(".one", meeting_id=after.meeting_id))


def item_page(item_id: int, opened: str = "", form: Any = None, status: int = 200) -> Response:
    """One item; `opened` is the form that stays as it was typed."""
    found = item_for(me(), item_id)
    desk, case = desk_of(me(), found.meeting), case_of(me(), found.request_id)
    audit.look("request", found.request_id)
    forms = _forms(found) | ({opened: form} if form else {})
    forms["draft"].deviates_from.offer(case.lines_to_leave)
    return page(
        "meetings/item.html",
        status=status,
        item=found,
        desk=desk,
        case=case,
        forms=forms,
        opened=opened,
        form=form,
        voters=presence.voters_on(found),
        today=today(),
        say=fund_words,
        words=wording,
        bodies=body_words,
        called=called,
    )


def _forms(found: Item) -> dict[str, Any]:
    """Each as it stands before anybody types."""
    draft_now = drafting.draft_of(found)
    drafted = DraftForm(
        formdata=None,
        ruling=draft_now.ruling if found.outcome else None,
        amount=draft_now.amount_cents or None,
        deviates_from=draft_now.deviates_from,
        reason_code=draft_now.reason_code,
        reasons=draft_now.reasons,
    )
    return {
        "draft": drafted,
        "off": WhyForm(formdata=None),
        "admit": AdmitForm(formdata=None),
        "vote": VOTE_FORMS[found.kind](formdata=None),
    }
