"""Verbs of the fund's letters: one must leave, is made ready, is void, was sent. They commit nothing."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import gettext as _

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from core import audit, clock, settings
from core.clock import add_days, brussels, show_date
from core.db import db
from core.errors import Conflict, NotThere, RuleBroken
from core.letters import letters
from core.sealing.sealed import seal
from fund.bodies.queries import terms_of_decision
from fund.letters import settings as keys
from fund.letters.annexing import annexes_for
from fund.letters.gathering import fields_of
from fund.letters.kinds import APPEALABLE, DECIDING, KINDS
from fund.letters.lacking import own_lacks
from fund.letters.life import HELD, READY, SENT, VOID, WAITING, move
from fund.letters.models import Dispatch
from fund.letters.queries import deciding_letter, last_sent, unsent_of
from fund.letters.recipients import recipient_of
from fund.letters.remedy import remedy_of
from fund.letters.slot import (
    GRANT,
    PARTIAL,
    PROVIDER,
    PROVIDER_OVER,
    QUESTION,
    REFUSAL,
    TO_PROVIDERS,
)
from fund.letters.terms import POST, REGISTERED, appeal_until
from fund.letters.texts import Texts, texts_now
from fund.models import Decision
from fund.queries import decision_needed
from fund.wording import NOTIFY_DAYS
from intake.asking.asked import DISCOUNT
from intake.requests import actions as intake
from intake.requests.life import GRANTED, PARTLY_GRANTED, REFUSED, advance
from intake.requests.models import Request

KIND_OF: Final = {GRANTED: GRANT, PARTLY_GRANTED: PARTIAL, REFUSED: REFUSAL}
BY_POST: Final = frozenset({POST, REGISTERED})
SUBJECT: Final = "dispatch"


@dataclass(frozen=True)
class Sending:
    """How a letter left, and on which day: of a signed receipt the day of the signature.

    `own`: somebody says that the service wrote it itself, where none was made here.
    """

    way: str = POST
    on: dt.date | None = None
    tracking: str = ""
    own: bool = False


def issue_for(decision: Decision, *, revises: Decision | None = None) -> Dispatch:
    """A decision was made: its letter must leave, whatever its outcome. Nothing is frozen by this."""
    request = db.session.get_one(Request, decision.request_id)
    dispatch = new_letter(request, KIND_OF[decision.outcome], decision=decision, revises=revises)
    to_be_told(decision)
    holds_cents = max(decision.granted_cents, request.paid_cents)
    if _confirmation_that_left(request) is not None:
        confirm_anew(request, holds_cents, decision=decision)
    elif _is_confirmed(decision):
        new_letter(request, PROVIDER, decision=decision)
    return dispatch


def to_be_told(decision: Decision, on: dt.date | None = None) -> None:
    """It must be told within the days of its rule, from the day of the decision or of what was said on it,
    whenever its letter may leave; nothing has told it yet."""
    days = terms_of_decision(decision).notify_days or settings.get(NOTIFY_DAYS)
    request = db.session.get_one(Request, decision.request_id)
    since = on or brussels(decision.decided_at).date()
    intake.record_notify_due(request, add_days(since, days))


def _is_confirmed(decision: Decision) -> bool:
    request = decision.request
    to_provider = decision.outcome != REFUSED and request.kind != DISCOUNT
    return to_provider and request.payee == "provider" and settings.get(keys.CONFIRMS_TO_PROVIDERS)


def _confirmation_that_left(request: Request) -> Dispatch | None:
    """The last one, unless the provider read since that it holds no more."""
    if request.left_at is None:
        return None
    last = last_sent(request, TO_PROVIDERS)
    return None if last is None or last.kind == PROVIDER_OVER else last


def confirm_anew(
    request: Request, holds_cents: int, *, decision: Decision | None = None
) -> Dispatch | None:
    """Where a confirmation left, the provider hears up to which amount it holds now, or that it holds no
    more; whatever the setting says today. None where none holds, or where the last one says so already."""
    before = _confirmation_that_left(request)
    if before is None:
        return None
    if before.decision is not None and before.decision.granted_cents == holds_cents:
        return None
    words = {"replaced_letter_on": before.written_on, "holds_cents": holds_cents}
    return new_letter(request, PROVIDER if holds_cents else PROVIDER_OVER, words, decision=decision)


def issue_question(request: Request, *, question: str, answer_by: dt.date) -> Dispatch:
    """The client is asked something: the letter with the question must leave."""
    return new_letter(request, QUESTION, {"question": question, "answer_by": answer_by})


def void(request: Request, *, only: tuple[str, ...] = ()) -> None:
    """What has not left for this request never leaves; what was sent stays sent."""
    for dispatch in unsent_of(request):
        if not only or dispatch.kind in only:
            move(dispatch, VOID)
            audit.record("letter.void", kind="letter", object_id=dispatch.id)


def make_ready(dispatch: Dispatch, texts: Texts | None = None) -> bool:
    """Freeze it, if nothing is missing; else it is held, with what it lacks. Whether it is ready now."""
    if dispatch.stage == READY:
        return True
    texts = texts or texts_now()
    kind, fields = KINDS[dispatch.kind], fields_of(dispatch, texts)
    lacking = letters.empty_fields(kind, fields)
    dispatch.lacks = own_lacks(lacking)
    if lacking:
        move(dispatch, HELD if dispatch.lacks else WAITING)
        return False
    annexes = annexes_for(dispatch, fields, texts)
    dispatch.letter = letters.issue(
        kind,
        subject=(SUBJECT, dispatch.id),
        fields=fields,
        text_version=texts.version,
        annexes=annexes,
    )
    db.session.flush()
    move(dispatch, READY)
    audit.record("letter.made", kind="letter", object_id=dispatch.id)
    return True


def mark_sent(request: Request, *, by: Account, sending: Sending | None = None) -> Dispatch:
    """The letter with the decision has left: no undo from now on, and the terms of appeal run.

    A letter that was not made here left all the same when the service wrote its own, and says so.
    """
    dispatch = deciding_letter(request) or issue_for(decision_needed(request))
    mark_one_sent(dispatch, by=by, sending=sending or Sending())
    return dispatch


def mark_one_sent(dispatch: Dispatch, *, by: Account, sending: Sending) -> None:
    """The same for one letter of any kind; the caller holds the request's row."""
    if not may(by, Permission.SENT):
        raise NotThere
    request, on = dispatch.request, sending.on or clock.today()
    _may_leave(dispatch, sending, on)
    if dispatch.kind in DECIDING:
        advance(request, "notify", by=by)
    if dispatch.kind in APPEALABLE:
        until_on = _appeal_until(dispatch, sending.way, on)
        intake.record_notified(request, on=on, way=sending.way, appeal_until_on=until_on)
    if dispatch.kind != QUESTION:
        intake.mark_left(request, clock.now())
    dispatch.sent_on, dispatch.way, dispatch.tracking = on, sending.way, sending.tracking
    dispatch.marked_at, dispatch.marked_by_id = clock.now(), by.person_id
    move(dispatch, SENT)
    if dispatch.letter is not None:
        letters.mark_sent(dispatch.letter, way=sending.way)
    word = "letter.sent" if dispatch.letter is not None else "letter.sent_own"
    audit.record(word, kind="request", object_id=request.id)


