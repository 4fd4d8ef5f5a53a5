"""Reading the hearings of a request. Changes nothing."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from core.db import db
from intake.hearing.models import Hearing
from intake.requests.models import Request


def hearings_of(request: Request) -> Sequence[Hearing]:
    """All of them, the newest first, with who noted what."""
    people = (Hearing.noted_by, Hearing.invited_by, Hearing.held_by, Hearing.waived_by)
    return db.session.scalars(
        select(Hearing)
        .where(Hearing.request_id == request.id)
        .options(*(joinedload(one) for one in people))
        .order_by(Hearing.id.desc())
    ).all()


def open_hearing(request: Request) -> Hearing | None:
    """The one that the client still waits for."""
    return db.session.scalars(
        select(Hearing).where(
            Hearing.request_id == request.id,
            Hearing.held_on.is_(None),
            Hearing.waived_at.is_(None),
        )
    ).one_or_none()
