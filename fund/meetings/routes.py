"""Pages of meetings: the list, one with its agenda, what is put on it, convening. They read input, call and answer."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.pages.page import go, page
from fund.meetings import access, agenda, convening, queries, wording
from fund.meetings.blueprint import bp, held
from fund.meetings.choices import meetings_are_on
from fund.meetings.desk import desk_of
from fund.meetings.forms import ConveneForm, PlanForm, PutOnForm, WhenForm, WhyForm
from fund.meetings.models import Meeting
from fund.meetings.votes.forms import BlockForm, CorrectionForm, MinutesForm, PresentForm
from fund.meetings.votes.seen import minutes_mark, presence_mark
from intake.requests.queries import request_for

# What stands folded on the page of one meeting.
FORMS: Any = {
    "put_on": PutOnForm,
    "convene": ConveneForm,
    "call_off": WhyForm,
    "present": PresentForm,
    "block": BlockForm,
    "again": WhenForm,
    "minutes": MinutesForm,
    "correct": CorrectionForm,
}


@bp.get("/meetings")
@needs(Permission.MEETINGS_READ)
def all_of_them() -> Response:
    """All that this one may read, the last one first."""
    return _list()


@bp.post("/meetings")
@needs(Permission.MEETINGS)
def plan() -> Response:
    """A new meeting."""
    form, made = PlanForm(), list[Meeting]()

    def act() -> None:
        place = form.place.data or ""
        made.append(agenda.plan(form.body.data or "", form.starts_at, place, by=me()))

    if not done(form, act):
        return _list(form, 422)
    return go(url_for(".one", meeting_id=made[0].id))


@bp.get("/meetings/<int:meeting_id>")
@needs(Permission.MEETINGS_READ)
def one(meeting_id: int) -> Response:
    """One meeting: its agenda, its session or its list of decisions, by how far it is."""
    return meeting_page(meeting_id)


@bp.post("/meetings/<int:meeting_id>/items")
@needs(Permission.MEETINGS)
def put_on(meeting_id: int) -> Response:
    """Put what is ticked on the agenda."""
    form = PutOnForm()

    def act() -> None:
        meeting = held(meeting_id)
        for number in access.meant(me(), form.numbers, form.number.data or ""):
            found = request_for(me(), number)
            agenda.put_on(meeting, found, by=me(), late_why=form.late_why.data or "")

    return answer(meeting_id, "put_on", form, act, _("On the agenda."))


@bp.post("/meetings/<int:meeting_id>/convene")
@needs(Permission.MEETINGS)
def convene(meeting_id: int) -> Response:
    """The agenda leaves."""
    form, said = ConveneForm(), wording.convened_words(access.meeting_for(me(), meeting_id))

    def act() -> None:
        convening.convene(held(meeting_id), by=me(), late_why=form.late_why.data or "")

    return answer(meeting_id, "convene", form, act, said)


@bp.post("/meetings/<int:meeting_id>/call-off")
@needs(Permission.MEETINGS)
def call_off(meeting_id: int) -> Response:
    """There will be no such meeting."""
    form = WhyForm()

    def act() -> None:
        agenda.call_off(held(meeting_id), by=me(), why=form.why.data or "")

    return answer(meeting_id, "call_off", form, act, _("Called off. Its requests wait again."))


@bp.post("/meetings/<int:meeting_id>/again")
@needs(Permission.MEETINGS)
def again(meeting_id: int) -> Response:
    """Convene anew after a meeting without quorum."""
    form, made = WhenForm(), list[Meeting]()

    def act() -> None:
        meeting, place = held(meeting_id), form.place.data or ""
        made.append(convening.convene_again(meeting, form.starts_at, place, by=me()))

    if not done(form, act):
        return meeting_page(meeting_id, "again", form, 422)
    return go(url_for(".one", meeting_id=made[0].id))


def answer(meeting_id: int, name: str, form: Any, act: Any, said: str) -> Response:
    """Done and said, or the page again with the broken rule."""
    if not done(form, act):
        return meeting_page(meeting_id, name, form, 422)
    flash(said, "success")
    return go(url_for(".one", meeting_id=meeting_id))


def meeting_page(
    meeting_id: int, opened: str = "", form: Any = None, status: int = 200
) -> Response:
    """One meeting; `opened` is the form that stays as it was typed."""
    desk = desk_of(me(), access.meeting_for(me(), meeting_id))
    audit.look("meeting", meeting_id)
    forms = {name: kind(formdata=None) for name, kind in FORMS.items()}
    forms["minutes"].minutes.data = desk.meeting.minutes
    forms["minutes"].seen.data = minutes_mark(desk.meeting)
    forms["present"].seen.data = presence_mark(desk.meeting)
    forms |= {opened: form} if form else {}
    return page(
        "meetings/one.html",
        status=status,
        desk=desk,
        meeting=desk.meeting,
        forms=forms,
        opened=opened,
        form=form,
        today=today(),
        say=wording,
    )


def _list(form: PlanForm | None = None, status: int = 200) -> Response:
    found = access.page_of_meetings(me(), request.args.get("key"))
    audit.look("meetings", "all")
    return page(
        "meetings/list.html",
        status=status,
        found=found,
        counts=queries.counts_of(found.items),
        plan=form or PlanForm(formdata=None),
        form=form,
        is_on=meetings_are_on(),
        holds=access.holds_meetings(me()),
        say=wording,
    )