def _appeal_until(dispatch: Dispatch, way: str, on: dt.date) -> dt.date | None:
    """None too for a letter that was not made here: nobody knows whether it said all that the law asks,
    and a mention that is missing can keep the term from starting."""
    if dispatch.letter is None:
        return None
    remedy = remedy_of(terms_of_decision(decision_needed(dispatch.request)))
    return appeal_until(way, on, remedy.span)


def _may_leave(dispatch: Dispatch, sending: Sending, on: dt.date) -> None:
    if dispatch.stage in {SENT, VOID}:
        raise Conflict(
            _("This letter has changed meanwhile. It was sent, or its decision was undone.")
        )
    if dispatch.letter is None and not sending.own:
        raise RuleBroken(
            _("This letter was not made here. Tick it if the service sent a letter of its own."),
            "own",
        )
    if sending.way not in letters.WAYS:
        raise RuleBroken(_("Choose how the letter was sent."), "way")
    _on_a_day(dispatch, on)
    if sending.way == REGISTERED and not sending.tracking:
        raise RuleBroken(_("Fill in the number of the registered letter."), "tracking")
    if dispatch.kind in TO_PROVIDERS:
        return
    if sending.way in BY_POST and recipient_of(dispatch.request, clock.today()).is_by_hand:
        raise RuleBroken(_("No post may come to this home. Hand the letter over."), "way")


def _on_a_day(dispatch: Dispatch, on: dt.date) -> None:
    if on > clock.today():
        raise RuleBroken(_("A letter cannot have left on a day to come."), "on")
    if on < brussels(dispatch.made_at).date():
        raise RuleBroken(_("A letter cannot have left before the decision."), "on")
    made_on = brussels(dispatch.letter.issued_at).date() if dispatch.letter else on
    if on < made_on:
        words = _(
            "This letter was made on %(day)s. It cannot have left before.", day=show_date(made_on)
        )
        raise RuleBroken(words, "on")


def new_letter(
    request: Request,
    kind: str,
    words: Mapping[str, Any] | None = None,
    *,
    decision: Decision | None = None,
    revises: Decision | None = None,
) -> Dispatch:
    """One more letter that must leave. `words`: what only this letter says, kept sealed."""
    told_at_once = decision is not None and kind in (*DECIDING, *TO_PROVIDERS)
    dispatch = Dispatch(
        request=request,
        decision=decision,
        revises=revises,
        kind=kind,
        stage=WAITING,
        lacks=[],
        made_at=decision.decided_at if decision and told_at_once else clock.now(),
    )
    db.session.add(dispatch)
    db.session.flush()
    if words:
        say(dispatch, words)
    return dispatch


def say(dispatch: Dispatch, words: Mapping[str, Any]) -> None:
    """What only this letter says."""
    dispatch.sealed_words = seal(
        json.dumps(words, default=dt.date.isoformat),
        table="dispatch",
        column="sealed_words",
        row_key=dispatch.row_key,
    )
