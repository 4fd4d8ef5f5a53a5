"""Lists and pages of intake's requests, answering, adding and withdrawing. No rule stands here."""

from collections.abc import Callable
from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit, clock
from core.blame import done
from core.errors import Conflict
from core.ids import row_id
from core.pages.page import go, page
from intake.asking.forms import was_told
from intake.hearing.wording import STATES, rows_of
from intake.people.identity import identity_of
from intake.people.queries import client_for, household_of
from intake.requests import actions, lists
from intake.requests.blueprint import bp
from intake.requests.forms import AddForm, AnswerForm, WithdrawForm
from intake.requests.judging import frozen_of, judge_frozen
from intake.requests.models import Request
from intake.requests.queries import for_update, latest_version, workable_request
from intake.requests.story import story_of
from intake.requests.term_settings import days_left_of
from intake.requests.wording import EVENT_WORDS, days_left, state_of, turn_of

WORDS: dict[str, Any] = {
    "state_of": state_of,
    "turn_of": turn_of,
    "days_left": days_left,
    "days_left_of": days_left_of,
    "events": EVENT_WORDS,
    "hearing_states": STATES,
    "hearing_rows": rows_of,
}


@bp.get("/clients/<int:client_id>/requests")
@needs(Permission.REQUEST_READ)
def of_household(client_id: int) -> Response:
    """All requests of a client and the household."""
    client = client_for(me(), client_id)
    audit.look("client", client.id)
    household = household_of(client, clock.today())
    found = lists.page_of_household(me(), household, key=request.args.get("key"))
    return page(
        "requests/household.html",
        client=client,
        identity=identity_of(client, clock.today(), household),
        found=found,
        today=clock.today(),
        **WORDS,
    )


@bp.get("/requests/<int:request_id>")
@needs(Permission.REQUEST_READ)
def show(request_id: int) -> Response:
    """One request with all that belongs to it."""
    return _page(request_id)


@bp.post("/requests/<int:request_id>/answer")
@needs(Permission.REQUEST_ANSWER)
def answer(request_id: int) -> Response:
    """Answer the question; the clock shown runs on."""
    form = AnswerForm()
    asked = workable_request(me(), request_id)
    frozen = frozen_of(latest_version(asked))
    form.told = frozen.form(judge_frozen(asked, frozen), request.form)

    def act(found: Request) -> None:
        seen = form.evidence_seen.data or ()
        told = form.told.told() if form.told and was_told(request.form) else None
        actions.answer(found, by=me(), text=form.text.data or "", evidence_seen=seen, told=told)

    words = _("The answer was sent. The approver can go on.")
    return _moved(request_id, form, act, words) or _page(request_id, form, 422)


@bp.post("/requests/<int:request_id>/withdraw")
@needs(Permission.REQUEST_WITHDRAW)
def withdraw(request_id: int) -> Response:
    """Take the request back."""
    form = WithdrawForm()

    def act(found: Request) -> None:
        actions.withdraw(found, by=me(), why=form.why.data or "")

    words = _("The request was withdrawn.")
    return _moved(request_id, form, act, words) or _page(request_id, form, 422)


@bp.post("/requests/<int:request_id>/add")
@needs(Permission.REQUEST_CORRECT)
def add(request_id: int) -> Response:
    """A sentence more for who decides; what is asked stays as it is."""
    form = AddForm()

    def act(found: Request) -> None:
        actions.add_information(found, by=me(), text=form.more.data or "")

    words = _("Added. The approver sees it with the request.")
    return _moved(request_id, form, act, words) or _page(request_id, form, 422)


def _moved(
    request_id: int, form: FlaskForm, act: Callable[[Request], None], words: str
) -> Response | None:
    """Onward when it is done; the page as it is now when somebody was first; None when wrong."""
    workable_request(me(), request_id)
    seen_version = row_id(request.form.get("seen_version")) or 0
    try:
        if not done(form, lambda: act(for_update(request_id, seen_version))):
            return None
    except Conflict as conflict:
        form.form_errors.append(str(conflict))
        return _page(request_id, form, 409)
    flash(words, "success")
    return go(url_for(".show", request_id=request_id))


def _page(request_id: int, sent: FlaskForm | None = None, status: int = 200) -> Response:
    """The request with its forms; one of them as it was sent."""
    story = story_of(me(), request_id)
    audit.look("request", story.request.id)
    answer = sent if isinstance(sent, AnswerForm) else AnswerForm(formdata=None)
    answer.told = answer.told or story.told_form
    return page(
        "requests/request.html",
        None,
        status,
        story=story,
        asked=story.request,
        answer=answer,
        add=sent if isinstance(sent, AddForm) else AddForm(formdata=None),
        withdraw=sent if isinstance(sent, WithdrawForm) else WithdrawForm(formdata=None),
        form=sent or answer,
        errors=answer.told.errors if answer.told else [],
        today=clock.today(),
        **WORDS,
    )
