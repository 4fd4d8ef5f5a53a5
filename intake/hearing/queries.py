"""Reading the hearings of a request. Changes nothing."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload

from core.db import db
from intake.hearing.models import Hearing
from intake.requests.models import Request

PEOPLE: Final = (Hearing.noted_by, Hearing.invited_by, Hearing.held_by, Hearing.waived_by)
OF_REQUEST: Final = (
    select(Hearing)
    .where(Hearing.request_id == bindparam("request_id"))
    .options(*(joinedload(one) for one in PEOPLE))
    .order_by(Hearing.id.desc())
)


def hearings_of(request: Request) -> Sequence[Hearing]:
    """All of them, the newest first, with who noted what."""
    return db.session.scalars(OF_REQUEST, {"request_id": request.id}).all()


def open_hearing(request: Request) -> Hearing | None:
    """The one that the client still waits for."""
    return db.session.scalars(
        select(Hearing).where(
            Hearing.request_id == request.id,
            Hearing.held_on.is_(None),
            Hearing.waived_at.is_(None),
        )
    ).one_or_none()
