"""Pages of the fund: worklist, decide page, decisions of late. They read input, call and answer."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs, who
from accounts.permissions import Permission
from accounts.same_person.queries import persons_of
from core import audit
from core.blame import done
from core.clock import today
from core.db import transaction
from core.errors import Conflict
from core.once import only_reading
from core.pages.page import go, page
from fund import actions, wording
from fund.bodies import wording as body_words
from fund.bodies.guard import be_let_in
from fund.bodies.models import FirstRuling
from fund.bodies.queries import bodies_open_to
from fund.case import case_of
from fund.case_forms import Forms
from fund.claims import actions as claims
from fund.desk import desk_of
from fund.forms import AmountForm, AskForm, GrantForm, RefuseForm, SentForm, VersionForm
from fund.letters import wording as letter_wording
from fund.letters.actions import Sending
from fund.letters.queries import letters_of
from fund.models import Decision
from fund.narrowing.kept import address_of_kept, keep, kept
from fund.narrowing.overview import around
from fund.narrowing.wording import words_on
from fund.queries import page_of_decisions
from fund.record import judged
from fund.rows import Rows
from fund.ruling import offered_text
from fund.worklist import MOST_COUNTED, next_for, page_of_worklist
from intake.evidence.showing import called
from intake.hearing.wording import STATES as STATES_OF_HEARING
from intake.hearing.wording import rows_of
from intake.questions.clock import WORKER
from intake.requests.models import Request
from intake.requests.queries import for_update, request_for

bp = Blueprint("fund", __name__)

Made = Decision | FirstRuling


@bp.get("/worklist")
@needs(Permission.WORKLIST)
def worklist() -> Response:
    """What waits, the first term first, or narrowed and sorted as the address says."""
    key = request.args.get("key")
    desk = desk_of(who())
    typed = {name: value for name, value in request.args.items() if name != "key"}
    beside = around(who().person_id, typed, desk)
    filters = beside.filters
    keep(filters)
    audit.look("worklist", filters.state)
    found = page_of_worklist(filters, desk.bodies, desk.hidden, key=key)
    rows = Rows(desk.persons, today(), url_for("fund.worklist"))
    return page(
        "fund/worklist.html",
        found=found,
        rows=rows.shown(found.items),
        columns=rows.words.columns,
        first_on=None if key or not filters.is_plain else rows.first_on(found.items),
        beside=beside,
        on=words_on(filters),
        most=MOST_COUNTED,
        at_counter=desk.at_counter if Permission.COUNTER_SEEN in who().permissions else 0,
    )


@bp.get("/worklist/<int:request_id>")
@needs(Permission.WORKLIST)
def case(request_id: int) -> Response:
    """One request with all that is needed to decide on it."""
    return _case_page(request_id)


@bp.post("/worklist/<int:request_id>/grant")
@needs(Permission.DECIDE)
def grant(request_id: int) -> Response:
    """Grant what the rule gives."""
    form = GrantForm()
    shown_cents = form.shown_cents.data

    def act(held: Request) -> Made:
        amount_cents = shown_cents or 0
        return actions.grant(held, by=me(), amount_cents=amount_cents, shown_cents=amount_cents)

    return decide(request_id, "grant", form, act)


@bp.post("/worklist/<int:request_id>/amount")
@needs(Permission.DECIDE)
def amount(request_id: int) -> Response:
    """Grant another amount than the rule gives."""
    form = AmountForm()

    def act(held: Request) -> Made:
        return actions.grant(
            held,
            by=me(),
            amount_cents=form.amount.data or 0,
            reasons=form.reasons.data,
            deviates_from=form.deviates_from.data or "",
            shown_cents=form.shown_cents.data,
        )

    return decide(request_id, "amount", form, act)


@bp.post("/worklist/<int:request_id>/refuse")
@needs(Permission.DECIDE)
def refuse(request_id: int) -> Response:
    """Refuse, with the reason in rule and in fact."""
    form = RefuseForm()

    def act(held: Request) -> Decision:
        reason_code, reasons = form.reason_code.data, form.reasons.data
        return actions.refuse(held, by=me(), reason_code=reason_code, reasons=reasons)

    return decide(request_id, "refuse", form, act)


@bp.post("/worklist/<int:request_id>/refuse/text")
@needs(Permission.DECIDE)
def refuse_text(request_id: int) -> Response:
    """The words for the reason that was picked, to adapt; nothing is decided yet."""
    form, found = RefuseForm(), request_for(me(), request_id)
    be_let_in(found, me())
    typed = form.reasons.data or ""
    form.reasons.data = offered_text(judged(found), form.reason_code.data, typed)
    return _case_page(request_id, opened="refuse", form=form)


@bp.post("/worklist/<int:request_id>/ask")
@needs(Permission.DECIDE)
def ask(request_id: int) -> Response:
    """Ask the worker or the client for more; the next request opens."""
    form = AskForm()

    def act(held: Request) -> None:
        actions.ask(
            held,
            by=me(),
            question=form.question.data,
            to_whom=form.to_whom.data or WORKER,
            answer_by_on=form.answer_by.data,
        )

    answer = change(request_id, "ask", form, act)
    if answer is not None:
        return answer
    asked = request_for(me(), request_id)
    flash(_("%(number)s: your question has been asked.", number=asked.number), "success")
    return to_the_next(asked)


@bp.post("/worklist/<int:request_id>/undo")
@needs(Permission.DECIDE)
def undo(request_id: int) -> Response:
    """Take a decision back, while nothing has left the house."""

    def act(held: Request) -> None:
        actions.undo(held, by=me())

    answer = change(request_id, "undo", VersionForm(), act)
    if answer is not None:
        return answer
    undone = request_for(me(), request_id)
    flash(_("%(number)s: undone. You can decide again.", number=undone.number), "info")
    return go(url_for("fund.case", request_id=request_id))


@bp.get("/decided")
@needs(Permission.WORKLIST)
def decided() -> Response:
    """Decisions of late, with what still has to leave."""
    mine = request.args.get("by") == "me"
    audit.look("decided", "mine" if mine else "all")
    persons = persons_of(me())
    found = page_of_decisions(me(), mine=mine, key=request.args.get("key"))
    return page(
        "fund/decided.html",
        found=found,
        letters=letters_of([row.request_id for row in found.items]),
        left=letter_wording.left_words,
        mine=mine,
        persons=persons,
        bodies=bodies_open_to(me(), persons),
        today=today(),
        say=wording,
    )


@bp.post("/decided/<int:request_id>/sent")
@needs(Permission.SENT)
def sent(request_id: int) -> Response:
    """The letter has left, by hand."""
    form = SentForm()

    def act(held: Request) -> None:
        actions.mark_sent(held, by=me(), sending=Sending(own=form.own.data))

    answer = change(request_id, "sent", form, act)
    if answer is not None:
        return answer
    gone = request_for(me(), request_id)
    flash(_("%(number)s: the letter has been sent.", number=gone.number), "success")
    mine = "me" if request.args.get("by") == "me" else None
    return go(url_for("fund.decided", by=mine))


def decide(
    request_id: int, name: str, form: VersionForm, act: Callable[[Request], Made]
) -> Response:
    """A decision, said with its way back; the next request opens by itself."""
    made: list[Made] = []
    answer = change(request_id, name, form, lambda held: made.append(act(held)))
    if answer is not None:
        return answer
    decided = request_for(me(), request_id)
    if isinstance(made[0], FirstRuling):
        said = _("%(number)s: a second person confirms your decision.", number=decided.number)
        flash(said, "success")
        return to_the_next(decided)
    words = wording.decided_words(decided, made[0])
    notice: Any = {
        "words": words,
        "undo_url": url_for("fund.undo", request_id=request_id),
        "undo_fields": {"version": decided.lock_version},
    }
    flash(notice, "success")
    return to_the_next(decided)


def change(
    request_id: int, name: str, form: VersionForm, act: Callable[[Request], object]
) -> Response | None:
    """Do it with the row held; None when it is done, else the answer that says why not."""
    found = request_for(me(), request_id)
    if name != "sent":
        be_let_in(found, me())
    try:
        if done(form, lambda: act(for_update(found.id, form.seen_version))):
            return None
    except Conflict as conflict:
        return _conflict_page(request_id, str(conflict))
    return _case_page(request_id, status=422, opened=name, form=form)


def to_the_next(done: Request) -> Response:
    """Nobody reads this one any more; the next one that is free opens, taken."""
    with transaction():
        next_id = claims.go_on(done, by=me(), filters=kept())
    if next_id is None:
        return go(address_of_kept())
    return go(url_for("fund.case", request_id=next_id))


def _case_page(
    request_id: int, *, status: int = 200, opened: str = "", form: VersionForm | None = None
) -> Response:
    with only_reading():
        found = case_of(me(), request_id)
        audit.look("request", found.request.id)
        return page(
            "fund/case.html",
            status=status,
            case=found,
            forms=Forms(found, opened, form),
            opened=opened,
            form=form,
            today=today(),
            say=wording,
            bodies=body_words,
            called=called,
            hearing_states=STATES_OF_HEARING,
            hearing_rows=rows_of,
        )


def _conflict_page(request_id: int, words: str) -> Response:
    found = case_of(me(), request_id)
    audit.look("request", found.request.id)
    next_id = next_for(me(), found.request, kept())
    return page("fund/conflict.html", status=409, case=found, words=words, next_id=next_id)
