"""Answering a look back, and taking it back on the same day. Commits nothing."""

from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from intake.requests.look_back.models import LookBack
from intake.requests.look_back.queries import can_undo, is_open, told_of
from intake.requests.models import Request


def answer(request: Request, question: str, value: str, *, by: Account) -> None:
    """Keep the answer to the question that comes now; a tap on one answered before changes nothing."""
    _lock(request)
    if not is_open(request):
        raise Conflict(_("This look back is no longer asked."))
    told = told_of(request)
    if told is not None and getattr(told, question) is not None:
        return
    if question != ("went" if told is None else told.next_question):
        raise RuleBroken(_("Choose one of the answers."))
    if told is None:
        told = LookBack(
            request_id=request.id, went=value, answered_by_id=by.person_id, answered_at=clock.now()
        )
        db.session.add(told)
    else:
        setattr(told, question, value)
    audit.record("look_back.answer", kind="request", object_id=request.id, why=question)


def undo(request: Request, *, by: Account) -> None:
    """Forget what was tapped today by the same person, as if nothing was asked yet."""
    _lock(request)
    told = told_of(request)
    if told is None:
        return
    if not can_undo(by, told):
        raise Conflict(_("Only who answered can take it back, and only on the same day."))
    db.session.delete(told)
    audit.record("look_back.undo", kind="request", object_id=request.id)


def _lock(request: Request) -> None:
    """Two taps at once are one after the other."""
    db.session.execute(select(Request.id).where(Request.id == request.id).with_for_update())
