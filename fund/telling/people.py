"""Whom a request concerns: who works on it, who heads the service. Changes nothing."""

from sqlalchemy import select

from accounts.permissions import Role
from accounts.queries import persons_in
from core.clock import today
from core.db import db
from intake.people.models import Absence


def caring_for(person_id: int) -> set[int]:
    """The worker or who asked something, and while she is away who stands in for her."""
    on = today()
    stand_ins = select(Absence.stand_in_id).where(
        Absence.person_id == person_id,
        Absence.from_on <= on,
        Absence.until_on >= on,
        Absence.ended_at.is_(None),
    )
    return {person_id, *db.session.scalars(stand_ins)}


def heads() -> set[int]:
    """Who heads the social service."""
    return persons_in(Role.HEAD)
