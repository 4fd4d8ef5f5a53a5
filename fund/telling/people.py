"""Whom a request concerns: who works on it, who may decide on it, who heads the service. Changes nothing."""

from typing import Any

from sqlalchemy import select

from accounts.permissions import Role
from accounts.queries import persons_in
from core.clock import today
from core.db import db
from fund.bodies.queries import deciders_for
from intake.people.models import Absence


def caring_for(worker_id: int) -> set[int]:
    """The worker, and while she is away who stands in for her."""
    on = today()
    stand_ins = select(Absence.stand_in_id).where(
        Absence.person_id == worker_id,
        Absence.from_on <= on,
        Absence.until_on >= on,
        Absence.ended_at.is_(None),
    )
    return {worker_id, *db.session.scalars(stand_ins)}


def deciders_of(request: Any) -> set[int]:
    """Who may decide on it: by four eyes neither its worker nor who filed it."""
    return deciders_for(request.body) - {request.worker_id, request.filed_by_id}


def heads() -> set[int]:
    """Who heads the social service."""
    return persons_in(Role.HEAD)
