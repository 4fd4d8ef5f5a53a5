"""Verbs of the fund's letters: one must leave, is made ready, is void, was sent. They commit nothing."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from core import audit, clock, settings
from core.clock import add_days, brussels, long_date
from core.db import db
from core.errors import Conflict, NotThere, RuleBroken
from core.letters import letters
from core.sealing.sealed import seal
from fund.bodies.deciding import Terms
from fund.bodies.queries import terms_for
from fund.letters import settings as keys
from fund.letters.gathering import fields_of
from fund.letters.kinds import DECIDING, KINDS
from fund.letters.lacking import own_lacks
from fund.letters.life import HELD, READY, SENT, VOID, WAITING, move
from fund.letters.models import Dispatch
from fund.letters.queries import deciding_letter, unsent_of
from fund.letters.recipients import recipient_of
from fund.letters.slots import GRANT, PARTIAL, PROVIDER, QUESTION, REFUSAL
from fund.letters.terms import APPEAL_MONTHS, POST, REGISTERED, appeal_until
from fund.letters.texts import Texts, texts_now
from fund.models import Decision
from fund.queries import decision_needed
from fund.wording import NOTIFY_DAYS
from intake.asking.asked import DISCOUNT
from intake.requests import actions as intake
from intake.requests.life import GRANTED, PARTLY_GRANTED, REFUSED, advance
from intake.requests.models import Request
from regulation.versions.models import RuleVersion

KIND_OF: Final = {GRANTED: GRANT, PARTLY_GRANTED: PARTIAL, REFUSED: REFUSAL}
BY_POST: Final = frozenset({POST, REGISTERED})
SUBJECT: Final = "dispatch"


@dataclass(frozen=True)
class Sending:
    """How a letter left, and on which day: of a signed receipt the day of the signature."""

    way: str = POST
    on: dt.date | None = None
    tracking: str = ""


def issue_for(decision: Decision, *, revises: Decision | None = None) -> Dispatch:
    """A decision was made: its letter must leave, whatever its outcome. Nothing is frozen by this."""
    request = db.session.get_one(Request, decision.request_id)
    dispatch = _new(request, KIND_OF[decision.outcome], decision=decision, revises=revises)
    days = _terms_of(decision).notify_days or settings.get(NOTIFY_DAYS)
    due_on = add_days(brussels(decision.decided_at).date(), days)
    intake.record_notify_due(request, due_on)
    to_provider = decision.outcome != REFUSED and request.kind != DISCOUNT
    if to_provider and request.payee == "provider" and settings.get(keys.CONFIRMS_TO_PROVIDERS):
        _new(request, PROVIDER, decision=decision)
    return dispatch


def issue_question(request: Request, *, question: str, answer_by: dt.date) -> Dispatch:
    """The client is asked something: the letter with the question must leave."""
    dispatch = _new(request, QUESTION)
    words = json.dumps({"question": question, "answer_by": long_date(answer_by)})
    dispatch.sealed_words = seal(
        words, table="dispatch", column="sealed_words", row_key=dispatch.row_key
    )
    return dispatch


def void(request: Request, *, besides: tuple[str, ...] = ()) -> None:
    """What has not left for this request never leaves; what was sent stays sent."""
    for dispatch in unsent_of(request):
        if dispatch.kind not in besides:
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
    subject = (SUBJECT, dispatch.id)
    dispatch.letter = letters.issue(
        kind, subject=subject, fields=fields, text_version=texts.version
    )
    db.session.flush()
    move(dispatch, READY)
    audit.record("letter.made", kind="letter", object_id=dispatch.id)
    return True


def mark_sent(request: Request, *, by: Account, sending: Sending | None = None) -> Dispatch:
    """The letter with the decision has left: no undo from now on, and the terms of appeal run.

    A letter that was not made here left all the same when the service wrote its own.
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
        months = _terms_of(decision_needed(request)).appeal_months or APPEAL_MONTHS
        until_on = appeal_until(sending.way, on, months)
        intake.record_notified(request, on=on, way=sending.way, appeal_until_on=until_on)
    if dispatch.kind != QUESTION:
        intake.mark_left(request, clock.now())
    dispatch.sent_on, dispatch.way, dispatch.tracking = on, sending.way, sending.tracking
    dispatch.marked_at, dispatch.marked_by_id = clock.now(), by.person_id
    move(dispatch, SENT)
    if dispatch.letter is not None:
        letters.mark_sent(dispatch.letter, way=sending.way)
    audit.record("letter.sent", kind="request", object_id=request.id)


def _terms_of(decision: Decision) -> Terms:
    """How long to notify and to appeal, by the rule that it was decided by."""
    rule = db.session.get_one(RuleVersion, decision.rule_version_id)
    return terms_for(db.session.get_one(Request, decision.request_id), rule)


def _may_leave(dispatch: Dispatch, sending: Sending, on: dt.date) -> None:
    if dispatch.stage in {SENT, VOID}:
        raise Conflict(
            _("This letter has changed meanwhile. It was sent, or its decision was undone.")
        )
    if sending.way not in letters.WAYS:
        raise RuleBroken(_("Choose how the letter was sent."), "way")
    if on > clock.today():
        raise RuleBroken(_("A letter cannot have left on a day to come."), "on")
    if on < brussels(dispatch.made_at).date():
        raise RuleBroken(_("A letter cannot have left before the decision."), "on")
    if sending.way == REGISTERED and not sending.tracking:
        raise RuleBroken(_("Fill in the number of the registered letter."), "tracking")
    if dispatch.kind == PROVIDER:
        return
    if sending.way in BY_POST and recipient_of(dispatch.request, clock.today()).is_by_hand:
        raise RuleBroken(_("No post may come to this home. Hand the letter over."), "way")


def _new(
    request: Request,
    kind: str,
    *,
    decision: Decision | None = None,
    revises: Decision | None = None,
) -> Dispatch:
    dispatch = Dispatch(
        request=request,
        decision=decision,
        revises=revises,
        kind=kind,
        stage=WAITING,
        lacks=[],
        made_at=decision.decided_at if decision is not None else clock.now(),
    )
    db.session.add(dispatch)
    db.session.flush()
    return dispatch
