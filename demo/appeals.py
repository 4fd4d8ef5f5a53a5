"""An appeal and a complaint of the example, and what of all the notices is still new. It draws by itself."""

import datetime as dt
from random import Random
from typing import Final

from sqlalchemy import select, update

from accounts.models import Account
from accounts.notices.models import Notice
from core import audit, clock
from core.clock import add_days
from core.db import db
from demo.history import History, working_moment
from fund.appeals import actions
from fund.appeals.actions import NewAppeal, NewComplaint
from fund.telling import jobs
from intake.requests.life import REFUSED
from intake.requests.models import Request

# What people of the example have not read yet.
NEW_FOR: Final = dt.timedelta(days=3)


def plan_appeal(history: History, by: Account, today: dt.date) -> None:
    """Some days ago somebody went to court against a refusal, and complained of the waiting."""

    def happen() -> None:
        refused = (
            select(Request)
            .where(Request.outcome == REFUSED, Request.left_at.is_not(None))
            .where(Request.worker_id == by.person_id)
            .order_by(Request.decided_at.desc(), Request.id.desc())
        )
        request = db.session.scalars(refused.limit(1)).first()
        if request is None:
            return
        on = clock.today()
        with audit.acting(by.person_id):
            actions.note_appeal(request, NewAppeal(on, "labour_court", "26/1042/A"), by=by)
            words = "Mevrouw vond dat ze te lang moest wachten aan het loket."
            complaint = NewComplaint(on, words, add_days(on, 45))
            actions.note_complaint(request, complaint, by=by)

    history.plan(working_moment(Random(4), add_days(today, -4)), happen)


def leave_what_is_new(until: dt.datetime) -> None:
    """Inside a transaction: what was told earlier was read then."""
    old = (Notice.told_at < until - NEW_FOR, Notice.read_at.is_(None))
    db.session.execute(update(Notice).where(*old).values(read_at=Notice.told_at))


def remind(until: dt.datetime) -> None:
    """What the worker of a real house does every half hour."""
    with clock.at(until):
        jobs.remind()
