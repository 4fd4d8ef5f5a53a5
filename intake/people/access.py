"""Whose file is open to whom, as conditions of a query: care, standing in, opened with a reason. Pure SQL."""

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, exists, false, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute

from accounts.models import Account
from accounts.permissions import READS_ALL_TEAMS, Role
from core import clock
from core.clock import today
from intake.people.models import Absence, FileOpening, Responsible


def in_care_of(account: Account) -> ColumnElement[bool]:
    """The files that this account works on: its own, its team's, and of whom it stands in for."""
    if Role.SOCIAL_WORKER not in account.roles:
        return false()
    ways = [
        Responsible.worker_id == account.person_id,
        Responsible.worker_id.in_(away_for(account)),
    ]
    if account.person.team_id is not None:
        ways.append(Responsible.team_id == account.person.team_id)
    return or_(*ways)


def visible_to(account: Account) -> ColumnElement[bool]:
    """The files that this account reads: those in its care and those it opened with a reason; who
    decides or heads the service reads all of them."""
    if account.roles & READS_ALL_TEAMS:
        return true()
    if Role.SOCIAL_WORKER not in account.roles:
        return false()
    return or_(in_care_of(account), Responsible.client_id.in_(opened_by(account)))


def away_for(account: Account) -> Select[Any]:
    """The colleagues who are away today and for whom this account stands in."""
    on = today()
    return select(Absence.person_id).where(
        Absence.stand_in_id == account.person_id,
        Absence.duty == "files",
        Absence.from_on <= on,
        Absence.until_on >= on,
        Absence.ended_at.is_(None),
    )


def opened_by(account: Account) -> Select[Any]:
    """The clients whose file this account has opened with a reason, as long as that lasts."""
    return select(FileOpening.client_id).where(
        FileOpening.person_id == account.person_id, FileOpening.open_until > clock.now()
    )


def file_of(
    client_id: InstrumentedAttribute[int] | ScalarSelect[int], door: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Whether the file of a client, named by another table's row, is behind this door today."""
    on = today()
    return exists().where(
        Responsible.client_id == client_id,
        Responsible.from_on <= on,
        or_(Responsible.until_on.is_(None), Responsible.until_on >= on),
        door,
    )
